import type { Op } from "@logjam/lang";
import { evaluatePure, type PureName } from "./evaluate.ts";

/**
 * How often a value changes, as a set of bits: 0 never; STEP with the step only; MEMBER with the member only; both:
 * it must be computed for every member in every step.
 */
export const STEP = 1;
export const MEMBER = 2;
export const VARYING = 3;

export type LeafName = "number" | "parameter" | "series" | "step" | "draw" | "state" | "lag";

export interface Node {
  readonly id: number;
  readonly op: PureName | LeafName;
  /** Ids of nodes; for `lag` the one node it remembers. */
  readonly operands: readonly number[];
  /** The value of a number, the index of another leaf, the steps of a lag. */
  readonly value: number;
  readonly rate: number;
}

const COMMUTATIVE = new Set<string>(["add", "mul", "equal"]);
const LEAF_RATE: Record<Exclude<LeafName, "lag">, number> = {
  number: 0,
  parameter: MEMBER,
  series: STEP,
  step: STEP,
  draw: VARYING,
  state: VARYING,
};

/**
 * Operations with equal meaning are one node; operations on numbers alone are their value. Every rewriting here keeps
 * all bits (of NaNs only their being NaN), so the order of the operations that remain is the model's.
 */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #byKey = new Map<string, number>();

  number(value: number): number {
    return this.#add("number", [], value, 0);
  }

  leaf(op: Exclude<LeafName, "number" | "lag">, index: number): number {
    return this.#add(op, [], index, LEAF_RATE[op]);
  }

  /** What `of` was `steps` steps ago; a value that no step changes is its own past. */
  lag(of: number, steps: number): number {
    const rate = this.nodes[of]!.rate;
    return rate === 0 || rate === MEMBER ? of : this.#add("lag", [of], steps, rate);
  }

  pure(op: PureName, given: readonly number[]): number {
    const operands = COMMUTATIVE.has(op) && given[1]! < given[0]! ? [given[1]!, given[0]!] : given;
    const nodes = operands.map((id) => this.nodes[id]!);
    if (nodes.every((node) => node.op === "number")) {
      return this.number(
        evaluatePure(
          op,
          nodes.map((node) => node.value),
        ),
      );
    }
    return (
      this.#simpler(op, nodes) ??
      this.#add(
        op,
        operands,
        0,
        nodes.reduce((rate, node) => rate | node.rate, 0),
      )
    );
  }

  /** A node that already holds the same bits, where one is easily seen. */
  #simpler(op: PureName, nodes: readonly Node[]): number | undefined {
    const [a, b, c] = nodes;
    if (op === "mul" && isNumber(a, 1)) return b!.id;
    if ((op === "mul" || op === "div") && isNumber(b, 1)) return a!.id;
    if (op === "sub" && isNumber(b, 0)) return a!.id;
    if (op === "add" && (isNumber(a, -0) || isNumber(b, -0))) return isNumber(a, -0) ? b!.id : a!.id;
    if (op === "neg" && a!.op === "neg") return a!.operands[0];
    if (op === "select" && a!.op === "number") return a!.value !== 0 ? b!.id : c!.id;
    if (op === "select" && b === c) return b!.id;
    // Dividing by a power of two is multiplying by its inverse: both round the same exact number.
    if (op === "div" && b!.op === "number" && isPowerOfTwo(b!.value)) {
      return this.pure("mul", [a!.id, this.number(1 / b!.value)]);
    }
    return undefined;
  }

  #add(op: Node["op"], operands: readonly number[], value: number, rate: number): number {
    const key = `${op} ${operands.join(" ")} ${Object.is(value, -0) ? "-0" : value}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.length;
    this.nodes.push({ id, op, operands, value, rate });
    this.#byKey.set(key, id);
    return id;
  }
}

const isNumber = (node: Node | undefined, value: number): boolean =>
  node?.op === "number" && Object.is(node.value, value);

/** Whether |value| is 2^k with |k| <= 1022, so that its inverse is exact and normal. */
function isPowerOfTwo(value: number): boolean {
  const exponent = Math.round(Math.log2(Math.abs(value)));
  return Math.abs(exponent) <= 1022 && Math.abs(value) === 2 ** exponent;
}

/** Adds one operation whose operands are nodes already; `lag` needs the whole program and is added by the caller. */
export function addOp(graph: Graph, op: Exclude<Op, { op: "lag" }>, node: (index: number) => number): number {
  switch (op.op) {
    case "number":
      return graph.number(op.value);
    case "step":
      return graph.leaf("step", 0);
    case "parameter":
    case "series":
    case "draw":
    case "state":
      return graph.leaf(op.op, (op as { index: number }).index);
    case "select":
      return graph.pure("select", [node(op.c), node(op.a), node(op.b)]);
    case "neg":
    case "abs":
    case "sqrt":
    case "exp":
    case "log":
      return graph.pure(op.op, [node((op as { a: number }).a)]);
    default: {
      const { a, b } = op as { a: number; b: number };
      return graph.pure(op.op as PureName, [node(a), node(b)]);
    }
  }
}
