import { Quantity } from "../declare/quantity.ts";
import type { Rule } from "../declare/rule.ts";
import type { At } from "../errors/catalogue.ts";
import { errors } from "../errors/catalogue.ts";
import type { Diagnostic } from "../errors/diagnostic.ts";
import { Formula, formulaFrom } from "../formula/formula.ts";
import type { Node } from "../formula/node.ts";
import { parseFormula } from "../formula/parse.ts";
import { type NameOf, renderFormula } from "../formula/render.ts";
import { FormulaSyntaxError } from "../formula/syntax-error.ts";
import type { Member, Model } from "../model/model.ts";

export type Role = "formula" | "initial" | "balance" | "assign";

/** A formula that could be read, with what it belongs to. */
export interface Equation {
  /** The quantity that the formula computes, or the stock whose start or change it is. */
  readonly quantity: Quantity;
  readonly role: Role;
  readonly node: Node;
  readonly formula: Formula;
  readonly at: At & { readonly text: string };
}

/** What equations a model has. `of` gives the equation of a quantity in a role; it is missing where it cannot be read. */
export interface Equations {
  readonly all: readonly Equation[];
  of(quantity: Quantity, role: Role): Equation | undefined;
}

/** Parses one formula; the diagnostic says why it cannot be read. */
export function readEquation(
  source: Parameters<typeof formulaFrom>[0],
  owner: { name: string; quantity: Quantity; role: Role; place: { text: string } },
  nameOf: NameOf,
): Equation | Diagnostic {
  const formula = formulaFrom(source, owner.place);
  if (!(formula instanceof Formula)) {
    const found = formula === undefined ? "undefined" : `a ${typeof formula}`;
    return errors.notFormula({ name: owner.name, place: owner.place.text }, found);
  }
  const rendered = renderFormula(formula, nameOf);
  const at = {
    name: owner.name,
    text: rendered.text,
    get place() {
      return formula.place.text;
    },
  };
  try {
    return { quantity: owner.quantity, role: owner.role, node: parseFormula(rendered), formula, at };
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return errors.syntax(at, error);
    throw error;
  }
}

/** Reads every formula of the model, each in the text that the author wrote. */
export function readEquations(model: Model): { equations: Equations; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const all: Equation[] = [];
  const byRole: Record<Role, Map<Quantity, Equation>> = {
    formula: new Map(),
    initial: new Map(),
    balance: new Map(),
    assign: new Map(),
  };
  const nameOf: NameOf = (quantity) => model.memberOf(quantity)?.shortName;
  const add = (
    source: Parameters<typeof formulaFrom>[0],
    member: Member<Quantity | Rule>,
    quantity: Quantity,
    role: Role,
  ) => {
    const read = readEquation(source, { name: member.name, quantity, role, place: member.value.place }, nameOf);
    if ("code" in read) {
      diagnostics.push(read);
      return;
    }
    all.push(read);
    if (!byRole[role].has(quantity)) byRole[role].set(quantity, read);
  };
  for (const member of model.quantities) {
    const { definition } = member.value;
    // What is missing altogether has been reported with the declaration.
    if ("formula" in definition && definition.formula) add(definition.formula, member, member.value, "formula");
    if (definition.kind === "stock" && isFormulaSource(definition.initial)) {
      add(definition.initial, member, member.value, "initial");
    }
  }
  for (const member of model.rules) {
    if (!(member.value.stock instanceof Quantity)) continue;
    const name = model.nameOf(member.value.stock) ?? member.name;
    add(member.value.formula, { ...member, name }, member.value.stock, member.value.kind);
  }
  return { equations: { all, of: (quantity, role) => byRole[role].get(quantity) }, diagnostics };
}

/** Whether a stock's initial value is a formula rather than numbers. */
export function isFormulaSource(initial: unknown): initial is Parameters<typeof formulaFrom>[0] {
  if (typeof initial === "function") return true;
  return (
    typeof initial === "object" &&
    initial !== null &&
    ("strings" in initial || "definition" in initial || "picks" in initial)
  );
}
