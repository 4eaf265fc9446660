import type { Node } from "../plan/graph.ts";
import type { Layout } from "../plan/layout.ts";
import type { Plan } from "../plan/plan.ts";
import type { Lanes } from "./lanes.ts";

/**
 * Writes a loop over the members of the tile, some vectors at a time; the body gets the local with the byte offset of
 * the first of them.
 */
export function eachMember(lanes: Lanes, layout: Layout, vectors: number, body: (p: number) => void): void {
  const { code, width } = lanes;
  const p = code.local("i32");
  code.i32(0).set(p);
  code.loop(() => {
    body(p);
    code
      .get(p)
      .i32(8 * width * vectors)
      .op("i32.add")
      .tee(p)
      .i32(layout.rowBytes)
      .op("i32.lt_u");
  });
}

/** Byte offsets of the rows of a tile, by what they hold. */
export interface Rows {
  /** Node -> offset within a row of the table of step-only values. */
  readonly shared: ReadonlyMap<number, number>;
  /** Position in `ir.states` -> row in the buffer of current states. */
  readonly state: ReadonlyMap<number, number>;
  /** Parameters, hoisted values, noise, and what another function of the step has computed. */
  readonly member: (node: Node) => number;
}

export function rowsOf(plan: Plan, layout: Layout): Rows {
  const at = (ids: readonly number[], base: number): Map<number, number> =>
    new Map(ids.map((id, i) => [id, base + i * layout.rowBytes]));
  const parameters = at(plan.parameters, layout.parameters);
  const hoisted = at(plan.hoisted, layout.hoisted);
  const crossing = at(plan.crossing, layout.crossing);
  const states = plan.program.states.map((state) => state.index);
  return {
    shared: new Map(plan.table.map((id, i) => [id, i * 8])),
    state: at(states, layout.states),
    member(node) {
      if (node.op === "parameter") return parameters.get(node.value)!;
      if (node.op === "draw") return layout.noise + plan.drawRow.get(node.value)! * layout.rowBytes;
      return (hoisted.get(node.id) ?? crossing.get(node.id))!;
    },
  };
}
