/** Calibration: do intervals cover as often as they promise, and are probability integral transforms uniform? */
import { binomialShareUpTo, chiSquareTail } from "./special-functions.ts";

/**
 * Two-sided P-value of `covered` hits in `trials` independent intervals of a stated coverage: twice the smaller exact
 * binomial tail, at most 1. Overlapping forecasts are not independent: pass the number of non-overlapping ones.
 */
export function coveragePValue(covered: number, trials: number, coverage: number): number {
  const below = binomialShareUpTo(covered, trials, coverage);
  const above = 1 - binomialShareUpTo(covered - 1, trials, coverage);
  return Math.min(1, 2 * Math.min(below, above));
}

export interface Uniformity {
  readonly counts: readonly number[];
  /** Pearson's statistic with bins - 1 degrees of freedom. */
  readonly statistic: number;
  /** Probability of a statistic as large as this, if the values are uniform and independent. */
  readonly pValue: number;
}

/** Histogram of values in [0, 1] in equal bins, with Pearson's test of uniformity. */
export function uniformity(values: ArrayLike<number>, bins: number): Uniformity {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(values[i]! * bins)));
    counts[bin]! += 1;
  }
  const expected = values.length / bins;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return { counts, statistic, pValue: chiSquareTail(statistic, bins - 1) };
}
