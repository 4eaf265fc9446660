/** Index sets, elements and mappings. */
import type { Span } from "../formula/node.ts";
import { type At, diagnostic, list, mark } from "./at.ts";

export const setErrors = {
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
};
