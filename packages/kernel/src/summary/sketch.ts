/**
 * A quantile sketch of one cell: counts of values by sign, exponent and the first eight bits of the mantissa. Merging
 * adds whole numbers, so the order of values, blocks and workers does not matter to any bit.
 *
 * Stated error: a quantile lies in the same bucket as the exact order statistic, so it is off by less than 1/256 of
 * it; values smaller than 2^-24 of the greatest magnitude count as zero. At most 2 x 24 x 256 counts per cell,
 * however many members. (The idea is DDSketch's: Masson, Rim & Lee, VLDB 2019, doi:10.14778/3352063.3352135.)
 */
const MANTISSA_BITS = 8;
const SHIFT = 20 - MANTISSA_BITS;
/** Relative width of a bucket. */
export const RELATIVE_ERROR = 2 ** -MANTISSA_BITS;
const OCTAVES = 24;
/** Buckets below the greatest magnitude that are told apart; what is smaller counts as zero. */
const SPAN = OCTAVES << MANTISSA_BITS;
/** Counts are kept in pieces of this many buckets. */
const STEP = 64;

/** Counts of magnitudes of one sign: bucket `base + i` at i. Whole pieces, so that growing is rare. */
class Side {
  base = 0;
  counts = new Uint32Array(0);

  /** Counts a value if its bucket is in reach of what there is; says whether it was. */
  increment(key: number): boolean {
    const i = key - this.base;
    if (i < 0 || i >= this.counts.length) return false;
    this.counts[i]!++;
    return true;
  }

  /** Counts a value wherever it lies. */
  extend(key: number): void {
    this.#cover(key, key);
    this.counts[key - this.base]!++;
  }

  #cover(lowest: number, highest: number): void {
    const empty = this.counts.length === 0;
    const from = Math.min(Math.floor(lowest / STEP) * STEP, empty ? Number.POSITIVE_INFINITY : this.base);
    const to = Math.max(Math.floor(highest / STEP) * STEP + STEP, empty ? 0 : this.base + this.counts.length);
    if (!empty && from === this.base && to === this.base + this.counts.length) return;
    const counts = new Uint32Array(to - from);
    if (!empty) counts.set(this.counts, this.base - from);
    this.base = from;
    this.counts = counts;
  }

  merge(base: number, counts: Uint32Array): void {
    if (counts.length === 0) return;
    this.#cover(base, base + counts.length - 1);
    const shift = base - this.base;
    for (let i = 0; i < counts.length; i++) this.counts[shift + i]! += counts[i]!;
  }

  get highest(): number {
    for (let i = this.counts.length - 1; i >= 0; i--) if (this.counts[i]! > 0) return this.base + i;
    return Number.NEGATIVE_INFINITY;
  }

  /** Drops buckets below `lowest` and says how many values they held. */
  collapse(lowest: number): number {
    if (this.counts.length === 0 || this.base >= lowest) return 0;
    const cut = Math.min(lowest - this.base, this.counts.length);
    let dropped = 0;
    for (let i = 0; i < cut; i++) dropped += this.counts[i]!;
    const whole = Math.floor(lowest / STEP) * STEP;
    this.counts.fill(0, 0, cut);
    const keep = Math.min(Math.max(whole - this.base, 0), this.counts.length);
    this.counts = this.counts.slice(keep);
    this.base += keep;
    return dropped;
  }
}

/** Lowest magnitude of a bucket. */
function edge(key: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, key << SHIFT);
  return view.getFloat64(0);
}

/** Of the smallest normal number; below it stand zero and what cannot be told from it. */
const LOWEST_KEY = 0x00100000 >>> SHIFT;
const GREATEST_KEY = 0x7fefffff >>> SHIFT;

export class Sketch {
  zeros = 0;
  readonly positive = new Side();
  readonly negative = new Side();

  add(value: number): void {
    this.addHighWord(new Uint32Array(Float64Array.of(value).buffer)[1]!);
  }

  /** Adds a number by the upper half of its bits: sign, exponent and twenty bits of the mantissa. */
  addHighWord(high: number): void {
    const key = (high & 0x7fffffff) >>> SHIFT;
    if (key < LOWEST_KEY) {
      this.zeros++;
      return;
    }
    const side = high >>> 31 === 0 ? this.positive : this.negative;
    if (!side.increment(key)) this.#addFar(side, key);
  }

