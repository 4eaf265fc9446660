/** The IR's step as flat arrays, for an interpreter that neither allocates nor generates code. */
import type { Ir, Op } from "../ir/ir.ts";

export const OPCODES = [
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
] as const;

/** Operations in order: what to do, and up to three operands (positions of values, or an index). */
export interface Program {
  readonly codes: Uint8Array;
  /** Position of the result of each operation. */
  readonly results: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

const CODE = new Map<string, number>(OPCODES.map((name, code) => [name, code]));

/** The operations that `keep` accepts, in order. */
export function programOf(ops: readonly Op[], keep: (op: Op) => boolean): Program {
  const kept = ops.flatMap((op, result) => (keep(op) ? [{ op, result }] : []));
  const field = (read: (op: Op) => number) => Int32Array.from(kept, ({ op }) => read(op));
  return {
    codes: Uint8Array.from(kept, ({ op }) => CODE.get(op.op)!),
    results: Int32Array.from(kept, ({ result }) => result),
    a: field((op) => ("index" in op ? op.index : "a" in op ? op.a : 0)),
    b: field((op) => ("b" in op ? op.b : 0)),
    c: field((op) => ("c" in op ? op.c : 0)),
  };
}

/** What changes within a member's run; numbers and parameters are set once. */
export const stepProgram = (ir: Ir): Program => programOf(ir.values, ({ op }) => op !== "number" && op !== "parameter");
export const initialProgram = (ir: Ir): Program => programOf(ir.initials, ({ op }) => op !== "number");
