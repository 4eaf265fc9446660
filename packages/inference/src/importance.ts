/** Importance weights from log-likelihoods, tempered so that a few draws do not carry the whole posterior. */
import { numerics } from "@logjam/lang";

export interface Weights {
  /** Normalised weights, one per draw; they add up to 1. */
  readonly weights: Float64Array;
  /** Kish's effective sample size, 1 / sum of squared weights. */
  readonly effectiveSampleSize: number;
  /** The power to which the likelihood was raised: 1 where no tempering was needed. */
  readonly power: number;
}

/** Weights proportional to likelihood^power. Draws whose log-likelihood is not finite get weight 0. */
export function weightsAtPower(logLikelihood: Float64Array, power: number): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const l of logLikelihood) if (Number.isFinite(l) && l > highest) highest = l;
  if (highest === Number.NEGATIVE_INFINITY)
    throw new RangeError("importance: no draw has a finite likelihood; the prior does not reach the data.");
  const weights = Float64Array.from(logLikelihood, (l) =>
    Number.isFinite(l) ? numerics.exp(power * (l - highest)) : 0,
  );
  let total = 0;
  for (const w of weights) total += w;
  return weights.map((w) => w / total);
}

/** Kish's effective sample size of normalised weights. */
export function effectiveSampleSize(weights: Float64Array): number {
  let squares = 0;
  for (const w of weights) squares += w * w;
  return 1 / squares;
}

/**
 * Importance weights whose effective sample size is at least `least` (or as near as the number of usable draws allows):
 * the highest power of the likelihood, at most 1, that keeps it so, found by bisection to 1e-3.
 */
export function temperedWeights(logLikelihood: Float64Array, least: number): Weights {
  const at = (power: number): Weights => {
    const weights = weightsAtPower(logLikelihood, power);
    return { weights, effectiveSampleSize: effectiveSampleSize(weights), power };
  };
  const full = at(1);
  if (full.effectiveSampleSize >= least) return full;
  let [low, high] = [0, 1];
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (at(middle).effectiveSampleSize >= least) low = middle;
    else high = middle;
  }
  return at(low);
}

/**
 * Systematic resampling: indices of `count` draws, each draw i about count * weight[i] times, from one uniform number.
 * Unbiased, and with less noise than independent draws.
 */
export function systematicResample(weights: Float64Array, count: number, uniform: number): Int32Array {
  const chosen = new Int32Array(count);
  let cumulative = weights[0] ?? 0;
  let index = 0;
  for (let k = 0; k < count; k++) {
    const position = (k + uniform) / count;
    while (cumulative < position && index < weights.length - 1) {
      index += 1;
      cumulative += weights[index]!;
    }
    chosen[k] = index;
  }
  return chosen;
}
