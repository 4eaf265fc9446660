import { type FormulaSource, Quantity, Reference } from "../declare/quantity.ts";
import { type Place, placeOfCallTo } from "../place.ts";
import type { IndexSet } from "../sets/index-set.ts";

/** What may stand in `${...}`: a quantity, a re-indexed quantity, or an index set (after `over`). */
export type Operand = Quantity | Reference | IndexSet;

/** A formula as the author wrote it: the template's text pieces and what stands between them. */
export class Formula {
  readonly strings: readonly string[];
  readonly refs: readonly unknown[];
  readonly place: Place;
  constructor(strings: readonly string[], refs: readonly unknown[], place: Place) {
    this.strings = strings;
    this.refs = refs;
    this.place = place;
  }
}

/** A formula: f`${rounds} * ${casualtiesPerRound} * (1 - exp(-${density} / ${reference}))`. */
export function f(strings: TemplateStringsArray, ...refs: readonly Operand[]): Formula {
  return new Formula([...strings], refs, placeOfCallTo(f as (...inputs: never[]) => unknown));
}

export const formulaOf = (strings: readonly string[], refs: readonly Operand[], place: Place): Formula =>
  new Formula(strings, refs, place);

/** A tag like `f` for formulas that the language writes itself: numbers are spliced in as text. */
export function compose(place: Place) {
  return (strings: TemplateStringsArray, ...inputs: readonly (Operand | number)[]): Formula => {
    const pieces = [strings[0]!];
    const refs: Operand[] = [];
    inputs.forEach((input, k) => {
      if (typeof input === "number") pieces.push(`${pieces.pop()}${input}${strings[k + 1]}`);
      else {
        refs.push(input);
        pieces.push(strings[k + 1]!);
      }
    });
    return new Formula(pieces, refs, place);
  };
}

/** The formula behind a source: calls the function of a deferred one, and reads one quantity alone as itself. */
export function formulaFrom(source: FormulaSource, place: Place): Formula {
  if (source instanceof Formula) return source;
  if (source instanceof Quantity || source instanceof Reference) return new Formula(["", ""], [source], place);
  return typeof source === "function" ? source() : source;
}
