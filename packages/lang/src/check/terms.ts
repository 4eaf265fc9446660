/** What can be said of a term by its form alone. */
import { freeSets, type Quantity, resolvePicks } from "../declare/quantity.ts";
import type { Node } from "../formula/node.ts";
import type { IndexSet, Mapping } from "../sets/index-set.ts";

/** Whether a term is 0 or 1 by its form: comparisons, and/or/not, the conditions of time, and what is made of these. */
export function isCondition(node: Node, ofQuantity: (quantity: Quantity) => boolean): boolean {
  const is = (inner: Node) => isCondition(inner, ofQuantity);
  switch (node.kind) {
    case "number":
      return node.value === 0 || node.value === 1;
    case "reference":
      return ofQuantity(node.reference.quantity);
    case "unary":
      return node.operator === "not";
    case "binary":
      if (node.operator === "*") return is(node.left) && is(node.right);
      return !["+", "-", "/", "^"].includes(node.operator);
    case "call":
      if (["forWeeks", "ever", "everBy"].includes(node.name)) return true;
      if (node.name === "lag") return is(node.inputs[0]!);
      if (node.name === "if") return is(node.inputs[1]!) && is(node.inputs[2]!);
      return (node.name === "min" || node.name === "max") && node.inputs.every(is);
    case "reduce":
      return (node.how === "min" || node.how === "max") && is(node.body);
    case "clock":
      return false;
  }
}

/** What is wrong with a mapping's table, if anything is. */
export function mappingProblem({ from, to, images }: Mapping): string | undefined {
  const hole = from.elements.find((label) => !Object.hasOwn(images, label));
  if (hole !== undefined) return `has no entry for ${hole}`;
  const stray = Object.keys(images).find((label) => !from.elements.includes(label));
  if (stray !== undefined) return `has an entry for ${stray}, which is no element of ${from.name}`;
  const astray = from.elements.find((label) => !to.elements.includes(images[label]!));
  return astray === undefined
    ? undefined
    : `leads from ${astray} to ${images[astray]}, which is no element of ${to.name}`;
}

/** The value of a literal number, with or without a minus sign; `undefined` for anything computed. */
export function literalValue(node: Node): number | undefined {
  if (node.kind === "number") return node.value;
  if (node.kind !== "unary" || node.operator !== "-") return undefined;
  const inner = literalValue(node.operand);
  return inner === undefined ? undefined : -inner;
}

/** Whether a term depends on which element of `set` it is read for. */
export function reads(node: Node, set: IndexSet): boolean {
  switch (node.kind) {
    case "number":
    case "clock":
      return false;
    case "reference": {
      const sources = resolvePicks(node.reference);
      return "problem" in sources || freeSets(sources).includes(set);
    }
    case "unary":
      return reads(node.operand, set);
    case "binary":
      return reads(node.left, set) || reads(node.right, set);
    case "call":
      return node.inputs.some((input) => reads(input, set));
    case "reduce":
      return !node.sets.includes(set) && reads(node.body, set);
  }
}
