/** Casualties by sector: M1's law, with quality; the fires of the sector on the force of the sector. */
import { assign, auxiliary, f, flow, lognormalRange, noise, parameter, stock } from "@logjam/lang";
import {
  assaultCost,
  casualtyScale,
  firesExponent,
  forceExponent,
  highestLossRate,
  intensityDeviation,
  intensityMemory,
  reportingRatio,
} from "../../m1/manpower/casualty-parameters.ts";
import { opponent, sector, side } from "../../sets.ts";
import { logFires } from "../fires/firepower.ts";
import { lengthShare } from "../front/geometry.ts";
import { assault } from "../front/pressure.ts";
import { known, observedClaims } from "../history.ts";
import { qualityLayer } from "../layers.ts";
import { fighting } from "../settlement/ceasefire.ts";
import { front, logForce } from "./front.ts";
import { quality } from "./quality.ts";

export {
  assaultCost,
  casualtyScale,
  firesExponent,
  forceExponent,
  highestLossRate,
  intensityDeviation,
  intensityMemory,
  reportingRatio,
} from "../../m1/manpower/casualty-parameters.ts";

export const qualityProtects = parameter({
  unit: "1",
  meaning: "How much seasoned troops lose less than green ones, on the logarithm, from quality 0 to 1.",
  prior: lognormalRange({ low: 0.3, central: 0.8, high: 2 }),
  source: "[J] five-week courses in 2023 were thought too short (Biddle); size unknown.",
});

export const intensity = stock({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the intensity of the fighting, against what fires and posture explain.",
  initial: 0,
});

export const intensityShock = noise({
  over: [side],
  stream: "manpower/intensity",
  kind: "normal",
  meaning: "Weekly shock to the intensity of the fighting.",
});

export const protection = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Factor of quality on casualties: 1 for troops of middling quality.",
  formula: f`exp(-${qualityLayer} * ${qualityProtects} * (${quality} - 0.5))`,
});

export const explainedHere = flow({
  over: [side, sector],
  unit: "person/week",
  meaning: "Casualties in a sector that fires, strength, posture and quality explain.",
  formula: f`${casualtyScale} * ${lengthShare} * (1 + ${assaultCost} * ${assault}) * ${protection}
           * exp(${firesExponent} * ${logFires.of(opponent)} + ${forceExponent} * ${logForce})`,
});

export const explained = flow({
  over: [side],
  unit: "person/week",
  meaning: "Casualties that fires, strength, posture and quality explain.",
  formula: f`sum(${explainedHere} over ${sector})`,
});

export const tempo = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Factor of the intensity of the fighting on casualties; 0 in a ceasefire.",
  formula: f`${fighting} * exp(${intensity})`,
});

export const casualties = flow({
  over: [side, sector],
  unit: "person/week",
  meaning: "Killed, wounded, missing and captured in a sector.",
  formula: f`min(${explainedHere} * ${tempo}, ${highestLossRate} * ${front})`,
});

export const casualtiesTotal = flow({
  over: [side],
  unit: "person/week",
  meaning: "Killed, wounded, missing and captured.",
  formula: f`sum(${casualties} over ${sector})`,
});

export const claimResidual = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the observed claim over what fires and posture explain (0 where nothing was observed).",
  formula: f`if(${observedClaims} > 0, log(${observedClaims} / (${reportingRatio} * ${explained})), 0)`,
});

export const intensityNext = assign(
  intensity,
  f`${intensityMemory} * ${intensity} + if(${known} > 0,
      (1 - ${intensityMemory}) * ${claimResidual}, ${intensityDeviation} * ${intensityShock})`,
);
