import type { Reference } from "../declare/quantity.ts";
import type { IndexSet } from "../sets/index-set.ts";

/** A stretch of the formula's text, by character position: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "==" | "and" | "or";
export type Reduction = "sum" | "mean" | "min" | "max";

/** A formula as a tree. Parentheses leave no node; their place is inside the span of what they enclose. */
export type Node = Span &
  (
    | { readonly kind: "number"; readonly value: number; readonly weeks: boolean }
    | { readonly kind: "reference"; readonly reference: Reference }
    | { readonly kind: "clock"; readonly name: "time" | "timeStep" }
    | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly operand: Node }
    | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
    | { readonly kind: "call"; readonly name: string; readonly inputs: readonly Node[] }
    | { readonly kind: "reduce"; readonly how: Reduction; readonly body: Node; readonly sets: readonly IndexSet[] }
  );

export type CallNode = Extract<Node, { kind: "call" }>;
