/**
 * Signals: what donors say and promise is heard before goods arrive. Where the promise falls behind what was usual,
 * dismay follows, and with it absence and fewer recruits.
 */
import { auxiliary, constant, f, lever, lognormalRange, parameter, smooth } from "@logjam/lang";
import { recipient } from "../../m1/recipe/recipient.ts";
import { side } from "../../sets.ts";
import { commitmentTotal } from "./rules.ts";

export const signal = lever({
  unit: "1",
  meaning: "What donors signal beyond what they allocate: 1 as if they gave twice as much, -0.5 as if half.",
  range: [-1, 1],
  default: 0,
  source: "The article: signals from Western governments caused dismay (claim C7).",
});

export const hearing = constant({
  unit: "week",
  meaning: "Time over which recent promises are weighed.",
  value: 8,
  source: "[J]",
});
export const custom = constant({
  unit: "week",
  meaning: "Time over which the usual level of promises is learnt.",
  value: 52,
  source: "[J]",
});

export const promised = smooth({ input: commitmentTotal, time: hearing, meaning: "Recent promises, as heard." });
export const usual = smooth({ input: commitmentTotal, time: custom, meaning: "Promises that have become usual." });

export const oneEuro = constant({
  unit: "EUR/week",
  meaning: "Keeps a ratio defined when nothing was ever promised.",
  value: 1,
  source: "Far below any promise.",
});

export const dismay = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How far promises and signals fall short of what was usual; below 0 they encourage.",
  formula: f`${recipient} * max(-1, min(1, 1 - (1 + ${signal}) * (${promised} + ${oneEuro}) / (${usual} + ${oneEuro})))`,
});

export const dismayEffect = parameter({
  unit: "1",
  meaning: "How much full dismay adds to absence, and takes from recruits: 1 doubles the one and ends the other.",
  prior: lognormalRange({ low: 0.05, central: 0.2, high: 0.8 }),
  source: "[J] absences rose from 17,658 cases (2023) to 67,840 (2024), confounded with rotation, recruits and law.",
});
