import { VARYING } from "../plan/graph.ts";
import type { Layout } from "../plan/layout.ts";
import type { Plan } from "../plan/plan.ts";
import type { Code } from "../wasm/code.ts";
import { emitExpressions, emitPassed, type Fetch } from "./expressions.ts";
import { Lanes, type Width } from "./lanes.ts";
import { emitRingRows, type RingRows } from "./rings.ts";
import { Stores } from "./stores.ts";
import { eachMember, type Rows, rowsOf } from "./tile.ts";

/** Parameters of the functions of a step: offset of the current states (0 or statesBytes), step, table row, output row. */
const [PARITY, STEP, TABLE, OUT] = [0, 1, 2, 3];

/** Where a value is kept at the end of the step it is computed in. */
interface Target {
  readonly in: "next" | "out" | "tile" | "ring";
  /** Byte offset of the row, or the position of the ring. */
  readonly at: number;
}

/** Writes the functions of a step; what they share is worked out once. */
export class StepWriter {
  readonly #width: Width;
  readonly #plan: Plan;
  readonly #layout: Layout;
  readonly #rows: Rows;
  readonly #targets: ReadonlyMap<number, readonly Target[]>;

  constructor(width: Width, plan: Plan, layout: Layout) {
    this.#width = width;
    this.#plan = plan;
    this.#layout = layout;
    this.#rows = rowsOf(plan, layout);
    this.#targets = targetsOf(plan, layout);
  }

  /** One group of the plan's equations for all members of the tile. */
  group(code: Code, group: readonly number[]): void {
    this.#forEach(code, group, group, (lanes, fetch, stores) => {
      emitExpressions(lanes, this.#plan.program.values, group, { fetch, stores });
    });
  }

  /**
   * Outputs, next states and remembered values that no equation computes: numbers, parameters, series, draws, states.
   * This comes first in a step, because in the first one a lag shows what has just been remembered.
   */
  passedOn(code: Code): void {
    const computed = new Set(this.#plan.groups.flat());
    const ids = [...this.#targets.keys()].filter((id) => !computed.has(id));
    this.#forEach(code, [], ids, (lanes, fetch, stores) => {
      for (const id of ids) emitPassed(lanes, this.#plan.program.values.nodes[id]!, { fetch, stores });
    });
  }

  #forEach(
    code: Code,
    computed: readonly number[],
    kept: readonly number[],
    body: (lanes: Lanes, fetch: Fetch, stores: Stores) => void,
  ): void {
    const lanes = new Lanes(code, this.#width);
    const layout = this.#layout;
    const at = { current: code.local("i32"), next: code.local("i32"), out: code.local("i32") };
    const rings = emitRingRows(code, this.#plan, layout, STEP, computed, kept);
    eachMember(lanes, layout, lanes.vectors, (tile) => {
      code.get(tile).get(PARITY).op("i32.add").set(at.current);
      code.get(tile).i32(layout.statesBytes).get(PARITY).op("i32.sub", "i32.add").set(at.next);
      code.get(tile).get(OUT).op("i32.add").set(at.out);
      const stores = new Stores(code);
      for (const id of kept) {
        for (const target of this.#targets.get(id) ?? []) {
          if (target.in !== "ring") stores.add(id, target.at, { ...at, tile }[target.in]);
          else stores.add(id, layout.rings[target.at]!, tile, rings.local(this.#plan.rings[target.at]!, 0));
        }
      }
      body(lanes, this.#fetcher(lanes, rings, new Set(computed), tile, at.current), stores);
    });
  }

  #fetcher(lanes: Lanes, rings: RingRows, here: ReadonlySet<number>, tile: number, current: number): Fetch {
    const rows = this.#rows;
    return (node, vector) => {
      const shared = node.rate < VARYING ? rows.shared.get(node.id) : undefined;
      if (node.op === "number") lanes.constant(node.value);
      else if (shared !== undefined) lanes.get(TABLE).loadShared(shared);
      else if (node.op === "state") lanes.get(current).load(rows.state.get(node.value)!, vector);
      else if (node.op === "lag" && here.has(node.id)) {
        const { ring, offset } = rings.ringOf(node.operands[0]!);
        lanes.get(tile).get(rings.local(ring, node.value)).code.op("i32.add");
        lanes.load(offset, vector);
      } else lanes.get(tile).load(rows.member(node), vector);
    };
  }
}

function targetsOf(plan: Plan, layout: Layout): Map<number, Target[]> {
  const targets = new Map<number, Target[]>();
  const add = (id: number, target: Target): void => {
    const known = targets.get(id);
    if (known) known.push(target);
    else targets.set(id, [target]);
  };
  const { states, outputs } = plan.program;
  for (const [i, state] of states.entries()) add(state.next, { in: "next", at: layout.states + i * layout.rowBytes });
  for (const [i, output] of outputs.entries()) add(output.node, { in: "out", at: i * layout.rowBytes });
  for (const [i, id] of plan.crossing.entries()) add(id, { in: "tile", at: layout.crossing + i * layout.rowBytes });
  for (const [i, ring] of plan.rings.entries()) add(ring.node, { in: "ring", at: i });
  return targets;
}
