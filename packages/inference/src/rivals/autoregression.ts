import { uniformDraws } from "../draws/draws.ts";
import { changesOf, checkRequest, meanOf, type Rule } from "./rule.ts";

export interface AutoregressionFit {
  readonly mean: number;
  readonly memory: number;
  readonly residuals: Float64Array;
}

/** Least squares of a change on the one before; the memory is kept within (-0.95, 0.95), so that paths stay bounded. */
export function fitAutoregression(changes: Float64Array): AutoregressionFit {
  const before = changes.subarray(0, -1);
  const after = changes.subarray(1);
  const [meanBefore, meanAfter] = [meanOf(before), meanOf(after)];
  let [covariance, variance] = [0, 0];
  for (let i = 0; i < before.length; i++) {
    covariance += (before[i]! - meanBefore) * (after[i]! - meanAfter);
    variance += (before[i]! - meanBefore) ** 2;
  }
  const memory = variance > 0 ? Math.min(0.95, Math.max(-0.95, covariance / variance)) : 0;
  const residuals = after.map((change, i) => change - meanAfter - memory * (before[i]! - meanBefore));
  const centre = meanOf(residuals);
  const mean = (meanAfter - memory * meanBefore) / (1 - memory);
  return { mean, memory, residuals: residuals.map((residual) => residual - centre) };
}

const LEAST_WEEKS = 12;

/** First-order autoregression of weekly changes; its own residuals are drawn again week by week. */
export const autoregression: Rule = {
  id: "ar-1",
  title: "AR(1) on the weekly change",
  leastWeeks: LEAST_WEEKS,
  draws: "common",
  forecast: (request) => {
    checkRequest({ id: "ar-1", leastWeeks: LEAST_WEEKS }, request);
    const { history, horizonWeeks, members, seed } = request;
    const changes = changesOf(history);
    const { mean, memory, residuals } = fitAutoregression(changes);
    const uniforms = uniformDraws(seed, members);
    const levels = new Float64Array(horizonWeeks * members);
    const change = new Float64Array(members).fill(changes.at(-1)!);
    const level = new Float64Array(members).fill(history.at(-1)!);
    for (let week = 0; week < horizonWeeks; week++) {
      const places = uniforms("rivals/residual", week);
      for (let m = 0; m < members; m++) {
        change[m] = mean + memory * (change[m]! - mean) + residuals[Math.floor(places[m]! * residuals.length)]!;
        level[m]! += change[m]!;
      }
      levels.set(level, week * members);
    }
    return levels;
  },
};
