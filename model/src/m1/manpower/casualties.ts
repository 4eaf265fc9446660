/**
 * Casualties follow the opponent's fires and one's own exposure, with wide exponents: on the daily Ardennes data no
 * Lanchester law beats a constant, so nothing here is allowed to hang on headcount alone.
 */
import { assign, auxiliary, constant, f, flow, lognormalRange, noise, normal, parameter, stock } from "@logjam/lang";
import { opponent, side } from "../../sets.ts";
import { firepower } from "../fires/firepower.ts";
import { assault } from "../front/pressure.ts";
import { known, observedClaims } from "../history.ts";
import { force } from "./force.ts";

export const casualtyScale = parameter({
  over: [side],
  unit: "person/week",
  meaning: "Casualties a week in defence, under reference fires and at reference strength.",
  prior: {
    ua: lognormalRange({ low: 1_300, central: 2_600, high: 5_000 }),
    ru: lognormalRange({ low: 1_300, central: 2_600, high: 5_000 }),
  },
  source: "Implied Ukrainian casualties 2,600-3,600 a week (Economist table); Russian 21,100 a month in 2023 (UK MoD).",
});

export const firesExponent = parameter({
  unit: "1",
  meaning: "Elasticity of casualties to the opponent's fires.",
  prior: normal({ mean: 0.8, sd: 0.2 }),
  source: "[J] wide, after the Ardennes regressions (domain notes 3.4, oracles C and D).",
});

export const forceExponent = parameter({
  unit: "1",
  meaning: "Elasticity of casualties to one's own strength.",
  prior: normal({ mean: 0.3, sd: 0.3 }),
  source: "[J] wide, after the Ardennes regressions (domain notes 3.4, oracles C and D).",
});

export const assaultCost = parameter({
  unit: "1",
  meaning: "How much full-scale assault adds to casualties: 1 doubles them.",
  prior: lognormalRange({ low: 0.5, central: 1.5, high: 4 }),
  source: "[J] Russian losses near 2-2.5 times Ukrainian ones in spite of more shells (CSIS): posture outweighs fires.",
});

export const referenceFires = constant({
  unit: "round/week",
  meaning: "Fires at which the casualty scale is read.",
  value: 70_000,
  source: "About 10,000 rounds a day (NATO, Russia early in 2024).",
});

export const referenceForce = constant({
  unit: "person",
  meaning: "Strength at which the casualty scale is read.",
  value: 400_000,
  source: "About the size of either side's force in the theatre.",
});

export const highestLossRate = constant({
  unit: "1/week",
  meaning: "No force loses more than this share of itself in a week.",
  value: 0.1,
  source: "[J] keeps a vanishing force from falling below zero.",
});

export const intensityMemory = constant({
  unit: "1",
  meaning: "Week-to-week persistence of the intensity of the fighting.",
  value: 0.9,
  source: "[J] autocorrelation of the logarithm of claimed weekly losses.",
});

export const intensityDeviation = parameter({
  unit: "1",
  meaning: "Weekly innovation of the logarithm of the intensity of the fighting.",
  prior: lognormalRange({ low: 0.06, central: 0.1, high: 0.18 }),
  source: "[J] spread of the logarithm of claimed weekly losses about its own mean.",
});

export const reportingRatio = parameter({
  unit: "1",
  meaning: "Russian losses claimed by the General Staff, per true casualty.",
  prior: lognormalRange({ low: 0.7, central: 1, high: 1.4 }),
  source: "[J] the UK MoD repeats the claim to 2 %; deaths confirmed by Meduza imply a slowly falling ratio.",
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
