import { evaluatePure, type PureName } from "./evaluate.ts";
import { type Graph, MEMBER, type Node } from "./graph.ts";

/** Values that change with the step only, the same for all members: plain data, so that it can be sent and stored. */
export interface TableProgram {
  /** Operands first. */
  readonly nodes: readonly Node[];
  /** Ids of the nodes that make up a row. */
  readonly ids: readonly number[];
}

export function tableProgram(graph: Graph, ids: readonly number[]): TableProgram {
  const needed = new Set<number>();
  const work = [...ids];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    work.push(...graph.nodes[id]!.operands);
  }
  // An operand's id is always lower than its reader's.
  const nodes = [...needed].sort((a, b) => a - b).map((id) => graph.nodes[id]!);
  return { nodes: nodes.filter((node) => node.rate < MEMBER), ids };
}

/**
 * The rows of a table for the steps of a run from `first` on: [step][id].
 *
 * @param series [step][series] from step 0 on, `width` numbers per step.
 */
export function evaluateTable(
  program: TableProgram,
  steps: number,
  series: Float64Array,
  width: number,
  first = 0,
): Float64Array {
  const { nodes, ids } = program;
  const table = new Float64Array((steps - first) * ids.length);
  if (ids.length === 0) return table;
  // Lags look into the history of what they remember; in the first steps it begins with step 0.
  const history = new Map<number, number[]>();
  for (const node of nodes) if (node.op === "lag") history.set(node.operands[0]!, []);
  const now = new Map<number, number>();
  // Without lags no step hangs on the one before.
  for (let step = history.size === 0 ? first : 0; step < steps; step++) {
    for (const node of nodes) {
      const value = evaluateNode(node, step, series, width, now, history);
      now.set(node.id, value);
      history.get(node.id)?.push(value);
    }
    if (step < first) continue;
    ids.forEach((id, i) => {
      table[(step - first) * ids.length + i] = now.get(id)!;
    });
  }
  return table;
}

function evaluateNode(
  node: Node,
  step: number,
  series: Float64Array,
  width: number,
  now: ReadonlyMap<number, number>,
  history: ReadonlyMap<number, readonly number[]>,
): number {
  if (node.op === "number") return node.value;
  if (node.op === "step") return step;
  if (node.op === "series") return series[step * width + node.value]!;
  if (node.op === "lag") return history.get(node.operands[0]!)![Math.max(step - node.value, 0)]!;
  return evaluatePure(
    node.op as PureName,
    node.operands.map((id) => now.get(id)!),
  );
}
