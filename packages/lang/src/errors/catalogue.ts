/**
 * Every message of the checker, as typed functions; tests call the same ones. Each says which quantity, what is wrong,
 * and what to do next. `at` carries the place, and the formula's text where one is concerned.
 */
import type { Span } from "../formula/node.ts";
import type { FormulaSyntaxError } from "../formula/syntax-error.ts";
import { type Dimension, showDimension } from "../units/dimension.ts";
import type { Diagnostic, Mark } from "./diagnostic.ts";

/** Where a diagnostic points: the quantity's name, the author's place, and the formula's text if it has one. */
export interface At {
  readonly name: string;
  readonly place: string;
  readonly text?: string;
}

function diagnostic(code: string, at: At, message: string, next: string, marks: readonly Mark[] = []): Diagnostic {
  const text = at.text === undefined ? {} : { text: at.text };
  return { code, message: `${at.name} ${message}`, place: at.place, ...text, marks, next, quantity: at.name };
}

const mark = ({ from, to }: Span, label = ""): Mark => ({ from, to, label });
const a = (kind: string): string => `${/^[aeo]/.test(kind) ? "an" : "a"} ${kind}`;
const list = (names: readonly string[]): string => names.join(", ");
const meant = (near: string | undefined, otherwise: string): string => (near ? `Did you mean ${near}?` : otherwise);

