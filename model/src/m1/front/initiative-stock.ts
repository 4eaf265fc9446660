/** Who leans on whom beyond what forces, fires and works explain. */
import { stock } from "@logjam/lang";

export const initiative = stock({
  unit: "1",
  meaning: "Initiative: added to Russia's pressure and taken from Ukraine's. Above 0 it is Russia's.",
  initial: 0,
});
