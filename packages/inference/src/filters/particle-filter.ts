import { numerics } from "@logjam/lang";
import { uniformDraws } from "../draws/draws.ts";
import { effectiveSampleSize, systematicResample } from "../importance.ts";

/** What a particle filter must know of a model: particles are columns of `state`, [coordinate][particle]. */
export interface ParticleModel<Observation> {
  readonly coordinates: number;
  /** Fills the particles before the first week. */
  readonly start: (state: Float64Array[]) => void;
  /** Moves all particles by one week. */
  readonly move: (state: Float64Array[], week: number) => void;
  /** ln of the density of the week's observation for each particle. */
  readonly logDensity: (state: readonly Float64Array[], observed: Observation, week: number) => Float64Array;
}

export interface ParticleOptions {
  readonly particles: number;
  readonly seed: bigint;
  /** Resample when the effective sample size falls below this share of the particles; default 0.5. */
  readonly resampleBelow?: number;
}

export interface ParticleStep {
  /** Mean of each coordinate after the observation. */
  readonly mean: readonly number[];
  readonly variance: readonly number[];
  readonly effectiveSampleSize: number;
  /** ln of the estimated density of all observations so far; the density's estimate is unbiased. */
  readonly logLikelihood: number;
}

/**
 * The bootstrap particle filter (Gordon, Salmond & Smith 1993) with systematic resampling on Philox streams: the same
 * seed gives the same bits. Throws RangeError `filter/lost` where no particle can explain a week.
 */
export function particleFilter<Observation>(
  model: ParticleModel<Observation>,
  observations: readonly Observation[],
  { particles, seed, resampleBelow = 0.5 }: ParticleOptions,
): ParticleStep[] {
  let state = Array.from({ length: model.coordinates }, () => new Float64Array(particles));
  let weights = new Float64Array(particles).fill(1 / particles);
  const uniform = uniformDraws(seed, 1);
  let logLikelihood = 0;
  model.start(state);
  return observations.map((observed, week) => {
    model.move(state, week);
    const logs = model.logDensity(state, observed, week);
    const updated = reweighted(weights, logs, week);
    weights = updated.weights;
    logLikelihood += updated.logMean;
    const size = effectiveSampleSize(weights);
    const step = { ...moments(state, weights), effectiveSampleSize: size, logLikelihood };
    if (size < resampleBelow * particles) {
      const chosen = systematicResample(weights, particles, uniform("filter/resample", week)[0]!);
      state = state.map((values) => Float64Array.from(chosen, (i) => values[i]!));
      weights = new Float64Array(particles).fill(1 / particles);
    }
    return step;
  });
}

function reweighted(weights: Float64Array, logs: Float64Array, week: number) {
  let highest = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > highest) highest = log;
  if (!Number.isFinite(highest)) throw new RangeError(`filter/lost: no particle can explain week ${week}.`);
  const raw = weights.map((weight, i) => weight * numerics.exp(logs[i]! - highest));
  let total = 0;
  for (const weight of raw) total += weight;
  return { weights: raw.map((weight) => weight / total), logMean: highest + numerics.log(total) };
}

function moments(state: readonly Float64Array[], weights: Float64Array) {
  const mean = state.map((values) => values.reduce((sum, x, i) => sum + weights[i]! * x, 0));
  const variance = state.map((values, k) => values.reduce((sum, x, i) => sum + weights[i]! * (x - mean[k]!) ** 2, 0));
  return { mean, variance };
}
