import { type Place, placeOfCallTo } from "../place.ts";
import type { FormulaSource, Quantity } from "./quantity.ts";

/** How a stock moves from one step to the next; the only place where a stock meets the flows that feed on it. */
export class Rule {
  readonly kind: "balance" | "assign";
  readonly stock: Quantity;
  readonly formula: FormulaSource;
  readonly place: Place;
  constructor(kind: "balance" | "assign", stock: Quantity, formula: FormulaSource, place: Place) {
    this.kind = kind;
    this.stock = stock;
    this.formula = formula;
    this.place = place;
  }
}

/** The stock's rate of change, in its unit per week: `balance(infantry, f\`${intake} - ${losses}\`)`. */
export function balance(stock: Quantity, formula: FormulaSource): Rule {
  return new Rule("balance", stock, formula, placeOfCallTo(balance));
}

/** The stock's value at the next step, in its own unit: for regimes, counters and ratchets. */
export function assign(stock: Quantity, formula: FormulaSource): Rule {
  return new Rule("assign", stock, formula, placeOfCallTo(assign));
}
