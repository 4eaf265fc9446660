import type { Layout } from "../plan/layout.ts";
import type { Plan } from "../plan/plan.ts";
import type { Code } from "../wasm/code.ts";
import { emitExpressions, emitPassed, type Fetch } from "./expressions.ts";
import { Lanes, type Width } from "./lanes.ts";
import { Stores } from "./stores.ts";
import { eachMember, rowsOf } from "./tile.ts";

/** The function that runs once per tile: values that no step changes, then states at step 0. */
export function emitStart(code: Code, width: Width, plan: Plan, layout: Layout): void {
  const lanes = new Lanes(code, width);
  const rows = rowsOf(plan, layout);
  const { values, initials, states } = plan.program;
  const startRow = new Map(plan.startTable.map((id, i) => [id, layout.startTable + i * 8]));
  eachMember(lanes, layout, lanes.vectors, (p) => {
    const fetch: Fetch = (node, vector) => {
      if (node.op === "number") lanes.constant(node.value);
      else if (node.op === "parameter") lanes.get(p).load(rows.member(node), vector);
      else {
        code.i32(0);
        lanes.loadShared(startRow.get(node.id)!);
      }
    };
    const hoisted = new Stores(code);
    for (const [i, id] of plan.hoisted.entries()) hoisted.add(id, layout.hoisted + i * layout.rowBytes, p);
    emitExpressions(lanes, values, plan.memberOrder, { fetch, stores: hoisted });
    const first = new Stores(code);
    for (const [i, state] of states.entries()) first.add(state.initial, layout.states + i * layout.rowBytes, p);
    emitExpressions(lanes, initials, plan.initialOrder, { fetch, stores: first });
    const computed = new Set(plan.initialOrder);
    for (const id of first.nodes)
      if (!computed.has(id)) emitPassed(lanes, initials.nodes[id]!, { fetch, stores: first });
  });
}
