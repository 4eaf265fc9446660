/** A worker's share of a variant's records: the outputs that it owns, of all members that have come in. */
import { BLOCK_MEMBERS, type OutputKind, type Part } from "../protocol.ts";

export type Row = Float32Array | Uint8Array;

export class VariantStore {
  readonly key: string;
  readonly weeks: number;
  /** Parts as they came in, by block: nothing is copied before it is looked at. */
  readonly #parts: (Part | undefined)[] = [];
  /** By owned output: its position within the parts. */
  readonly #position = new Map<number, number>();
  readonly #kinds: readonly OutputKind[];
  /** Blocks that this worker has computed, with how many of their members failed. */
  readonly computed = new Map<number, number>();

  /** @param mine for each output whether this worker owns it. */
  constructor(key: string, outputs: readonly OutputKind[], mine: readonly boolean[], weeks: number) {
    this.key = key;
    this.weeks = weeks;
    this.#kinds = outputs;
    const { fans, flags } = ownedOf(outputs, mine);
    for (const chosen of [fans, flags]) chosen.forEach((output, i) => void this.#position.set(output, i));
  }

  add(part: Part): void {
    this.#parts[part.block] ??= part;
  }

  /** Whether the records of members 0 to `members` - 1 are all here. */
  complete(members: number): boolean {
    for (let block = 0; block * BLOCK_MEMBERS < members; block++) if (this.#parts[block] === undefined) return false;
    return true;
  }

  /** An empty row for an owned output. */
  row(output: number, members: number): Row {
    return this.#kinds[output] === "flag" ? new Uint8Array(members) : new Float32Array(members);
  }

  /** Fills a row with an owned output's values in a week, of members 0 to its length - 1. */
  gather(output: number, week: number, row: Row): void {
    const from = (this.#position.get(output)! * this.weeks + week) * BLOCK_MEMBERS;
    const fan = this.#kinds[output] !== "flag";
    for (let block = 0; block * BLOCK_MEMBERS < row.length; block++) {
      const part = this.#parts[block]!;
      if (fan) copyFloats(part.fans, from, row as Float32Array, block * BLOCK_MEMBERS, BLOCK_MEMBERS);
      else copyFlags(part.flags, from, row as Uint8Array, block * BLOCK_MEMBERS, BLOCK_MEMBERS);
    }
  }
}

/** Where an output's records of a block belong: [week][member] from `at` on. */
export interface Target<Into extends Row> {
  readonly output: number;
  readonly into: Into;
  readonly at: number;
}
export interface Targets {
  readonly fans: readonly Target<Float32Array>[];
  readonly flags: readonly Target<Uint8Array>[];
}

/**
 * Empty parts of a block for every owner, and where in them each output's records belong.
 *
 * @param owned for each worker and output whether the worker owns it.
 */
export function emptyParts(
  key: string,
  block: number,
  outputs: readonly OutputKind[],
  owned: readonly (readonly boolean[])[],
  weeks: number,
): { readonly parts: readonly Part[]; readonly targets: Targets } {
  const size = weeks * BLOCK_MEMBERS;
  const place = <Into extends Row>(into: Into, chosen: readonly number[]): Target<Into>[] =>
    chosen.map((output, i) => ({ output, into, at: i * size }));
  const placed = owned.map((mine) => {
    const own = ownedOf(outputs, mine);
    const part: Part = {
      key,
      block,
      fans: new Float32Array(own.fans.length * size),
      flags: new Uint8Array(own.flags.length * size),
    };
    return { part, fans: place(part.fans, own.fans), flags: place(part.flags, own.flags) };
  });
  return {
    parts: placed.map(({ part }) => part),
    targets: { fans: placed.flatMap(({ fans }) => fans), flags: placed.flatMap(({ flags }) => flags) },
  };
}

/*
 * Loops rather than views and `set`: the pieces are short. One function for each pair of types keeps every one of them
 * fast: engines slow a loop down that meets several.
 */

/** From a kernel's records into a fan's part. */
export function recordFloats(source: Float64Array, from: number, into: Float32Array, to: number, count: number): void {
  for (let i = 0; i < count; i++) into[to + i] = source[from + i]!;
}
/** From a kernel's records into a flag's part. */
export function recordFlags(source: Float64Array, from: number, into: Uint8Array, to: number, count: number): void {
  for (let i = 0; i < count; i++) into[to + i] = source[from + i]! | 0;
}
export function copyFloats(source: Float32Array, from: number, into: Float32Array, to: number, count: number): void {
  for (let i = 0; i < count; i++) into[to + i] = source[from + i]!;
}
export function copyFlags(source: Uint8Array, from: number, into: Uint8Array, to: number, count: number): void {
  for (let i = 0; i < count; i++) into[to + i] = source[from + i]!;
}

function ownedOf(outputs: readonly OutputKind[], mine: readonly boolean[]) {
  const own = outputs.map((_, output) => output).filter((output) => mine[output]);
  return {
    fans: own.filter((output) => outputs[output] !== "flag"),
    flags: own.filter((output) => outputs[output] === "flag"),
  };
}
