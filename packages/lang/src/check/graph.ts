/** Who reads whom: for algebraic loops, loops at the start, and what nothing reads. */
import type { Quantity } from "../declare/quantity.ts";
import type { Node } from "../formula/node.ts";
import type { Model } from "../model/model.ts";
import type { Equations, Role } from "./equation.ts";

/** The quantities a term reads. What stands under lag counts: in the first step a lag is the value itself. */
export function readBy(node: Node, found: Set<Quantity> = new Set()): Set<Quantity> {
  switch (node.kind) {
    case "reference":
      found.add(node.reference.quantity);
      break;
    case "unary":
      readBy(node.operand, found);
      break;
    case "binary":
      readBy(node.left, found);
      readBy(node.right, found);
      break;
    case "reduce":
      readBy(node.body, found);
      break;
    case "call":
      for (const input of node.inputs) readBy(input, found);
      break;
    case "number":
    case "clock":
      break;
  }
  return found;
}

/** Every dependency within a step: what the formula of a quantity reads. Stocks end the chain. */
export function stepEdges(model: Model, equations: Equations): Map<Quantity, readonly Quantity[]> {
  const edges = new Map<Quantity, readonly Quantity[]>();
  for (const { value } of model.quantities) {
    const equation = equations.of(value, "formula");
    if (equation) edges.set(value, [...readBy(equation.node)]);
  }
  return edges;
}

/** Every dependency at the start: stocks lead to what their initial values read; lags are the value itself. */
export function initialEdges(model: Model, equations: Equations): Map<Quantity, readonly Quantity[]> {
  const edges = new Map<Quantity, readonly Quantity[]>();
  for (const { value } of model.quantities) {
    const equation = equations.of(value, value.definition.kind === "stock" ? "initial" : "formula");
    if (equation) edges.set(value, [...readBy(equation.node)]);
  }
  return edges;
}

/** The first cycle reachable from each quantity not yet seen, written as a path that ends where it began. */
export function findCycles(
  starts: Iterable<Quantity>,
  edges: ReadonlyMap<Quantity, readonly Quantity[]>,
): Quantity[][] {
  const done = new Set<Quantity>();
  const path: Quantity[] = [];
  const onPath = new Set<Quantity>();
  const cycles: Quantity[][] = [];
  const visit = (quantity: Quantity): void => {
    if (onPath.has(quantity)) {
      cycles.push([...path.slice(path.indexOf(quantity)), quantity]);
      return;
    }
    if (done.has(quantity)) return;
    path.push(quantity);
    onPath.add(quantity);
    for (const next of edges.get(quantity) ?? []) visit(next);
    path.pop();
    onPath.delete(quantity);
    done.add(quantity);
  };
  for (const start of starts) visit(start);
  return cycles;
}

const ROLES: readonly Role[] = ["formula", "initial", "balance", "assign"];

/** Everything a quantity's own value rests on, directly: its formula, its start, its change. */
export function allEdges(model: Model, equations: Equations): Map<Quantity, Set<Quantity>> {
  return new Map(
    model.quantities.map(({ value }) => {
      const read = new Set<Quantity>();
      for (const role of ROLES) {
        const equation = equations.of(value, role);
        if (equation) readBy(equation.node, read);
      }
      return [value, read] as const;
    }),
  );
}

/** The quantities that no output or outcome rests on; of a group of them, those that no other of the group reads. */
export function unusedQuantities(model: Model, equations: Equations): Quantity[] {
  const edges = allEdges(model, equations);
  const used = new Set<Quantity>();
  const waiting = model.quantities.map(({ value }) => value).filter(isRecorded);
  for (let quantity = waiting.pop(); quantity; quantity = waiting.pop()) {
    if (used.has(quantity)) continue;
    used.add(quantity);
    waiting.push(...(edges.get(quantity) ?? []));
  }
  const unused = model.quantities
    .filter(({ value, owner }) => !used.has(value) && !owner && value.definition.kind !== "conserved")
    .map(({ value }) => value);
  const readByUnused = new Set(
    unused.flatMap((quantity) => [...(edges.get(quantity) ?? [])].filter((read) => read !== quantity)),
  );
  const roots = unused.filter((quantity) => !readByUnused.has(quantity));
  return roots.length > 0 ? roots : unused;
}

export const isRecorded = ({ definition }: Quantity): boolean =>
  definition.kind === "output" || definition.kind === "outcome";
