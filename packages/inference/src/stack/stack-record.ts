import { addWeeks } from "../backtest/dates.ts";
import type { Forecast } from "../backtest/forecaster.ts";
import type { Histories, Target } from "../backtest/target.ts";
import { errors } from "../scores/errors.ts";
import { ascending, meanDistance, meanSize } from "./distances.ts";

/**
 * All that weights need of one past forecast of one target: the CRPS of a mixture with weights w is
 * sum w_k E|X_k - y| - ½ sum sum w_k w_l E|X_k - X_l|, exactly.
 */
export interface StackCell {
  readonly target: string;
  readonly horizonWeeks: number;
  /** The first day on which the outcome could be known. */
  readonly knownFrom: string;
  /** E|X_k - y| by component; NaN where the component does not forecast the target. */
  readonly toObserved: readonly number[];
  /** E|X_k - X_l| for k <= l, row by row. */
  readonly between: readonly number[];
}

/** CRPS of the pool that was issued at an origin, with its spread times each of SPREADS. */
export interface SpreadCell {
  readonly target: string;
  readonly horizonWeeks: number;
  readonly knownFrom: string;
  readonly crps: readonly number[];
}

/** What one past origin teaches: a few small numbers in place of its forecasts. */
export interface StackRecord {
  readonly origin: string;
  /** Name and version of every component, in the order of the numbers. */
  readonly components: readonly string[];
  readonly cells: readonly StackCell[];
  readonly spreads: readonly SpreadCell[];
}

export interface OutcomeQuery {
  readonly origin: string;
  readonly targets: readonly Target[];
  readonly horizons: readonly number[];
  readonly actual: Histories;
}

export interface Outcome {
  readonly target: string;
  readonly horizonWeeks: number;
  readonly observed: number;
  readonly knownFrom: string;
}

/** The outcomes that have arrived, each with the day from which it could be known. */
export function outcomesOf({ origin, targets, horizons, actual }: OutcomeQuery): Outcome[] {
  return targets.flatMap(({ id, lagWeeks }) =>
    horizons.flatMap((horizonWeeks) => {
      const date = addWeeks(origin, horizonWeeks);
      const index = actual[id]?.dates.indexOf(date) ?? -1;
      if (index < 0) return [];
      const knownFrom = addWeeks(date, lagWeeks?.[0] ?? 0);
      return [{ target: id, horizonWeeks, observed: actual[id]!.levels[index]!, knownFrom }];
    }),
  );
}

/** One horizon of a forecast. */
export const weekOf = (forecast: Forecast, target: string, week: number, members: number): Float64Array =>
  forecast[target]!.subarray((week - 1) * members, week * members);

/** The cells of an origin, from the components' forecasts in order. */
export function stackCells(forecasts: readonly Forecast[], members: number, outcomes: readonly Outcome[]): StackCell[] {
  return outcomes.map(({ target, horizonWeeks, observed, knownFrom }) => {
    const sorted = forecasts.map((forecast) =>
      forecast[target] === undefined ? undefined : ascending(weekOf(forecast, target, horizonWeeks, members), observed),
    );
    return {
      target,
      horizonWeeks,
      knownFrom,
      toObserved: sorted.map((gaps) => (gaps === undefined ? Number.NaN : meanSize(gaps))),
      between: sorted.flatMap((first, k) =>
        sorted
          .slice(k)
          .map((second) => (first === undefined || second === undefined ? Number.NaN : meanDistance(first, second))),
      ),
    };
  });
}

/** Where component pair (k, l), k <= l, stands in `between`. */
export const pairIndex = (k: number, l: number, count: number): number =>
  k <= l ? k * count - (k * (k - 1)) / 2 + (l - k) : pairIndex(l, k, count);

/**
 * The cells of earlier origins whose outcomes were known at `origin`. Throws `stack/known-too-early` where a record
 * claims that an outcome was known before it happened: weights must not learn from the future.
 */
export function knownAt<Cell extends { readonly knownFrom: string; readonly horizonWeeks: number }>(
  records: readonly StackRecord[],
  cellsOf: (record: StackRecord) => readonly Cell[],
  origin: string,
): { readonly record: StackRecord; readonly cell: Cell }[] {
  return records
    .filter((record) => record.origin < origin)
    .flatMap((record) =>
      cellsOf(record).flatMap((cell) => {
        const happened = addWeeks(record.origin, cell.horizonWeeks);
        if (cell.knownFrom < happened) throw errors.knownTooEarly(record.origin, cell.horizonWeeks, cell.knownFrom);
        return cell.knownFrom <= origin ? [{ record, cell }] : [];
      }),
    );
}
