/**
 * The line: the area that Russia holds outside Crimea. While the record is known it follows the record; the gap between
 * record and equations is remembered as a tilt, which fades once the record ends. Shocks have heavy tails.
 */
import { assign, auxiliary, balance, f, flow, noise, series, stock } from "@logjam/lang";
import { known, observedChange } from "../history.ts";
import { crimea } from "./geometry.ts";
import { shockDeviation, tailWeight, tiltDeviation, tiltFading, tiltMemory } from "./line-parameters.ts";
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
