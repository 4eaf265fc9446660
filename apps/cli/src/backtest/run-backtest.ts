import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, type Progress } from "@logjam/analysis";
import type { Evidence } from "@logjam/evidence";
import {
  addWeeks,
  type BacktestPlan,
  type Forecaster,
  fromCsv,
  monthlyOrigins,
  type OriginData,
  type ScoreRow,
  type StackOptions,
  type StackRecord,
  scoreOrigin,
  stackForecaster,
  toCsv,
} from "@logjam/inference";
import { writeAllAtomically } from "../files/atomic.ts";
import { learnOrigin } from "../forecast/learn.ts";
import { readRecords } from "../forecast/stack-records.ts";
import { historiesFrom, numbersIn, POSITIONAL_SINCE } from "./histories.ts";

export interface BacktestOptions {
  readonly plan: BacktestPlan;
  /** First day of the first month with an origin. */
  readonly from: string;
  /** Where each origin's scores go: `origins/DATE.csv`, and `index.json` with the identity of each. */
  readonly folder: string;
  readonly progress: Progress;
  /** The released stack over some of the plan's forecasters: it learns as the origins pass, and is scored as the last. */
  readonly released?: (records: () => readonly StackRecord[]) => StackOptions;
}

export interface BacktestRun {
  readonly rows: readonly ScoreRow[];
  readonly origins: readonly string[];
  /** Origins whose scores were read rather than computed. */
  readonly resumed: number;
  readonly released?: Forecaster;
}

/** Part of the identity of results: raise it when scoring or the rules change. */
const SCORING_VERSION = "1";

/**
 * Scores every monthly origin, each from what was known on it alone. An origin's file is written when it is done, so a
 * run that was killed goes on where it stood; it is read again as long as nothing that made it has changed.
 */
export async function runBacktest(evidence: Evidence, options: BacktestOptions): Promise<BacktestRun> {
  const { from, folder, progress, released } = options;
  const records: StackRecord[] = [];
  const stack = released?.(() => records);
  const stacked = stack && stackForecaster(stack);
  const plan =
    stacked === undefined ? options.plan : { ...options.plan, forecasters: [...options.plan.forecasters, stacked] };
  const stored = new Map((stack === undefined ? [] : readRecords(folder)).map((each) => [each.record.origin, each]));
  const actual = historiesFrom(evidence.hindsight());
  const mondays = evidence.mondays.filter((date) => date >= POSITIONAL_SINCE);
  const origins = monthlyOrigins(mondays, from, plan.horizons[0]!);
  const indexFile = join(folder, "index.json");
  const index = readIndex(indexFile);
  const rows: ScoreRow[] = [];
  let resumed = 0;
  for (const [k, origin] of origins.entries()) {
    progress("Backtest", k, origins.length);
    const data = { origin, known: historiesFrom(evidence.asOf(origin)), actual };
    const identity = await identityOfOrigin(plan, data);
    const file = join(folder, "origins", `${origin}.csv`);
    const kept = index[origin] === identity ? readRows(file) : undefined;
    if (kept === undefined) {
      // Scores are kept as they are printed, so that fresh and resumed runs agree to the digit.
      const text = toCsv(await scoreOrigin(plan, data));
      index[origin] = identity;
      await writeAllAtomically({ [file]: text, [indexFile]: `${JSON.stringify(index, null, 2)}\n` });
      rows.push(...fromCsv(text));
    } else {
      resumed += 1;
      rows.push(...kept);
    }
    if (stack !== undefined) {
      const asked = { options: stack, ...data, members: plan.members, seed: plan.seed, folder };
      records.push((await learnOrigin({ ...asked, stored: stored.get(origin) })).record);
    }
  }
  progress("Backtest", origins.length, origins.length);
  return { rows, origins, resumed, ...(stacked && { released: stacked }) };
}

/** Everything that an origin's scores follow from. */
function identityOfOrigin({ forecasters, targets, groups, horizons, members, seed }: BacktestPlan, data: OriginData) {
  const { origin, known, actual } = data;
  const last = addWeeks(origin, horizons.at(-1)!);
  return identityOf({
    scoring: SCORING_VERSION,
    forecasters: forecasters.map(({ id, version }) => ({ id, version })),
    targets,
    groups,
    horizons,
    members,
    seed: String(seed),
    known: numbersIn(known, () => true),
    actual: numbersIn(actual, (date) => date > origin && date <= last),
  });
}

function readIndex(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch {
    // Nothing to resume from: the run starts afresh.
    return {};
  }
}

function readRows(file: string): ScoreRow[] | undefined {
  try {
    return fromCsv(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
