import type { Layout } from "../plan/layout.ts";
import type { Plan, Ring } from "../plan/plan.ts";
import type { Code } from "../wasm/code.ts";

/** Addresses within the rings of one function: locals that hold the byte offset of a step's row, set once per call. */
export interface RingRows {
  /** The local for the row `lag` steps ago (0: now) in rings of this size. */
  local(ring: Ring, lag: number): number;
  ringOf(node: number): { ring: Ring; offset: number };
}

/**
 * @param step local with the current step.
 * @param computed nodes of the function: lags among them are read.
 * @param kept nodes whose values the function stores.
 */
export function emitRingRows(
  code: Code,
  plan: Plan,
  layout: Layout,
  step: number,
  computed: readonly number[],
  kept: readonly number[],
): RingRows {
  const { nodes } = plan.program.values;
  const locals = new Map<string, number>();
  const ringOf = (node: number) => {
    const index = plan.rings.findIndex((ring) => ring.node === node);
    return { ring: plan.rings[index]!, offset: layout.rings[index]! };
  };
  const need = ({ size }: Ring, lag: number): void => {
    if (locals.has(`${size} ${lag}`)) return;
    const local = code.local("i32");
    // (step < lag ? 0 : step - lag) mod size: until the lag has passed, the value of the first step.
    code.i32(0).get(step).i32(lag).op("i32.sub").get(step).i32(lag).op("i32.lt_u", "select");
    code.i32(size).op("i32.rem_u").i32(layout.rowBytes).op("i32.mul").set(local);
    locals.set(`${size} ${lag}`, local);
  };
  const stored = new Set(kept);
  for (const ring of plan.rings) if (stored.has(ring.node)) need(ring, 0);
  for (const id of computed) {
    const node = nodes[id]!;
    if (node.op === "lag") need(ringOf(node.operands[0]!).ring, node.value);
  }
  return { ringOf, local: ({ size }, lag) => locals.get(`${size} ${lag}`)! };
}
