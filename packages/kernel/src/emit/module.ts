import { type Ir, streamHash } from "@logjam/lang";
import type { Graph, Node } from "../plan/graph.ts";
import { VARYING } from "../plan/graph.ts";
import type { Layout } from "../plan/layout.ts";
import { GROUP_OF_DRAWS, type Plan } from "../plan/plan.ts";
import type { Code } from "../wasm/code.ts";
import { ModuleEncoder } from "../wasm/encoder.ts";
import { emitExpressions } from "./expressions.ts";
import { Lanes, type Width } from "./lanes.ts";
import { type DrawGroups, emitNoise } from "./noise.ts";
import { firstRoundConstants } from "./philox.ts";

/**
 * The module: `start()` computes what a member needs once and its states at step 0; `advance(steps, firstQuad, table,
 * out)` runs all steps of a tile. `table` is the address of [step][table value], `out` of [step][output][member].
 */
export function emitModule(ir: Ir, plan: Plan, layout: Layout, width: Width): Uint8Array<ArrayBuffer> {
  const module = new ModuleEncoder();
  const draws = drawGroups(ir, plan);
  module.data({ offset: layout.drawConstants, bytes: drawConstants(ir, plan) });
  const noise =
    plan.draws.length === 0 ? undefined : module.add(["i32", "i32"], (code) => emitNoise(code, width, layout, draws));
  const groups = plan.groups.map((_, index) =>
    module.add(["i32", "i32", "i32", "i32"], (code) => emitGroup(code, width, plan, layout, index)),
  );
  const settle = module.add(["i32", "i32", "i32", "i32"], (code) => emitGroup(code, width, plan, layout, -1));
  module.add([], (code) => emitStart(code, width, plan, layout), "start");
  module.add(
    ["i32", "i32", "i32", "i32"],
    (code) => emitAdvance(code, plan, layout, noise, [settle, ...groups]),
    "advance",
  );
  return module.finish(layout.end);
}

function drawGroups(ir: Ir, plan: Plan): DrawGroups {
  const normals = plan.draws.filter((draw) => ir.draws[draw]!.kind === "normal").length;
  return {
    normal: Math.ceil(normals / GROUP_OF_DRAWS),
    uniform: Math.ceil((plan.draws.length - normals) / GROUP_OF_DRAWS),
  };
}

function drawConstants(ir: Ir, plan: Plan): Uint8Array {
  const { normal, uniform } = drawGroups(ir, plan);
  const words = new Uint32Array((normal + uniform) * 12);
  const rows = [...plan.drawRow];
  for (let group = 0; group < normal + uniform; group++) {
    const members = rows
      .filter(([, row]) => Math.floor(row / GROUP_OF_DRAWS) === group)
      .map(([draw]) => ({ stream: streamHash(ir.draws[draw]!.stream), element: ir.draws[draw]!.element }));
    words.set(firstRoundConstants(members), group * 12);
  }
  return new Uint8Array(words.buffer);
}

/** Writes a loop over the members of the tile; the body gets the local with the byte offset of the first of a vector. */
function eachMember(code: Code, width: Width, layout: Layout, body: (p: number) => void): void {
  const p = code.local("i32");
  code.i32(0).set(p);
  code.loop(() => {
    body(p);
    code
      .get(p)
      .i32(8 * width)
      .op("i32.add")
      .tee(p)
      .i32(layout.rowBytes)
      .op("i32.lt_u");
  });
}