  /** Adds numbers `from` to `to` of an array that is given as 32-bit words. */
  addNumbers(words: Uint32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) this.addHighWord(words[2 * i + 1]!);
  }

  /** The first value, or one out of reach: too small counts as zero, greater ones make others too small. */
  #addFar(side: Side, key: number): void {
    const lowest = Math.max(this.positive.highest, this.negative.highest, key) - SPAN;
    if (key < lowest) {
      this.zeros++;
      return;
    }
    this.collapse(lowest);
    side.extend(key);
  }

  merge(zeros: number, positive: Side | PackedSide, negative: Side | PackedSide): void {
    this.zeros += zeros;
    this.positive.merge(positive.base, positive.counts);
    this.negative.merge(negative.base, negative.counts);
    this.collapse();
  }

  /** Counts what is far below the greatest magnitude as zero. Doing it more often changes nothing in the end. */
  collapse(lowest = Math.max(this.positive.highest, this.negative.highest) - SPAN): void {
    this.zeros += this.positive.collapse(lowest) + this.negative.collapse(lowest);
  }

  get count(): number {
    const sum = (side: Side): number => side.counts.reduce((total, count) => total + count, 0);
    return this.zeros + sum(this.positive) + sum(this.negative);
  }

  /** The value below which a share `q` of the members lies, 0 <= q <= 1; NaN when there are none. */
  quantile(q: number): number {
    const buckets = this.#ascending();
    const count = buckets.reduce((total, bucket) => total + bucket.count, 0);
    if (count === 0) return Number.NaN;
    const rank = Math.min(Math.max(q, 0), 1) * (count - 1);
    let before = 0;
    for (const { from, to, count: here } of buckets) {
      if (rank < before + here)
        return from + (to - from) * ((rank - before + 0.5) / here > 1 ? 1 : (rank - before + 0.5) / here);
      before += here;
    }
    return buckets[buckets.length - 1]!.to;
  }

  #ascending(): { from: number; to: number; count: number }[] {
    const upper = (key: number): number => (key >= GREATEST_KEY ? Number.MAX_VALUE : edge(key + 1));
    const found: { from: number; to: number; count: number }[] = [];
    const { negative, positive } = this;
    for (let i = negative.counts.length - 1; i >= 0; i--) {
      const key = negative.base + i;
      if (negative.counts[i]! > 0) found.push({ from: -upper(key), to: -edge(key), count: negative.counts[i]! });
    }
    if (this.zeros > 0) found.push({ from: 0, to: 0, count: this.zeros });
    positive.counts.forEach((count, i) => {
      if (count > 0) found.push({ from: edge(positive.base + i), to: upper(positive.base + i), count });
    });
    return found;
  }
}

interface PackedSide {
  readonly base: number;
  readonly counts: Uint32Array;
}

/** Sketches of all cells of a block in one array, to be sent and stored: per cell zeros, base, length, base, length, counts. */
export function packSketches(sketches: readonly Sketch[]): Uint32Array {
  let length = 0;
  for (const sketch of sketches) {
    sketch.collapse();
    length += 5 + sketch.positive.counts.length + sketch.negative.counts.length;
  }
  const packed = new Uint32Array(length);
  let at = 0;
  for (const { zeros, positive, negative } of sketches) {
    packed.set([zeros, positive.base, positive.counts.length, negative.base, negative.counts.length], at);
    packed.set(positive.counts, at + 5);
    packed.set(negative.counts, at + 5 + positive.counts.length);
    at += 5 + positive.counts.length + negative.counts.length;
  }
  return packed;
}

export function mergePacked(into: readonly Sketch[], packed: Uint32Array): void {
  let at = 0;
  for (const sketch of into) {
    const [zeros, positiveBase, positiveLength, negativeBase, negativeLength] = packed.subarray(
      at,
      at + 5,
    ) as unknown as [number, number, number, number, number];
    const middle = at + 5 + positiveLength;
    sketch.merge(
      zeros,
      { base: positiveBase, counts: packed.subarray(at + 5, middle) },
      { base: negativeBase, counts: packed.subarray(middle, middle + negativeLength) },
    );
    at = middle + negativeLength;
  }
}
