/** Quantiles of samples, with and without weights. */

/** Quantile p of values in ascending order: linear interpolation between order statistics (type 7). */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}

/** Several quantiles of a sample, by one sort; the sample is left as it was. Non-finite values are left out. */
export function quantiles(values: ArrayLike<number>, probabilities: readonly number[]): number[] {
  const finite = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i]!)) finite[count++] = values[i]!;
  const sorted = finite.subarray(0, count).sort();
  return probabilities.map((p) => quantileSorted(sorted, p));
}

/** Quantiles of a weighted sample: the smallest value at which the cumulative weight reaches p. */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  probabilities: readonly number[],
): number[] {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += weights[i]!;
  return probabilities.map((p) => {
    let cumulative = 0;
    for (const i of order) {
      cumulative += weights[i]!;
      if (cumulative >= p * total) return values[i]!;
    }
    return values[order[order.length - 1]!]!;
  });
}
