/**
 * The intermediate representation (IR) of a checked model: every index set is written out, every formula is a list of
 * scalar operations in static single assignment, in an order in which operands always come first.
 *
 * It is the contract between the language and its executors. The reference interpreter defines what it means; every
 * kernel must agree with the interpreter to the bit, so each operation below is defined to the bit (see `numerics.ts`
 * for exp, log, pow; `random.ts` for draws):
 *
 * - `add sub mul div neg abs sqrt` are IEEE 754 binary64, rounded to nearest, never fused.
 * - `min(a, b)` is `b < a ? b : a`; `max(a, b)` is `a < b ? b : a` (so a NaN in `a` stays, a NaN in `b` is dropped).
 * - `less`, `lessEqual`, `equal` give 1 or 0. `select(c, a, b)` is `c != 0 ? a : b` (so a NaN condition gives `a`).
 * - `lag` is the value that operation `lags[index].of` had `lags[index].steps` steps ago; before that many steps have
 *   passed, the value it had in the first step.
 *
 * One step t = 0, 1, ...: evaluate `values` in order from the states at t; record `outputs`; then every state takes
 * its `next`. So the record of step 0 shows the initial state, and the flows of the first week.
 */
export type Op =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "parameter" | "series" | "draw" | "state" | "lag"; readonly index: number }
  /** The number of steps since the start, as a float: 0, 1, 2, ... */
  | { readonly op: "step" }
  | { readonly op: UnaryName; readonly a: number }
  | { readonly op: BinaryName; readonly a: number; readonly b: number }
  | { readonly op: "select"; readonly c: number; readonly a: number; readonly b: number };

export type UnaryName = "neg" | "abs" | "sqrt" | "exp" | "log";
export type BinaryName = "add" | "sub" | "mul" | "div" | "min" | "max" | "pow" | "less" | "lessEqual" | "equal";

/** One random number per member and step, named by its stream, so that adding a draw disturbs no other. */
export interface Draw {
  readonly stream: string;
  /** Position within the stream's index sets; 0 for a scalar stream. */
  readonly element: number;
  readonly kind: "normal" | "uniform";
}

export interface State {
  readonly name: string;
  readonly unit: string;
  /** Index into `initials`: the value at step 0. */
  readonly initial: number;
  /** Index into `values`: the value at the next step. */
  readonly next: number;
}

export interface Lag {
  /** Index into `values`; it comes earlier in the order than the `lag` operation that reads it. */
  readonly of: number;
  /** Whole steps, at least 1. */
  readonly steps: number;
}

export interface Output {
  readonly name: string;
  readonly unit: string;
  /** Index into `values`. */
  readonly value: number;
}

export interface Ir {
  readonly format: 1;
  readonly name: string;
  /** Scalar names such as `fires.lethality[ua]`; a member brings one value for each. */
  readonly parameters: readonly string[];
  /** Exogenous values, levers included: the same for all members of a run, one value per step. */
  readonly series: readonly string[];
  readonly draws: readonly Draw[];
  readonly lags: readonly Lag[];
  /** Operations over numbers, parameters and (at step 0) series only; evaluated once per member. */
  readonly initials: readonly Op[];
  readonly values: readonly Op[];
  readonly states: readonly State[];
  readonly outputs: readonly Output[];
  /** Names for the operations that compute a named quantity: index into `values` -> `subject.name[element]`. */
  readonly names: Readonly<Record<number, string>>;
}
