/** From a checked formula to operations, for one element of the quantity's index sets. */
import { literalValue } from "../check/terms.ts";
import { isPoints } from "../declare/lookup.ts";
import { type Quantity, type Reference, resolvePicks } from "../declare/quantity.ts";
import type { BinaryOperator, CallNode, Node } from "../formula/node.ts";
import { type Elements, elementsAt, entryAt, flatOf } from "../sets/elements.ts";
import { lowerLookup } from "./lookup.ts";
import type { OpList } from "./op-list.ts";

/** Where formulas are lowered to: the operations, and how quantities, the clock and the past are read. */
export interface Target {
  readonly ops: OpList;
  /** The operation that holds one scalar of a quantity. */
  quantity(quantity: Quantity, flat: number): number;
  /** Weeks since the start. */
  time(): number;
  /** Steps in a week: 1 unless a finer step was asked for. */
  readonly stepsPerWeek: number;
  /** lag, rollingSum, forWeeks, ever, everBy, firstWeek. */
  history(node: CallNode, elements: Elements): number;
}

export function lowerNode(node: Node, elements: Elements, target: Target): number {
  const { ops } = target;
  switch (node.kind) {
    case "number":
      return ops.number(node.value);
    case "clock":
      return node.name === "time" ? target.time() : ops.number(1 / target.stepsPerWeek);
    case "reference":
      return target.quantity(node.reference.quantity, flatIndex(node.reference, elements));
    case "unary": {
      const operand = lowerNode(node.operand, elements, target);
      return node.operator === "-" ? ops.unary("neg", operand) : ops.binary("sub", ops.number(1), operand);
    }
    case "binary":
      if (node.operator === "^") return lowerPower(node.left, node.right, elements, target);
      return lowerBinary(
        node.operator,
        lowerNode(node.left, elements, target),
        lowerNode(node.right, elements, target),
        ops,
      );
    case "reduce":
      return lowerReduction(node, elements, target);
    case "call":
      return lowerCall(node, elements, target);
  }
}

/** Which scalar of the referenced quantity is meant. */
export function flatIndex(reference: Reference, elements: Elements): number {
  const sources = resolvePicks(reference);
  if ("problem" in sources) throw new Error("an unchecked reference reached the compiler");
  const coordinates = sources.map((source) => {
    if (source.from === "element") return source.position;
    if (source.from === "same") return elements.get(source.set)!;
    return source.mapping.image(elements.get(source.mapping.from)!);
  });
  return flatOf(reference.quantity.over, coordinates);
}

function lowerBinary(operator: Exclude<BinaryOperator, "^">, a: number, b: number, ops: OpList): number {
  switch (operator) {
    case "+":
      return ops.binary("add", a, b);
    case "-":
      return ops.binary("sub", a, b);
    case "*":
      return ops.binary("mul", a, b);
    case "/":
      return ops.binary("div", a, b);
    case "<":
      return ops.binary("less", a, b);
    case "<=":
      return ops.binary("lessEqual", a, b);
    case ">":
      return ops.binary("less", b, a);
    case ">=":
      return ops.binary("lessEqual", b, a);
    case "==":
      return ops.binary("equal", a, b);
    case "and":
      return ops.binary("min", a, b);
    case "or":
      return ops.binary("max", a, b);
  }
}

/** Whole exponents from -4 to 4 are products (and one division); everything else is pow. */
function lowerPower(base: Node, exponent: Node, elements: Elements, target: Target): number {
  const { ops } = target;
  const x = lowerNode(base, elements, target);
  const whole = literalValue(exponent);
  if (whole === undefined || !Number.isInteger(whole) || Math.abs(whole) > 4) {
    return ops.binary("pow", x, lowerNode(exponent, elements, target));
  }
  if (whole === 0) return ops.number(1);
  const square = () => ops.binary("mul", x, x);
  const size = Math.abs(whole);
  let product = x;
  if (size === 2) product = square();
  if (size === 3) product = ops.binary("mul", square(), x);
  if (size === 4) product = ops.binary("mul", square(), square());
  return whole < 0 ? ops.binary("div", ops.number(1), product) : product;
}

/** From the first element to the last, sets running like nested loops. */
function lowerReduction(node: Extract<Node, { kind: "reduce" }>, elements: Elements, target: Target): number {
  const { ops } = target;
  const count = node.sets.reduce((product, set) => product * set.elements.length, 1);
  let total: number | undefined;
  for (let flat = 0; flat < count; flat++) {
    const term = lowerNode(node.body, new Map([...elements, ...elementsAt(node.sets, flat)]), target);
    if (total === undefined) total = term;
    else if (node.how === "min" || node.how === "max") total = ops.binary(node.how, total, term);
    else total = ops.binary("add", total, term);
  }
  return node.how === "mean" ? ops.binary("div", total!, ops.number(count)) : total!;
}

function lowerCall(node: CallNode, elements: Elements, target: Target): number {
  const { ops } = target;
  if (["lag", "rollingSum", "forWeeks", "ever", "everBy", "firstWeek"].includes(node.name)) {
    return target.history(node, elements);
  }
  if (node.name === "interpolate") return lowerInterpolation(node, elements, target);
  const inputs = node.inputs.map((input) => lowerNode(input, elements, target));
  const [a, b, c] = inputs as [number, number, number];
  switch (node.name) {
    case "min":
    case "max":
      return inputs.reduce((best, input) => ops.binary(node.name as "min" | "max", best, input));
    case "pow":
      return ops.binary("pow", a, b);
    case "if":
      return ops.select(a, b, c);
    case "gate": {
      // 1 / (1 + exp(-(x - threshold) / width))
      const one = ops.number(1);
      const scaled = ops.binary("div", ops.binary("sub", a, b), c);
      return ops.binary("div", one, ops.binary("add", one, ops.unary("exp", ops.unary("neg", scaled))));
    }
    case "softplus": {
      // max(x, 0) + ln(1 + exp(-|x|)): the same as ln(1 + exp(x)), without its overflow
      const decay = ops.unary("exp", ops.unary("neg", ops.unary("abs", a)));
      return ops.binary(
        "add",
        ops.binary("max", a, ops.number(0)),
        ops.unary("log", ops.binary("add", ops.number(1), decay)),
      );
    }
    default:
      return ops.unary(node.name as "abs" | "sqrt" | "exp" | "log", a);
  }
}

function lowerInterpolation(node: CallNode, elements: Elements, target: Target): number {
  const [input, table] = node.inputs as [Node, Extract<Node, { kind: "reference" }>];
  const { quantity } = table.reference;
  if (quantity.definition.kind !== "lookup") throw new Error("an unchecked lookup reached the compiler");
  const { points, shape } = quantity.definition;
  const own = entryAt(points, quantity.over, flatIndex(table.reference, elements), isPoints)!;
  return lowerLookup(own, shape, lowerNode(input, elements, target), target.ops);
}
