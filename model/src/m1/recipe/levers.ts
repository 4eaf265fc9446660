/** The recipe: eight elements, as levers for both sides, and the share of aid that is given for them. */
import { lever } from "@logjam/lang";
import { element, side } from "../../sets.ts";

export const recipe = lever({
  over: [side, element],
  unit: "1",
  meaning: "How much of an element of the recipe a side sets out to build: 0 none, 1 all of it.",
  range: [0, 1],
  default: 0,
  source: "Zaluzhny's essay of 1 November 2023, read through digests; the scale is ours.",
});

export const recipeShareOfAid = lever({
  unit: "1",
  meaning: "Share of delivered military aid that donors give as enablers, to pay for elements of the recipe.",
  range: [0, 1],
  default: 0.05,
  source: "[J] under the rule 'not lose' nearly all aid feeds current fighting.",
});
