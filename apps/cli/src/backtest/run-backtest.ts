import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, type Progress } from "@logjam/analysis";
import type { Evidence } from "@logjam/evidence";
import {
  addWeeks,
  type BacktestPlan,
  fromCsv,
  monthlyOrigins,
  type OriginData,
  type ScoreRow,
  scoreOrigin,
  toCsv,
} from "@logjam/inference";
import { writeAllAtomically } from "../files/atomic.ts";
import { historiesFrom, numbersIn, POSITIONAL_SINCE } from "./histories.ts";

export interface BacktestOptions {
  readonly plan: BacktestPlan;
  /** First day of the first month with an origin. */
  readonly from: string;
  /** Where each origin's scores go: `origins/DATE.csv`, and `index.json` with the identity of each. */
  readonly folder: string;
  readonly progress: Progress;
}

export interface BacktestRun {
  readonly rows: readonly ScoreRow[];
  readonly origins: readonly string[];
  /** Origins whose scores were read rather than computed. */
  readonly resumed: number;
}

/** Part of the identity of results: raise it when scoring or the rules change. */
const SCORING_VERSION = "1";

/**
 * Scores every monthly origin, each from what was known on it alone. An origin's file is written when it is done, so a
 * run that was killed goes on where it stood; it is read again as long as nothing that made it has changed.
 */
export async function runBacktest(evidence: Evidence, options: BacktestOptions): Promise<BacktestRun> {
  const { plan, from, folder, progress } = options;
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
  }
  progress("Backtest", origins.length, origins.length);
  return { rows, origins, resumed };
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
