import type { PureName } from "../plan/evaluate.ts";
import type { Graph, Node } from "../plan/graph.ts";
import { emitExp, emitLog } from "./elementary.ts";
import type { Lanes } from "./lanes.ts";
import { type Choice, choiceOf } from "./select.ts";
import type { Stores } from "./stores.ts";

/** Pushes a value that the function at hand does not compute itself, for one of the vectors in lockstep. */
export type Fetch = (node: Node, vector: number) => void;

/** Where the values of one function come from and go to. */
export interface Surroundings {
  readonly fetch: Fetch;
  readonly stores: Stores;
}

type Comparison = "less" | "lessEqual" | "equal";
const isComparison = (op: Node["op"]): op is Comparison => op === "less" || op === "lessEqual" || op === "equal";

/** Writes the nodes of one function, operands first, each for all vectors in lockstep. */
export function emitExpressions(lanes: Lanes, graph: Graph, order: readonly number[], around: Surroundings): void {
  const writer = new ExpressionWriter(lanes, graph, order, around);
  for (const id of order) writer.write(graph.nodes[id]!);
}

/** Stores a value that is not computed but handed on. */
export function emitPassed(lanes: Lanes, node: Node, { fetch, stores }: Surroundings): void {
  for (const store of stores.of(node.id)) {
    for (let vector = 0; vector < lanes.vectors; vector++) {
      const offset = store();
      fetch(node, vector);
      lanes.store(offset, vector);
    }
  }
}

class ExpressionWriter {
  readonly #lanes: Lanes;
  readonly #graph: Graph;
  readonly #around: Surroundings;
  readonly #inside: ReadonlySet<number>;
  /** Readers still to come, as a number and as a condition. */
  readonly #asNumber = new Map<number, number>();
  readonly #asCondition = new Map<number, number>();
  readonly #locals = new Map<number, readonly number[]>();
  readonly #masks = new Map<number, readonly number[]>();

  constructor(lanes: Lanes, graph: Graph, order: readonly number[], around: Surroundings) {
    this.#lanes = lanes;
    this.#graph = graph;
    this.#around = around;
    this.#inside = new Set(order);
    for (const id of order) {
      const node = graph.nodes[id]!;
      if (node.op === "lag") continue; // it reads memory, not its operand
      node.operands.forEach((operand, position) => {
        const condition = node.op === "select" && position === 0 && isComparison(graph.nodes[operand]!.op);
        const counts = condition ? this.#asCondition : this.#asNumber;
        counts.set(operand, (counts.get(operand) ?? 0) + 1);
      });
    }
  }

