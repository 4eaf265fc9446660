import type { Sketch } from "./sketch.ts";

/**
 * Count, mean, variance, least and greatest of many cells at once, gathered leaf by leaf. A leaf is a fixed run of
 * members, so the sums are the same however the members are cut into blocks or spread over workers; leaves are merged
 * in their order.
 */

/** Members per leaf: blocks are whole leaves. */
export const LEAF = 256;

/** Numbers kept per cell of a leaf: mean, sum of squared deviations, least, greatest. */
export const PER_CELL = 4;

/** The members of one leaf under way, cell by cell: [cell][member], so that each cell is worked through at once. */
export class LeafBuffer {
  count = 0;
  readonly #cells: number;
  readonly #values: Float64Array;
  readonly #words: Uint32Array;

  constructor(cells: number) {
    this.#cells = cells;
    this.#values = new Float64Array(cells * LEAF);
    this.#words = new Uint32Array(this.#values.buffer);
  }

  /** Adds members of one cell: numbers[from + lane]. Counting them, once for all cells, is the caller's: `count`. */
  add(cell: number, numbers: Float64Array, from: number, lanes: readonly number[]): void {
    const values = this.#values;
    const to = cell * LEAF + this.count;
    for (let i = 0; i < lanes.length; i++) values[to + i] = numbers[from + lanes[i]!]!;
  }

  /** Writes count and [cell][PER_CELL], adds all values to the cells' sketches, and starts anew. */
  finish(into: Float64Array, at: number, sketches: readonly Sketch[]): void {
    into[at] = this.count;
    for (let cell = 0; cell < this.#cells && this.count > 0; cell++) {
      const from = cell * LEAF;
      writeMoments(this.#values, from, from + this.count, into, at + 1 + cell * PER_CELL);
      sketches[cell]!.addNumbers(this.#words, from, from + this.count);
    }
    this.count = 0;
  }
}

function writeMoments(values: Float64Array, from: number, to: number, into: Float64Array, at: number): void {
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    sum += value;
    if (value < least) least = value;
    if (greatest < value) greatest = value;
  }
  const mean = sum / (to - from);
  let squares = 0;
  for (let i = from; i < to; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  into[at] = mean;
  into[at + 1] = squares;
  into[at + 2] = least;
  into[at + 3] = greatest;
}

export const leafLength = (cells: number): number => 1 + cells * PER_CELL;

/** Moments of all leaves so far. */
export class Moments {
  count = 0;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;

  constructor(cells: number) {
    this.mean = new Float64Array(cells).fill(Number.NaN);
    this.squares = new Float64Array(cells);
    this.least = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
    this.greatest = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  }

  /** Merges the leaves of one block, in order (Chan, Golub & LeVeque 1979). */
  merge(leaves: Float64Array): void {
    const cells = this.mean.length;
    for (let at = 0; at < leaves.length; at += leafLength(cells)) {
      const count = leaves[at]!;
      if (count === 0) continue;
      const total = this.count + count;
      for (let cell = 0; cell < cells; cell++) {
        const from = at + 1 + cell * PER_CELL;
        const mean = leaves[from]!;
        const difference = this.count === 0 ? 0 : mean - this.mean[cell]!;
        const base = this.count === 0 ? mean : this.mean[cell]!;
        this.mean[cell] = base + (difference * count) / total;
        this.squares[cell] =
          this.squares[cell]! + leaves[from + 1]! + difference * difference * ((this.count * count) / total);
        if (leaves[from + 2]! < this.least[cell]!) this.least[cell] = leaves[from + 2]!;
        if (this.greatest[cell]! < leaves[from + 3]!) this.greatest[cell] = leaves[from + 3]!;
      }
      this.count = total;
    }
  }

  /** Sample variance (divided by count - 1); NaN below two members. */
  variance(cell: number): number {
    return this.count < 2 ? Number.NaN : this.squares[cell]! / (this.count - 1);
  }
}
