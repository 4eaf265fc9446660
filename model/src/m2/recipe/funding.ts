/** Money decides how much of the recipe is built: own means within fiscal room, and enablers out of aid. */
import { auxiliary, balance, delay, f } from "@logjam/lang";
import { fielded } from "../../m1/recipe/fielded.ts";
import { elementCost, ownBudget, smallestCost } from "../../m1/recipe/funding-parameters.ts";
import { recipe } from "../../m1/recipe/levers.ts";
import { edgeHalfLife, ln2, maturation, renewal } from "../../m1/recipe/maturing-parameters.ts";
import { recipient } from "../../m1/recipe/recipient.ts";
import { element, side } from "../../sets.ts";
import { delivered } from "../coalition/delivery.ts";
import { room } from "../economy/recruitment.ts";

export const wanted = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "Cost of the elements that a side sets out to build.",
  formula: f`sum(${elementCost} * ${recipe} over ${element})`,
});

export const affordable = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "Money for the recipe: own means, and the enablers that donors give.",
  formula: f`${ownBudget} * ${room} + ${recipient} * ${delivered.at({ kind: "enablers" })}`,
});

export const fundedShare = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the wanted elements that the money covers.",
  formula: f`min(1, ${affordable} / max(${wanted}, ${smallestCost}))`,
});

export const ownRecipeSpending = auxiliary({
  over: [side],
  unit: "EUR/week",
  meaning: "What a side pays for the recipe out of its own means.",
  formula: f`min(${ownBudget} * ${room}, ${fundedShare} * ${wanted})`,
});

export const funded = auxiliary({
  over: [side, element],
  unit: "1",
  meaning: "How much of an element is funded.",
  formula: f`${fundedShare} * ${recipe}`,
});

export const matured = delay({
  over: [side, element],
  input: funded,
  mean: maturation,
  order: 3,
  meaning: "How much of an element has matured.",
});

export const fieldedChange = balance(
  fielded,
  f`(${matured} - ${fielded}) / ${renewal} - ${ln2} / ${edgeHalfLife} * ${fielded}`,
);
