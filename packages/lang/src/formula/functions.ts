/**
 * The functions of the formula language. `rule` says which units the inputs need and which unit comes out:
 * `pure` pure numbers to a pure number; `same` inputs of one unit, given back; `root` halves the exponents;
 * `gate` inputs of one unit to a pure number; the others are about time and take whole weeks as their last input.
 */
export interface FunctionEntry {
  readonly inputs: readonly [least: number, most: number];
  readonly rule: "pure" | "same" | "root" | "gate" | "choice" | "history" | "lookup";
  readonly form: string;
}

export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  min: { inputs: [2, 99], rule: "same", form: "min(a, b, ...)" },
  max: { inputs: [2, 99], rule: "same", form: "max(a, b, ...)" },
  abs: { inputs: [1, 1], rule: "same", form: "abs(x)" },
  sqrt: { inputs: [1, 1], rule: "root", form: "sqrt(x)" },
  exp: { inputs: [1, 1], rule: "pure", form: "exp(x)" },
  log: { inputs: [1, 1], rule: "pure", form: "log(x)" },
  pow: { inputs: [2, 2], rule: "pure", form: "pow(base, exponent)" },
  softplus: { inputs: [1, 1], rule: "pure", form: "softplus(x)" },
  gate: { inputs: [3, 3], rule: "gate", form: "gate(x, threshold, width)" },
  if: { inputs: [3, 3], rule: "choice", form: "if(condition, value, otherwise)" },
  interpolate: { inputs: [2, 2], rule: "lookup", form: "interpolate(x, table)" },
  lag: { inputs: [2, 2], rule: "history", form: "lag(x, 4 week)" },
  rollingSum: { inputs: [2, 2], rule: "history", form: "rollingSum(x, 13 week)" },
  forWeeks: { inputs: [2, 2], rule: "history", form: "forWeeks(condition, 8 week)" },
  ever: { inputs: [1, 1], rule: "history", form: "ever(condition)" },
  everBy: { inputs: [2, 2], rule: "history", form: "everBy(condition, 52 week)" },
  firstWeek: { inputs: [1, 1], rule: "history", form: "firstWeek(condition)" },
};

export const REDUCTIONS = ["sum", "mean", "min", "max"] as const;

/** What firstWeek gives for what has not happened yet: far beyond any horizon, so that `firstWeek(c) <= 52` is false. */
export const NEVER = 1e6;
