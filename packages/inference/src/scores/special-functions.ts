/** Gamma, beta and chi-square functions from our own numerics, so that scores have the same bits everywhere. */
import { numerics } from "@logjam/lang";

const { exp, logPositive } = numerics;
const HALF_LN_2PI = 0.9189385332046727;

/** Lanczos (g = 7, n = 9), about 1e-15 relative. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

/** ln Gamma(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return logGamma(x + 1) - logPositive(x);
  const z = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return HALF_LN_2PI + (z + 0.5) * logPositive(t) - t + logPositive(sum);
}

/** ln B(a, b), a and b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/** The share of a beta(a, b) law below x: Lentz's continued fraction (Numerical Recipes 6.4). */
export function betaShareBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShareBelow(1 - x, b, a);
  const front = exp(a * logPositive(x) + b * logPositive(1 - x) - logBeta(a, b)) / a;
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * fraction;
}

/** The share of a gamma(shape, rate 1) law below x: series below shape + 1, continued fraction above. */
export function gammaShareBelow(x: number, shape: number): number {
  if (x <= 0) return 0;
  const front = exp(shape * logPositive(x) - x - logGamma(shape));
  return x < shape + 1 ? front * gammaSeries(x, shape) : 1 - front * gammaFraction(x, shape);
}

function gammaSeries(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < 2000 && term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function gammaFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / awayFromZero(b);
  let fraction = d;
  for (let n = 1; n < 2000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

/** P(X >= statistic) for a chi-square law with the given degrees of freedom. */
export const chiSquareTail = (statistic: number, degreesOfFreedom: number): number =>
  1 - gammaShareBelow(statistic / 2, degreesOfFreedom / 2);

/** The share of Student's law with the given degrees of freedom below x. */
export function studentShareBelow(x: number, degreesOfFreedom: number): number {
  const tail = 0.5 * betaShareBelow(degreesOfFreedom / (degreesOfFreedom + x * x), degreesOfFreedom / 2, 0.5);
  return x > 0 ? 1 - tail : tail;
}

/** P(X <= k) for a binomial(n, p) law. */
export const binomialShareUpTo = (k: number, n: number, p: number): number =>
  k < 0 ? 0 : k >= n ? 1 : betaShareBelow(1 - p, n - k, k + 1);
