/** From allocation to delivery: an Erlang lag. */
import { delay, lognormalRange, parameter } from "@logjam/lang";
import { commitment } from "./rules.ts";

export const deliveryLag = parameter({
  unit: "week",
  meaning: "Mean time from allocation to delivery.",
  prior: lognormalRange({ low: 8, central: 20, high: 36 }),
  source:
    "[J] from stock 3-16 weeks, refurbished 8-36, ordered anew 39-130; about half came late (Ukraine's minister, February 2024).",
});

export const delivered = delay({
  input: commitment,
  mean: deliveryLag,
  order: 3,
  meaning: "Military aid that arrives.",
});
