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
  /** Rows of a standing's past: the steps of all lags. */
  readonly pastRows: number;
  /** The lags whose past the kernel keeps: their first row there, and where they stand in memory. */
  readonly past: readonly PastRing[];
  readonly table: TableProgram;
  readonly startTable: TableProgram;
}

export interface PastRing {
  readonly row: number;
  readonly steps: number;
  /** Byte offset of the ring that holds it, and the ring's rows. */
  readonly offset: number;
  readonly size: number;
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
    pastRows: ir.lags.reduce((sum, lag) => sum + lag.steps, 0),
    past: pastRings(ir, plan, layout),
    table: tableProgram(values, plan.table),
    startTable: tableProgram(initials, plan.startTable),
  };
}

/** Lags of what no member changes are in the table of step-only values, which is made anew from the whole series. */
function pastRings(ir: Ir, plan: Plan, layout: Layout): PastRing[] {
  let row = 0;
  return ir.lags.flatMap(({ of, steps }) => {
    const first = row;
    row += steps;
    const ring = plan.rings.findIndex(({ node }) => node === plan.program.nodeOf.get(of));
    if (ring < 0 || plan.rings[ring]!.size <= steps) return [];
    return [{ row: first, steps, offset: layout.rings[ring]!, size: plan.rings[ring]!.size }];
  });
}
