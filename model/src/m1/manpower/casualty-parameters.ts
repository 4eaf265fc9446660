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

export const claimsDeviation = parameter({
  unit: "1",
  meaning: "Usual size of a week's surprise about claimed losses, on the logarithm.",
  prior: lognormalRange({ low: 0.04, central: 0.08, high: 0.16 }),
  source: "[J] spread of weekly claims about the mean of the weeks before.",
});

export const lossVolatilityLearning = parameter({
  unit: "1",
  meaning: "How fast the expected size of surprises about losses answers to the size of the last one.",
  prior: lognormalRange({ low: 0.02, central: 0.06, high: 0.2 }),
  source: "[J] claims scattered by a fifth in 2023 and by a tenth in 2025.",
});

export const lossVolatilityFading = parameter({
  unit: "1/week",
  meaning: "Rate at which the size of surprises about losses returns to its usual level.",
  prior: lognormalRange({ low: 0.005, central: 0.02, high: 0.08 }),
  source: "[J] calm and stormy times last for half a year and more.",
});

export const intensityLearning = parameter({
  unit: "1",
  meaning: "Share of a week's surprise that is taken for a lasting change of the intensity of the fighting.",
  prior: lognormalRange({ low: 0.15, central: 0.35, high: 0.8 }),
  source: "[J] the mean of the last month forecasts claims best among simple rules.",
});

export const intensityFading = parameter({
  unit: "1/week",
  meaning: "Rate at which intensity that nothing explains fades.",
  prior: lognormalRange({ low: 0.001, central: 0.004, high: 0.015 }),
  source: "[J] losses rose and fell over one to two years.",
});

export const reportingRatio = parameter({
  unit: "1",
  meaning: "Russian losses claimed by the General Staff, per true casualty.",
  prior: lognormalRange({ low: 0.7, central: 1, high: 1.4 }),
  source: "[J] the UK MoD repeats the claim to 2 %; deaths confirmed by Meduza imply a slowly falling ratio.",
});

export const initialKilledShare = parameter({
  over: [side],
  unit: "1",
  meaning: "Share of casualties who died, in December 2022.",
  prior: {
    ua: lognormalRange({ low: 0.16, central: 0.22, high: 0.3 }),
    ru: lognormalRange({ low: 0.14, central: 0.21, high: 0.31 }),
  },
  source:
    "Meduza's deaths over the General Staff's claims: 0.21 in 2022 and 2023; wounded per killed 2.5-5 for Ukraine [J].",
});

export const deathsDeviation = parameter({
  unit: "1",
  meaning: "Usual size of a week's surprise about deaths, on the logarithm.",
  prior: lognormalRange({ low: 0.05, central: 0.1, high: 0.2 }),
  source:
    "[J] Meduza's weekly intervals are about a quarter wide either way, but neighbouring weeks share their errors.",
});

export const killedLearning = parameter({
  unit: "1",
  meaning: "Share of a week's surprise about deaths that is taken for a lasting change of the share who die.",
  prior: lognormalRange({ low: 0.1, central: 0.3, high: 0.9 }),
  source: "[J] the share rose by half within two years.",
});

export const onePerson = constant({
  unit: "person",
  meaning: "Keeps a logarithm defined where nobody is left.",
  value: 1,
  source: "Far below any force.",
});
