/** Air defence that aid keeps up: it takes a share of the opponent's glide-bomb effect, and wears out in use. */
import { auxiliary, constant, f, logitNormal, lognormalRange, parameter, stock } from "@logjam/lang";
import { recipient } from "../../m1/recipe/recipient.ts";
import { side } from "../../sets.ts";

export const initialAirDefence = parameter({
  unit: "EUR",
  meaning: "Air defence out of aid in the field on 5 December 2022.",
  prior: lognormalRange({ low: 0.5e9, central: 1.5e9, high: 4e9 }),
  source: "[J] the first Western systems had arrived that autumn.",
});

export const airDefenceStock = stock({
  unit: "EUR",
  meaning: "Air defence in the field by value, as far as aid provided it.",
  initial: f`${initialAirDefence}`,
});

export const airDefenceHalf = constant({
  unit: "EUR",
  meaning: "Air defence at which half of its best effect is reached.",
  value: 8e9,
  source: "[J] a dozen batteries with their missiles.",
});

export const airDefenceAtBest = parameter({
  unit: "1",
  meaning: "Share of the glide-bomb effect that air defence takes away at best.",
  prior: logitNormal({ median: 0.25, p95: 0.5 }),
  source: "[J] bombs are released from beyond most systems' reach.",
});

export const airDefenceLife = parameter({
  unit: "week",
  meaning: "Mean life of air defence in the field: missiles fired, launchers lost.",
  prior: lognormalRange({ low: 25, central: 50, high: 100 }),
  source: "[J] interceptors were used up faster than made.",
});

export const airDefence = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the opponent's glide-bomb effect that air defence out of aid takes away.",
  formula: f`${recipient} * ${airDefenceAtBest} * ${airDefenceStock} / (${airDefenceStock} + ${airDefenceHalf})`,
});
