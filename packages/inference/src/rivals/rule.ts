import { errors } from "../scores/errors.ts";

/** What a naive rule is told: one series up to the origin, and nothing else. */
export interface RuleRequest {
  /** Weekly levels since the start of the positional phase; the last one is the origin's. */
  readonly history: Float64Array;
  readonly horizonWeeks: number;
  readonly members: number;
  readonly seed: bigint;
}

/**
 * A naive forecaster of one series. `draws: "common"` means that members draw dates of the past, so that with one seed
 * the same member sees the same dates in every series, and series keep their dependence; `"own"` means that each series
 * wants a seed of its own.
 */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Weeks of history below which the rule does not speak. */
  readonly leastWeeks: number;
  readonly draws: "common" | "own";
  /** Levels, [week][member]; week 0 is one week after the origin. */
  readonly forecast: (request: RuleRequest) => Float64Array;
}

/** Throws `forecast/short-history` or `forecast/request`. */
export function checkRequest(rule: Pick<Rule, "id" | "leastWeeks">, request: RuleRequest): void {
  const { history, horizonWeeks, members } = request;
  if (history.length < rule.leastWeeks) throw errors.shortHistory(rule.id, history.length, rule.leastWeeks);
  for (const [what, value] of [
    ["horizonWeeks", horizonWeeks],
    ["members", members],
  ] as const) {
    if (!Number.isInteger(value) || value < 1) throw errors.badRequest(rule.id, what, value, "a whole number above 0");
  }
  for (const level of history)
    if (!Number.isFinite(level)) throw errors.badRequest(rule.id, "a level of the history", level, "a finite number");
}

/** Weekly changes: one fewer than levels. */
export const changesOf = (history: Float64Array): Float64Array =>
  Float64Array.from({ length: history.length - 1 }, (_, i) => history[i + 1]! - history[i]!);

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
