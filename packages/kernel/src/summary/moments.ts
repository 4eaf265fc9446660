/**
 * Count, mean, variance, least and greatest of many cells at once, gathered leaf by leaf. A leaf is a fixed run of
 * members, so the sums are the same however the members are cut into blocks or spread over workers; leaves are merged
 * in their order.
 */

/** Members per leaf: blocks are whole leaves. */
export const LEAF = 256;

/** Numbers kept per cell of a leaf: mean, sum of squared deviations, least, greatest. */
export const PER_CELL = 4;

/** Sums of one leaf under way. Values are shifted by the first one, which keeps their squares small. */
export class LeafSums {
  count = 0;
  readonly #cells: number;
  readonly #shift: Float64Array;
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;

  constructor(cells: number) {
    this.#cells = cells;
    this.#shift = new Float64Array(cells);
    this.#sum = new Float64Array(cells);
    this.#squares = new Float64Array(cells);
    this.#least = new Float64Array(cells);
    this.#greatest = new Float64Array(cells);
  }

  /** Adds `lanes.length` members of one cell: numbers[from + lane]. Counting them is the caller's: `count`. */
  add(cell: number, numbers: Float64Array, from: number, lanes: readonly number[]): void {
    if (lanes.length === 0) return;
    const fresh = this.count === 0;
    const shift = fresh ? numbers[from + lanes[0]!]! : this.#shift[cell]!;
    let sum = fresh ? 0 : this.#sum[cell]!;
    let squares = fresh ? 0 : this.#squares[cell]!;
    let least = fresh ? shift : this.#least[cell]!;
    let greatest = fresh ? shift : this.#greatest[cell]!;
    for (let i = 0; i < lanes.length; i++) {
      const value = numbers[from + lanes[i]!]!;
      const deviation = value - shift;
      sum += deviation;
      squares += deviation * deviation;
      if (value < least) least = value;
      if (greatest < value) greatest = value;
    }
    this.#shift[cell] = shift;
    this.#sum[cell] = sum;
    this.#squares[cell] = squares;
    this.#least[cell] = least;
    this.#greatest[cell] = greatest;
  }

  /** Writes count and [cell][PER_CELL] and starts anew. */
  finish(into: Float64Array, at: number): void {
    into[at] = this.count;
    for (let cell = 0; cell < this.#cells; cell++) {
      const to = at + 1 + cell * PER_CELL;
      const sum = this.#sum[cell]!;
      into[to] = this.#shift[cell]! + sum / this.count;
      into[to + 1] = Math.max(0, this.#squares[cell]! - (sum * sum) / this.count);
      into[to + 2] = this.#least[cell]!;
      into[to + 3] = this.#greatest[cell]!;
    }
    this.count = 0;
  }
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
