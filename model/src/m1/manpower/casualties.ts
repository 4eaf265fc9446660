/**
 * Casualties follow the opponent's fires and one's own exposure, with wide exponents: on the daily Ardennes data no
 * Lanchester law beats a constant, so nothing here is allowed to hang on headcount alone.
 */
import { assign, auxiliary, f, flow, noise, stock } from "@logjam/lang";
import { opponent, side } from "../../sets.ts";
import { firepower } from "../fires/firepower.ts";
import { assault } from "../front/pressure.ts";
import { known, observedClaims } from "../history.ts";
import {
  assaultCost,
  casualtyScale,
  firesExponent,
  forceExponent,
  highestLossRate,
  intensityDeviation,
  intensityMemory,
  referenceFires,
  referenceForce,
  reportingRatio,
} from "./casualty-parameters.ts";
import { force } from "./force.ts";

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

export const explained = flow({
  over: [side],
  unit: "person/week",
  meaning: "Casualties that fires, strength and posture explain.",
  formula: f`${casualtyScale} * (${firepower.of(opponent)} / ${referenceFires}) ^ ${firesExponent}
           * (${force} / ${referenceForce}) ^ ${forceExponent} * (1 + ${assaultCost} * ${assault})`,
});

export const casualties = flow({
  over: [side],
  unit: "person/week",
  meaning: "Killed, wounded, missing and captured.",
  formula: f`min(${explained} * exp(${intensity}), ${highestLossRate} * ${force})`,
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
