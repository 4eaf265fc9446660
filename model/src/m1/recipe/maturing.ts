/** A lag decides when an element matures; the opponent's adaptation wears it down; funding renews it. */
import { auxiliary, balance, delay, f } from "@logjam/lang";
import { element, side } from "../../sets.ts";
import { fielded } from "./fielded.ts";
import { fundedShare } from "./funding.ts";
import { recipe } from "./levers.ts";
import { edgeHalfLife, ln2, maturation, renewal } from "./maturing-parameters.ts";

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
