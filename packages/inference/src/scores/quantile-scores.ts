/** Scores of quantiles and of central intervals; lower is better. */
import { quantiles } from "../quantile.ts";
import { checkMembers, type Members } from "./members.ts";

/** Pinball loss of a forecast quantile: level * (y - q) above it, (1 - level) * (q - y) below. */
export const quantileScore = (observed: number, quantile: number, level: number): number =>
  observed >= quantile ? level * (observed - quantile) : (1 - level) * (quantile - observed);

/**
 * Interval (Winkler) score of a central interval: its width, plus 2 / alpha times the miss, alpha = 1 - coverage
 * (Gneiting & Raftery 2007, eq. 43).
 */
export function intervalScore(observed: number, lower: number, upper: number, coverage: number): number {
  const penalty = 2 / (1 - coverage);
  return upper - lower + penalty * (Math.max(0, lower - observed) + Math.max(0, observed - upper));
}

export interface CentralInterval {
  readonly lower: number;
  readonly upper: number;
}

/** The central interval that holds a share `coverage` of the members (quantiles of type 7). */
export function centralInterval(members: Members, coverage: number): CentralInterval {
  checkMembers("centralInterval", members, 0);
  const [lower, upper] = quantiles(members, [(1 - coverage) / 2, (1 + coverage) / 2]);
  return { lower: lower!, upper: upper! };
}
