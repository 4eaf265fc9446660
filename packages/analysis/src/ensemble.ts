/** One scenario, run over the posterior: when each outcome came about in each member, and fans of what was recorded. */
import { clusteredShare, quantiles } from "@logjam/inference";
import { compile, type Ir, seriesTable } from "@logjam/lang";
import type { Fan, OutcomeProbability } from "./answer.ts";
import { addWeeks, type Timeline } from "./calendar.ts";
import { columns, type Fit } from "./fit.ts";
import { leverValues } from "./levers.ts";
import type { LeverSettings } from "./link/setting.ts";
import { knownSwitch, padded } from "./record-score.ts";
import type { Scenario } from "./scenario.ts";
import type { Executor, FanSpec, Progress, PublicRecord, Study } from "./study.ts";

export interface ScenarioRun {
  readonly scenario: string;
  readonly members: number;
  /** Members whose numbers ceased to be finite: counted, shown, and left out of nothing. */
  readonly failed: number;
  /** For each member 0 or 1: whether an outcome (by its scalar's name) has come about by a week since the as-of date. */
  readonly flags: Flags;
  readonly fans: readonly Fan[];
}

export type Flags = (outcome: string, week: number) => Uint8Array;

/** Members are run in blocks, so that memory holds only what is kept. */
const BLOCK = 4_096;
const LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** The model compiled for scenarios: what the fans show, and every outcome. */
export const scenarioIr = (study: Study): Ir =>
  compile(study.model, {
    outputs: [...new Set([...study.fans.map((fan) => fan.output), ...study.model.outcomes.map((o) => o.name)])],
  });

export async function runScenario(
  study: Study,
  ir: Ir,
  scenario: Scenario,
  record: PublicRecord,
  time: Timeline,
  fit: Fit,
  seed: bigint,
  execute: Executor,
  progress: Progress,
  changes: LeverSettings = {},
): Promise<ScenarioRun> {
  const outcomes = study.model.outcomes.map((o) => o.name);
  const series = scenarioSeries(study, scenario, record, time, ir, changes);
  const weeks = time.horizonWeeks + 1;
  const flags = new Map(outcomes.map((name) => [name, new Uint8Array(weeks * fit.members)]));
  const samples = study.fans.map(() => new Float64Array(weeks * fit.members));
  let failed = 0;
  for (let first = 0; first < fit.members; first += BLOCK) {
    const members = Math.min(BLOCK, fit.members - first);
    const run = await execute({
      ir,
      members,
      firstMember: first,
      steps: time.steps,
      seed,
      parameters: columns(fit.parameters, fit.members, first, members),
      series,
    });
    const week = (name: string, w: number) => {
      const from = (ir.outputs.findIndex((o) => o.name === name) * time.steps + time.knownWeeks + w) * members;
      return run.outputs.subarray(from, from + members);
    };
    for (let w = 0; w < weeks; w++) {
      for (const [name, row] of flags) row.set(week(name, w), w * fit.members + first);
      study.fans.forEach((fan, i) => {
        samples[i]!.set(week(fan.output, w), w * fit.members + first);
      });
    }
    const last = study.fans.map((fan) => week(fan.output, weeks - 1));
    for (let m = 0; m < members; m++) if (!last.every((row) => Number.isFinite(row[m]))) failed++;
    progress(scenario.id, first + members, fit.members);
  }
  const fans = study.fans.map((fan, i) => fanOf(scenario.id, fan, samples[i]!, time, fit.members));
  const row = (outcome: string, w: number) => flags.get(outcome)!.subarray(w * fit.members, (w + 1) * fit.members);
  return { scenario: scenario.id, members: fit.members, failed, flags: row, fans };
}

/** [step][series] for a scenario: the record, then nothing, or for a look back what is on record since. */
export function scenarioSeries(
  study: Study,
  scenario: Scenario,
  record: PublicRecord,
  time: Timeline,
  ir: Pick<Ir, "name" | "series">,
  changes: LeverSettings = {},
): Float64Array {
  const known = padded(record.known, time.steps);
  for (const [name, row] of Object.entries(record.known)) {
    const later = scenario.value.hindsight ? (record.hindsight[name] ?? []) : [];
    for (let step = time.knownWeeks; step < time.steps; step++) known[name]![step] = later[step - time.knownWeeks] ?? 0;
    if (row.length < time.knownWeeks) throw new RangeError(`record: ${name} ends before the as-of date.`);
  }
  const levers = leverValues(scenario, study.model, time, study.leverGroups, study.otherLevers, changes);
  const values = { ...record.always, ...known, ...knownSwitch(time.steps, time.knownWeeks), ...levers };
  return seriesTable(study.model, ir, { steps: time.steps, values });
}

/** Quantiles over members by week, from samples [week][member]. */
export function fanOf(scenario: string, spec: FanSpec, samples: Float64Array, time: Timeline, members: number): Fan {
  const weeks = time.horizonWeeks + 1;
  const rows = LEVELS.map(() => new Array<number>(weeks));
  for (let week = 0; week < weeks; week++)
    quantiles(samples.subarray(week * members, (week + 1) * members), LEVELS).forEach((q, i) => {
      rows[i]![week] = q / spec.per;
    });
  const [p05, p10, p25, p50, p75, p90, p95] = rows as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const dates = Array.from({ length: weeks }, (_, week) => addWeeks(time.asOf, week));
  return { scenario, series: spec.id, unit: spec.unit, title: spec.title, dates, p05, p10, p25, p50, p75, p90, p95 };
}

/** P(outcome by week w) with its Monte Carlo interval, for every week. */
export function probabilityOverTime(
  run: Pick<ScenarioRun, "scenario" | "flags">,
  draws: Int32Array,
  outcome: string,
  scalar: string,
  weeks: number,
): OutcomeProbability {
  const estimates = Array.from({ length: weeks }, (_, week) => clusteredShare(run.flags(scalar, week), draws));
  return {
    scenario: run.scenario,
    outcome,
    value: estimates.map((e) => e.value),
    low: estimates.map((e) => e.low),
    high: estimates.map((e) => e.high),
  };
}
