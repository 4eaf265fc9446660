import { Quantity, Reference } from "../declare/quantity.ts";
import { IndexSet } from "../sets/index-set.ts";
import type { Formula } from "./formula.ts";

/** A formula's text with names in place of `${...}`, and what stands at each name. */
export interface Rendered {
  readonly text: string;
  /** Start of a name in the text -> its end and what it names. */
  readonly operands: ReadonlyMap<number, { readonly to: number; readonly operand: unknown }>;
}

export type NameOf = (quantity: Quantity) => string | undefined;

export function renderFormula(formula: Formula, nameOf: NameOf): Rendered {
  let text = "";
  const operands = new Map<number, { to: number; operand: unknown }>();
  formula.strings.forEach((piece, k) => {
    text += piece;
    if (k >= formula.refs.length) return;
    const operand = formula.refs[k];
    const from = text.length;
    text += operandText(operand, nameOf);
    operands.set(from, { to: text.length, operand });
  });
  return { text, operands };
}

/** `firepower`, `firepower.of(opponent)`, `troops.at(side: ua)`, `sector`. */
export function operandText(operand: unknown, nameOf: NameOf): string {
  if (operand instanceof Quantity) return nameOf(operand) ?? "(unnamed)";
  if (operand instanceof IndexSet) return operand.name;
  if (!(operand instanceof Reference)) return `(${operand === undefined ? "undefined" : typeof operand})`;
  const picks = operand.picks.map((pick) => {
    if (pick.how === "of") return `.of(${pick.mapping.name})`;
    if (typeof pick.elements === "string") return `.at(${pick.elements})`;
    const pairs = Object.entries(pick.elements).map(([set, label]) => `${set}: ${label}`);
    return `.at(${pairs.join(", ")})`;
  });
  return (nameOf(operand.quantity) ?? "(unnamed)") + picks.join("");
}
