import type { Graph, Node } from "../plan/graph.ts";
import { bitsOf } from "../wasm/bytes.ts";

/**
 * Cheaper ways to choose between two values by a mask of all ones or all zeros, where one of them is a known number.
 * A choice in general takes three operations; these take one or two, and give the same bits.
 */
export type Choice =
  /** mask & value. */
  | { readonly way: "valueOrZero"; readonly value: number }
  /** value & ~mask. */
  | { readonly way: "zeroOrValue"; readonly value: number }
  /** base ^ (mask & difference): `base` where the mask is off. */
  | { readonly way: "difference"; readonly base: number; readonly difference: bigint }
  | { readonly way: "general" };

export function choiceOf(graph: Graph, node: Node): Choice {
  const [condition, then, otherwise] = node.operands.map((id) => graph.nodes[id]!) as [Node, Node, Node];
  if (isZero(otherwise)) return { way: "valueOrZero", value: then.id };
  if (isZero(then)) return { way: "zeroOrValue", value: otherwise.id };
  if (then.op !== "number") return { way: "general" };
  if (otherwise.op === "number")
    return { way: "difference", base: otherwise.id, difference: difference(then, otherwise) };
  const inner = whereInnerHolds(graph, condition, otherwise);
  if (inner === undefined) return { way: "general" };
  return { way: "difference", base: otherwise.id, difference: difference(then, inner) };
}

/**
 * For `x < a ? A : (x < b ? B : rest)` with a <= b the number B: wherever x < a holds, x < b does, so there the inner
 * choice is B. Tables are long chains of this form.
 */
function whereInnerHolds(graph: Graph, condition: Node, inner: Node): Node | undefined {
  if (condition.op !== "less" || inner.op !== "select") return undefined;
  const innerCondition = graph.nodes[inner.operands[0]!]!;
  if (innerCondition.op !== "less" || innerCondition.operands[0] !== condition.operands[0]) return undefined;
  const [border, innerBorder] = [graph.nodes[condition.operands[1]!]!, graph.nodes[innerCondition.operands[1]!]!];
  const nested = border.op === "number" && innerBorder.op === "number" && border.value <= innerBorder.value;
  const value = graph.nodes[inner.operands[1]!]!;
  return nested && value.op === "number" ? value : undefined;
}

const isZero = (node: Node): boolean => node.op === "number" && Object.is(node.value, 0);
const difference = (a: Node, b: Node): bigint => bitsOf(a.value) ^ bitsOf(b.value);