/** Parameters: offset of the current states' buffer (0 or statesBytes), step, table row, output row. */
function emitGroup(code: Code, width: Width, plan: Plan, layout: Layout, index: number): void {
  const [parity, step, table, out] = [0, 1, 2, 3];
  const lanes = new Lanes(code, width);
  const { values, outputs, states } = plan.program;
  const order = index < 0 ? [] : plan.groups[index]!;
  const [current, next, outHere] = [code.local("i32"), code.local("i32"), code.local("i32")];
  const here = new Set(order);
  const rows = rowsOf(plan, layout);
  const ringIndex = ringAddresses(code, plan, layout, step, values, order);
  eachMember(code, width, layout, (p) => {
    code.get(p).get(parity).op("i32.add").set(current);
    code.get(p).i32(layout.statesBytes).get(parity).op("i32.sub", "i32.add").set(next);
    code.get(p).get(out).op("i32.add").set(outHere);
    const stores = new Map<number, (() => number)[]>();
    const addStore = (id: number, local: number, offset: number): void => {
      const store = (): number => {
        code.get(local);
        return offset;
      };
      stores.set(id, [...(stores.get(id) ?? []), store]);
    };
    states.forEach((state, i) => addStore(state.next, next, layout.states + i * layout.rowBytes));
    outputs.forEach((output, i) => addStore(output.node, outHere, i * layout.rowBytes));
    plan.crossing.forEach((id, i) => addStore(id, p, layout.crossing + i * layout.rowBytes));
    plan.rings.forEach((ring, i) => {
      const store = (): number => {
        code
          .get(p)
          .get(ringIndex.get(`${ring.size} 0`)!)
          .op("i32.add");
        return layout.rings[i]!;
      };
      stores.set(ring.node, [...(stores.get(ring.node) ?? []), store]);
    });
    const fetch = (node: Node): void => {
      if (node.op === "number") lanes.constant(node.value);
      else if (node.rate < VARYING && rows.shared.has(node.id))
        code.get(table).load(width === 2 ? "v128.load64_splat" : "f64", rows.shared.get(node.id)!);
      else if (node.op === "state") lanes.get(current).load(rows.state.get(node.value)!);
      else if (node.op === "lag" && here.has(node.id)) {
        const ring = plan.rings.findIndex((r) => r.node === node.operands[0]);
        code
          .get(p)
          .get(ringIndex.get(`${plan.rings[ring]!.size} ${node.value}`)!)
          .op("i32.add");
        lanes.load(layout.rings[ring]!);
      } else lanes.get(p).load(rows.member(node));
    };
    if (index >= 0) emitExpressions(lanes, values, order, { fetch, stores });
    else emitPassedOn(lanes, plan, stores, fetch);
  });
}

/**
 * Outputs, next states and remembered values that no step computes: numbers, parameters, series, draws, states. This
 * comes first in a step, because in the first one a lag shows what has just been remembered.
 */
function emitPassedOn(
  lanes: Lanes,
  plan: Plan,
  stores: ReadonlyMap<number, readonly (() => number)[]>,
  fetch: (node: Node) => void,
): void {
  const computed = new Set(plan.groups.flat());
  for (const [id, targets] of stores) {
    if (computed.has(id)) continue;
    for (const target of targets) {
      const offset = target();
      fetch(plan.program.values.nodes[id]!);
      lanes.store(offset);
    }
  }
}

/** Sets locals to the byte offset within a ring of the row `lag` steps ago; "size lag" -> local. */
function ringAddresses(
  code: Code,
  plan: Plan,
  layout: Layout,
  step: number,
  graph: Graph,
  order: readonly number[],
): Map<string, number> {
  const needed = new Map<string, { size: number; lag: number }>();
  const need = (size: number, lag: number): void => void needed.set(`${size} ${lag}`, { size, lag });
  const ringOf = new Map(plan.rings.map((ring) => [ring.node, ring]));
  for (const ring of plan.rings) need(ring.size, 0);
  for (const id of order) {
    const node = graph.nodes[id]!;
    if (node.op === "lag") need(ringOf.get(node.operands[0]!)!.size, node.value);
  }
  const locals = new Map<string, number>();
  for (const [key, { size, lag }] of needed) {
    const local = code.local("i32");
    // (step < lag ? 0 : step - lag) mod size: until the lag has passed, the value of the first step.
    code.i32(0).get(step).i32(lag).op("i32.sub").get(step).i32(lag).op("i32.lt_u", "select");
    code.i32(size).op("i32.rem_u").i32(layout.rowBytes).op("i32.mul").set(local);
    locals.set(key, local);
  }
  return locals;
}

