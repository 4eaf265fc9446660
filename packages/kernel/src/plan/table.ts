import { evaluatePure, type PureName } from "./evaluate.ts";
import { type Graph, MEMBER } from "./graph.ts";

/**
 * Values that change with the step only, for all members of a run at once: [step][id], ids in the order given.
 *
 * @param series [step][series], `width` numbers per step.
 */
export function evaluateTable(
  graph: Graph,
  ids: readonly number[],
  steps: number,
  series: Float64Array,
  width: number,
): Float64Array {
  const table = new Float64Array(steps * ids.length);
  if (ids.length === 0) return table;
  const nodes = neededNodes(graph, ids);
  const history = new Map<number, number[]>();
  const now = new Map<number, number>();
  for (let step = 0; step < steps; step++) {
    for (const node of nodes) {
      let value: number;
      if (node.op === "number") value = node.value;
      else if (node.op === "step") value = step;
      else if (node.op === "series") value = series[step * width + node.value]!;
      else if (node.op === "lag") {
        const of = node.operands[0]!;
        value = step === 0 ? now.get(of)! : (history.get(of)![Math.max(step - node.value, 0)] ?? now.get(of)!);
      } else {
        value = evaluatePure(
          node.op as PureName,
          node.operands.map((id) => now.get(id)!),
        );
      }
      now.set(node.id, value);
    }
    for (const node of nodes) {
      if (node.op === "lag") remember(history, node.operands[0]!, step, now);
    }
    ids.forEach((id, i) => {
      table[step * ids.length + i] = now.get(id)!;
    });
  }
  return table;
}

function remember(history: Map<number, number[]>, id: number, step: number, now: ReadonlyMap<number, number>): void {
  const past = history.get(id) ?? [];
  past[step] = now.get(id)!;
  history.set(id, past);
}

/** The nodes that the given ones depend on, operands first: an operand's id is always lower. */
function neededNodes(graph: Graph, ids: readonly number[]) {
  const needed = new Set<number>();
  const work = [...ids];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    work.push(...graph.nodes[id]!.operands);
  }
  return [...needed]
    .sort((a, b) => a - b)
    .map((id) => graph.nodes[id]!)
    .filter((node) => node.rate < MEMBER);
}
