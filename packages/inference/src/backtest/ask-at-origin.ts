import { checkForecast } from "./check-forecast.ts";
import { checkHistory } from "./check-history.ts";
import { lagWeeks } from "./dates.ts";
import type { Forecast, Forecaster, ForecastRequest } from "./forecaster.ts";
import type { Histories, Target } from "./target.ts";

export interface Question {
  readonly origin: string;
  /** What could be known at the origin. */
  readonly known: Histories;
  readonly targets: readonly Target[];
  /** Targets to answer for (all where left out); the forecaster is told of all in any case. */
  readonly wanted?: readonly string[];
  readonly horizonWeeks: number;
  readonly members: number;
  readonly seed: bigint;
}

/**
 * Asks one forecaster at one origin, with what is told and what is answered guarded. What is 0 at least stays so. Every
 * answer that is scored, stacked or published passes here. Throws `history/...` and `forecast/...`.
 */
export async function askAtOrigin(forecaster: Forecaster, question: Question): Promise<Forecast> {
  const { origin, known, wanted, horizonWeeks, members, seed } = question;
  const targets = question.targets.filter(({ id }) => forecaster.forecasts(id));
  for (const target of targets) checkHistory(target, known[target.id]!, origin);
  const lags = targets
    .map(({ id }) => [id, lagWeeks(known[id]!.dates, origin)!] as const)
    .filter(([, weeks]) => weeks > 0);
  const request: ForecastRequest = {
    origin,
    histories: Object.fromEntries(targets.map(({ id }) => [id, known[id]!.levels.slice()])),
    ...(lags.length === 0 ? {} : { lagWeeks: Object.fromEntries(lags) }),
    ...(wanted === undefined ? {} : { wanted }),
    horizonWeeks,
    members,
    seed,
  };
  const forecast = await forecaster.forecast(request);
  checkForecast(forecaster, forecast, targets, request);
  return nonNegative(forecast, targets);
}

/** Areas, counts and deaths are never negative: where a target's range begins at 0, lower levels are set to it. */
export function nonNegative(forecast: Forecast, targets: readonly Target[]): Forecast {
  const floored = targets.filter(({ id, range }) => range[0] === 0 && forecast[id]?.some((level) => level < 0));
  return {
    ...forecast,
    // Not Math.max: a failed member is NaN, and stays one.
    ...Object.fromEntries(floored.map(({ id }) => [id, forecast[id]!.map((level) => (level < 0 ? 0 : level))])),
  };
}
