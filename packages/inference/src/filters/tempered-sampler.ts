import { numerics } from "@logjam/lang";
import { normalDraws, uniformDraws } from "../draws/draws.ts";
import { effectiveSampleSize, systematicResample, weightsAtPower } from "../importance.ts";
import { add, cholesky, type Matrix } from "./matrix.ts";

/**
 * A posterior over parameters in standard terms: each coordinate is standard normal a priori (a prior's quantile at the
 * normal share of z gives the parameter), and `logLikelihood` scores all particles at once, [coordinate][particle].
 */
export interface StandardPosterior {
  readonly coordinates: number;
  readonly logLikelihood: (positions: readonly Float64Array[]) => Float64Array;
}

export interface TemperedOptions {
  readonly particles: number;
  readonly seed: bigint;
  /** Metropolis moves after each stage; default 4. */
  readonly movesPerStage?: number;
  /** Each stage keeps at least this share of the particles effective; default 0.5. */
  readonly keep?: number;
  /** Told after each stage: the power of the likelihood reached, and the share of moves accepted. */
  readonly onStage?: (power: number, accepted: number) => void;
}

export interface TemperedSample {
  /** Equally weighted draws, [coordinate][particle]. */
  readonly positions: readonly Float64Array[];
  readonly logLikelihoods: Float64Array;
  /** ln of the estimated evidence. */
  readonly logEvidence: number;
  /** Powers of the likelihood, stage by stage; the last is 1. */
  readonly powers: readonly number[];
  /** Share of moves accepted, stage by stage. */
  readonly accepted: readonly number[];
}

/** A sampler that needs more stages than this has lost its way. */
const MOST_STAGES = 200;

/**
 * Sequential Monte Carlo over tempered likelihoods (Del Moral, Doucet & Jasra 2006): from the prior to the posterior by
 * powers of the likelihood, each found by bisection so that half of the particles stay effective, with random-walk
 * Metropolis moves scaled to the particles' own covariance. Deterministic from the seed.
 */
export function temperedSample(posterior: StandardPosterior, options: TemperedOptions): TemperedSample {
  const { particles, seed, movesPerStage = 4, keep = 0.5, onStage } = options;
  const normals = normalDraws(seed, particles);
  const uniforms = uniformDraws(seed, particles);
  let positions: Float64Array[] = Array.from({ length: posterior.coordinates }, (_, k) =>
    normals("tempered/start", 0, k),
  );
  let logs = posterior.logLikelihood(positions);
  const [powers, accepted]: [number[], number[]] = [[], []];
  let [power, logEvidence, scale] = [0, 0, 2.38 / Math.sqrt(posterior.coordinates)];
  for (let stage = 0; power < 1; stage++) {
    if (stage >= MOST_STAGES) throw new RangeError("sampler/stages: the likelihood is too sharp for this sampler.");
    const next = nextPower(logs, power, keep * particles);
    logEvidence += logMeanOfPower(logs, next - power);
    const weights = weightsAtPower(logs, next - power);
    const chosen = systematicResample(weights, particles, uniforms("tempered/resample", stage)[0]!);
    positions = positions.map((values) => Float64Array.from(chosen, (i) => values[i]!));
    logs = Float64Array.from(chosen, (i) => logs[i]!);
    power = next;
    let share = 0;
    const steps = proposalFactor(positions);
    for (let move = 0; move < movesPerStage; move++) {
      const index = stage * movesPerStage + move;
      const proposed = propose(positions, steps, scale, (k) => normals("tempered/move", index, k));
      const proposedLogs = posterior.logLikelihood(proposed);
      const rate = accept(positions, logs, proposed, proposedLogs, power, uniforms("tempered/accept", index));
      share += rate / movesPerStage;
      // Aim at a quarter accepted (Roberts & Rosenthal 2001).
      scale *= rate < 0.15 ? 0.7 : rate > 0.4 ? 1.3 : 1;
    }
    powers.push(power);
    accepted.push(share);
    onStage?.(power, share);
  }
  return { positions, logLikelihoods: logs, logEvidence, powers, accepted };
}

/** The next power of the likelihood: all the way to 1 where enough particles stay effective, else by bisection. */
function nextPower(logs: Float64Array, power: number, least: number): number {
  const sizeAt = (next: number) => effectiveSampleSize(weightsAtPower(logs, next - power));
  if (sizeAt(1) >= least) return 1;
  let [low, high] = [power, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (sizeAt(middle) >= least) low = middle;
    else high = middle;
  }
  return low > power ? low : high;
}

function logMeanOfPower(logs: Float64Array, power: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > highest) highest = log;
  let sum = 0;
  for (const log of logs) if (log > Number.NEGATIVE_INFINITY) sum += numerics.exp(power * (log - highest));
  return power * highest + numerics.log(sum / logs.length);
}

/** Cholesky factor of the particles' covariance, with a little of the prior's so that it is never singular. */
function proposalFactor(positions: readonly Float64Array[]): Matrix {
  const count = positions[0]!.length;
  const centred = positions.map((values) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / count;
    return values.map((x) => x - mean);
  });
  const covariance = centred.map((a) => centred.map((b) => a.reduce((sum, x, i) => sum + x * b[i]!, 0) / (count - 1)));
  const ridge = covariance.map((row, i) => row.map((_, j) => (i === j ? 1e-6 : 0)));
  return cholesky(add(covariance, ridge));
}

function propose(
  positions: readonly Float64Array[],
  factor: Matrix,
  scale: number,
  normal: (coordinate: number) => Float64Array,
): Float64Array[] {
  const draws = positions.map((_, k) => normal(k));
  return positions.map((values, i) =>
    values.map((x, m) => {
      let step = 0;
      for (let k = 0; k <= i; k++) step += factor[i]![k]! * draws[k]![m]!;
      return x + scale * step;
    }),
  );
}

/** Metropolis: takes over accepted proposals in place; gives the share accepted. */
function accept(
  positions: readonly Float64Array[],
  logs: Float64Array,
  proposed: readonly Float64Array[],
  proposedLogs: Float64Array,
  power: number,
  uniforms: Float64Array,
): number {
  let count = 0;
  for (let m = 0; m < logs.length; m++) {
    let priorChange = 0;
    for (let k = 0; k < positions.length; k++) priorChange += positions[k]![m]! ** 2 - proposed[k]![m]! ** 2;
    const change = power * (proposedLogs[m]! - logs[m]!) + 0.5 * priorChange;
    if (!(numerics.log(uniforms[m]!) < change)) continue;
    positions.forEach((values, k) => {
      values[m] = proposed[k]![m]!;
    });
    logs[m] = proposedLogs[m]!;
    count += 1;
  }
  return count / logs.length;
}