interface Rows {
  readonly shared: ReadonlyMap<number, number>;
  readonly state: ReadonlyMap<number, number>;
  readonly member: (node: Node) => number;
}

function rowsOf(plan: Plan, layout: Layout): Rows {
  const at = (ids: readonly number[], base: number): Map<number, number> =>
    new Map(ids.map((id, i) => [id, base + i * layout.rowBytes]));
  const parameters = at(plan.parameters, layout.parameters);
  const hoisted = at(plan.hoisted, layout.hoisted);
  const crossing = at(plan.crossing, layout.crossing);
  return {
    shared: new Map(plan.table.map((id, i) => [id, i * 8])),
    state: at(
      plan.program.states.map((state) => state.index),
      layout.states,
    ),
    member(node) {
      if (node.op === "parameter") return parameters.get(node.value)!;
      if (node.op === "draw") return layout.noise + plan.drawRow.get(node.value)! * layout.rowBytes;
      return (hoisted.get(node.id) ?? crossing.get(node.id))!;
    },
  };
}

/** Once per member: hoisted values, then states at step 0. */
function emitStart(code: Code, width: Width, plan: Plan, layout: Layout): void {
  const lanes = new Lanes(code, width);
  const rows = rowsOf(plan, layout);
  const { values, initials, states } = plan.program;
  const startRow = new Map(plan.startTable.map((id, i) => [id, layout.startTable + i * 8]));
  eachMember(code, width, layout, (p) => {
    const storesTo = (targets: readonly (readonly [id: number, offset: number])[]): Map<number, (() => number)[]> => {
      const stores = new Map<number, (() => number)[]>();
      for (const [id, offset] of targets) {
        const store = (): number => {
          code.get(p);
          return offset;
        };
        stores.set(id, [...(stores.get(id) ?? []), store]);
      }
      return stores;
    };
    const fetch = (node: Node): void => {
      if (node.op === "number") lanes.constant(node.value);
      else if (node.op === "parameter") lanes.get(p).load(rows.member(node));
      else {
        code.i32(0);
        lanes.loadShared(startRow.get(node.id)!);
      }
    };
    const hoisted = plan.hoisted.map((id, i) => [id, layout.hoisted + i * layout.rowBytes] as const);
    emitExpressions(lanes, values, plan.memberOrder, { fetch, stores: storesTo(hoisted) });
    const first = storesTo(states.map((state, i) => [state.initial, layout.states + i * layout.rowBytes] as const));
    emitExpressions(lanes, initials, plan.initialOrder, { fetch, stores: first });
    const computed = new Set(plan.initialOrder);
    for (const [id, targets] of first) {
      if (computed.has(id)) continue;
      for (const target of targets) {
        const offset = target();
        fetch(initials.nodes[id]!);
        lanes.store(offset);
      }
    }
  });
}

function emitAdvance(
  code: Code,
  plan: Plan,
  layout: Layout,
  noise: number | undefined,
  functions: readonly number[],
): void {
  const [steps, quad, table, out] = [0, 1, 2, 3];
  const [step, parity] = [code.local("i32"), code.local("i32")];
  code.loop(() => {
    if (noise !== undefined) code.get(quad).get(step).call(noise);
    for (const each of functions) code.get(parity).get(step).get(table).get(out).call(each);
    code.i32(layout.statesBytes).get(parity).op("i32.sub").set(parity);
    code
      .get(table)
      .i32(plan.table.length * 8)
      .op("i32.add")
      .set(table);
    code
      .get(out)
      .i32(plan.program.outputs.length * layout.rowBytes)
      .op("i32.add")
      .set(out);
    code.get(step).i32(1).op("i32.add").tee(step).get(steps).op("i32.lt_u");
  });
}
