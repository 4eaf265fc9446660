import { numerics } from "@logjam/lang";
import { normalDraws, uniformDraws } from "../draws/draws.ts";
import { effectiveSampleSize, systematicResample, weightsAtPower } from "../importance.ts";
import { fitReference, fromReference, toReference } from "./reference-law.ts";

/**
 * A posterior over parameters in standard terms: each coordinate is standard normal a priori (a prior's quantile at the
 * normal share of z gives the parameter), and `logLikelihood` scores all particles at once, [coordinate][particle].
 */
export interface StandardPosterior {
  readonly coordinates: number;
  readonly logLikelihood: (positions: readonly Float64Array[]) => Float64Array | Promise<Float64Array>;
}

export interface TemperedOptions {
  readonly particles: number;
  readonly seed: bigint;
  /** Metropolis moves after each stage; default 4. */
  readonly movesPerStage?: number;
  /** Metropolis moves more after the last stage, so that what the data do not speak of is as wide as the prior; default 0. */
  readonly finalMoves?: number;
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
 * powers of the likelihood, each found by bisection so that half of the particles stay effective, with Metropolis moves
 * that leave a normal law fitted to the particles as it is (preconditioned Crank–Nicolson: Cotter et al. 2013): where the
 * posterior is near normal, steps can be long in any number of dimensions. Deterministic from the seed.
 */
export async function temperedSample(posterior: StandardPosterior, options: TemperedOptions): Promise<TemperedSample> {
  const { particles, seed, movesPerStage = 4, finalMoves = 0, keep = 0.5, onStage } = options;
  const normals = normalDraws(seed, particles);
  const uniforms = uniformDraws(seed, particles);
  let positions: Float64Array[] = Array.from({ length: posterior.coordinates }, (_, k) =>
    normals("tempered/start", 0, k),
  );
  let logs = await posterior.logLikelihood(positions);
  const [powers, accepted]: [number[], number[]] = [[], []];
  let [power, logEvidence, step] = [0, 0, 0.5];
  for (let stage = 0; power < 1; stage++) {
    if (stage >= MOST_STAGES) throw new RangeError("sampler/stages: the likelihood is too sharp for this sampler.");
    const next = nextPower(logs, power, keep * particles);
    logEvidence += logMeanOfPower(logs, next - power);
    const weights = weightsAtPower(logs, next - power);
    const chosen = systematicResample(weights, particles, uniforms("tempered/resample", stage)[0]!);
    positions = resampled(positions, chosen);
    logs = Float64Array.from(chosen, (i) => logs[i]!);
    power = next;
    const reference = fitReference(positions);
    let share = 0;
    const standard = toReference(reference, positions);
    const moves = movesPerStage + (power === 1 ? finalMoves : 0);
    for (let move = 0; move < moves; move++) {
      const index = stage * movesPerStage + move;
      const keepShare = Math.sqrt(1 - step * step);
      const proposedStandard = standard.map((values, k) => {
        const draws = normals("tempered/move", index, k);
        return values.map((w, m) => keepShare * w + step * draws[m]!);
      });
      const proposed = fromReference(reference, proposedStandard);
      const current = { positions, standard, logs };
      const found = await posterior.logLikelihood(proposed);
      const offered = { positions: proposed, standard: proposedStandard, logs: found };
      const rate = accept(current, offered, power, uniforms("tempered/accept", index));
      share += rate / moves;
      // Long steps that are taken now and then mix better than short ones that are always taken.
      step = Math.min(0.95, Math.max(0.05, step * (rate < 0.2 ? 0.8 : rate > 0.4 ? 1.25 : 1)));
    }
    powers.push(power);
    accepted.push(share);
    onStage?.(power, share);
  }
  return { positions, logLikelihoods: logs, logEvidence, powers, accepted };
}

const resampled = (positions: readonly Float64Array[], chosen: Int32Array): Float64Array[] =>
  positions.map((values) => Float64Array.from(chosen, (i) => values[i]!));

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

interface Particles {
  readonly positions: readonly Float64Array[];
  /** The same in the coordinates of the reference law. */
  readonly standard: readonly Float64Array[];
  readonly logs: Float64Array;
}

/**
 * Metropolis for moves that leave the reference law as it is: the target is likelihood^power times the standard normal
 * prior over the reference. Takes over accepted proposals in place; gives the share accepted.
 */
function accept(current: Particles, offered: Particles, power: number, uniforms: Float64Array): number {
  const { logs } = current;
  let count = 0;
  for (let m = 0; m < logs.length; m++) {
    const change =
      power * (offered.logs[m]! - logs[m]!) +
      0.5 * (squareAt(current.positions, m) - squareAt(offered.positions, m)) -
      0.5 * (squareAt(current.standard, m) - squareAt(offered.standard, m));
    if (!(numerics.log(uniforms[m]!) < change)) continue;
    current.positions.forEach((values, k) => {
      values[m] = offered.positions[k]![m]!;
      current.standard[k]![m] = offered.standard[k]![m]!;
    });
    logs[m] = offered.logs[m]!;
    count += 1;
  }
  return count / logs.length;
}

function squareAt(columns: readonly Float64Array[], m: number): number {
  let sum = 0;
  for (const column of columns) sum += column[m]! * column[m]!;
  return sum;
}
