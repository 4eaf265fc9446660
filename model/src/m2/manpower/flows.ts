/** Who comes, who goes, and where to: training, reserve, front, wounds, absence. Persons are conserved. */
import { auxiliary, balance, delay, f, flow, lognormalRange, parameter } from "@logjam/lang";
import { convalescence, leakageRate, returnShare, trainingTime } from "../../m1/manpower/service-parameters.ts";
import { side } from "../../sets.ts";
import { dismay, dismayEffect } from "../coalition/signals.ts";
import { intake } from "../economy/recruitment.ts";
import { share } from "../front/effort.ts";
import { moraleLayer } from "../layers.ts";
import { casualties, casualtiesTotal } from "./casualties.ts";
import { front, frontTotal, onePerson } from "./front.ts";
import { quality, seasoning } from "./quality.ts";
import { reserve } from "./reserve.ts";

export { convalescence, leakageRate, returnShare, trainingTime } from "../../m1/manpower/service-parameters.ts";

export const holdBack = parameter({
  over: [side],
  unit: "1",
  meaning: "Share of the front's strength that a side keeps in reserve rather than send forward.",
  prior: {
    ua: lognormalRange({ low: 0.03, central: 0.08, high: 0.16 }),
    ru: lognormalRange({ low: 0.05, central: 0.11, high: 0.2 }),
  },
  source: "[J]",
});

export const deployTime = parameter({
  unit: "week",
  meaning: "Time in which spare reserves reach the front.",
  prior: lognormalRange({ low: 1, central: 3, high: 6 }),
  source: "[J] 5-14 days in the unit after training, and transport.",
});

export const shiftTime = parameter({
  unit: "week",
  meaning: "Time in which forces move between sectors to where the effort is.",
  prior: lognormalRange({ low: 6, central: 13, high: 26 }),
  source: "[J] operational pauses of months.",
});

export const trained = delay({
  over: [side],
  input: intake,
  mean: trainingTime,
  order: 3,
  meaning: "Recruits who leave training for the reserve.",
});

export const woundedWhoReturn = flow({
  over: [side],
  unit: "person/week",
  meaning: "Casualties who will return to duty.",
  formula: f`${returnShare} * ${casualtiesTotal}`,
});

export const returned = delay({
  over: [side],
  input: woundedWhoReturn,
  mean: convalescence,
  order: 2,
  meaning: "Wounded who return to the reserve.",
});

export const sentForward = flow({
  over: [side],
  unit: "person/week",
  meaning: "Reserves beyond what a side holds back, on their way to the front.",
  formula: f`max(0, ${reserve} - ${holdBack} * ${frontTotal}) / ${deployTime}`,
});

export const absence = auxiliary({
  over: [side],
  unit: "1/week",
  meaning: "Share of the front lost each week to absence and expired contracts; dismay raises it.",
  formula: f`${leakageRate} * (1 + ${moraleLayer} * ${dismayEffect} * ${dismay})`,
});

export const reserveChange = balance(reserve, f`${trained} + ${returned} - ${sentForward}`);

export const frontChange = balance(
  front,
  f`${sentForward} * ${share} + (${share} * ${frontTotal} - ${front}) / ${shiftTime}
  - ${casualties} - ${absence} * ${front}`,
);

export const newcomersQuality = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Quality that training gives a recruit.",
  formula: f`${trainingTime} / (${trainingTime} + ${seasoning})`,
});

export const experience = parameter({
  unit: "1/week",
  meaning: "Rate at which those who survive become seasoned.",
  prior: lognormalRange({ low: 0.001, central: 0.004, high: 0.012 }),
  source: "[J]",
});

export const qualityChange = balance(
  quality,
  f`min(0.5 / timeStep, ${trained} / (${frontTotal} + ${onePerson})) * (${newcomersQuality} - ${quality})
  + ${experience} * (1 - ${quality})`,
);
