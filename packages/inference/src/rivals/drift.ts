import { type DrawSource, uniformDraws } from "../draws/draws.ts";
import { errorsByHorizon, LEAST_ERRORS, type PointRule } from "./past-errors.ts";
import { checkRequest, type Rule } from "./rule.ts";

/** The shortest stretch of weeks whose mean change counts as a drift. */
const LEAST_DRIFT = 4;

/**
 * `as-made`: a member's error is one that the rule made, with its sign, so that a rule that was mostly too high is
 * shifted down. `either-sign`: one that it made, with either sign at equal odds, so that the rule stays in the middle.
 */
export type ErrorSigns = "as-made" | "either-sign";

export interface DriftSettings {
  readonly id: string;
  readonly title: string;
  /** Weeks over which the drift is measured (as many as there are, if fewer); 0 for no change. */
  readonly weeks: number;
  readonly signs: ErrorSigns;
}

/** Mean weekly change of the `weeks` weeks before week `origin`, or of as many as there are. */
function driftAt(history: Float64Array, origin: number, weeks: number): number {
  const span = Math.min(weeks, origin);
  return span === 0 ? 0 : (history[origin]! - history[origin - span]!) / span;
}

/**
 * The last level plus the recent drift, plus one of the rule's own past errors at that horizon. A member keeps its place
 * among the past origins over all horizons, so that its path hangs together.
 */
export function drifting({ id, title, weeks, signs }: DriftSettings): Rule {
  const leastWeeks = Math.min(weeks, LEAST_DRIFT) + LEAST_ERRORS + 1;
  return {
    id,
    title,
    leastWeeks,
    draws: "common",
    forecast: (request) => {
      checkRequest({ id, leastWeeks }, request);
      const { history, horizonWeeks, members, seed } = request;
      const predict: PointRule = (origin, horizon) => history[origin]! + horizon * driftAt(history, origin, weeks);
      // Past origins with a full window, where there are enough of them.
      const first = history.length - 1 - weeks >= LEAST_ERRORS ? weeks : LEAST_DRIFT;
      const errors = errorsByHorizon(history, first, horizonWeeks, predict);
      const draws = uniformDraws(seed, members);
      const places = draws("rivals/past-origin", 0);
      const signOf = signs === "as-made" ? new Float64Array(members).fill(1) : randomSigns(draws);
      const levels = new Float64Array(horizonWeeks * members);
      for (let h = 1; h <= horizonWeeks; h++) {
        const centre = predict(history.length - 1, h);
        const past = errors[h - 1]!;
        for (let m = 0; m < members; m++)
          levels[(h - 1) * members + m] = centre + signOf[m]! * past[Math.floor(places[m]! * past.length)]!;
      }
      return levels;
    },
  };
}

const randomSigns = (draws: DrawSource): Float64Array => draws("rivals/sign", 0).map((u) => (u < 0.5 ? -1 : 1));

/** Nothing changes, but for the changes that the past has seen over the same number of weeks. */
export const noChange: Rule = drifting({ id: "no-change", title: "no change", weeks: 0, signs: "as-made" });

/** Drift of the last 4, 13 and 26 weeks with the rule's own past errors. */
export const DRIFTS: readonly Rule[] = [4, 13, 26].map((weeks) =>
  drifting({ id: `drift-${weeks}`, title: `drift of the last ${weeks} weeks`, weeks, signs: "as-made" }),
);

/** The same with errors of either sign. */
export const CENTRED_DRIFTS: readonly Rule[] = [4, 13, 26].map((weeks) =>
  drifting({
    id: `drift-${weeks}-centred`,
    title: `drift of the last ${weeks} weeks, errors of either sign`,
    weeks,
    signs: "either-sign",
  }),
);
