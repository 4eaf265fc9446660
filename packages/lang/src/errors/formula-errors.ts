/** Formulas: text, units, tables, conditions, time. */
import type { Span } from "../formula/node.ts";
import type { FormulaSyntaxError } from "../formula/syntax-error.ts";
import { type Dimension, showDimension } from "../units/dimension.ts";
import { type At, diagnostic, mark } from "./at.ts";

export const formulaErrors = {
  syntax: (at: At, { code, span, message, next }: FormulaSyntaxError) =>
    diagnostic(code, at, `${message}.`, next ?? "Mend the formula's text.", [mark(span)]),
  notFormula: (at: At, found: string) =>
    diagnostic("formula/not-a-formula", at, `has ${found} for a formula.`, "Write it as a template: f`...`."),
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
  unnamed: (at: At, span: Span, meaning: string) =>
    diagnostic(
      "name/unexported",
      at,
      `reads a quantity that no module of the model exports: "${meaning}".`,
      "Export it, and pass its module to model(...).",
      [mark(span)],
    ),
};
