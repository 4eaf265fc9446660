/** What a finite, overlapping track record leaves uncertain: circular block bootstrap (Politis & Romano 1992). */
import { uniformDraws } from "../draws/draws.ts";
import type { Estimate } from "../intervals.ts";
import { quantiles } from "../quantile.ts";
import { errors } from "./errors.ts";

export interface BootstrapOptions {
  /** Consecutive origins that are drawn together. */
  readonly blockLength: number;
  readonly replicates: number;
  readonly seed: bigint;
  /** Share that the interval holds; default 0.95. */
  readonly level?: number;
}

/**
 * The rule for the length of blocks: as many origins as one forecast overlaps (horizon / spacing, rounded up), at least
 * the cube root of their number, and at most a third of it, so that at least three blocks differ. Where the cap binds,
 * intervals are too narrow rather than too wide; reports say so.
 */
export function blockLengthFor(origins: number, horizonWeeks: number, weeksBetweenOrigins: number): number {
  const wanted = Math.max(Math.ceil(horizonWeeks / weeksBetweenOrigins), Math.ceil(Math.cbrt(origins)));
  return Math.max(1, Math.min(wanted, Math.floor(origins / 3)));
}

/** Indices of one replicate: whole blocks from random starts, around the end back to the beginning. */
function replicateIndices(starts: Float64Array, count: number, blockLength: number): Int32Array {
  const indices = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const start = Math.floor(starts[Math.floor(k / blockLength)]! * count);
    indices[k] = (start + (k % blockLength)) % count;
  }
  return indices;
}

function bootstrap(
  count: number,
  statistic: (indices: Int32Array) => number,
  { blockLength, replicates, seed, level = 0.95 }: BootstrapOptions,
): Estimate {
  if (count < 1) throw errors.tooFewMembers("block bootstrap", count, 1);
  const blocks = Math.ceil(count / blockLength);
  const draws = uniformDraws(seed, blocks);
  const values = Float64Array.from({ length: replicates }, (_, replicate) =>
    statistic(replicateIndices(draws("bootstrap/starts", replicate), count, blockLength)),
  );
  const [low, high] = quantiles(values, [(1 - level) / 2, (1 + level) / 2]);
  return { value: statistic(Int32Array.from({ length: count }, (_, i) => i)), low: low!, high: high! };
}

const meanAt = (values: ArrayLike<number>, indices: Int32Array): number => {
  let sum = 0;
  for (const i of indices) sum += values[i]!;
  return sum / indices.length;
};

/** Mean of values in the order of their origins, with its percentile interval. */
export const bootstrapMean = (values: ArrayLike<number>, options: BootstrapOptions): Estimate =>
  bootstrap(values.length, (indices) => meanAt(values, indices), options);

/**
 * Skill 1 - mean(scores) / mean(reference), with its percentile interval; the origins are drawn in pairs. Positive where
 * the scored forecaster is better. Both lists follow the same origins.
 */
export const bootstrapSkill = (
  scores: ArrayLike<number>,
  reference: ArrayLike<number>,
  options: BootstrapOptions,
): Estimate => bootstrap(scores.length, (indices) => 1 - meanAt(scores, indices) / meanAt(reference, indices), options);
