/**
 * Posterior predictive checks: are the surprises that a fitted model sees in its own record as large and as independent
 * as its law says? Each statistic is held against what the law itself gives, by simulation.
 */
import { normalDraws, type Observation, type Posterior, quantiles, seedFor, student4Draws } from "@logjam/inference";
import { numerics } from "@logjam/lang";
import { addWeeks, type Timeline } from "./calendar.ts";
import { fitFrom } from "./fit.ts";
import { knownRun } from "./record-score.ts";
import type { Executor, PublicRecord, Study } from "./study.ts";

export type StatisticName = "within50" | "within80" | "within95" | "autocorrelation" | "largest";

/** A statistic of the surprises, and the central 95 % of what it is where the law holds. */
export interface CheckedStatistic {
  readonly name: StatisticName;
  /** Mean over the members of the posterior. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly fails: boolean;
}

export interface PredictiveCheck {
  readonly id: string;
  readonly title: string;
  /** Weeks scored one by one, or means of blocks of weeks. */
  readonly kind: Observation["kind"];
  /** How many weeks or blocks were observed. */
  readonly observed: number;
  readonly statistics: readonly CheckedStatistic[];
  /** When the largest surprise came: the Monday of its week, or with which its block begins. */
  readonly largestOn: string;
}

export interface CheckSettings {
  readonly seed: bigint;
  /** Histories simulated under the law. */
  readonly replicates: number;
}

/** Surprises in units of their scale, [row][member]; rows are weeks or blocks, and NaN where nothing was observed. */
export type Surprises = readonly Float64Array[];

/** Half-widths that hold 50, 80 and 95 % of each law, in units of its scale. */
const HALF_WIDTHS = {
  /** Student's law with 4 degrees of freedom. */
  weekly: [0.7406970841126829, 1.5332062740589438, 2.7764451051977987],
  /** The normal law. */
  block: [0.6744897501960817, 1.2815515655446004, 1.959963984540054],
} as const;

/** Checks every observation of a study over the known weeks, with all particles of the posterior. */
export async function predictiveChecks(
  study: Study,
  record: PublicRecord,
  time: Timeline,
  posterior: Posterior,
  settings: CheckSettings,
  execute: Executor,
): Promise<PredictiveCheck[]> {
  const { ir, steps, series } = knownRun(study, record, time);
  const members = posterior.particles;
  const { parameters } = fitFrom(study, posterior, members);
  const seed = seedFor(settings.seed, "checks/run");
  const { outputs } = await execute({ ir, members, steps, seed, parameters, series });
  const row = (name: string) => {
    const index = ir.outputs.findIndex((output) => output.name === name);
    return outputs.subarray(index * steps * members, (index + 1) * steps * members);
  };
  return study.observations.map((observation) => {
    const observed = record.scored[observation.id]!.slice(0, steps);
    const gaps = gapsOf(observation, observed, row(observation.expected), members);
    const [surprises, every] =
      observation.kind === "block"
        ? [blockMeans(gaps, observation.blockWeeks, observation.blockDeviation), observation.blockWeeks]
        : [scaled(gaps, scaleOf(observation.deviation, row, ir.parameters, parameters, members)), 1];
    const checked = checkSurprises(observation, surprises, settings);
    return { ...checked, largestOn: addWeeks(record.start, every * largestRow(surprises)) };
  });
}

type Scale = (week: number, member: number) => number;

function scaleOf(
  deviation: { readonly output: string } | { readonly parameter: string },
  row: (name: string) => Float64Array,
  names: readonly string[],
  parameters: Float64Array,
  members: number,
): Scale {
  if ("output" in deviation) {
    const scales = row(deviation.output);
    return (week, member) => scales[week * members + member]!;
  }
  const from = names.indexOf(deviation.parameter) * members;
  return (_, member) => parameters[from + member]!;
}

function gapsOf(
  { form }: Observation,
  observed: readonly number[],
  expected: Float64Array,
  members: number,
): Surprises {
  return observed.map((value, week) =>
    Float64Array.from({ length: members }, (_, m) => {
      const modelled = expected[week * members + m]!;
      if (Number.isNaN(value)) return Number.NaN;
      return form === "difference" ? value - modelled : numerics.log(value) - numerics.log(modelled);
    }),
  );
}

