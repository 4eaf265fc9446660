import { type Uniformity, uniformity } from "../scores/coverage.ts";
import { pitEnsemble } from "../scores/pit.ts";

/**
 * Simulation-based calibration (Talts et al. 2018): where truths are drawn from the prior and data from the model, the
 * rank of each truth among draws of its posterior is uniform. `ranks` are in (0, 1), ties broken by `v`.
 */
export const truthRank = (posterior: ArrayLike<number>, truth: number, v: number): number =>
  pitEnsemble(posterior, truth, v);

export interface RankCheck extends Uniformity {
  readonly parameter: string;
  readonly uniform: boolean;
}

/**
 * Judges the ranks of several parameters at one false-alarm rate for all of them together (Bonferroni). Ranks are
 * [parameter][simulation].
 */
export function checkRanks(
  ranks: Readonly<Record<string, ArrayLike<number>>>,
  bins: number,
  falseAlarmRate: number,
): RankCheck[] {
  const names = Object.keys(ranks);
  return names.map((parameter) => {
    const found = uniformity(ranks[parameter]!, bins);
    return { parameter, ...found, uniform: found.pValue >= falseAlarmRate / names.length };
  });
}
