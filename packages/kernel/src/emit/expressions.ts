import type { PureName } from "../plan/evaluate.ts";
import type { Graph, Node } from "../plan/graph.ts";
import { emitExp, emitLog } from "./elementary.ts";
import type { Lanes } from "./lanes.ts";
import type { Stores } from "./stores.ts";

/** Where the values of one function go to and come from. */
export interface Surroundings {
  /** Pushes a value that this function does not compute itself. */
  readonly fetch: (node: Node) => void;
  readonly stores: Stores;
}

const COMPARISONS: Partial<Record<Node["op"], "less" | "lessEqual" | "equal">> = {
  less: "less",
  lessEqual: "lessEqual",
  equal: "equal",
};

/**
 * Writes the nodes of one function, operands first. A value with one reader stays on the stack machine's stack; one
 * with several goes through a local; what lies outside is fetched where it is read.
 */
export function emitExpressions(lanes: Lanes, graph: Graph, order: readonly number[], around: Surroundings): void {
  const inside = new Set(order);
  const uses = countUses(graph, order, inside);
  const localOf = new Map<number, number>();
  const remaining = new Map(uses);

  const push = (id: number): void => {
    const node = graph.nodes[id]!;
    if (!inside.has(id)) {
      around.fetch(node);
      return;
    }
    const local = localOf.get(id);
    if (local === undefined) {
      pushFresh(node);
      return;
    }
    lanes.get(local);
    const left = remaining.get(id)! - 1;
    remaining.set(id, left);
    if (left === 0) lanes.release(local);
  };

  const pushMask = (id: number): void => {
    const node = graph.nodes[id]!;
    const comparison = COMPARISONS[node.op];
    if (comparison !== undefined && inside.has(id) && !localOf.has(id)) {
      push(node.operands[0]!);
      push(node.operands[1]!);
      lanes.op(comparison);
    } else {
      push(id);
      lanes.constant(0).op("notEqual");
    }
  };

  const pushFresh = (node: Node): void => {
    if (node.op === "lag") {
      around.fetch(node);
      return;
    }
    if (node.op === "select") {
      push(node.operands[1]!);
      push(node.operands[2]!);
      pushMask(node.operands[0]!);
      lanes.op("choose");
      return;
    }
    for (const operand of node.operands) push(operand);
    emitPure(lanes, node.op as PureName);
  };

  for (const id of order) {
    const stores = around.stores.of(id);
    const readers = uses.get(id) ?? 0;
    if (stores.length === 0 && readers === 1) continue; // its reader writes it out
    if (stores.length === 1 && readers === 0) {
      const offset = stores[0]!();
      pushFresh(graph.nodes[id]!);
      lanes.store(offset);
      continue;
    }
    pushFresh(graph.nodes[id]!);
    const local = lanes.local();
    lanes.set(local);
    for (const store of stores) {
      const offset = store();
      lanes.get(local).store(offset);
    }
    if (readers === 0) lanes.release(local);
    else localOf.set(id, local);
  }
}

function countUses(graph: Graph, order: readonly number[], inside: ReadonlySet<number>): Map<number, number> {
  const uses = new Map<number, number>();
  for (const id of order) {
    const node = graph.nodes[id]!;
    if (node.op === "lag") continue;
    for (const operand of node.operands) if (inside.has(operand)) uses.set(operand, (uses.get(operand) ?? 0) + 1);
  }
  return uses;
}

function emitPure(lanes: Lanes, op: PureName): void {
  if (op === "exp") emitExp(lanes);
  else if (op === "log") emitLog(lanes);
  else if (op === "pow") emitPow(lanes);
  else if (op === "min") lanes.min();
  else if (op === "max") lanes.max();
  else if (op === "less" || op === "lessEqual" || op === "equal") lanes.op(op).maskToNumber();
  else if (op === "select") throw new TypeError("select is written with its mask");
  else lanes.op(op);
}

/** x^y as exp(y ln x); the order of the two factors does not matter to their product. */
function emitPow(lanes: Lanes): void {
  const exponent = lanes.local();
  lanes.set(exponent);
  emitLog(lanes);
  lanes.get(exponent).op("mul");
  lanes.release(exponent);
  emitExp(lanes);
}
