/** A growing list of operations in which nothing is computed twice, and numbers are folded where that is bit-exact. */
import type { BinaryName, Op, UnaryName } from "../ir/ir.ts";
import * as numerics from "../numerics.ts";

export class OpList {
  readonly ops: Op[] = [];
  readonly #known = new Map<string, number>();

  /** Appends an operation, or finds the same one. Any operation but `lag` depends on its key alone. */
  add(op: Op): number {
    const key = keyOf(op);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.ops.push(op) - 1;
    this.#known.set(key, index);
    return index;
  }

  number(value: number): number {
    return this.add({ op: "number", value });
  }

  valueOf(index: number): number | undefined {
    const op = this.ops[index]!;
    return op.op === "number" ? op.value : undefined;
  }

  unary(op: UnaryName, a: number): number {
    const value = this.valueOf(a);
    return value === undefined ? this.add({ op, a }) : this.number(unaryValue(op, value));
  }

  binary(op: BinaryName, a: number, b: number): number {
    const [left, right] = [this.valueOf(a), this.valueOf(b)];
    if (left !== undefined && right !== undefined) return this.number(binaryValue(op, left, right));
    // x * 1, 1 * x, x / 1 and x - 0 are x to the bit (x + 0 is not, for x = -0).
    if ((op === "mul" || op === "div") && right === 1) return a;
    if (op === "mul" && left === 1) return b;
    if (op === "sub" && right !== undefined && Object.is(right, 0)) return a;
    return this.add({ op, a, b });
  }

  select(c: number, a: number, b: number): number {
    const condition = this.valueOf(c);
    if (condition !== undefined) return condition !== 0 ? a : b;
    return this.add({ op: "select", c, a, b });
  }
}

function keyOf(op: Op): string {
  switch (op.op) {
    case "number":
      return Object.is(op.value, -0) ? "number -0" : `number ${op.value}`;
    case "parameter":
    case "series":
    case "draw":
    case "state":
    case "lag":
      return `${op.op} ${op.index}`;
    case "step":
      return "step";
    case "select":
      return `select ${op.c} ${op.a} ${op.b}`;
    case "add":
    case "mul":
      // The order of the two does not change the bits of a sum or a product.
      return op.a <= op.b ? `${op.op} ${op.a} ${op.b}` : `${op.op} ${op.b} ${op.a}`;
    default:
      return "b" in op ? `${op.op} ${op.a} ${op.b}` : `${op.op} ${op.a}`;
  }
}

/** The value of an operation on numbers: the meaning of the IR, in one place. */
export function unaryValue(op: UnaryName, a: number): number {
  switch (op) {
    case "neg":
      return -a;
    case "abs":
      return Math.abs(a);
    case "sqrt":
      return Math.sqrt(a);
    case "exp":
      return numerics.exp(a);
    case "log":
      return numerics.log(a);
  }
}

export function binaryValue(op: BinaryName, a: number, b: number): number {
  switch (op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "min":
      return b < a ? b : a;
    case "max":
      return a < b ? b : a;
    case "pow":
      return numerics.pow(a, b);
    case "less":
      return a < b ? 1 : 0;
    case "lessEqual":
      return a <= b ? 1 : 0;
    case "equal":
      return a === b ? 1 : 0;
  }
}
