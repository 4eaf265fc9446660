/** The model as a whole: changes of stocks, names, streams, loops, what nothing reads. */
import { type At, a, diagnostic } from "./at.ts";

export const structureErrors = {
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
