import type { Ir } from "@logjam/lang";
import { type Graph, MEMBER, type Node, STEP, VARYING } from "./graph.ts";
import type { Program } from "./program.ts";

/** A value that lags look back at: it is kept for `size` steps. */
export interface Ring {
  readonly node: number;
  readonly size: number;
}

/** What is computed when, and what must be kept where; offsets in memory are `layout.ts`'s. */
export interface Plan {
  readonly program: Program;
  /** Functions called in each step, each a list of nodes in an order in which operands come first. */
  readonly groups: readonly (readonly number[])[];
  /** Once per member: nodes in order, and those of them that steps read. */
  readonly memberOrder: readonly number[];
  readonly hoisted: readonly number[];
  /** Nodes of `program.initials` in order. */
  readonly initialOrder: readonly number[];
  /** Once per step and run, not per member: nodes of `program.values` that members read. */
  readonly table: readonly number[];
  /** The same for `program.initials`, at step 0. */
  readonly startTable: readonly number[];
  /** Positions in `ir.parameters` that anything reads. */
  readonly parameters: readonly number[];
  /** Positions in `ir.draws`, normals first. */
  readonly draws: readonly number[];
  /** Row of noise of each of them. */
  readonly drawRow: ReadonlyMap<number, number>;
  readonly rings: readonly Ring[];
  /** Nodes computed by one group and read by another. */
  readonly crossing: readonly number[];
}

/** @param groupSize most nodes in one group. */
export function makePlan(ir: Ir, program: Program, groupSize: number): Plan {
  const { values, initials } = program;
  const results = [...program.states.map((state) => state.next), ...program.outputs.map((output) => output.node)];
  const order = postorder(
    values,
    results,
    (node) => node.rate === VARYING && node.op !== "draw" && node.op !== "state",
  );
  const read = operandsAndResults(values, order, results);
  const hoisted = read.filter((id) => values.nodes[id]!.rate === MEMBER && values.nodes[id]!.op !== "parameter");
  const memberOrder = postorder(values, hoisted, (node) => node.rate === MEMBER && node.op !== "parameter");
  const initialResults = program.states.map((state) => state.initial);
  const initialOrder = postorder(initials, initialResults, (node) => node.rate >= MEMBER && node.op !== "parameter");
  const initialRead = operandsAndResults(initials, initialOrder, initialResults);
  const memberRead = operandsAndResults(values, memberOrder, hoisted);
  const groups: number[][] = [];
  for (let from = 0; from < order.length; from += groupSize) groups.push(order.slice(from, from + groupSize));
  const draws = leaves(values, read, "draw").sort((a, b) => kindRank(ir, a) - kindRank(ir, b) || a - b);
  return {
    program,
    groups,
    memberOrder,
    hoisted,
    initialOrder,
    table: read.filter((id) => values.nodes[id]!.rate === STEP),
    startTable: initialRead.filter((id) => initials.nodes[id]!.rate === STEP),
    parameters: leaves(values, [...read, ...memberRead], "parameter", leaves(initials, initialRead, "parameter")),
    draws,
    drawRow: drawRows(ir, draws),
    rings: ringsOf(values, order),
    crossing: crossingOf(values, groups),
  };
}

/** How many draws one pass of the generator makes. */
export const GROUP_OF_DRAWS = 4;

/** Row of each draw: normals fill groups of four first, then uniforms start a new group. */
function drawRows(ir: Ir, draws: readonly number[]): Map<number, number> {
  const normals = draws.filter((draw) => ir.draws[draw]!.kind === "normal").length;
  const firstUniform = Math.ceil(normals / GROUP_OF_DRAWS) * GROUP_OF_DRAWS;
  return new Map(draws.map((draw, i) => [draw, i < normals ? i : firstUniform + i - normals]));
}

const kindRank = (ir: Ir, draw: number): number => (ir.draws[draw]!.kind === "normal" ? 0 : 1);

/** Nodes that `follow` accepts, reached from the roots, operands first; with a stack of our own, for long chains. */
function postorder(graph: Graph, roots: readonly number[], follow: (node: Node) => boolean): number[] {
  const order: number[] = [];
  const done = new Set<number>();
  for (const root of roots) {
    const stack = [root];
    while (stack.length > 0) {
      const id = stack[stack.length - 1]!;
      const node = graph.nodes[id]!;
      const missing =
        done.has(id) || !follow(node) ? [] : node.operands.filter((o) => !done.has(o) && follow(graph.nodes[o]!));
      if (missing.length > 0) {
        stack.push(...missing.reverse());
        continue;
      }
      stack.pop();
      if (!done.has(id) && follow(node)) {
        done.add(id);
        order.push(id);
      }
    }
  }
  return order;
}

/** What the computed nodes read and what is handed out, without repetition, in order of first use. */
function operandsAndResults(graph: Graph, order: readonly number[], results: readonly number[]): number[] {
  return [...new Set([...order.flatMap((id) => graph.nodes[id]!.operands), ...results])];
}

function leaves(graph: Graph, ids: readonly number[], op: string, more: readonly number[] = []): number[] {
  const found = ids.filter((id) => graph.nodes[id]!.op === op).map((id) => graph.nodes[id]!.value);
  return [...new Set([...more, ...found])].sort((a, b) => a - b);
}

function ringsOf(graph: Graph, order: readonly number[]): Ring[] {
  const sizes = new Map<number, number>();
  for (const id of order) {
    const node = graph.nodes[id]!;
    if (node.op !== "lag") continue;
    const of = node.operands[0]!;
    sizes.set(of, Math.max(sizes.get(of) ?? 0, node.value + 1));
  }
  return [...sizes].map(([node, size]) => ({ node, size }));
}

function crossingOf(graph: Graph, groups: readonly (readonly number[])[]): number[] {
  const home = new Map<number, number>();
  groups.forEach((group, index) => {
    for (const id of group) home.set(id, index);
  });
  const crossing = new Set<number>();
  groups.forEach((group, index) => {
    for (const id of group) {
      const node = graph.nodes[id]!;
      if (node.op === "lag") continue; // it reads the ring
      for (const operand of node.operands) {
        if (home.has(operand) && home.get(operand) !== index) crossing.add(operand);
      }
    }
  });
  return [...crossing];
}
