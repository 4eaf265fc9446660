import { compose } from "../formula/formula.ts";
import { placeOfCallTo } from "../place.ts";
import type { ByElement } from "../sets/elements.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { type FormulaSource, Quantity } from "./quantity.ts";
import { Rule } from "./rule.ts";

/**
 * A regime: a stock that is 0 or 1 and switches at random. From 0 it enters 1 with the hazard `enter`, from 1 it leaves
 * with the hazard `leave` (both per week); over a step the chance of a switch is 1 - exp(-hazard * 1 week).
 */
export function regime(declared: {
  readonly over?: readonly IndexSet[];
  readonly meaning: string;
  readonly enter: FormulaSource;
  readonly leave: FormulaSource;
  /** The stream of its uniform draw. */
  readonly stream: string;
  /** 0 or 1; default 0. */
  readonly initial?: ByElement<number> | FormulaSource;
}): Quantity {
  const place = placeOfCallTo(regime);
  const { over, meaning, stream, initial = 0 } = declared;
  const parts: Record<string, Quantity | Rule> = {};
  const stock = new Quantity({ kind: "stock", initial }, { unit: "1", over, meaning, place, parts });
  const hazard = (formula: FormulaSource, what: string) =>
    new Quantity(
      { kind: "auxiliary", formula },
      { unit: "1/week", over, meaning: `Hazard of ${what}: ${meaning}`, place },
    );
  const [enter, leave] = [hazard(declared.enter, "entering"), hazard(declared.leave, "leaving")];
  const draw = new Quantity(
    { kind: "noise", stream, draw: "uniform" },
    { unit: "1", over, meaning: `Chance of a switch: ${meaning}`, place },
  );
  const f = compose(place);
  const next = f`if(${stock} > 0.5, ${draw} >= 1 - exp(-${leave} * timeStep), ${draw} < 1 - exp(-${enter} * timeStep))`;
  Object.assign(parts, { enter, leave, draw, next: new Rule("assign", stock, next, place) });
  return stock;
}
