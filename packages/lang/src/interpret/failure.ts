import type { Ir } from "../ir/ir.ts";
import type { RunInput } from "../ir/run.ts";
import { LANES } from "./execute.ts";
import { machineFor, runQuad } from "./interpret.ts";
import { operandsOf } from "./program.ts";

export interface Failure {
  readonly member: number;
  /** The step in which the first number that is not finite appeared. */
  readonly step: number;
  /** The named quantity that it is, or is part of. */
  readonly quantity: string;
  readonly operation: string;
  readonly value: number;
  /** What the operation worked on, by name where it has one. */
  readonly operands: readonly { readonly name: string; readonly value: number }[];
}

/** Re-runs a member and reports the first non-finite number on which a recorded output rests; undefined if there is none. */
export function findFailure(input: RunInput, member: number): Failure | undefined {
  const { ir } = input;
  const machine = machineFor(input);
  const matters = ancestorsOfOutputs(ir);
  const identity = (input.firstMember ?? 0) + member;
  const current = (k: number): number => machine.values[k * LANES + (identity % LANES)]!;
  let failure: Failure | undefined;
  runQuad(machine, Math.floor(identity / LANES), (step) => {
    if (failure) return;
    const index = ir.values.findIndex((_, k) => matters[k] === 1 && !Number.isFinite(current(k)));
    if (index < 0) return;
    const op = ir.values[index]!;
    const operands = operandsOf(op).map((k) => ({ name: nameOf(ir, k), value: current(k) }));
    failure = { member, step, quantity: owner(ir, index), operation: op.op, value: current(index), operands };
  });
  return failure;
}

/** Marks the operations on which recorded outputs rest, through states and lags too. */
function ancestorsOfOutputs(ir: Ir): Uint8Array {
  const marked = new Uint8Array(ir.values.length);
  const waiting = ir.outputs.map(({ value }) => value);
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (marked[index] === 1) continue;
    marked[index] = 1;
    const op = ir.values[index]!;
    waiting.push(...operandsOf(op));
    if (op.op === "lag") waiting.push(ir.lags[op.index]!.of);
    if (op.op === "state") waiting.push(ir.states[op.index]!.next);
  }
  return marked;
}

function nameOf(ir: Ir, index: number): string {
  const op = ir.values[index]!;
  if (op.op === "parameter") return ir.parameters[op.index]!;
  if (op.op === "series") return ir.series[op.index]!;
  if (op.op === "state") return ir.states[op.index]!.name;
  if (op.op === "number") return "number";
  return ir.names[index] ?? op.op;
}

/** The name of an operation, or else of the first named one that follows from it. */
function owner(ir: Ir, index: number): string {
  const own = ir.values[index]!;
  if (ir.names[index] !== undefined || own.op === "parameter" || own.op === "series" || own.op === "state")
    return nameOf(ir, index);
  const touched = new Uint8Array(ir.values.length);
  touched[index] = 1;
  for (let k = index + 1; k < ir.values.length; k++) {
    if (!operandsOf(ir.values[k]!).some((operand) => touched[operand] === 1)) continue;
    touched[k] = 1;
    if (ir.names[k] !== undefined) return ir.names[k]!;
  }
  return nameOf(ir, index);
}
