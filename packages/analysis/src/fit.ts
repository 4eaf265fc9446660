/** From priors to the posterior of an as-of date: tempered sequential Monte Carlo on the record's likelihood. */
import {
  codesOf,
  contractions,
  type Posterior,
  parametersFrom,
  parametersOf,
  quantiles,
  seedFor,
  temperedSample,
} from "@logjam/inference";
import { irHash } from "@logjam/kernel";
import { compile } from "@logjam/lang";
import type { FitSummary, ParameterFit, Quantiles } from "./answer.ts";
import type { Timeline } from "./calendar.ts";
import { identityOf } from "./identity.ts";
import { knownRun } from "./record-score.ts";
import type { Executor, Progress, PublicRecord, Study } from "./study.ts";

export interface FitSettings {
  readonly particles: number;
  readonly seed: bigint;
  /** Metropolis moves after each stage; default 5. */
  readonly movesPerStage?: number;
  /** Moves more after the last stage; default 0. */
  readonly finalMoves?: number;
}

export interface Fit {
  readonly summary: FitSummary;
  /** [parameter][member], in the order of the model's parameters: equally likely members of the posterior. */
  readonly parameters: Float64Array;
  readonly members: number;
  /** The particle that each member's parameters come from: members of one particle are not independent of each other. */
  readonly draws: Int32Array;
}

const MOVES = 5;

/** The settings of the posteriors that come with the data. Their seed is their own: a question's varies the futures. */
export const STANDARD_FIT: FitSettings = { particles: 512, movesPerStage: MOVES, finalMoves: 25, seed: 20_221_205n };

const METHOD = "sequential Monte Carlo over tempered likelihoods";

/**
 * The posterior of a study's parameters given the record. A run draws its own random numbers for what the record does
 * not show (such as shifts of the main effort), anew for every proposal, so that moves are right on average over them
 * (pseudo-marginal: Andrieu & Roberts, Annals of Statistics 37, 2009). Deterministic from the seed.
 */
export async function fitPosterior(
  study: Study,
  record: PublicRecord,
  time: Timeline,
  settings: FitSettings,
  execute: Executor,
  progress: Progress,
): Promise<Posterior> {
  const { model } = study;
  const { particles, seed, movesPerStage = MOVES, finalMoves = 0 } = settings;
  const known = knownRun(study, record, time);
  let evaluations = 0;
  const logLikelihood = async (positions: readonly Float64Array[]) => {
    const parameters = parametersFrom(model, positions);
    const { ir, steps, series } = known;
    const noise = seedFor(seed, `fit/${evaluations++}`);
    const { outputs } = await execute({ ir, members: particles, steps, seed: noise, parameters, series });
    return known.score(outputs, parameters, particles);
  };
  const sample = await temperedSample(
    { coordinates: model.parameters.length, logLikelihood },
    {
      particles,
      movesPerStage,
      finalMoves,
      seed: seedFor(seed, "fit"),
      // Powers rise roughly by a factor a stage: progress is told on their logarithm, from 1e-4 on.
      onStage: (power) => progress("fit", Math.round(25 * Math.max(0, 4 + Math.log10(power))), 100),
    },
  );
  const { positions, powers, accepted, logEvidence } = sample;
  const codes = codesOf(positions);
  return {
    format: "logjam-posterior/1",
    model: model.name,
    identity: await posteriorIdentity(study, record, time, settings),
    start: time.start,
    asOf: time.asOf,
    seed: seed.toString(),
    method: METHOD,
    particles,
    runs: evaluations * particles,
    distinct: new Set(positions[0]).size,
    powers: powers.map(shortened),
    accepted: accepted.map(shortened),
    logEvidence: shortened(logEvidence),
    parameters: model.parameters.map(({ name }) => name),
    codes,
  };
}

const shortened = (x: number): number => Number(x.toPrecision(6));

/** All that determines a posterior: to tell whether one that is kept still answers the question. */
export async function posteriorIdentity(
  { model, observations }: Study,
  record: PublicRecord,
  time: Timeline,
  { particles, seed, movesPerStage = MOVES, finalMoves = 0 }: FitSettings,
): Promise<string> {
  const { known, scored, always } = record;
  const past = (row: number | readonly number[]) => (typeof row === "number" ? row : row.slice(0, time.knownWeeks));
  return identityOf({
    method: METHOD,
    version: 1,
    model: await irHash(compile(model)),
    priors: model.parameters.map(({ name, prior }) => [name, prior.family, prior.given]),
    observations,
    start: time.start,
    asOf: time.asOf,
    known,
    scored,
    always: Object.fromEntries(Object.entries(always).map(([name, row]) => [name, past(row)])),
    particles,
    movesPerStage,
    ...(finalMoves > 0 && { finalMoves }),
    seed: seed.toString(),
  });
}

/** Members of the posterior to run: particles in turn, as often as it takes. */
export function fitFrom(study: Study, posterior: Posterior, members: number): Fit {
  const { particles } = posterior;
  const values = parametersOf(posterior, study.model);
  const draws = Int32Array.from({ length: members }, (_, m) => m % particles);
  const parameters = new Float64Array(posterior.parameters.length * members);
  for (let i = 0; i < parameters.length; i++)
    parameters[i] = values[Math.floor(i / members) * particles + draws[i % members]!]!;
  return {
    parameters,
    members,
    draws,
    summary: {
      method: posterior.method,
      runs: posterior.runs,
      particles,
      distinct: posterior.distinct,
      stages: posterior.powers.length,
      leastAccepted: Math.min(...posterior.accepted),
      from: posterior.start,
      to: posterior.asOf,
      caveats: study.caveats,
      parameters: parameterFits(study, posterior, values),
    },
  };
}

/** Some neighbouring members of a table [row][member]. */
export function columns(table: Float64Array, total: number, first: number, count: number): Float64Array {
  const rows = table.length / total;
  const out = new Float64Array(rows * count);
  for (let r = 0; r < rows; r++) out.set(table.subarray(r * total + first, r * total + first + count), r * count);
  return out;
}

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const five = ([p05, p25, p50, p75, p95]: readonly number[]): Quantiles => ({
  p05: p05!,
  p25: p25!,
  p50: p50!,
  p75: p75!,
  p95: p95!,
});

function parameterFits(study: Study, posterior: Posterior, values: Float64Array): ParameterFit[] {
  const { particles } = posterior;
  const contracted = contractions(posterior);
  return study.model.parameters.map((parameter, p) => ({
    name: parameter.name,
    meaning: parameter.meaning,
    unit: parameter.unit,
    source: parameter.source ?? "",
    prior: five(LEVELS.map((level) => parameter.prior.quantile(level))),
    posterior: five(quantiles(values.subarray(p * particles, (p + 1) * particles), LEVELS)),
    contraction: contracted[p]!,
  }));
}
