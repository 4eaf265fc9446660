/** How far the data moved a parameter. */
import { numerics } from "@logjam/lang";

/**
 * 1 - posterior variance / prior variance, on the logarithm for parameters that are positive throughout; 0 where the
 * data said nothing, near 1 where they decided. Values below 0 (the data widened it) are kept. `weights` are the
 * posterior weights of the same draws and add up to 1.
 */
export function contraction(draws: ArrayLike<number>, weights: ArrayLike<number>): number {
  let positive = true;
  for (let i = 0; i < draws.length && positive; i++) positive = draws[i]! > 0;
  const scaled = Float64Array.from(draws, (x) => (positive ? numerics.log(x) : x));
  const before = variance(scaled, () => 1 / scaled.length);
  return before > 0 ? 1 - variance(scaled, (i) => weights[i]!) / before : 0;
}

function variance(values: Float64Array, weight: (i: number) => number): number {
  let [mean, squares, sum] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) mean += weight(i) * values[i]!;
  for (let i = 0; i < values.length; i++) {
    sum += weight(i) * (values[i]! - mean) ** 2;
    squares += weight(i) ** 2;
  }
  // Unbiased for reliability weights: with equal weights this is the usual n - 1.
  return sum / (1 - squares);
}
