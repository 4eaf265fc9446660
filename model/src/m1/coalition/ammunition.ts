/** Rounds out of aid: what is not spent on the recipe, by share and price. */
import { f, flow, logitNormal, lognormalRange, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";
import { aidSpentOnRecipe } from "../recipe/funding.ts";
import { recipient } from "../recipe/recipient.ts";
import { delivered } from "./pipeline.ts";

export const ammunitionShare = parameter({
  unit: "1",
  meaning: "Share of delivered military aid that is artillery ammunition.",
  prior: logitNormal({ median: 0.13, p95: 0.2 }),
  source: "[J] about 1.2 million rounds a year from the US and the EU in 2024, of some EUR 40 bn a year.",
});

export const pricePerRound = parameter({
  unit: "EUR/round",
  meaning: "Price of a round of artillery.",
  prior: lognormalRange({ low: 2_000, central: 3_500, high: 6_000 }),
  source: "[J] prices of 155 mm rounds between EUR 2,000 and 8,000 were reported.",
});

export const shellsFromAid = flow({
  over: [side],
  unit: "round/week",
  meaning: "Rounds that come as aid.",
  formula: f`${recipient} * max(0, ${delivered} - ${aidSpentOnRecipe}) * ${ammunitionShare} / ${pricePerRound}`,
});
