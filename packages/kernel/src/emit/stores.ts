import type { Code } from "../wasm/code.ts";

/** Pushes an address and returns the offset to store at. */
export type Store = () => number;

/** Where the values of nodes are to be kept. */
export class Stores {
  readonly #code: Code;
  readonly #byNode = new Map<number, Store[]>();

  constructor(code: Code) {
    this.#code = code;
  }

  /** Keeps a node's value at the sum of the given locals, plus `offset`. */
  add(node: number, offset: number, ...address: readonly [number, ...number[]]): void {
    const store = (): number => {
      address.forEach((local, i) => {
        this.#code.get(local);
        if (i > 0) this.#code.op("i32.add");
      });
      return offset;
    };
    this.#byNode.set(node, [...(this.#byNode.get(node) ?? []), store]);
  }

  of(node: number): readonly Store[] {
    return this.#byNode.get(node) ?? [];
  }

  get nodes(): Iterable<number> {
    return this.#byNode.keys();
  }
}
