/** Who leans on whom beyond what forces, fires and works explain: along the whole front, and in a sector. */
import { stock } from "@logjam/lang";
import { sector } from "../../sets.ts";

export const initiative = stock({
  unit: "1",
  meaning: "Initiative along the whole front: added to Russia's pressure and taken from Ukraine's.",
  initial: 0,
});

export const localDrift = stock({
  over: [sector],
  unit: "km^2/week",
  meaning: "Drift of a sector's line beyond what pressure explains: a local fight that runs its course.",
  initial: 0,
});
