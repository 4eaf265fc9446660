/** Who leans on whom beyond what forces, fires and works explain: along the whole front, and in a sector. */
import { auxiliary, f, stock } from "@logjam/lang";
import { sector } from "../../sets.ts";

export const initiative = stock({
  unit: "1",
  meaning: "Initiative along the whole front: added to Russia's pressure and taken from Ukraine's.",
  initial: 0,
});

export const localInitiative = stock({
  over: [sector],
  unit: "1",
  meaning: "Initiative in a sector beyond that along the whole front.",
  initial: 0,
});

export const lean = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "Initiative in a sector, all told. Above 0 it is Russia's.",
  formula: f`${initiative} + ${localInitiative}`,
});
