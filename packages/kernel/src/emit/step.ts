import { VARYING } from "../plan/graph.ts";
import type { Layout } from "../plan/layout.ts";
import type { Plan } from "../plan/plan.ts";
import type { Code } from "../wasm/code.ts";
import { emitExpressions, emitPassed, type Fetch } from "./expressions.ts";
import { Lanes, type Width } from "./lanes.ts";
import { emitRingRows, type RingRows } from "./rings.ts";
import { Stores } from "./stores.ts";
import { eachMember, rowsOf } from "./tile.ts";

/** Parameters of the functions of a step: offset of the current states (0 or statesBytes), step, table row, output row. */
const [PARITY, STEP, TABLE, OUT] = [0, 1, 2, 3];

/** One function of a step: a group of the plan's equations for all members of the tile. */
export function emitGroup(code: Code, width: Width, plan: Plan, layout: Layout, group: readonly number[]): void {
  emitForEach(code, width, plan, layout, group, (lanes, fetch, stores) => {
    emitExpressions(lanes, plan.program.values, group, { fetch, stores });
  });
}

/**
 * Outputs, next states and remembered values that no equation computes: numbers, parameters, series, draws, states.
 * This comes first in a step, because in the first one a lag shows what has just been remembered.
 */
export function emitPassedOn(code: Code, width: Width, plan: Plan, layout: Layout): void {
  const computed = new Set(plan.groups.flat());
  emitForEach(code, width, plan, layout, [], (lanes, fetch, stores) => {
    for (const id of stores.nodes) {
      if (!computed.has(id)) emitPassed(lanes, plan.program.values.nodes[id]!, { fetch, stores });
    }
  });
}

type Body = (lanes: Lanes, fetch: Fetch, stores: Stores) => void;

function emitForEach(code: Code, width: Width, plan: Plan, layout: Layout, order: readonly number[], body: Body): void {
  const lanes = new Lanes(code, width);
  const [current, next, outHere] = [code.local("i32"), code.local("i32"), code.local("i32")];
  const rings = emitRingRows(code, plan, layout, STEP, order);
  eachMember(lanes, layout, lanes.vectors, (p) => {
    code.get(p).get(PARITY).op("i32.add").set(current);
    code.get(p).i32(layout.statesBytes).get(PARITY).op("i32.sub", "i32.add").set(next);
    code.get(p).get(OUT).op("i32.add").set(outHere);
    const fetch = fetcher(lanes, plan, layout, rings, new Set(order), { p, current });
    body(lanes, fetch, storesOf(code, plan, layout, rings, { p, next, outHere }));
  });
}

function fetcher(
  lanes: Lanes,
  plan: Plan,
  layout: Layout,
  rings: RingRows,
  here: ReadonlySet<number>,
  at: { readonly p: number; readonly current: number },
): Fetch {
  const rows = rowsOf(plan, layout);
  return (node, vector) => {
    if (node.op === "number") lanes.constant(node.value);
    else if (node.rate < VARYING && rows.shared.has(node.id)) lanes.get(TABLE).loadShared(rows.shared.get(node.id)!);
    else if (node.op === "state") lanes.get(at.current).load(rows.state.get(node.value)!, vector);
    else if (node.op === "lag" && here.has(node.id)) {
      const { ring, offset } = rings.ringOf(node.operands[0]!);
      lanes.get(at.p).get(rings.local(ring, node.value)).code.op("i32.add");
      lanes.load(offset, vector);
    } else lanes.get(at.p).load(rows.member(node), vector);
  };
}

function storesOf(
  code: Code,
  plan: Plan,
  layout: Layout,
  rings: RingRows,
  at: { readonly p: number; readonly next: number; readonly outHere: number },
): Stores {
  const stores = new Stores(code);
  for (const [i, state] of plan.program.states.entries())
    stores.add(state.next, layout.states + i * layout.rowBytes, at.next);
  for (const [i, output] of plan.program.outputs.entries()) stores.add(output.node, i * layout.rowBytes, at.outHere);
  for (const [i, id] of plan.crossing.entries()) stores.add(id, layout.crossing + i * layout.rowBytes, at.p);
  for (const [i, ring] of plan.rings.entries()) stores.add(ring.node, layout.rings[i]!, at.p, rings.local(ring, 0));
  return stores;
}
