/** Soldiers at the front, by sector. */
import { auxiliary, f, stock } from "@logjam/lang";
import { onePerson, referenceForce } from "../../m1/manpower/casualty-parameters.ts";
import { initialForce } from "../../m1/manpower/force.ts";
import { sector, side } from "../../sets.ts";
import { share } from "../front/effort.ts";
import { lengthShare } from "../front/geometry.ts";

export { onePerson, referenceForce } from "../../m1/manpower/casualty-parameters.ts";

export const front = stock({
  over: [side, sector],
  unit: "person",
  meaning: "Soldiers at the front in a sector.",
  initial: f`${initialForce} * ${share}`,
});

export const frontTotal = auxiliary({
  over: [side],
  unit: "person",
  meaning: "Soldiers at the front.",
  formula: f`sum(${front} over ${sector})`,
});

export const logForce = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "Logarithm of a sector's force, against the reference force on its share of the front.",
  formula: f`log((${front} + ${onePerson}) / (${referenceForce} * ${lengthShare}))`,
});
