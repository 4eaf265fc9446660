import { type FormulaSource, Quantity } from "../declare/quantity.ts";
import { placeOfCallTo } from "../place.ts";

/**
 * A law of conservation: what `total` adds up changes from one step to the next by `change` (in its unit per week)
 * times one week, to a relative 1e-9. Export it like a quantity; `checkLaws` runs it.
 */
export function conserved(declared: {
  readonly unit: string;
  readonly meaning: string;
  readonly total: FormulaSource;
  /** What comes in less what goes out, per week. */
  readonly change: FormulaSource;
}): Quantity {
  const place = placeOfCallTo(conserved);
  const { unit, meaning, total, change } = declared;
  const part = new Quantity(
    { kind: "auxiliary", formula: change },
    { unit: `(${unit})/week`, meaning: `Change of: ${meaning}`, place },
  );
  return new Quantity(
    { kind: "conserved", formula: total, change: part },
    { unit, meaning, place, parts: { change: part } },
  );
}
