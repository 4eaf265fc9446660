import { indexSet, mapping } from "@logjam/lang";

export const side = indexSet("side", ["A", "B"]);
export const enemy = mapping("enemy", side, { A: "B", B: "A" });
export const sector = indexSet("sector", ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8"]);

/** A number for each sector, in order. */
export const bySector = (numbers: readonly number[]): Record<string, number> =>
  Object.fromEntries(sector.elements.map((label, i) => [label, numbers[i]!]));
