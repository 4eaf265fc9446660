/** How casualties answer to fires, strength and posture, and how they are claimed. */
import { constant, lognormalRange, normal, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";

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

export const onePerson = constant({
  unit: "person",
  meaning: "Keeps a logarithm defined where nobody is left.",
  value: 1,
  source: "Far below any force.",
});
