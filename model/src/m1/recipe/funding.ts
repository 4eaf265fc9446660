/** Money decides how much of what is wanted is built: own means up to a ceiling, and aid that is given for it. */
import { auxiliary, constant, f, lognormalRange, parameter } from "@logjam/lang";
import { element, side } from "../../sets.ts";
import { delivered } from "../coalition/pipeline.ts";
import { recipe, recipeShareOfAid } from "./levers.ts";

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

export const wanted = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "Cost of the elements that a side sets out to build.",
  formula: f`sum(${elementCost} * ${recipe} over ${element})`,
});

export const recipient = constant({
  over: [side],
  unit: "1",
  meaning: "1 for the side that the donors support.",
  value: { ua: 1, ru: 0 },
  source: "Kiel Institute: the tracker follows support to Ukraine.",
});

export const funds = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "Money for the recipe: own means, and the share of aid that is given for it.",
  formula: f`${ownBudget} + ${recipient} * ${recipeShareOfAid} * ${delivered}`,
});

export const smallestCost = constant({
  unit: "EUR/week",
  meaning: "Keeps the funded share defined when nothing is wanted.",
  value: 1e3,
  source: "Far below any element's cost.",
});

export const fundedShare = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the wanted elements that the money covers.",
  formula: f`min(1, ${funds} / max(${wanted}, ${smallestCost}))`,
});

export const aidSpentOnRecipe = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "Aid that the recipe takes: what its cost exceeds the side's own means by.",
  formula: f`${recipient} * max(0, ${fundedShare} * ${wanted} - ${ownBudget})`,
});
