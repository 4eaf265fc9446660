/** Rounds out of aid in ammunition. */
import { f, flow } from "@logjam/lang";
import { pricePerRound } from "../../m1/coalition/price-per-round.ts";
import { recipient } from "../../m1/recipe/recipient.ts";
import { side } from "../../sets.ts";
import { delivered } from "./delivery.ts";

export { pricePerRound } from "../../m1/coalition/price-per-round.ts";

export const shellsFromAid = flow({
  over: [side],
  unit: "round/week",
  meaning: "Rounds that come as aid.",
  formula: f`${recipient} * ${delivered.at({ kind: "ammunition" })} / ${pricePerRound}`,
});
