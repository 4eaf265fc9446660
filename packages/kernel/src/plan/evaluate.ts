import { numerics } from "@logjam/lang";

/** Operations that compute a value from one to three others, and nothing else. */
export type PureName =
  | "neg"
  | "abs"
  | "sqrt"
  | "exp"
  | "log"
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "min"
  | "max"
  | "pow"
  | "less"
  | "lessEqual"
  | "equal"
  | "select";

type Evaluate = (a: number, b: number, c: number) => number;

/** What each operation means for plain numbers, as `ir.ts` defines it; `select` takes condition, then, else. */
const MEANING: Record<PureName, Evaluate> = {
  neg: (a) => -a,
  abs: (a) => Math.abs(a),
  sqrt: (a) => Math.sqrt(a),
  exp: (a) => numerics.exp(a),
  log: (a) => numerics.log(a),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: (a, b) => (b < a ? b : a),
  max: (a, b) => (a < b ? b : a),
  pow: (a, b) => numerics.pow(a, b),
  less: (a, b) => (a < b ? 1 : 0),
  lessEqual: (a, b) => (a <= b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
  select: (a, b, c) => (a !== 0 ? b : c),
};

/** The value of a pure operation on numbers, to the bit. */
export function evaluatePure(op: PureName, operands: readonly number[]): number {
  return MEANING[op](operands[0]!, operands[1] ?? Number.NaN, operands[2] ?? Number.NaN);
}
