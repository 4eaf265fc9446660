/** The first fit: draws from the priors, run through the record, weighted by how well they explain it, resampled. */
import {
  contraction,
  logLikelihood,
  type MemberSeries,
  systematicResample,
  temperedWeights,
  weightedQuantiles,
} from "@logjam/inference";
import { compile, drawBlock, type Ir, samplePriors, seriesTable, streamHash } from "@logjam/lang";
import type { FitSummary, ParameterFit, Quantiles } from "./answer.ts";
import type { Timeline } from "./calendar.ts";
import type { Executor, Progress, PublicRecord, Study } from "./study.ts";

export interface FitSettings {
  readonly draws: number;
  readonly members: number;
  readonly seed: bigint;
  /** The likelihood is tempered until at least this many draws count. */
  readonly leastEffective: number;
}

export interface Fit {
  readonly summary: FitSummary;
  /** [parameter][member], in the order of the model's parameters: equally likely members of the posterior. */
  readonly parameters: Float64Array;
  readonly members: number;
  /** The draw that each member's parameters come from: members of one draw are not independent of each other. */
  readonly draws: Int32Array;
}

/** Draws are run in blocks, so that memory does not grow with their number. */
const BLOCK = 8_192;

export async function fitByImportance(
  study: Study,
  record: PublicRecord,
  time: Timeline,
  settings: FitSettings,
  execute: Executor,
  progress: Progress,
): Promise<Fit> {
  const { model, observations } = study;
  const outputs = observations.flatMap((o) => [o.explained, ...(o.weekly ? [o.weekly.expected] : [])]);
  const ir = compile(model, { outputs: [...new Set(outputs)] });
  const steps = time.knownWeeks;
  const values = { ...record.always, ...padded(record.known, steps) };
  const series = seriesTable(model, ir, { steps, values: { ...values, ...knownSwitch(steps, steps) } });
  const score = scorer(study, record, ir, steps);
  const logs = new Float64Array(settings.draws);
  const prior = samplePriors(model, { members: settings.draws, seed: settings.seed });
  for (let first = 0; first < settings.draws; first += BLOCK) {
    const members = Math.min(BLOCK, settings.draws - first);
    const parameters = columns(prior, settings.draws, first, members);
    const run = await execute({ ir, members, firstMember: first, steps, seed: settings.seed, parameters, series });
    for (let m = 0; m < members; m++) logs[first + m] = score(run.outputs, parameters, members, m);
    progress("fit", first + members, settings.draws);
  }
  const weights = temperedWeights(logs, settings.leastEffective);
  const uniform = new Float64Array(4);
  drawBlock(settings.seed, 0, 0, streamHash("fit/resample"), 0, "uniform", uniform);
  const chosen = systematicResample(weights.weights, settings.members, uniform[0]!);
  const parameters = pick(prior, settings.draws, chosen);
  return {
    parameters,
    members: settings.members,
    draws: chosen,
    summary: {
      method: "importance sampling from the priors",
      draws: settings.draws,
      effectiveSampleSize: weights.effectiveSampleSize,
      likelihoodPower: weights.power,
      from: time.start,
      to: time.asOf,
      caveats: study.caveats,
      parameters: parameterFits(study, prior, settings.draws, weights.weights),
    },
  };
}

/** 1 for the weeks whose record is known, 0 afterwards. */
export const knownSwitch = (steps: number, knownWeeks: number): Record<string, readonly number[]> => ({
  "history.known": Array.from({ length: steps }, (_, step) => (step < knownWeeks ? 1 : 0)),
});

/** Records as series for the model: what was not observed counts as nothing there, and the score passes it over. */
export function padded(known: Readonly<Record<string, readonly number[]>>, steps: number): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(known).map(([name, row]) => [
      name,
      Array.from({ length: steps }, (_, step) => (Number.isFinite(row[step] ?? Number.NaN) ? row[step]! : 0)),
    ]),
  );
}

/** Scores one member of a block's run; what does not hang on the member is looked up once. */
type Score = (outputs: Float64Array, parameters: Float64Array, members: number, member: number) => number;

function scorer(study: Study, record: PublicRecord, ir: Ir, steps: number): Score {
  const rowOf = (name: string) => ir.outputs.findIndex((output) => output.name === name);
  const plans = study.observations.map((observation) => ({
    observation,
    observed: record.scored[observation.id]!.slice(0, steps),
    explained: rowOf(observation.explained),
    weekly: observation.weekly && {
      expected: rowOf(observation.weekly.expected),
      scale: ir.parameters.indexOf(observation.weekly.scaleParameter),
    },
  }));
  return (outputs, parameters, members, member) => {
    const row = (index: number) =>
      Float64Array.from({ length: steps }, (_, step) => outputs[(index * steps + step) * members + member]!);
    let sum = 0;
    for (const { observation, observed, explained, weekly } of plans) {
      const levels: MemberSeries = { observed, explained: row(explained) };
      const surprises = weekly && {
        expected: row(weekly.expected),
        scale: parameters[weekly.scale * members + member]!,
      };
      sum += logLikelihood(observation, { ...levels, ...surprises });
    }
    return sum;
  };
}

/** Some neighbouring members of a table [row][member]. */
export function columns(table: Float64Array, total: number, first: number, count: number): Float64Array {
  const rows = table.length / total;
  const out = new Float64Array(rows * count);
  for (let r = 0; r < rows; r++) out.set(table.subarray(r * total + first, r * total + first + count), r * count);
  return out;
}

/** [parameter][chosen] from [parameter][draw]. */
function pick(prior: Float64Array, draws: number, chosen: Int32Array): Float64Array {
  const count = prior.length / draws;
  const out = new Float64Array(count * chosen.length);
  for (let p = 0; p < count; p++)
    for (let m = 0; m < chosen.length; m++) out[p * chosen.length + m] = prior[p * draws + chosen[m]!]!;
  return out;
}

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const five = ([p05, p25, p50, p75, p95]: number[]): Quantiles => ({
  p05: p05!,
  p25: p25!,
  p50: p50!,
  p75: p75!,
  p95: p95!,
});

function parameterFits(study: Study, prior: Float64Array, draws: number, weights: Float64Array): ParameterFit[] {
  return study.model.parameters.map((parameter, p) => {
    const row = prior.subarray(p * draws, (p + 1) * draws);
    return {
      name: parameter.name,
      meaning: parameter.meaning,
      unit: parameter.unit,
      source: parameter.source ?? "",
      prior: five(LEVELS.map((level) => parameter.prior.quantile(level))),
      posterior: five(weightedQuantiles(row, weights, LEVELS)),
      contraction: contraction(row, weights),
    };
  });
}
