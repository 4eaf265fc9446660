import { seedFor, uniformDraws } from "../draws/draws.ts";
import { quantiles } from "../quantile.ts";
import { crpsEnsemble } from "../scores/crps-ensemble.ts";
import { logScoreEnsemble } from "../scores/log-score.ts";
import { pitEnsemble } from "../scores/pit.ts";
import { centralInterval, intervalScore } from "../scores/quantile-scores.ts";
import { energyScore } from "../scores/vector-scores.ts";
import { askAtOrigin } from "./ask-at-origin.ts";
import { checkHistory } from "./check-history.ts";
import { addWeeks } from "./dates.ts";
import type { Forecast, Forecaster } from "./forecaster.ts";
import type { ScoreRow } from "./score-row.ts";
import type { Histories, Target } from "./target.ts";

/** Several targets scored together by the energy score, such as the area of all sectors. */
export interface TargetGroup {
  readonly id: string;
  readonly targets: readonly string[];
}

export interface BacktestPlan {
  readonly targets: readonly Target[];
  readonly groups: readonly TargetGroup[];
  readonly forecasters: readonly Forecaster[];
  /** Weeks, ascending. */
  readonly horizons: readonly number[];
  readonly members: number;
  readonly seed: bigint;
}

export interface OriginData {
  readonly origin: string;
  /** What could be known at the origin. */
  readonly known: Histories;
  /** What happened, for scoring alone. */
  readonly actual: Histories;
}

/** Forecasts of all forecasters at one origin, checked and scored at every horizon that has been reached. */
export async function scoreOrigin(plan: BacktestPlan, { origin, known, actual }: OriginData): Promise<ScoreRow[]> {
  for (const target of plan.targets) checkHistory(target, known[target.id]!, origin);
  const seed = seedFor(plan.seed, origin);
  const rows: ScoreRow[] = [];
  for (const forecaster of plan.forecasters) {
    const told = plan.targets.filter((target) => forecaster.forecasts(target.id));
    const { targets, members } = plan;
    const question = { origin, known, targets, horizonWeeks: plan.horizons.at(-1)!, members, seed };
    const forecast = await askAtOrigin(forecaster, question);
    for (const horizonWeeks of plan.horizons) {
      const scored = { origin, horizonWeeks, forecaster: forecaster.id };
      const observedOf = (target: string) => levelOn(actual, target, addWeeks(origin, horizonWeeks));
      const membersOf = (target: string) => weekOf(forecast, target, horizonWeeks, plan.members);
      for (const target of told) {
        const observed = observedOf(target.id);
        if (observed !== undefined) rows.push(scoreTarget(scored, target, membersOf(target.id), observed, seed));
      }
      for (const group of plan.groups.filter(({ targets }) => targets.every(forecaster.forecasts))) {
        const observed = group.targets.map(observedOf);
        if (observed.every((level) => level !== undefined))
          rows.push(scoreGroup(scored, group.id, group.targets.map(membersOf), observed));
      }
    }
  }
  return rows;
}

function levelOn(histories: Histories, target: string, date: string): number | undefined {
  const { dates, levels } = histories[target]!;
  const index = dates.indexOf(date);
  return index < 0 ? undefined : levels[index];
}

const weekOf = (forecast: Forecast, target: string, horizonWeeks: number, members: number): Float64Array =>
  forecast[target]!.subarray((horizonWeeks - 1) * members, horizonWeeks * members);

type Scored = Pick<ScoreRow, "origin" | "horizonWeeks" | "forecaster">;

function scoreTarget(scored: Scored, target: Target, all: Float64Array, observed: number, seed: bigint): ScoreRow {
  // A failed member is data: it is counted by its absence, and the others are scored.
  const members = all.filter(Number.isFinite);
  const [fifty, eighty, ninetyFive] = [0.5, 0.8, 0.95].map((level) => {
    const { lower, upper } = centralInterval(members, level);
    return {
      lower,
      upper,
      score: intervalScore(observed, lower, upper, level),
      covered: +(observed >= lower && observed <= upper),
    };
  });
  const ties = uniformDraws(seed, 1)(`pit/${target.id}/${scored.forecaster}`, scored.horizonWeeks)[0]!;
  return {
    ...scored,
    target: target.id,
    members: members.length,
    observed,
    median: quantiles(members, [0.5])[0]!,
    lower80: eighty!.lower,
    upper80: eighty!.upper,
    crps: crpsEnsemble(members, observed, "fair"),
    logScore: logScoreEnsemble(members, observed, target.resolution),
    interval50: fifty!.score,
    interval80: eighty!.score,
    interval95: ninetyFive!.score,
    covered50: fifty!.covered,
    covered80: eighty!.covered,
    covered95: ninetyFive!.covered,
    pit: pitEnsemble(members, observed, ties),
  };
}

function scoreGroup(
  scored: Scored,
  id: string,
  byTarget: readonly Float64Array[],
  observed: readonly number[],
): ScoreRow {
  const count = byTarget[0]!.length;
  const finite = Array.from({ length: count }, (_, m) => m).filter((m) =>
    byTarget.every((levels) => Number.isFinite(levels[m])),
  );
  const members = Float64Array.from({ length: finite.length * observed.length }, (_, i) => {
    const [member, dimension] = [finite[Math.floor(i / observed.length)]!, i % observed.length];
    return byTarget[dimension]![member]!;
  });
  const none = Number.NaN;
  return {
    ...scored,
    target: id,
    members: finite.length,
    observed: observed.reduce((sum, level) => sum + level, 0),
    median: none,
    lower80: none,
    upper80: none,
    crps: energyScore(members, observed, "fair"),
    logScore: none,
    interval50: none,
    interval80: none,
    interval95: none,
    covered50: none,
    covered80: none,
    covered95: none,
    pit: none,
  };
}
