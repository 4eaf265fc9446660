/** Casualties by sector: M1's law, with quality; the fires of the sector on the force of the sector. */
import { auxiliary, f, flow, lognormalRange, parameter, stock } from "@logjam/lang";
import {
  assaultCost,
  casualtyScale,
  firesExponent,
  forceExponent,
  highestLossRate,
} from "../../m1/manpower/casualty-parameters.ts";
import { opponent, sector, side } from "../../sets.ts";
import { logFires } from "../fires/firepower.ts";
import { lengthShare } from "../front/geometry.ts";
import { assault } from "../front/pressure.ts";
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
