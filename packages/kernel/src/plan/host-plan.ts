import type { Ir } from "@logjam/lang";
import type { Layout } from "./layout.ts";
import type { Plan } from "./plan.ts";
import { type TableProgram, tableProgram } from "./table.ts";

/** What the host must know to feed a kernel and to read it: plain data, sent to workers and stored beside the bytes. */
export interface HostPlan {
  readonly layout: Layout;
  /** Recorded outputs per step. */
  readonly outputCount: number;
  /** Row in memory -> position in `ir.parameters`. */
  readonly parameters: readonly number[];
  /** Row in memory -> position in `ir.states`. */
  readonly states: readonly number[];
  /** All states of the model, also those that are not computed. */
  readonly stateCount: number;
  readonly seriesCount: number;
  readonly table: TableProgram;
  readonly startTable: TableProgram;
}

export function hostPlan(ir: Ir, plan: Plan, layout: Layout): HostPlan {
  const { values, initials, states, outputs } = plan.program;
  return {
    layout,
    outputCount: outputs.length,
    parameters: plan.parameters,
    states: states.map((state) => state.index),
    stateCount: ir.states.length,
    seriesCount: ir.series.length,
    table: tableProgram(values, plan.table),
    startTable: tableProgram(initials, plan.startTable),
  };
}
