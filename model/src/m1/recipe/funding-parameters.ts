/** What the recipe costs, and what a side can pay for itself. */
import { constant, lognormalRange, parameter } from "@logjam/lang";
import { element, side } from "../../sets.ts";

export const elementCost = constant({
  over: [element],
  unit: "EUR/week",
  meaning: "What all of an element costs a week to build and keep.",
  value: {
    air: 200e6,
    breaching: 40e6,
    counterBattery: 60e6,
    reserves: 80e6,
    electronicWarfare: 30e6,
    command: 30e6,
    logistics: 40e6,
    production: 100e6,
  },
  source: "[J] orders of magnitude; together about EUR 30 bn a year, of which air is a third.",
});

export const ownBudget = parameter({
  over: [side],
  unit: "EUR/week",
  meaning: "What a side can spend a week on the recipe out of its own means: its ceiling.",
  prior: {
    ua: lognormalRange({ low: 60e6, central: 130e6, high: 260e6 }),
    ru: lognormalRange({ low: 60e6, central: 130e6, high: 260e6 }),
  },
  source: "[J] a fifth to a half of the full cost; Ukraine's own arms purchases were of the order of EUR 10 bn a year.",
});

export const smallestCost = constant({
  unit: "EUR/week",
  meaning: "Keeps the funded share defined when nothing is wanted.",
  value: 1e3,
  source: "Far below any element's cost.",
});
