/** Money decides how much of what is wanted is built: own means up to a ceiling, and aid that is given for it. */
import { auxiliary, f } from "@logjam/lang";
import { element, side } from "../../sets.ts";
import { delivered } from "../coalition/pipeline.ts";
import { elementCost, ownBudget, smallestCost } from "./funding-parameters.ts";
import { recipe, recipeShareOfAid } from "./levers.ts";
import { recipient } from "./recipient.ts";

export const wanted = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "Cost of the elements that a side sets out to build.",
  formula: f`sum(${elementCost} * ${recipe} over ${element})`,
});

export const funds = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "Money for the recipe: own means, and the share of aid that is given for it.",
  formula: f`${ownBudget} + ${recipient} * ${recipeShareOfAid} * ${delivered}`,
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
