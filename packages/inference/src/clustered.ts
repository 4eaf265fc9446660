/**
 * Intervals for members that share parameters: resampling gives a likely draw several members, and those are not
 * independent. The variance of a mean is then summed over draws, not over members (the cluster-robust estimator).
 */
import { type Estimate, wilson, Z95 } from "./intervals.ts";

interface Clusters {
  readonly mean: number;
  /** Variance of the mean, with members that share a draw counted together. */
  readonly variance: number;
  /** Kish's effective number of draws. */
  readonly effective: number;
  readonly members: number;
}

/** `draws` are whole numbers from 0; members of one draw may stand anywhere. */
function clusters(values: ArrayLike<number>, draws: ArrayLike<number>): Clusters {
  let count = 0;
  for (let i = 0; i < draws.length; i++) if (draws[i]! >= count) count = draws[i]! + 1;
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let i = 0; i < values.length; i++) {
    sums[draws[i]!]! += values[i]!;
    sizes[draws[i]!]!++;
  }
  return clustersOf(sums, sizes);
}

/** From the sum of the values and the number of members of each draw. */
function clustersOf(sums: ArrayLike<number>, sizes: ArrayLike<number>): Clusters {
  let [n, total] = [0, 0];
  for (let d = 0; d < sums.length; d++) {
    n += sizes[d]!;
    total += sums[d]!;
  }
  const mean = total / n;
  let [variance, squares] = [0, 0];
  for (let d = 0; d < sums.length; d++) {
    const off = (sums[d]! - sizes[d]! * mean) / n;
    const share = sizes[d]! / n;
    variance += off * off;
    squares += share * share;
  }
  return { mean, variance, effective: 1 / squares, members: n };
}

/** A share of members (values 0 or 1) with Wilson's 95 % interval at the number of independent draws it is worth. */
export const clusteredShare = (values: ArrayLike<number>, draws: ArrayLike<number>): Estimate =>
  shareOf(clusters(values, draws));

/** A mean over members with its normal 95 % interval, likewise. */
export const clusteredMean = (values: ArrayLike<number>, draws: ArrayLike<number>): Estimate =>
  meanOf(clusters(values, draws));

/** The same from each draw's sum and number of members: the same bits where values are whole numbers. */
export const shareOfSums = (sums: ArrayLike<number>, sizes: ArrayLike<number>): Estimate =>
  shareOf(clustersOf(sums, sizes));
export const meanOfSums = (sums: ArrayLike<number>, sizes: ArrayLike<number>): Estimate =>
  meanOf(clustersOf(sums, sizes));

function shareOf({ mean, variance, effective, members }: Clusters): Estimate {
  const worth = variance > 0 ? Math.min(members, (mean * (1 - mean)) / variance) : effective;
  return wilson(mean * worth, worth);
}

function meanOf({ mean, variance }: Clusters): Estimate {
  const half = Z95 * Math.sqrt(variance);
  return { value: mean, low: mean - half, high: mean + half };
}
