/** From allocation to delivery, kind by kind, each with a lag of its own. */
import { auxiliary, constant, delay, f, flow, lognormalRange, parameter } from "@logjam/lang";
import { recipeShareOfAid } from "../../m1/recipe/levers.ts";
import { kind } from "../../sets.ts";
import { commitmentTotal } from "./rules.ts";

export const kindShare = constant({
  over: [kind],
  unit: "1",
  meaning: "A kind's share of what is allocated, when no share is set aside for the recipe.",
  value: { ammunition: 0.13, armour: 0.17, "air-defence": 0.3, enablers: 0.15, money: 0.25 },
  source: "[J] from the tracker's lists of items; shares by kind are not published.",
});

export const deliveryLag = parameter({
  over: [kind],
  unit: "week",
  meaning: "Mean time from allocation to delivery.",
  prior: {
    ammunition: lognormalRange({ low: 5, central: 14, high: 36 }),
    armour: lognormalRange({ low: 8, central: 20, high: 36 }),
    "air-defence": lognormalRange({ low: 16, central: 40, high: 100 }),
    enablers: lognormalRange({ low: 10, central: 30, high: 78 }),
    money: lognormalRange({ low: 3, central: 8, high: 16 }),
  },
  source: "[J] stock 3-16 weeks, refurbished 8-36, procured 39-130; about half came late (Ukraine's minister, 2024).",
});

export const asEnablers = constant({
  over: [kind],
  unit: "1",
  meaning: "1 for the kind that pays for the recipe.",
  value: { ammunition: 0, armour: 0, "air-defence": 0, enablers: 1, money: 0 },
  source: "By definition.",
});

export const mix = auxiliary({
  over: [kind],
  unit: "1",
  meaning: "A kind's share of what is allocated: the share set aside for the recipe comes as enablers.",
  formula: f`(1 - ${recipeShareOfAid}) * ${kindShare} + ${recipeShareOfAid} * ${asEnablers}`,
});

export const allocatedByKind = flow({
  over: [kind],
  unit: "EUR/week",
  meaning: "What is allocated of a kind.",
  formula: f`${commitmentTotal} * ${mix}`,
});

export const delivered = delay({
  over: [kind],
  input: allocatedByKind,
  mean: deliveryLag,
  order: 3,
  meaning: "What arrives of a kind.",
});

export const deliveredTotal = flow({
  unit: "EUR/week",
  meaning: "Military aid that arrives.",
  formula: f`sum(${delivered} over ${kind})`,
});
