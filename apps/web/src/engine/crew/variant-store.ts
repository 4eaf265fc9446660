/** A worker's share of a variant's records: the outputs that it owns, of all members that have come in. */
import type { OutputKind, Part } from "../protocol.ts";
import { BLOCK_MEMBERS } from "../protocol.ts";

type Row = Float32Array | Uint8Array;

export class VariantStore {
  readonly key: string;
  readonly weeks: number;
  readonly #capacity: number;
  readonly #rows = new Map<number, Row>();
  readonly #owned: { readonly fans: readonly number[]; readonly flags: readonly number[] };
  /** Blocks whose records are here. */
  readonly #have = new Set<number>();
  /** Blocks that this worker has computed, with how many of their members failed. */
  readonly computed = new Map<number, number>();

  /** @param mine for each output whether this worker owns it. @param capacity most members. */
  constructor(key: string, outputs: readonly OutputKind[], mine: readonly boolean[], weeks: number, capacity: number) {
    this.key = key;
    this.weeks = weeks;
    this.#capacity = capacity;
    this.#owned = ownedOf(outputs, mine);
    for (const output of this.#owned.fans) this.#rows.set(output, new Float32Array(weeks * capacity));
    for (const output of this.#owned.flags) this.#rows.set(output, new Uint8Array(weeks * capacity));
  }

  add({ block, fans, flags }: Part): void {
    if (this.#have.has(block) || (block + 1) * BLOCK_MEMBERS > this.#capacity) return;
    this.#spread(this.#owned.fans, fans, block);
    this.#spread(this.#owned.flags, flags, block);
    this.#have.add(block);
  }

  /** Whether the records of members 0 to `members` - 1 are all here. */
  complete(members: number): boolean {
    for (let block = 0; block * BLOCK_MEMBERS < members; block++) if (!this.#have.has(block)) return false;
    return true;
  }

  /** Values of an owned output in a week, of the first `members`: a view, not a copy. */
  week(output: number, week: number, members: number): Row {
    const from = week * this.#capacity;
    return this.#rows.get(output)!.subarray(from, from + members);
  }

  #spread(outputs: readonly number[], part: Row, block: number): void {
    outputs.forEach((output, i) => {
      const row = this.#rows.get(output)!;
      for (let week = 0; week < this.weeks; week++) {
        const from = (i * this.weeks + week) * BLOCK_MEMBERS;
        row.set(part.subarray(from, from + BLOCK_MEMBERS), week * this.#capacity + block * BLOCK_MEMBERS);
      }
    });
  }
}

/** A block's records as the part for one owner. `records`: [output][week][member]. */
export function partFor(
  key: string,
  block: number,
  records: Float64Array,
  outputs: readonly OutputKind[],
  mine: readonly boolean[],
): Part {
  const row = records.length / outputs.length;
  const { fans, flags } = ownedOf(outputs, mine);
  const gather = <T extends Row>(into: T, chosen: readonly number[]): T => {
    chosen.forEach((output, i) => {
      into.set(records.subarray(output * row, (output + 1) * row), i * row);
    });
    return into;
  };
  return {
    key,
    block,
    fans: gather(new Float32Array(fans.length * row), fans),
    flags: gather(new Uint8Array(flags.length * row), flags),
  };
}

function ownedOf(outputs: readonly OutputKind[], mine: readonly boolean[]) {
  const own = outputs.map((_, output) => output).filter((output) => mine[output]);
  return {
    fans: own.filter((output) => outputs[output] !== "flag"),
    flags: own.filter((output) => outputs[output] === "flag"),
  };
}
