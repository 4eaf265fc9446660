/** Rounds out of aid: what is not spent on the recipe, by share and price. */
import { f, flow, logitNormal, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";
import { aidSpentOnRecipe } from "../recipe/funding.ts";
import { recipient } from "../recipe/recipient.ts";
import { delivered } from "./pipeline.ts";
import { pricePerRound } from "./price-per-round.ts";

export const ammunitionShare = parameter({
  unit: "1",
  meaning: "Share of delivered military aid that is artillery ammunition.",
  prior: logitNormal({ median: 0.13, p95: 0.2 }),
  source: "[J] about 1.2 million rounds a year from the US and the EU in 2024, of some EUR 40 bn a year.",
});

export const shellsFromAid = flow({
  over: [side],
  unit: "round/week",
  meaning: "Rounds that come as aid.",
  formula: f`${recipient} * max(0, ${delivered} - ${aidSpentOnRecipe}) * ${ammunitionShare} / ${pricePerRound}`,
});