const scaled = (gaps: Surprises, scale: Scale): Surprises =>
  gaps.map((row, week) => row.map((gap, m) => gap / scale(week, m)));

/** Means of blocks over their observed weeks, in units of what their law lets them stray: short blocks stray further. */
function blockMeans(gaps: Surprises, blockWeeks: number, blockDeviation: number): Surprises {
  const blocks = Math.ceil(gaps.length / blockWeeks);
  return Array.from({ length: blocks }, (_, b) => {
    const block = gaps.slice(b * blockWeeks, (b + 1) * blockWeeks);
    const weeks = block.filter((week) => !Number.isNaN(week[0]));
    const scale = blockDeviation * Math.sqrt(blockWeeks / weeks.length);
    return block[0]!.map((_, m) =>
      weeks.length === 0 ? Number.NaN : weeks.reduce((sum, week) => sum + week[m]!, 0) / weeks.length / scale,
    );
  });
}

/** Holds surprises against their law: the same rows are simulated under it, from streams named after the series. */
export function checkSurprises(
  { id, title, kind }: Pick<Observation, "id" | "title" | "kind">,
  surprises: Surprises,
  { seed, replicates }: CheckSettings,
): Omit<PredictiveCheck, "largestOn"> {
  const widths = HALF_WIDTHS[kind];
  const found = statisticsOf(surprises, widths).map((values) => values.reduce((sum, x) => sum + x, 0) / values.length);
  const draws = (kind === "weekly" ? student4Draws : normalDraws)(seed, replicates);
  const simulated = surprises.map((row, week) =>
    Number.isNaN(row[0]) ? new Float64Array(replicates).fill(Number.NaN) : draws(`predictive-check/${id}`, week),
  );
  const under = statisticsOf(simulated, widths).map((values) => quantiles(values, [0.025, 0.975]));
  return {
    id,
    title,
    kind,
    observed: surprises.filter((row) => !Number.isNaN(row[0])).length,
    statistics: NAMES.map((name, i) => {
      const [value, low, high] = [found[i]!, under[i]![0]!, under[i]![1]!];
      return { name, value, low, high, fails: value < low || value > high };
    }),
  };
}

const NAMES: readonly StatisticName[] = ["within50", "within80", "within95", "autocorrelation", "largest"];

/** In the order of NAMES, each [member]. */
function statisticsOf(surprises: Surprises, widths: readonly number[]): Float64Array[] {
  const members = surprises[0]?.length ?? 0;
  const each = (of: (member: number) => number) => Float64Array.from({ length: members }, (_, m) => of(m));
  return [
    ...widths.map((width) =>
      each((m) => {
        const seen = surprises.filter((row) => !Number.isNaN(row[m]));
        return seen.filter((row) => Math.abs(row[m]!) <= width).length / seen.length;
      }),
    ),
    each((m) => lagOne(surprises.map((row) => row[m]!))),
    each((m) => surprises.reduce((most, row) => Math.max(most, Math.abs(row[m]!) || 0), 0)),
  ];
}

/** Correlation of each surprise with the next, after a squeeze that keeps a single week from ruling it: z / sqrt(4 + z^2). */
function lagOne(values: readonly number[]): number {
  const squeezed = values.map((z) => z / Math.sqrt(4 + z * z));
  const seen = squeezed.filter((s) => !Number.isNaN(s));
  const mean = seen.reduce((sum, s) => sum + s, 0) / seen.length;
  let [products, pairs, squares] = [0, 0, 0];
  for (const [i, s] of squeezed.entries()) {
    if (!Number.isNaN(s)) squares += (s - mean) ** 2 / seen.length;
    const next = squeezed[i + 1] ?? Number.NaN;
    if (Number.isNaN(s) || Number.isNaN(next)) continue;
    products += (s - mean) * (next - mean);
    pairs += 1;
  }
  return pairs > 0 && squares > 0 ? products / pairs / squares : 0;
}

/** The row whose surprise is largest on average over the members. */
function largestRow(surprises: Surprises): number {
  const sizes = surprises.map((row) => row.reduce((sum, z) => sum + (Math.abs(z) || 0), 0));
  return sizes.reduce((best, size, i) => (size > sizes[best]! ? i : best), 0);
}
