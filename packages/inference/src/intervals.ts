/** Monte Carlo intervals: what the finite number of members leaves uncertain, and nothing else. */

/** 97.5 % quantile of the standard normal law. */
export const Z95 = 1.959963984540054;

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share with Wilson's 95 % score interval (Wilson 1927); it stays inside [0, 1] and is sound near both ends. */
export function wilson(successes: number, trials: number): Estimate {
  if (trials === 0) return { value: Number.NaN, low: 0, high: 1 };
  const share = successes / trials;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (Z95 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  return {
    value: share,
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  };
}

/** Mean of per-member values with its normal 95 % interval; members are independent, what they share is paired away. */
export function meanInterval(values: ArrayLike<number>): Estimate {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  const half = n > 1 ? Z95 * Math.sqrt(squares / (n - 1) / n) : Number.POSITIVE_INFINITY;
  return { value: mean, low: mean - half, high: mean + half };
}
