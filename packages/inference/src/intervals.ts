/** Monte Carlo intervals: what the finite number of members leaves uncertain, and nothing else. */
import { wilson as wilsonShare } from "@logjam/kernel";

/** 97.5 % quantile of the standard normal law. */
export const Z95 = 1.959963984540054;

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share with Wilson's 95 % score interval (Wilson 1927); it stays inside [0, 1] and is sound near both ends. */
export function wilson(successes: number, trials: number): Estimate {
  const { share, low, high } = wilsonShare(successes, trials);
  return { value: share, low, high };
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
