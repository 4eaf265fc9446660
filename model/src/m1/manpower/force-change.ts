/** Trained recruits and returned wounded come to the front; casualties and absentees go. */
import { balance, delay, f, flow } from "@logjam/lang";
import { side } from "../../sets.ts";
import { casualties } from "./casualties.ts";
import { force } from "./force.ts";
import { intake } from "./intake.ts";
import { convalescence, leakageRate, returnShare, trainingTime } from "./service-parameters.ts";

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
