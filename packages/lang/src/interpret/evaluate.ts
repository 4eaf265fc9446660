/** One equation at a time, for tests that a reader can check with a pencil. */
import { type Equation, isFormulaSource, type Role, readEquation } from "../check/equation.ts";
import type { Quantity } from "../declare/quantity.ts";
import { Rule } from "../declare/rule.ts";
import { renderDiagnostic } from "../errors/diagnostic.ts";
import { historyAtStart } from "../lower/initial-values.ts";
import { lowerNode, type Target } from "../lower/lower-node.ts";
import { OpList } from "../lower/op-list.ts";
import { nearestName } from "../nearest.ts";
import { type ByElement, countOf, elementsAt, entryAt, flatOf, isNumber, labelsAt } from "../sets/elements.ts";

/** What is known, by short or full name (of quantities whose model has been assembled), or by the quantity itself. */
export type Given = Readonly<Record<string, ByElement<number>>> | ReadonlyMap<Quantity, ByElement<number>>;

/** Which element is asked for: a label of the only set, or one label per set. */
export type WhichElement = string | Readonly<Record<string, string>>;

/**
 * The value of a quantity's formula (or of a balance or assign) where `given` is known. What is not given but has a
 * formula, or is a constant, is computed; anything else that is needed and missing is an error that names it. `time`
 * may be given in weeks (0 otherwise), and the functions of the past see the first step. Numbers apply to all elements.
 */
export function evaluate(subject: Quantity | Rule, given: Given = {}, which?: WhichElement): number {
  const quantity = subject instanceof Rule ? subject.stock : subject;
  const values = scalarsOf(subject, given);
  const count = countOf(quantity.over);
  if (which === undefined && count > 1) {
    const sets = quantity.over.map((set) => set.name).join(", ");
    throw new RangeError(
      `evaluate/element: ${nameOf(quantity)} is over ${sets}. Say which element: evaluate(quantity, given, { side: "ua" }).`,
    );
  }
  return values(which === undefined ? 0 : flatOfElement(quantity, which));
}

/** Like `evaluate`, for all elements: `{ ua: 1, ru: 2 }`, labels of several sets joined by commas. */
export function evaluateAll(subject: Quantity | Rule, given: Given = {}): Record<string, number> {
  const { over } = subject instanceof Rule ? subject.stock : subject;
  const values = scalarsOf(subject, given);
  return Object.fromEntries(
    Array.from({ length: countOf(over) }, (_, flat) => [labelsAt(over, flat).join(","), values(flat)]),
  );
}

const nameOf = (quantity: Quantity): string => quantity.assembledName ?? `"${quantity.meaning}"`;

function flatOfElement(quantity: Quantity, which: WhichElement): number {
  const coordinates = quantity.over.map((set) => {
    const label = typeof which === "string" ? which : which[set.name];
    const position = set.elements.indexOf(label as string);
    if (position < 0)
      throw new RangeError(`evaluate/element: ${set.name} has no element ${label}. It has ${set.elements.join(", ")}.`);
    return position;
  });
  return flatOf(quantity.over, coordinates);
}

/** Everything is folded: a target whose leaves are all numbers leaves numbers only. */
function scalarsOf(subject: Quantity | Rule, given: Given): (flat: number) => number {
  const ops = new OpList();
  const lookup = lookupIn(given);
  const equations = new Map<Quantity, Equation>();
  const readOnce = (quantity: Quantity, source: Parameters<typeof readEquation>[0], role: Role): Equation => {
    const known = equations.get(quantity);
    if (known) return known;
    const owner = { name: nameOf(quantity), quantity, role, place: quantity.place };
    const read = readEquation(source, owner, (named) => named.assembledName?.split(".").at(-1));
    if ("code" in read) throw new RangeError(renderDiagnostic(read));
    equations.set(quantity, read);
    return read;
  };
  const lower = (equation: Equation, flat: number) =>
    lowerNode(equation.node, elementsAt(equation.quantity.over, flat), target);
  const target: Target = {
    ops,
    stepsPerWeek: 1,
    time: () => ops.number(lookup.named("time") ?? 0),
    history: (node, elements) => historyAtStart(node, elements, target),
    quantity(quantity, flat) {
      const value = lookup.of(quantity, flat);
      if (value !== undefined) return ops.number(value);
      const { definition, over } = quantity;
      if (definition.kind === "constant") return ops.number(entryAt(definition.value, over, flat, isNumber)!);
      if ("formula" in definition) return lower(readOnce(quantity, definition.formula, "formula"), flat);
      throw new RangeError(lookup.missing(quantity, flat));
    },
  };
  return (flat) => {
    if (subject instanceof Rule) {
      const owner = { name: nameOf(subject.stock), quantity: subject.stock, role: subject.kind, place: subject.place };
      const read = readEquation(subject.formula, owner, (named) => named.assembledName);
      if ("code" in read) throw new RangeError(renderDiagnostic(read));
      return ops.valueOf(lower(read, flat))!;
    }
    const { definition } = subject;
    if (definition.kind === "stock" && isFormulaSource(definition.initial)) {
      return ops.valueOf(lower(readOnce(subject, definition.initial, "initial"), flat))!;
    }
    if ("formula" in definition) return ops.valueOf(lower(readOnce(subject, definition.formula, "formula"), flat))!;
    return ops.valueOf(target.quantity(subject, flat))!;
  };
}

function lookupIn(given: Given) {
  const byName = given instanceof Map ? undefined : (given as Readonly<Record<string, ByElement<number>>>);
  const entry = (quantity: Quantity): ByElement<number> | undefined => {
    if (!byName) return (given as ReadonlyMap<Quantity, ByElement<number>>).get(quantity);
    const full = quantity.assembledName;
    if (full === undefined) return undefined;
    return byName[full] ?? byName[full.slice(full.indexOf(".") + 1)];
  };
  return {
    named: (name: string) => (isNumber(byName?.[name]) ? (byName[name] as number) : undefined),
    of(quantity: Quantity, flat: number): number | undefined {
      const values = entry(quantity);
      return values === undefined ? undefined : entryAt(values, quantity.over, flat, isNumber);
    },
    missing(quantity: Quantity, flat: number): string {
      const element = labelsAt(quantity.over, flat).join(",");
      const name = `${nameOf(quantity)}${element ? `[${element}]` : ""}`;
      if (byName && quantity.assembledName === undefined) {
        return `evaluate/unnamed: ${name} has no name yet. Import the model that assembles it, or give a Map keyed by quantities.`;
      }
      const near = byName && nearestName(nameOf(quantity).split(".").at(-1)!, Object.keys(byName));
      return `evaluate/missing: needs ${name}, which is not given.${near ? ` Did you misspell it as ${near}?` : ""}`;
    },
  };
}
