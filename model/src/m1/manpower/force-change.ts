/** Trained recruits and returned wounded come to the front; casualties and absentees go. */
import { balance, delay, f, flow, logitNormal, lognormalRange, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";
import { casualties } from "./casualties.ts";
import { force } from "./force.ts";
import { intake } from "./intake.ts";

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

export const trained = delay({
  over: [side],
  input: intake,
  mean: trainingTime,
  order: 3,
  meaning: "Recruits who leave training for the front.",
});

export const wounded = flow({
  over: [side],
  unit: "person/week",
  meaning: "Casualties who will return to duty.",
  formula: f`${returnShare} * ${casualties}`,
});

export const returned = delay({
  over: [side],
  input: wounded,
  mean: convalescence,
  order: 2,
  meaning: "Wounded who return to duty.",
});

export const leakage = flow({
  over: [side],
  unit: "person/week",
  meaning: "Soldiers lost to other causes than the enemy.",
  formula: f`${leakageRate} * ${force}`,
});

export const forceChange = balance(force, f`${trained} + ${returned} - ${casualties} - ${leakage}`);
