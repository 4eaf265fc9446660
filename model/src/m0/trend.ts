/**
 * The trend: each sector's recent mean change, pooled with the front's. A sector takes part of its drift from itself and
 * part from the whole front, in proportion to how lively the sector has been.
 */
import { constant, f, flow, logitNormal, lognormalRange, noise, parameter, stock } from "@logjam/lang";
import { sector } from "./sets.ts";

export const trendMemory = parameter({
  unit: "week",
  meaning: "Over how many weeks a sector's recent mean change is averaged.",
  prior: lognormalRange({ low: 5, central: 11, high: 30 }),
  source: "[J] a half-life of about 8 weeks (memory 11.5) forecasts well among simple rules.",
});

export const fading = parameter({
  unit: "1/week",
  meaning: "Rate at which initiative fades if nothing renews it.",
  prior: lognormalRange({ low: 0.001, central: 0.005, high: 0.03 }),
  source: "[J] initiative changes hands within months to a few years (domain notes 4.1).",
});

export const activityMemory = parameter({
  unit: "week",
  meaning: "Over how many weeks a sector's liveliness is averaged.",
  prior: lognormalRange({ low: 10, central: 26, high: 70 }),
  source: "[J] sectors stay lively for seasons.",
});

export const pooling = parameter({
  unit: "1",
  meaning: "Share of a sector's drift that it takes from the whole front.",
  prior: logitNormal({ median: 0.35, p95: 0.75 }),
  source: "[J] partial pooling: between sectors on their own and one front.",
});

export const turnDeviation = parameter({
  unit: "1",
  meaning: "Weekly shock to all trends at once by turns that no record foretells, in units of liveliness.",
  prior: lognormalRange({ low: 0.04, central: 0.1, high: 0.22 }),
  source:
    "[J] as large as the turns of M1 and M2: so that a year may turn a slow advance into a standstill or treble it.",
});

export const turnShock = noise({
  stream: "m0/turn",
  kind: "normal",
  meaning: "Weekly shock to the trends of the whole front.",
});

export const initialActivity = constant({
  unit: "km^2/week",
  meaning: "Liveliness of a sector before the first week: mean size of a week's change.",
  value: 5,
  source: "DeepState, autumn 2022: about 40 km^2 a week over eight sectors.",
});

export const trend = stock({
  over: [sector],
  unit: "km^2/week",
  meaning: "Recent mean change of a sector.",
  initial: 0,
});

export const activity = stock({
  over: [sector],
  unit: "km^2/week",
  meaning: "Recent mean size of a week's change in a sector.",
  initial: f`${initialActivity}`,
});

export const drift = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Expected weekly change of a sector: its own trend, pooled with its part of the front's.",
  formula: f`(1 - ${pooling}) * ${trend}
           + ${pooling} * ${activity} / sum(${activity} over ${sector}) * sum(${trend} over ${sector})`,
});
