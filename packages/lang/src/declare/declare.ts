/** The declarations that an author writes. Each is data; what is wrong with it is found by `checkModel`. */
import type { Law } from "../laws/law.ts";
import { placeOfCallTo } from "../place.ts";
import type { Prior } from "../priors/prior.ts";
import type { ByElement } from "../sets/elements.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { type FormulaSource, type GapRule, Quantity } from "./quantity.ts";

interface Stated {
  /** Index sets, outermost first; left out for a scalar. */
  readonly over?: readonly IndexSet[];
  /** A unit such as `person/(km*week)`; `1` for a pure number. */
  readonly unit: string;
  /** What it stands for, in one plain sentence. */
  readonly meaning: string;
}

interface Sourced extends Stated {
  /** Where the number comes from: a reference, or an evidence identifier. */
  readonly source: string;
}

/** An uncertain number, the same at every step; one prior for all elements, or one each. */
export function parameter(declared: Sourced & { readonly prior: ByElement<Prior> }): Quantity {
  return new Quantity({ kind: "parameter", prior: declared.prior }, { ...declared, place: placeOfCallTo(parameter) });
}

/** A known number, in the declared unit; one for all elements, or one each. */
export function constant(declared: Sourced & { readonly value: ByElement<number> }): Quantity {
  return new Quantity({ kind: "constant", value: declared.value }, { ...declared, place: placeOfCallTo(constant) });
}

/** A policy input: exogenous, one value per step, set by a scenario within its range; otherwise its default. */
export function lever(
  declared: Sourced & { readonly range: readonly [low: number, high: number]; readonly default: ByElement<number> },
): Quantity {
  const { range, default: standard } = declared;
  return new Quantity({ kind: "lever", range, default: standard }, { ...declared, place: placeOfCallTo(lever) });
}

/** Exogenous data, one value per step, with a rule for its gaps. */
export function series(declared: Sourced & { readonly gap: GapRule }): Quantity {
  return new Quantity({ kind: "series", gap: declared.gap }, { ...declared, place: placeOfCallTo(series) });
}

/** A state of the model. Its change is stated apart, by exactly one `balance` or `assign`. */
export function stock(
  declared: Stated & { readonly initial: FormulaSource | ByElement<number>; readonly laws?: readonly Law[] },
): Quantity {
  return new Quantity({ kind: "stock", initial: declared.initial }, { ...declared, place: placeOfCallTo(stock) });
}

interface Computed extends Stated {
  readonly formula: FormulaSource;
  readonly laws?: readonly Law[];
}

/** A quantity computed from others within the step. */
export function auxiliary(declared: Computed): Quantity {
  return new Quantity(
    { kind: "auxiliary", formula: declared.formula },
    { ...declared, place: placeOfCallTo(auxiliary) },
  );
}

/** A quantity that moves per week, to be used in balances. */
export function flow(declared: Computed): Quantity {
  return new Quantity({ kind: "flow", formula: declared.formula }, { ...declared, place: placeOfCallTo(flow) });
}

/** A quantity that a run records. */
export function output(declared: Computed): Quantity {
  return new Quantity({ kind: "output", formula: declared.formula }, { ...declared, place: placeOfCallTo(output) });
}

/** A condition over the run (0 or 1) that questions are asked about, recorded at every step. */
export function outcome(declared: {
  readonly over?: readonly IndexSet[];
  readonly meaning: string;
  readonly title: string;
  readonly formula: FormulaSource;
  /** Whom it favours, as the model's own label: `ua`, `ru`, `neither`. */
  readonly favours?: string;
}): Quantity {
  const { formula, title, favours } = declared;
  const definition = { kind: "outcome", formula, title, ...(favours === undefined ? {} : { favours }) } as const;
  return new Quantity(definition, { ...declared, unit: "1", place: placeOfCallTo(outcome) });
}

/** A pure random number, drawn anew each step and for each element: standard normal, or uniform on (0, 1). */
export function noise(declared: {
  readonly over?: readonly IndexSet[];
  /** The stream's name: it must be the model's only one of that name. */
  readonly stream: string;
  readonly kind: "normal" | "uniform";
  readonly meaning: string;
}): Quantity {
  const definition = { kind: "noise", stream: declared.stream, draw: declared.kind } as const;
  return new Quantity(definition, { ...declared, unit: "1", place: placeOfCallTo(noise) });
}
