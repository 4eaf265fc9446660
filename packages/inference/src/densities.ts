/** Log-densities for observation models, on the project's own logarithm so that a fit gives the same bits everywhere. */
import { numerics } from "@logjam/lang";

const HALF_LN_2PI = 0.9189385332046727;

/** ln of the normal density at x, with the given mean and standard deviation (> 0). */
export function normalLogDensity(x: number, mean: number, deviation: number): number {
  const z = (x - mean) / deviation;
  return -0.5 * z * z - numerics.log(deviation) - HALF_LN_2PI;
}

/**
 * ln of Student's density with 4 degrees of freedom at x: location, scale (> 0). Closed form, no gamma function:
 * f(z) = 3/8 (1 + z^2/4)^(-5/2) / scale.
 */
export function student4LogDensity(x: number, location: number, scale: number): number {
  const z = (x - location) / scale;
  return numerics.log(0.375) - 2.5 * numerics.log(1 + (z * z) / 4) - numerics.log(scale);
}
