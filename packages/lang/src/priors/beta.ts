/** The beta distribution's quantile from our own numerics. */
import { exp, logPositive } from "../numerics.ts";

/** ln Gamma(x), x > 0: Lanczos (g = 7, n = 9), about 1e-15 relative. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

export function logGamma(x: number): number {
  if (x < 0.5) return logGamma(x + 1) - logPositive(x);
  const z = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.9189385332046727 + (z + 0.5) * logPositive(t) - t + logPositive(sum);
}

/** The share of a beta(a, b) below x: Lentz's continued fraction (Numerical Recipes 6.4). */
export function betaShareBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShareBelow(1 - x, b, a);
  const front = exp(a * logPositive(x) + b * logPositive(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  const floor = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / floor(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / floor(1 + even * d);
    c = floor(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / floor(1 + odd * d);
    c = floor(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * fraction;
}

/** By bisection, which ends when no number lies between the bounds: 1,100 halvings at the most. */
export function betaQuantile(u: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 1100; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (betaShareBelow(middle, a, b) < u) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
