/** Two policies at one date: each outcome under both, and the difference, taken run by run. */
import { outcomeOf, type Share, shareAt } from "../app/answer-words.ts";
import type { EngineResult } from "../contract.ts";

export interface DifferenceRow {
  readonly outcome: string;
  readonly main: Share;
  readonly other: Share;
  readonly difference: Share;
  /** The interval lies wholly on one side of zero. */
  readonly clear: boolean;
}

/** One row per outcome that either policy ever has; none without a comparison. */
export function differenceRows(result: EngineResult, byWeek: number): readonly DifferenceRow[] {
  const { comparison } = result;
  if (comparison === undefined) return [];
  return comparison.difference.outcomes.flatMap((curve) => {
    const main = shareAt(outcomeOf(result.main, curve.outcome), byWeek);
    const other = shareAt(outcomeOf(comparison.other, curve.outcome), byWeek);
    if (!(main.value > 0 || other.value > 0)) return [];
    const difference = shareAt(curve, byWeek);
    return [{ outcome: curve.outcome, main, other, difference, clear: difference.low > 0 || difference.high < 0 }];
  });
}
