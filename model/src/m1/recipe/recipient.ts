/** Whom the donors support. */
import { constant } from "@logjam/lang";
import { side } from "../../sets.ts";

export const recipient = constant({
  over: [side],
  unit: "1",
  meaning: "1 for the side that the donors support.",
  value: { ua: 1, ru: 0 },
  source: "Kiel Institute: the tracker follows support to Ukraine.",
});
