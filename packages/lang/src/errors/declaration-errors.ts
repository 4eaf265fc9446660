/** Declarations: fields, units, numbers. */
import { type At, a, diagnostic, list, meant } from "./at.ts";

export const declarationErrors = {
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
  notPerWeek: (at: At, unit: string) =>
    diagnostic(
      "unit/not-per-week",
      at,
      `is a flow in ${unit}, which is not per week.`,
      "A flow moves something per week; declare what is not a flow as an auxiliary.",
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
  badOrder: (at: At, order: number) =>
    diagnostic("declare/order", at, `has order ${order}.`, "Give a whole number of stages, from 1 to 50."),
  badPoints: (at: At, problem: string) =>
    diagnostic(
      "declare/points",
      at,
      `${problem}.`,
      "Points are [input, output] pairs from left to right, at least two.",
    ),
};
