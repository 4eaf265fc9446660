/**
 * Casualties follow the opponent's fires and one's own exposure, with wide exponents: on the daily Ardennes data no
 * Lanchester law beats a constant, so nothing here is allowed to hang on headcount alone.
 */
import { f, flow, stock } from "@logjam/lang";
import { opponent, side } from "../../sets.ts";
import { firepower } from "../fires/firepower.ts";
import { assault } from "../front/pressure.ts";
import {
  assaultCost,
  casualtyScale,
  firesExponent,
  forceExponent,
  highestLossRate,
  referenceFires,
  referenceForce,
} from "./casualty-parameters.ts";
import { force } from "./force.ts";

export const intensity = stock({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the intensity of the fighting, against what fires and posture explain.",
  initial: 0,
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
