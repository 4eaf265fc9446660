/**
 * The line: in a stall it shows the noise of the map alone; in a grind or a surge it follows the drift, with shocks in
 * proportion to the sector's liveliness. A surge drifts and scatters more. Shocks follow Student's law with 4 degrees of
 * freedom: maps are redrawn, and lines break.
 */
import {
  auxiliary,
  balance,
  constant,
  f,
  flow,
  logitNormal,
  lognormalRange,
  parameter,
  stock,
  studentT,
} from "@logjam/lang";
import { initialArea, known, observedChange } from "./record.ts";
import { current, isGrind, isSurge, stallShare, surgeShare } from "./regimes.ts";
import { regime, sector } from "./sets.ts";
import { activity, drift } from "./trend.ts";

export const mapNoise = constant({
  unit: "km^2/week",
  meaning: "Scale of a week's change that only redraws the map.",
  value: 0.5,
  source:
    "[J] maps on which nothing happened differ by less than 1 km^2 in a sector. A constant, because many weeks show exactly 0: a fit would let it shrink to nothing.",
});

export const scatter = parameter({
  unit: "1",
  meaning:
    "Mean size of the shocks over all regimes, in units of the sector's liveliness; below 1, or liveliness grows.",
  prior: logitNormal({ median: 0.6, p95: 0.85 }),
  source: "[J] about two thirds of the size of a week's change is scatter, one third drift.",
});

export const surgeSpread = parameter({
  unit: "1",
  meaning: "Scatter in a surge, in units of the scatter in a grind.",
  prior: lognormalRange({ low: 1.5, central: 3, high: 7 }),
  source: "[J] single weeks of 3 to 8 times the usual size (May and November 2024).",
});

export const surgeFactor = parameter({
  unit: "1",
  meaning: "Drift in a surge, in units of the drift in a grind.",
  prior: lognormalRange({ low: 1.2, central: 2.5, high: 6 }),
  source: "[J] surges of 2024 ran at two to four times the pace of the months around them.",
});

export const effect = auxiliary({
  over: [sector, regime],
  unit: "1",
  meaning: "Drift in a regime, in units of the sector's drift; its long-run mean over regimes is 1.",
  formula: f`(${isGrind} + ${isSurge} * ${surgeFactor})
           / ((1 - ${stallShare}) * (1 - ${surgeShare} + ${surgeShare} * ${surgeFactor}))`,
});

export const expected = flow({
  over: [sector, regime],
  unit: "km^2/week",
  meaning: "Expected weekly change in a regime.",
  formula: f`${effect} * ${drift}`,
});

export const spread = flow({
  over: [sector, regime],
  unit: "km^2/week",
  meaning: "Scale of a week's shock in a regime.",
  formula: f`${mapNoise} + ${scatter} * ${activity} * (${isGrind} + ${isSurge} * ${surgeSpread})
           / ((1 - ${stallShare}) * (1 - ${surgeShare} + ${surgeShare} * ${surgeSpread}))`,
});

export const tailFreedom = constant({
  unit: "1",
  meaning: "Degrees of freedom of the shocks: heavy tails with a finite variance.",
  value: 4,
  source: "[J] the exact filter uses the same density in closed form.",
});

export const shock = studentT({
  over: [sector],
  stream: "m0/shock",
  freedom: tailFreedom,
  meaning: "Shock to the line.",
});

export const area = stock({
  over: [sector],
  unit: "km^2",
  meaning: "Area that Russia holds in a sector.",
  initial: f`${initialArea}`,
});

export const simulatedChange = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Weekly change by the equations, in the sector's regime.",
  formula: f`if(${current} < 0.5, ${expected.at("stall")} + ${spread.at("stall")} * ${shock},
           if(${current} < 1.5, ${expected.at("grind")} + ${spread.at("grind")} * ${shock},
              ${expected.at("surge")} + ${spread.at("surge")} * ${shock}))`,
});

export const lineChange = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Weekly change: the record while it is known, then the equations; never below what is held.",
  formula: f`if(${known} > 0, ${observedChange}, max(${simulatedChange}, -${area} / timeStep))`,
});

export const areaChange = balance(area, f`${lineChange}`);
