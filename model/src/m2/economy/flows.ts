/** What comes in and goes out of the means for the war, beyond the peace-time budget. */
import { balance, f, flow, lognormalRange, parameter } from "@logjam/lang";
import { recipient } from "../../m1/recipe/recipient.ts";
import { side } from "../../sets.ts";
import { delivered } from "../coalition/delivery.ts";
import { ownRecipeSpending } from "../recipe/funding.ts";
import { fighting } from "../settlement/ceasefire.ts";
import { bonus, intake } from "./recruitment.ts";
import { funds } from "./state.ts";

export const warRevenue = parameter({
  over: [side],
  unit: "EUR/week",
  meaning: "Revenue that can go to the war beyond its running cost at the pay of 2022.",
  prior: {
    ua: lognormalRange({ low: 0.1e9, central: 0.25e9, high: 0.6e9 }),
    ru: lognormalRange({ low: 0.3e9, central: 0.7e9, high: 1.6e9 }),
  },
  source: "[J] taxes, oil revenue above the budget's base, borrowing; budget support comes on top for Ukraine.",
});

export const costPerRecruit = parameter({
  over: [side],
  unit: "EUR/person",
  meaning: "Cost of a recruit at the bonus of 2022: bonus, pay of the first year, equipment, pensions.",
  prior: {
    ua: lognormalRange({ low: 12e3, central: 25e3, high: 50e3 }),
    ru: lognormalRange({ low: 30e3, central: 60e3, high: 110e3 }),
  },
  source: "[J] Russian regional bonuses of EUR 10,000-30,000 and EUR 25,000 of yearly pay.",
});

export const fightingCost = parameter({
  over: [side],
  unit: "EUR/week",
  meaning: "Running cost of fighting beyond the peace-time budget: ammunition, repairs, pay at the front.",
  prior: {
    ua: lognormalRange({ low: 0.15e9, central: 0.3e9, high: 0.6e9 }),
    ru: lognormalRange({ low: 0.2e9, central: 0.45e9, high: 1e9 }),
  },
  source: "[J] a fraction of defence outlays of RUB 13.5 tn in 2025 (SWP).",
});

export const spending = flow({
  over: [side],
  unit: "EUR/week",
  meaning: "What the war costs in a week.",
  formula: f`${costPerRecruit} * ${bonus} * ${intake} + ${fighting} * ${fightingCost} + ${ownRecipeSpending}`,
});

export const budgetSupport = flow({
  over: [side],
  unit: "EUR/week",
  meaning: "Money from donors.",
  formula: f`${recipient} * ${delivered.at({ kind: "money" })}`,
});

export const fundsChange = balance(
  funds,
  f`${warRevenue} + ${budgetSupport} - min(${spending}, ${funds} / (4 * timeStep))`,
);
