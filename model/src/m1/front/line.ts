/**
 * The line: the area that Russia holds outside Crimea. While the record is known it follows the record; the gap between
 * record and equations is remembered as a tilt, which fades once the record ends. Shocks have heavy tails.
 */
import { assign, auxiliary, balance, f, flow, lognormalRange, noise, parameter, series, stock } from "@logjam/lang";
import { known, observedChange } from "../history.ts";
import { crimea } from "./geometry.ts";
import { gain } from "./pressure.ts";

export const initialArea = series({
  unit: "km^2",
  meaning: "Area that Russia held outside Crimea on 5 December 2022.",
  source: "DeepState, weekly area by sector (data/area-weekly.csv).",
  gap: "error",
});

export const expectedChange = flow({
  unit: "km^2/week",
  meaning: "Change of the area that the balance of forces explains: Russia's gain less Ukraine's.",
  formula: f`${gain.at("ru")} - ${gain.at("ua")}`,
});

export const tiltMemory = parameter({
  unit: "week",
  meaning: "Over how many weeks the unexplained drift of the line is averaged.",
  prior: lognormalRange({ low: 5, central: 11, high: 25 }),
  source: "[J] a half-life of about 8 weeks forecasts well among simple rules.",
});

export const tiltFading = parameter({
  unit: "1/week",
  meaning: "Rate at which the unexplained drift fades once the record ends.",
  prior: lognormalRange({ low: 0.005, central: 0.015, high: 0.05 }),
  source: "[J] initiative changes hands within months to a few years: four to six regimes were seen in three years.",
});

export const tiltDeviation = parameter({
  unit: "km^2/week",
  meaning: "Weekly innovation of the unexplained drift.",
  prior: lognormalRange({ low: 3, central: 8, high: 20 }),
  source: "[J] so that the drift may change by 60 km2 a week within a year.",
});

export const shockDeviation = parameter({
  unit: "km^2/week",
  meaning: "Typical size of a week's shock to the line.",
  prior: lognormalRange({ low: 15, central: 35, high: 80 }),
  source: "[J] standard deviations of 17-69 km2 a week by phase (domain notes 4.1).",
});

export const tailWeight = parameter({
  unit: "1",
  meaning: "Spread of the size of shocks from week to week: 0 gives a normal law, more gives heavier tails.",
  prior: lognormalRange({ low: 0.2, central: 0.45, high: 0.8 }),
  source: "[J] the largest weeks are four to five standard deviations.",
});

export const lineShock = noise({ stream: "front/line", kind: "normal", meaning: "Weekly shock to the line." });
export const shockSize = noise({ stream: "front/shock-size", kind: "normal", meaning: "Size of the week's shock." });
export const tiltShock = noise({ stream: "front/tilt", kind: "normal", meaning: "Weekly shock to the drift." });

export const tilt = stock({
  unit: "km^2/week",
  meaning: "Drift of the line that the balance of forces does not explain.",
  initial: 0,
});

export const area = stock({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  initial: f`${initialArea}`,
});

export const residual = flow({
  unit: "km^2/week",
  meaning: "Recorded change of the line, less what the balance of forces and the drift expect.",
  formula: f`${observedChange} - ${expectedChange} - ${tilt}`,
});

export const tiltNext = assign(
  tilt,
  f`if(${known} > 0, ${tilt} + timeStep / ${tiltMemory} * ${residual},
      ${tilt} * exp(-${tiltFading} * timeStep) + ${tiltDeviation} * ${tiltShock})`,
);

export const lineChange = flow({
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds: the record while it is known, then the equations.",
  formula: f`if(${known} > 0, ${observedChange},
      ${expectedChange} + ${tilt} + ${shockDeviation} * ${lineShock} * exp(${tailWeight} * ${shockSize}))`,
});

export const areaChange = balance(area, f`${lineChange}`);

export const held = auxiliary({
  unit: "km^2",
  meaning: "Area that Russia holds, Crimea included.",
  formula: f`${area} + ${crimea}`,
});