  write(node: Node): void {
    const lanes = this.#lanes;
    if (isComparison(node.op) && this.#asCondition.has(node.id)) this.#writeMask(node, node.op);
    const stores = this.#around.stores.of(node.id);
    const readers = this.#asNumber.get(node.id) ?? 0;
    if (stores.length === 0 && readers === 0) return;
    const locals = this.#compute(node);
    for (const store of stores) {
      locals.forEach((local, vector) => {
        const offset = store();
        lanes.get(local).store(offset, vector);
      });
    }
    if (readers === 0) lanes.release(...locals);
    else this.#locals.set(node.id, locals);
  }

  /** New locals with the value, one for each vector. */
  #compute(node: Node): readonly number[] {
    const { op } = node;
    if (op === "exp" || op === "log" || op === "pow") return this.#elementary(node, op);
    if (op === "select") {
      const choice: Choice = this.#lanes.width === 2 ? choiceOf(this.#graph, node) : { way: "general" };
      return this.#each((vector) => this.#select(node, choice, vector));
    }
    return this.#each((vector) => {
      if (op === "lag") this.#around.fetch(node, vector);
      else {
        for (const operand of node.operands) this.#push(operand, vector);
        emitPure(this.#lanes, op as PureName);
      }
    });
  }

  #each(push: (vector: number) => void): number[] {
    const results: number[] = [];
    for (let vector = 0; vector < this.#lanes.vectors; vector++) {
      push(vector);
      const local = this.#lanes.local();
      this.#lanes.set(local);
      results.push(local);
    }
    return results;
  }

  #elementary(node: Node, op: "exp" | "log" | "pow"): readonly number[] {
    const lanes = this.#lanes;
    const inputs = this.#each((vector) => this.#push(node.operands[0]!, vector));
    let results = op === "exp" ? emitExp(lanes, inputs) : emitLog(lanes, inputs);
    lanes.release(...inputs);
    if (op !== "pow") return results;
    // x^y is exp(y ln x); the order of the two factors does not matter to their product.
    for (const [vector, local] of results.entries()) {
      this.#push(node.operands[1]!, vector);
      lanes.get(local).op("mul").set(local);
    }
    const logarithms = results;
    results = emitExp(lanes, logarithms);
    lanes.release(...logarithms);
    return results;
  }

  #select(node: Node, choice: Choice, vector: number): void {
    const lanes = this.#lanes;
    const condition = node.operands[0]!;
    if (choice.way === "general") {
      this.#push(node.operands[1]!, vector);
      this.#push(node.operands[2]!, vector);
      this.#pushMask(condition, vector);
      lanes.op("choose");
    } else if (choice.way === "difference") {
      this.#push(choice.base, vector);
      this.#pushMask(condition, vector);
      lanes.bitsConstant(choice.difference).op("bitsAnd", "bitsXor");
    } else {
      this.#push(choice.value, vector);
      this.#pushMask(condition, vector);
      if (choice.way === "valueOrZero") lanes.op("bitsAnd");
      else lanes.code.op("v128.andnot");
    }
  }

  #pushMask(condition: number, vector: number): void {
    const mask = this.#masks.get(condition);
    if (mask === undefined) {
      this.#push(condition, vector);
      this.#lanes.constant(0).op("notEqual");
      return;
    }
    this.#lanes.get(mask[vector]!);
    this.#used(this.#asCondition, condition, vector, () => this.#lanes.code.release(this.#lanes.maskType, ...mask));
  }

  #writeMask(node: Node, op: Comparison): void {
    const masks: number[] = [];
    for (let vector = 0; vector < this.#lanes.vectors; vector++) {
      for (const operand of node.operands) this.#peek(operand, vector);
      this.#lanes.op(op);
      const local = this.#lanes.code.local(this.#lanes.maskType);
      this.#lanes.set(local);
      masks.push(local);
    }
    this.#masks.set(node.id, masks);
    // Where it is also read as a number, the operands are read once more, and given back then.
    if ((this.#asNumber.get(node.id) ?? 0) > 0 || this.#around.stores.of(node.id).length > 0) return;
    for (const operand of node.operands) this.#give(operand, this.#lanes.vectors - 1);
  }

  #push(id: number, vector: number): void {
    this.#peek(id, vector);
    this.#give(id, vector);
  }

  #peek(id: number, vector: number): void {
    const locals = this.#locals.get(id);
    if (locals === undefined) this.#around.fetch(this.#graph.nodes[id]!, vector);
    else this.#lanes.get(locals[vector]!);
  }

  /** Notes that one reader has read; after the last one the locals are free. */
  #give(id: number, vector: number): void {
    const locals = this.#locals.get(id);
    if (locals === undefined || !this.#inside.has(id)) return;
    this.#used(this.#asNumber, id, vector, () => {
      this.#locals.delete(id);
      this.#lanes.release(...locals);
    });
  }

  #used(counts: Map<number, number>, id: number, vector: number, free: () => void): void {
    if (vector < this.#lanes.vectors - 1) return;
    const left = counts.get(id)! - 1;
    counts.set(id, left);
    if (left === 0) free();
  }
}

function emitPure(lanes: Lanes, op: PureName): void {
  if (op === "min") lanes.min();
  else if (op === "max") lanes.max();
  else if (op === "less" || op === "lessEqual" || op === "equal") lanes.op(op).maskToNumber();
  else if (op === "exp" || op === "log" || op === "pow" || op === "select")
    throw new TypeError(`${op} is not one operation`);
  else lanes.op(op);
}
