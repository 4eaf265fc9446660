import { WEEKS_BETWEEN_ORIGINS } from "../backtest/summary.ts";

/** Monthly origins that count as independent: forecasts of h weeks overlap with those of the h weeks before. */
export const effectiveOrigins = (origins: number, horizonWeeks: number): number =>
  origins / Math.max(1, horizonWeeks / WEEKS_BETWEEN_ORIGINS);
