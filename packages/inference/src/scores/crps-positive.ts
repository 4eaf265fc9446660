/** CRPS of laws on the positive axis and on counts, in closed form or by direct summation. */
import { normalShareBelow, numerics } from "@logjam/lang";
import { betaShareBelow, gammaShareBelow, logBeta, logGamma } from "./special-functions.ts";

const { exp, logPositive } = numerics;

/** CRPS of a lognormal forecast: mean and deviation of the logarithm. */
export function crpsLognormal(observed: number, logMean: number, logDeviation: number): number {
  const z = observed > 0 ? (logPositive(observed) - logMean) / logDeviation : Number.NEGATIVE_INFINITY;
  const mean = exp(logMean + (logDeviation * logDeviation) / 2);
  const share = normalShareBelow(z);
  const spread = normalShareBelow(z - logDeviation) + normalShareBelow(logDeviation * Math.SQRT1_2) - 1;
  return observed * (2 * share - 1) - 2 * mean * spread;
}

/** CRPS of an exponential forecast. */
export function crpsExponential(observed: number, rate: number): number {
  const share = observed > 0 ? 1 - exp(-rate * observed) : 0;
  return Math.abs(observed) - (2 * share) / rate + 1 / (2 * rate);
}

/** CRPS of a gamma forecast. */
export function crpsGamma(observed: number, shape: number, rate: number): number {
  const share = gammaShareBelow(observed * rate, shape);
  const shareAbove = gammaShareBelow(observed * rate, shape + 1);
  return observed * (2 * share - 1) - (shape / rate) * (2 * shareAbove - 1) - 1 / (rate * exp(logBeta(0.5, shape)));
}

/** CRPS of a beta forecast on [0, 1]. */
export function crpsBeta(observed: number, a: number, b: number): number {
  const share = betaShareBelow(observed, a, b);
  const shareAbove = betaShareBelow(observed, a + 1, b);
  const spread = (2 / a) * exp(logBeta(2 * a, 2 * b) - 2 * logBeta(a, b));
  return observed * (2 * share - 1) + (a / (a + b)) * (1 - 2 * shareAbove - spread);
}

/**
 * CRPS of a forecast of a count, by summing (F - 1{k >= y})^2 over unit steps until what is left of the law is below
 * 1e-17. `logProbability(k)` is ln P(k) for k = 0, 1, ..., `most` the largest count (may be infinite).
 */
export function crpsCount(observed: number, logProbability: (count: number) => number, most: number): number {
  let share = 0;
  let score = observed < 0 ? -observed : 0;
  const beyond = Math.floor(observed) + 1;
  for (let k = 0; k < most; k++) {
    const probability = exp(logProbability(k));
    share += probability;
    // From k to k + 1 the share is constant; the observation may lie between.
    const before = Math.min(Math.max(observed - k, 0), 1);
    score += before * share * share + (1 - before) * (1 - share) * (1 - share);
    if (k > beyond && 1 - share < 1e-9 && probability < 1e-17) return score;
  }
  return score + Math.max(0, observed - most);
}

/** CRPS of a negative binomial forecast: failures before `size` successes of probability `probability`. */
export const crpsNegativeBinomial = (observed: number, size: number, probability: number): number =>
  crpsCount(
    observed,
    (k) =>
      logGamma(k + size) -
      logGamma(size) -
      logGamma(k + 1) +
      size * logPositive(probability) +
      k * logPositive(1 - probability),
    Number.POSITIVE_INFINITY,
  );

/** CRPS of a binomial forecast. */
export const crpsBinomial = (observed: number, trials: number, probability: number): number =>
  crpsCount(
    observed,
    (k) =>
      logGamma(trials + 1) -
      logGamma(k + 1) -
      logGamma(trials - k + 1) +
      k * logPositive(probability) +
      (trials - k) * logPositive(1 - probability),
    trials,
  );
