/** What a run records. */
import { f, output } from "@logjam/lang";
import { area, expected, spread } from "./line.ts";
import { leaving, share } from "./regimes.ts";
import { regime, sector } from "./sets.ts";

export const areaBySector = output({
  over: [sector],
  unit: "km^2",
  meaning: "Area that Russia holds in a sector.",
  formula: f`${area}`,
});

export const expectedChange = output({
  over: [sector, regime],
  unit: "km^2/week",
  meaning: "Expected weekly change in a regime: for the exact filter.",
  formula: f`${expected}`,
});

export const scale = output({
  over: [sector, regime],
  unit: "km^2/week",
  meaning: "Scale of a week's shock in a regime: for the exact filter.",
  formula: f`${spread}`,
});

export const regimeShare = output({
  over: [sector, regime],
  unit: "1",
  meaning: "Long-run share of weeks in a regime: for the exact filter.",
  formula: f`${share}`,
});

export const spellEnds = output({
  unit: "1",
  meaning: "Chance that a spell ends within a week: for the exact filter.",
  formula: f`${leaving}`,
});
