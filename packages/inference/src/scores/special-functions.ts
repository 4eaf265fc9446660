/** Gamma, beta and chi-square functions from our own numerics, so that scores have the same bits everywhere. */
import { betaShareBelow, logGamma, numerics } from "@logjam/lang";

export { betaShareBelow, logGamma } from "@logjam/lang";

const { exp, logPositive } = numerics;
/** ln B(a, b), a and b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

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
