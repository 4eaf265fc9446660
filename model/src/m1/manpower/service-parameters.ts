/** Training, wounds and absence. */
import { logitNormal, lognormalRange, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";

export const trainingTime = parameter({
  over: [side],
  unit: "week",
  meaning: "Mean time from enlistment to the front.",
  prior: {
    ua: lognormalRange({ low: 4, central: 6, high: 10 }),
    ru: lognormalRange({ low: 1, central: 3, high: 6 }),
  },
  source: "30 to 45 days and five-week Western courses for Ukraine; [J] for Russian assault infantry.",
});

export const returnShare = parameter({
  over: [side],
  unit: "1",
  meaning: "Share of casualties who return to duty.",
  prior: { ua: logitNormal({ median: 0.39, p95: 0.52 }), ru: logitNormal({ median: 0.35, p95: 0.48 }) },
  source: "[J] wounded-to-killed ratios 3.5 and 2.3, half of the wounded returning (domain notes 4.5).",
});

export const convalescence = parameter({
  unit: "week",
  meaning: "Mean time from wound to return.",
  prior: lognormalRange({ low: 6, central: 12, high: 24 }),
  source: "[J] weeks to months.",
});

export const leakageRate = parameter({
  over: [side],
  unit: "1/week",
  meaning: "Share of the force lost each week to absence, expired contracts and other causes than the enemy.",
  prior: {
    ua: lognormalRange({ low: 0.001, central: 0.0025, high: 0.006 }),
    ru: lognormalRange({ low: 0.001, central: 0.003, high: 0.006 }),
  },
  source:
    "Cases of absence opened: 17,658 in 2023, 67,840 in 2024 (Ukraine); [J] for Russia from growth of the force against intake.",
});
