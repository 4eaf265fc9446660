import type { Ir } from "@logjam/lang";
import { lagCycle } from "../errors.ts";
import { addOp, Graph } from "./graph.ts";

/** The part of a model that the recorded outputs depend on, as two graphs of values. */
export interface Program {
  /** What is computed each step. */
  readonly values: Graph;
  /** What is computed once per member, from parameters and from series at step 0. */
  readonly initials: Graph;
  readonly outputs: readonly { readonly name: string; readonly node: number }[];
  /** States that are needed: position in the model, value at step 0 (in `initials`) and at the next step (in `values`). */
  readonly states: readonly { readonly index: number; readonly initial: number; readonly next: number }[];
  /** For each needed operation of `ir.values` its node. */
  readonly nodeOf: ReadonlyMap<number, number>;
}

/** @param outputs positions in `ir.outputs`. @param allStates keep states that no output depends on. */
export function readProgram(ir: Ir, outputs: readonly number[], allStates: boolean): Program {
  const { needed, states } = reach(ir, outputs, allStates);
  const values = new Graph();
  const nodeOf = new Map<number, number>();
  const underWay = new Set<number>();
  // Lags may point forward, so operations are added when first asked for, with a stack of our own.
  const visit = (root: number): number => {
    const stack = [root];
    while (stack.length > 0) {
      const index = stack[stack.length - 1]!;
      if (nodeOf.has(index)) {
        stack.pop();
        continue;
      }
      const missing = operandsOf(ir, index).filter((operand) => !nodeOf.has(operand));
      if (missing.length > 0) {
        if (underWay.has(index)) throw lagCycle(ir.names[index] ?? `operation ${index}`);
        underWay.add(index);
        stack.push(...missing.reverse());
        continue;
      }
      const op = ir.values[index]!;
      const node =
        op.op === "lag"
          ? values.lag(nodeOf.get(ir.lags[op.index]!.of)!, ir.lags[op.index]!.steps)
          : addOp(values, op, (operand) => nodeOf.get(operand)!);
      nodeOf.set(index, node);
      stack.pop();
    }
    return nodeOf.get(root)!;
  };
  for (const index of [...needed].sort((a, b) => a - b)) visit(index);
  const initials = new Graph();
  const initialNodes: number[] = [];
  for (const op of ir.initials) {
    if (op.op !== "lag") initialNodes.push(addOp(initials, op, (operand) => initialNodes[operand]!));
  }
  return {
    values,
    initials,
    outputs: outputs.map((index) => ({ name: ir.outputs[index]!.name, node: visit(ir.outputs[index]!.value) })),
    states: states.map((index) => ({
      index,
      initial: initialNodes[ir.states[index]!.initial]!,
      next: visit(ir.states[index]!.next),
    })),
    nodeOf,
  };
}

/** Positions in `ir.values` an operation reads, the remembered one of a lag included. */
export function operandsOf(ir: Ir, index: number): number[] {
  const op = ir.values[index]!;
  if (op.op === "lag") return [ir.lags[op.index]!.of];
  if (op.op === "select") return [op.c, op.a, op.b];
  if ("b" in op) return [op.a, op.b];
  return "a" in op ? [op.a] : [];
}

/** What the outputs depend on, through states and lags too. */
function reach(ir: Ir, outputs: readonly number[], allStates: boolean): { needed: Set<number>; states: number[] } {
  const needed = new Set<number>();
  const states = new Set<number>();
  const work = outputs.map((index) => ir.outputs[index]!.value);
  const addState = (index: number): void => {
    if (states.has(index)) return;
    states.add(index);
    work.push(ir.states[index]!.next);
  };
  if (allStates) for (const index of ir.states.keys()) addState(index);
  for (let index = work.pop(); index !== undefined; index = work.pop()) {
    if (needed.has(index)) continue;
    needed.add(index);
    const op = ir.values[index]!;
    if (op.op === "state") addState(op.index);
    work.push(...operandsOf(ir, index));
  }
  return { needed, states: [...states].sort((a, b) => a - b) };
}
