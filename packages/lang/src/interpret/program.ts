/** The operations of an IR as flat arrays, for an interpreter that neither allocates nor generates code. */
import type { Ir, Op } from "../ir/ir.ts";
import { LANES } from "./execute.ts";

/** Every operation; its place in the list is its code in `execute`. */
export const OPERATIONS = [
  "number",
  "parameter",
  "series",
  "draw",
  "state",
  "lag",
  "step",
  "neg",
  "abs",
  "sqrt",
  "exp",
  "log",
  "add",
  "sub",
  "mul",
  "div",
  "min",
  "max",
  "pow",
  "less",
  "lessEqual",
  "equal",
  "select",
] as const satisfies readonly Op["op"][];

const CODE: ReadonlyMap<string, number> = new Map(OPERATIONS.map((name, code) => [name, code]));

/** Operations in order: codes, and where in the arrays of lanes results and operands stand. */
export interface Program {
  readonly codes: Uint8Array;
  readonly results: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

/** The operations that `keep` accepts, in order. */
export function programOf(ops: readonly Op[], keep: (op: Op, index: number) => boolean): Program {
  const kept = ops.flatMap((op, index) => (keep(op, index) ? [{ op, index }] : []));
  const field = (read: (op: Op) => number) => Int32Array.from(kept, ({ op }) => LANES * read(op));
  return {
    codes: Uint8Array.from(kept, ({ op }) => CODE.get(op.op)!),
    results: Int32Array.from(kept, ({ index }) => LANES * index),
    a: field((op) => ("index" in op ? op.index : "a" in op ? op.a : 0)),
    b: field((op) => ("b" in op ? op.b : 0)),
    c: field((op) => ("c" in op ? op.c : 0)),
  };
}

/** The values before anything has run: numbers stand, everything else is 0. [operation][lane]. */
export function withNumbers(ops: readonly Op[]): Float64Array {
  const values = new Float64Array(LANES * ops.length);
  ops.forEach((op, k) => {
    if (op.op === "number") values.fill(op.value, LANES * k, LANES * (k + 1));
  });
  return values;
}

export interface Programs {
  /** What numbers and parameters alone decide: once per member. */
  readonly once: Program;
  /** The rest: every step. */
  readonly step: Program;
  readonly initial: Program;
}

export function programsOf(ir: Ir): Programs {
  const steady: boolean[] = [];
  for (const op of ir.values) steady.push(isSteady(op, steady));
  return {
    once: programOf(ir.values, ({ op }, k) => op !== "number" && steady[k]!),
    step: programOf(ir.values, (_, k) => !steady[k]),
    initial: programOf(ir.initials, ({ op }) => op !== "number"),
  };
}

function isSteady(op: Op, steady: readonly boolean[]): boolean {
  if (op.op === "number" || op.op === "parameter") return true;
  return "a" in op && operandsOf(op).every((operand) => steady[operand]);
}

/** The operations that an operation works on. */
export const operandsOf = (op: Op): readonly number[] =>
  "c" in op ? [op.c, op.a, op.b] : "b" in op ? [op.a, op.b] : "a" in op ? [op.a] : [];
