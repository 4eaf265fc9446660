/**
 * Fewer past errors than this say too little about a horizon: they overlap, and the first half year of the record holds
 * one run in one direction only.
 */
export const LEAST_ERRORS = 20;

/** A point rule: the level `horizonWeeks` after week `origin`, from the history up to `origin` alone. */
export type PointRule = (origin: number, horizonWeeks: number) => number;

/**
 * The errors that a point rule would have made at a horizon, at every past origin from `firstOrigin` on from which the
 * outcome is known: in the order of the origins.
 */
export function pastErrors(
  history: Float64Array,
  firstOrigin: number,
  horizonWeeks: number,
  predict: PointRule,
): Float64Array {
  const count = Math.max(0, history.length - horizonWeeks - firstOrigin);
  return Float64Array.from({ length: count }, (_, k) => {
    const origin = firstOrigin + k;
    return history[origin + horizonWeeks]! - predict(origin, horizonWeeks);
  });
}

/**
 * Past errors for every horizon from 1 week to `horizonWeeks`, at [horizon - 1]. Where a horizon h has fewer than
 * LEAST_ERRORS, those of the longest horizon g that has enough (or of 1 week) stand in, times sqrt(h / g), as if errors
 * added up independently.
 */
export function errorsByHorizon(
  history: Float64Array,
  firstOrigin: number,
  horizonWeeks: number,
  predict: PointRule,
): Float64Array[] {
  const longest = Math.max(1, history.length - firstOrigin - LEAST_ERRORS);
  const all: Float64Array[] = [];
  for (let h = 1; h <= horizonWeeks; h++) {
    if (h <= longest) all.push(pastErrors(history, firstOrigin, h, predict));
    else all.push(all[longest - 1]!.map((error) => error * Math.sqrt(h / longest)));
  }
  return all;
}
