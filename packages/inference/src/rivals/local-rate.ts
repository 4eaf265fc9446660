import { student4Draws } from "../draws/draws.ts";
import { changesOf, checkRequest, meanOf, type Rule } from "./rule.ts";

/** The settings of the local-rate model; half-lives in weeks. */
export interface LocalRateSettings {
  /** Of the weight of a past week in the rate. */
  readonly rateHalfLife: number;
  /** Of the rate's distance from the mean of all weeks. */
  readonly reversionHalfLife: number;
  /** Of the weight of a past week in the size of surprises. */
  readonly scaleHalfLife: number;
}

export const LOCAL_RATE: LocalRateSettings = { rateHalfLife: 8, reversionHalfLife: 104, scaleHalfLife: 26 };

const shareOf = (halfLife: number): number => 1 - 2 ** (-1 / halfLife);
const LEAST_WEEKS = 12;

/** Rate and size of surprises at the origin, by exponential weights over the weekly changes. */
export function localRateState(
  changes: Float64Array,
  { rateHalfLife, reversionHalfLife, scaleHalfLife }: LocalRateSettings,
) {
  const [gain, reversion, forgetting] = [shareOf(rateHalfLife), shareOf(reversionHalfLife), shareOf(scaleHalfLife)];
  const mean = meanOf(changes);
  let rate = meanOf(changes.subarray(0, 8));
  let [weighted, weight] = [0, 0];
  for (const change of changes) {
    const surprise = change - rate;
    weighted = (1 - forgetting) * weighted + Math.abs(surprise);
    weight = (1 - forgetting) * weight + 1;
    rate += gain * surprise + reversion * (mean - rate);
  }
  return { mean, rate, scale: weighted / weight, gain, reversion };
}

/**
 * The local-rate model: each week's change is the current rate plus a surprise; the rate takes over a share of the
 * surprise (half-life 8 weeks) and reverts slowly to the mean of the positional phase. Surprises follow Student's law
 * with 4 degrees of freedom, whose mean absolute value is 1, scaled by the recent mean absolute surprise.
 */
export function localRate(settings: LocalRateSettings = LOCAL_RATE): Rule {
  return {
    id: "local-rate",
    title: "local rate",
    leastWeeks: LEAST_WEEKS,
    draws: "own",
    forecast: (request) => {
      checkRequest({ id: "local-rate", leastWeeks: LEAST_WEEKS }, request);
      const { history, horizonWeeks, members, seed } = request;
      const { mean, rate, scale, gain, reversion } = localRateState(changesOf(history), settings);
      const surprises = student4Draws(seed, members);
      const levels = new Float64Array(horizonWeeks * members);
      const rates = new Float64Array(members).fill(rate);
      const level = new Float64Array(members).fill(history.at(-1)!);
      for (let week = 0; week < horizonWeeks; week++) {
        const draws = surprises("rivals/surprise", week);
        for (let m = 0; m < members; m++) {
          const surprise = scale * draws[m]!;
          level[m]! += rates[m]! + surprise;
          rates[m]! += gain * surprise + reversion * (mean - rates[m]!);
        }
        levels.set(level, week * members);
      }
      return levels;
    },
  };
}
