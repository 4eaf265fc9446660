/** Drones: output grows like a new industry, fast at first, then toward a ceiling that production levers raise. */
import { balance, f, flow, lognormalRange, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";
import { productionGain } from "../recipe/effects.ts";

export const initialDrones = parameter({
  over: [side],
  unit: "drone/week",
  meaning: "Strike drones reaching the front a week, on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 300, central: 1_000, high: 3_000 }),
    ru: lognormalRange({ low: 150, central: 500, high: 1_500 }),
  },
  source: "[J] 'thousands' in 2023 (Ukrainian MoD); about 140,000 Russian drones in all of 2023.",
});

export const droneGrowth = parameter({
  over: [side],
  unit: "1/week",
  meaning: "Growth rate of drone output while far from its ceiling.",
  prior: {
    ua: lognormalRange({ low: 0.025, central: 0.045, high: 0.08 }),
    ru: lognormalRange({ low: 0.025, central: 0.045, high: 0.08 }),
  },
  source: "[J] from 'thousands' in 2023 to 1.5 million bought in 2024 (Ukrainian MoD): a growth of about 4.5 % a week.",
});

export const droneCeiling = parameter({
  over: [side],
  unit: "drone/week",
  meaning: "Output at which growth ends.",
  prior: {
    ua: lognormalRange({ low: 50_000, central: 110_000, high: 250_000 }),
    ru: lognormalRange({ low: 30_000, central: 70_000, high: 180_000 }),
  },
  source:
    "[J] before 2024 nobody knew; the range holds the later 4.5 million a year (Ukraine) and 4,000 a day (Russia).",
});

export const droneOutput = stock({
  over: [side],
  unit: "drone/week",
  meaning: "Strike drones reaching the front a week.",
  initial: f`${initialDrones}`,
});

export const droneExpansion = flow({
  over: [side],
  unit: "drone/week^2",
  meaning: "Growth of drone output: logistic, toward a ceiling that own production raises.",
  formula: f`${droneGrowth} * ${droneOutput} * (1 - ${droneOutput} / (${droneCeiling} * (1 + ${productionGain})))`,
});

export const droneOutputChange = balance(droneOutput, f`${droneExpansion}`);