export const errors = {
  syntax: (at: At, { code, span, message, next }: FormulaSyntaxError) =>
    diagnostic(code, at, `${message}.`, next ?? "Mend the formula's text.", [mark(span)]),

  notFormula: (at: At, found: string) =>
    diagnostic("formula/not-a-formula", at, `has ${found} for a formula.`, "Write it as a template: f`...`."),

  missingField: (at: At, kind: string, field: string, next: string) =>
    diagnostic("declare/missing", at, `is ${a(kind)} without ${field}.`, next),

  unknownUnit: (at: At, unit: string, word: string, near: string | undefined, known: readonly string[]) =>
    diagnostic(
      "unit/unknown",
      at,
      `is declared in ${unit}, but ${word} is no unit.`,
      meant(near, `The units are ${list(known)}; a model may declare more: model(name, modules, { units: {...} }).`),
    ),
  unitSyntax: (at: At, unit: string, found: string) =>
    diagnostic(
      "unit/syntax",
      at,
      `is declared in "${unit}", which cannot be read at ${found}.`,
      "Units look like person/(km*week), km^2, 1/week, or 1 for a pure number.",
    ),
  declaredUnit: (at: At, declared: Dimension, found: Dimension, hint: string) =>
    diagnostic(
      "unit/declared",
      at,
      `is declared in ${showDimension(declared)}, but its formula is in ${showDimension(found)}.`,
      hint,
    ),
  changeUnit: (at: At, kind: "balance" | "assign" | "initial", expected: Dimension, found: Dimension, hint: string) => {
    const what = {
      balance: `must change in ${showDimension(expected)}, but its balance is in ${showDimension(found)}.`,
      assign: `is held in ${showDimension(expected)}, but what is assigned to it is in ${showDimension(found)}.`,
      initial: `is held in ${showDimension(expected)}, but its initial value is in ${showDimension(found)}.`,
    };
    return diagnostic(`unit/${kind}`, at, what[kind], hint);
  },
  mismatch: (at: At, does: string, sides: string, marks: readonly (readonly [Span, Dimension])[], hint: string) =>
    diagnostic(
      "unit/mismatch",
      at,
      `${does} unlike quantities.`,
      `${sides} must share a unit.${hint}`,
      marks.map(([span, dimension]) => mark(span, showDimension(dimension))),
    ),
  notPure: (at: At, what: string, span: Span, dimension: Dimension, hint: string) =>
    diagnostic("unit/not-pure", at, `takes ${what} of a quantity with a unit.`, hint, [
      mark(span, showDimension(dimension)),
    ]),
  notPerWeek: (at: At, unit: string) =>
    diagnostic(
      "unit/not-per-week",
      at,
      `is a flow in ${unit}, which is not per week.`,
      "A flow moves something per week; declare what is not a flow as an auxiliary.",
    ),

  setNotDeclared: (at: At, span: Span, set: string, quantity: string, declared: readonly string[]) =>
    diagnostic(
      "set/not-declared",
      at,
      `reads ${quantity}, which is over ${set}, but is itself over ${declared.length ? list(declared) : "no set"}.`,
      `Declare it over ${set}, pick one with .at(...), or reduce: sum(\${${quantity}} over \${${set}}).`,
      [mark(span, `over ${set}`)],
    ),
  mappingDoesNotFit: (at: At, span: Span, mapping: string, to: string, quantity: string, over: readonly string[]) =>
    diagnostic(
      "set/mapping",
      at,
      `re-indexes ${quantity} by ${mapping}, which leads to ${to}, but ${quantity} is over ${over.length ? list(over) : "no set"}.`,
      `A mapping must lead to a set of the quantity that is still free.`,
      [mark(span)],
    ),
  unknownElement: (at: At, span: Span, label: string, quantity: string, known: readonly string[], near?: string) =>
    diagnostic(
      "set/unknown-element",
      at,
      `picks ${label} of ${quantity}, which has no such element.`,
      known.length === 0
        ? `${quantity} is over no set: leave .at(...) out.`
        : `${near ? `Did you mean ${near}? ` : ""}The elements are ${list(known)}.`,
      [mark(span)],
    ),
  unknownSet: (at: At, span: Span, set: string, quantity: string, over: readonly string[]) =>
    diagnostic(
      "set/unknown-set",
      at,
      over.includes(set)
        ? `picks an element of ${set} for ${quantity}, which has had one picked already.`
        : `picks an element of ${set} for ${quantity}, which is over ${over.length ? list(over) : "no set"}.`,
      over.includes(set) ? "Pick one element of each set." : "Name a set that the quantity is over.",
      [mark(span)],
    ),
  unusedReduction: (at: At, span: Span, how: string, set: string) =>
    diagnostic(
      "set/reduction",
      at,
      `takes the ${how} over ${set} of what is not over ${set}.`,
      `Leave it out, or reduce a quantity over ${set}.`,
      [mark(span)],
    ),
  twoSets: (at: At, set: string, other: string) =>
    diagnostic(
      "set/two-of-a-name",
      at,
      `is over a set named ${set} that is not the one of ${other}.`,
      "Declare each index set once and import it.",
    ),
  badSet: (at: At, set: string, why: string) =>
    diagnostic(
      "set/elements",
      at,
      `is over ${set}, which ${why}.`,
      "An index set needs at least one label, each once.",
    ),
  repeatedSet: (at: At, set: string) =>
    diagnostic("set/repeated", at, `is declared over ${set} twice.`, "Use a second set and a mapping between them."),
  badMapping: (at: At, span: Span, mapping: string, problem: string, to: readonly string[]) =>
    diagnostic(
      "set/mapping-table",
      at,
      `uses the mapping ${mapping}, which ${problem}.`,
      `A mapping gives every element one of ${list(to)}.`,
      [mark(span)],
    ),

  missingElement: (at: At, what: string, element: string) =>
    diagnostic(
      "declare/element",
      at,
      `has no ${what} for ${element}.`,
      "Give one number for all, or one for each element.",
    ),
  strayElement: (at: At, what: string, label: string, near: string | undefined, known: readonly string[]) =>
    diagnostic(
      "declare/stray-element",
      at,
      `gives a ${what} for ${label}, which is no element of its sets.`,
      meant(near, known.length ? `The elements are ${list(known)}.` : "It is over no set: give one value."),
    ),
  badPrior: (at: At, family: string, problem: string) =>
    diagnostic("declare/prior", at, `has a ${family} prior that ${problem}.`, "Mend the prior's numbers."),
  badNumber: (at: At, what: string, value: number) =>
    diagnostic("declare/number", at, `has ${what} ${value}, which is not finite.`, "Give a finite number."),
  badRange: (at: At, low: number, high: number) =>
    diagnostic(
      "declare/range",
      at,
      `has the range ${low} to ${high}, which is empty.`,
      "Write range: [lowest, highest].",
    ),
  outOfRange: (at: At, value: number, low: number, high: number) =>
    diagnostic(
      "declare/default",
      at,
      `has the default ${value}, outside its range ${low} to ${high}.`,
      "Move the default or widen the range.",
    ),
  badGap: (at: At, gap: string) =>
    diagnostic("declare/gap", at, `has the gap rule ${gap}.`, "The rules are hold, linear, zero, error."),

  notTable: (at: At, span: Span) =>
    diagnostic(
      "lookup/expected",
      at,
      "interpolates in what is not a lookup.",
      "The second input of interpolate is a lookup({...}).",
      [mark(span)],
    ),
  tableAsValue: (at: At, span: Span, table: string) =>
    diagnostic(
      "lookup/as-value",
      at,
      `uses the lookup ${table} as a value.`,
      `Read it at an input: interpolate(x, ${table}).`,
      [mark(span)],
    ),
  badOrder: (at: At, order: number) =>
    diagnostic("declare/order", at, `has order ${order}.`, "Give a whole number of stages, from 1 to 50."),
  badPoints: (at: At, problem: string) =>
    diagnostic(
      "declare/points",
      at,
      `${problem}.`,
      "Points are [input, output] pairs from left to right, at least two.",
    ),

  notCondition: (at: At, what: string, span: Span) =>
    diagnostic(
      "condition/expected",
      at,
      `uses as ${what} what is not a condition.`,
      "Compare it with something: x > 0.5.",
      [mark(span)],
    ),
  weeks: (at: At, call: string, span: Span, least: number) =>
    diagnostic(
      "time/weeks",
      at,
      `gives ${call} a time that is not a whole number of weeks, at least ${least}.`,
      `Write the number itself: ${call}(..., 13 week).`,
      [mark(span)],
    ),
  strayWeeks: (at: At, span: Span) =>
    diagnostic(
      "time/stray-weeks",
      at,
      "writes a number with a unit inside a formula.",
      "Bare numbers are pure; declare the time as a constant in week, or multiply by timeStep.",
      [mark(span)],
    ),

  noChange: (at: At) =>
    diagnostic(
      "stock/no-change",
      at,
      "is a stock that nothing changes.",
      "Export one balance(stock, f`...`) or assign(stock, f`...`), or declare it as a constant.",
    ),
  twoChanges: (at: At, first: string, second: string) =>
    diagnostic(
      "stock/two-changes",
      at,
      `is changed by both ${first} and ${second}.`,
      "Keep one: a stock has exactly one balance or one assign.",
    ),
  notAStock: (at: At, name: string, kind: string) =>
    diagnostic(
      "stock/not-a-stock",
      at,
      `changes ${name}, which is ${a(kind)}.`,
      "Only stocks have a balance or an assign.",
    ),

  unnamed: (at: At, span: Span, meaning: string) =>
    diagnostic(
      "name/unexported",
      at,
      `reads a quantity that no module of the model exports: "${meaning}".`,
      "Export it, and pass its module to model(...).",
      [mark(span)],
    ),
  twice: (at: At, second: string) =>
    diagnostic(
      "name/two-names",
      at,
      `is also exported as ${second}.`,
      "Export each quantity from one module, under one name.",
    ),
  badName: (at: At, name: string) =>
    diagnostic(
      "name/characters",
      at,
      `has a name that formulas could not show: ${name}.`,
      "Use letters, digits and _.",
    ),
  clash: (at: At, other: string) =>
    diagnostic("name/duplicate", at, `has the same name as ${other}.`, "Rename one of them."),
  sharedStream: (at: At, stream: string, other: string) =>
    diagnostic(
      "stream/shared",
      at,
      `draws from the stream "${stream}", as ${other} does: the two would be the same numbers.`,
      "Give each noise a stream of its own.",
    ),
  collidingStream: (at: At, stream: string, other: string, otherStream: string) =>
    diagnostic(
      "stream/collision",
      at,
      `draws from the stream "${stream}", which has the same hash as ${other}'s "${otherStream}".`,
      "Rename one of the streams.",
    ),
  reservedStream: (at: At, stream: string) =>
    diagnostic(
      "stream/reserved",
      at,
      `draws from the stream "${stream}", but streams that begin with prior/ belong to the priors.`,
      "Rename the stream.",
    ),

  loop: (at: At, cycle: readonly string[]) =>
    diagnostic(
      "loop/algebraic",
      at,
      `depends on itself within one step: ${cycle.join(" -> ")}.`,
      "Break the loop by a stock, or by a delay.",
    ),
  initialLoop: (at: At, cycle: readonly string[]) =>
    diagnostic(
      "loop/initial",
      at,
      `depends on itself at the start: ${cycle.join(" -> ")}.`,
      'Give one of the stocks an initial value of its own; a delay takes initial: "empty".',
    ),
  unused: (at: At, kind: string) =>
    diagnostic(
      "model/unused",
      at,
      `is ${a(kind)} that reaches no output or outcome.`,
      "Use it, record it in an output, or delete it.",
    ),
  noOutputs: (at: At) =>
    diagnostic(
      "model/no-outputs",
      at,
      "records nothing: it has no output and no outcome.",
      "Export at least one output({...}).",
    ),
};
