import { quantiles } from "../quantile.ts";
import { errors } from "../scores/errors.ts";
import type { Forecast, Forecaster, ForecastRequest } from "./forecaster.ts";
import type { Target } from "./target.ts";

/**
 * Guards what a forecaster says: every target it promised and that was wanted, [week][member] of the right size, and a first week whose
 * median is within the possible change since the history's end (wrong unit, changes instead of levels, the wrong side, or a
 * shifted date show here). Throws `forecast/...`.
 */
export function checkForecast(
  forecaster: Forecaster,
  forecast: Forecast,
  targets: readonly Target[],
  { origin, histories, lagWeeks = {}, wanted, horizonWeeks, members }: ForecastRequest,
): void {
  const promised = targets.filter(({ id }) => forecaster.forecasts(id) && (wanted?.includes(id) ?? true));
  for (const { id, weeklyChange } of promised) {
    const levels = forecast[id] ?? new Float64Array(0);
    if (levels.length !== horizonWeeks * members)
      throw errors.forecastShape(forecaster.id, id, levels.length, horizonWeeks * members);
    const level = histories[id]!.at(-1)!;
    const [median] = quantiles(levels.subarray(0, members), [0.5]);
    const change = median! - level;
    const weeks = 1 + (lagWeeks[id] ?? 0);
    if (!(change >= weeks * weeklyChange[0] && change <= weeks * weeklyChange[1]))
      throw errors.forecastLevel(forecaster.id, id, origin, median!, level);
  }
}

/**
 * Whether a forecaster knows the future: it is asked twice, with rows after the origin as they were and replaced by
 * nonsense. `requestFrom(replaced)` must build what it is told from those rows, as the harness does. Throws
 * `forecast/uses-future` where the two answers differ in any bit.
 */
export async function checkUsesNoFuture(
  forecasterFrom: (replaced: boolean) => Forecaster,
  requestFrom: (replaced: boolean) => ForecastRequest,
): Promise<void> {
  const asked = await forecasterFrom(false).forecast(requestFrom(false));
  const again = await forecasterFrom(true).forecast(requestFrom(true));
  const { origin } = requestFrom(false);
  for (const [target, levels] of Object.entries(asked)) {
    const other = again[target];
    if (other === undefined || levels.some((level, i) => !Object.is(level, other[i])))
      throw errors.usesFuture(forecasterFrom(false).id, target, origin);
  }
}
