/** How far the data moved a parameter. */
import { numerics } from "@logjam/lang";

/**
 * 1 - posterior variance / prior variance, on the logarithm for parameters that are positive throughout; 0 where the
 * data said nothing, near 1 where they decided. Negative values (the data widened it) are kept.
 */
export function contraction(prior: ArrayLike<number>, posterior: ArrayLike<number>): number {
  let positive = true;
  for (let i = 0; i < prior.length && positive; i++) positive = prior[i]! > 0;
  const scale = (x: number) => (positive ? numerics.log(x) : x);
  const before = variance(prior, scale);
  return before > 0 ? 1 - variance(posterior, scale) / before : 0;
}

function variance(values: ArrayLike<number>, scale: (x: number) => number): number {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += scale(values[i]!) / values.length;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (scale(values[i]!) - mean) ** 2;
  return sum / (values.length - 1);
}
