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
}

/** `draws` are whole numbers from 0. Where members of one draw stand together, as resampling leaves them, one pass is enough. */
function clusters(values: ArrayLike<number>, draws: ArrayLike<number>): Clusters {
  const n = values.length;
  let mean = 0;
  let last = 0;
  let together = true;
  for (let i = 0; i < n; i++) {
    mean += values[i]!;
    if (draws[i]! < last) together = false;
    else last = draws[i]!;
  }
  mean /= n;
  if (!together) return { mean, ...apart(values, draws, mean, last + 1) };
  let [variance, squares] = [0, 0];
  for (let start = 0; start < n; ) {
    let sum = 0;
    let end = start;
    for (; end < n && draws[end] === draws[start]; end++) sum += values[end]! - mean;
    variance += (sum / n) ** 2;
    squares += ((end - start) / n) ** 2;
    start = end;
  }
  return { mean, variance, effective: 1 / squares };
}

/** Members of one draw anywhere, as where member k takes draw k mod the number of draws. */
function apart(values: ArrayLike<number>, draws: ArrayLike<number>, mean: number, count: number) {
  const n = values.length;
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let i = 0; i < n; i++) {
    sums[draws[i]!]! += values[i]! - mean;
    sizes[draws[i]!]!++;
  }
  let [variance, squares] = [0, 0];
  for (let d = 0; d < count; d++) {
    variance += (sums[d]! / n) ** 2;
    squares += (sizes[d]! / n) ** 2;
  }
  return { variance, effective: 1 / squares };
}

/** A share of members (values 0 or 1) with Wilson's 95 % interval at the number of independent draws it is worth. */
export function clusteredShare(values: ArrayLike<number>, draws: ArrayLike<number>): Estimate {
  const { mean, variance, effective } = clusters(values, draws);
  const worth = variance > 0 ? Math.min(values.length, (mean * (1 - mean)) / variance) : effective;
  return wilson(mean * worth, worth);
}

/** A mean over members with its normal 95 % interval, likewise. */
export function clusteredMean(values: ArrayLike<number>, draws: ArrayLike<number>): Estimate {
  const { mean, variance } = clusters(values, draws);
  const half = Z95 * Math.sqrt(variance);
  return { value: mean, low: mean - half, high: mean + half };
}
