/** What each side would take in a sector, by positional fighting and by manoeuvre, and what is expected of the line. */
import { f, flow } from "@logjam/lang";
import { sector, side } from "../../sets.ts";
import { fighting } from "../settlement/ceasefire.ts";
import { manoeuvreGain } from "./breakthrough.ts";
import { localDrift } from "./initiative-stock.ts";
import { positionalGain } from "./pressure.ts";

export const gain = flow({
  over: [side, sector],
  unit: "km^2/week",
  meaning: "Ground that a side would take from the other in a sector.",
  formula: f`${fighting} * (${positionalGain} + ${manoeuvreGain})`,
});

export const expectedChange = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Expected change of the area that Russia holds in a sector: Russia's gain less Ukraine's, and local drift.",
  formula: f`${gain.at({ side: "ru" })} - ${gain.at({ side: "ua" })} + ${fighting} * ${localDrift}`,
});
