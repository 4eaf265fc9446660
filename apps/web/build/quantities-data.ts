/** A model's quantities for "why?": equations, units, meanings, sources, who rests on whom. */
import { describe, type Model, type PrintedQuantity } from "@logjam/lang";
import type { WhyModel } from "../src/why/why-model.ts";

export function whyModel(model: Model): WhyModel {
  const { name, meaning, indexSets, quantities } = describe(model);
  return {
    format: "logjam-quantities/1",
    name,
    meaning,
    indexSets: Object.fromEntries(indexSets.map((set) => [set.name, set.elements])),
    quantities: quantities.map(fromRoot),
  };
}

/** Places from the repository's root on, wherever the site was built. */
const fromRoot = (quantity: PrintedQuantity): PrintedQuantity => ({
  ...quantity,
  place: placeOf(quantity.place),
  equations: quantity.equations.map((equation) => ({ ...equation, place: placeOf(equation.place) })),
});

const placeOf = (place: string): string => place.replace(/^.*?(?=model\/src\/)/, "");
