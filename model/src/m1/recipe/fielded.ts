/** How much of each element of the recipe works at the front. */
import { stock } from "@logjam/lang";
import { element, side } from "../../sets.ts";

export const fielded = stock({
  over: [side, element],
  unit: "1",
  meaning: "How much of an element works at the front: 0 none, 1 all of it before any adaptation.",
  initial: 0,
});
