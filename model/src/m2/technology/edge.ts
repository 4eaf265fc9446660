/** The technical edge: each side invents, and each invention is countered within weeks to a year. */
import { stock } from "@logjam/lang";
import { side } from "../../sets.ts";

export const edge = stock({
  over: [side],
  unit: "1",
  meaning: "A side's technical edge from its latest adaptations: 1 is an edge such as precision rockets gave in 2022.",
  initial: 0,
});
