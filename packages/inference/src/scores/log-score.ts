import { numerics } from "@logjam/lang";
import { student4LogDensity } from "../densities.ts";
import { quantileSorted } from "../quantile.ts";
import { checkMembers, type Members, meanAndVariance } from "./members.ts";

/** Silverman's constant, and the interquartile range of a standard normal. */
const SILVERMAN = 0.9;
const NORMAL_QUARTILES = 1.3489795003921634;

/**
 * Bandwidth of the density rule: 0.9 min(deviation, interquartile range / 1.349) m^(-1/5) (Silverman 1986, eq. 3.31),
 * the larger of the two where one is 0, and never below `least`, in the unit of the members.
 */
export function bandwidthOf(members: Members, least: number): number {
  const sorted = Float64Array.from(members).sort();
  const deviation = Math.sqrt(meanAndVariance(members).variance);
  const quartiles = (quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25)) / NORMAL_QUARTILES;
  const spread = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
  return Math.max(least, SILVERMAN * spread * numerics.exp(-0.2 * numerics.log(members.length)));
}

/**
 * Log score -ln p(y) of an ensemble; lower is better. The density rule: each member carries a Student kernel with 4
 * degrees of freedom, whose scale is `bandwidthOf`. Its tails are heavy, so that a miss costs much but never infinity;
 * `resolution` (> 0) is the least scale: no forecast is taken to be sharper than the data can tell.
 */
export function logScoreEnsemble(members: Members, observed: number, resolution: number): number {
  checkMembers("logScoreEnsemble", members, observed, 2);
  const bandwidth = bandwidthOf(members, resolution);
  const logs = Float64Array.from(members, (member) => student4LogDensity(observed, member, bandwidth));
  let highest = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > highest) highest = log;
  let sum = 0;
  for (const log of logs) sum += numerics.exp(log - highest);
  return -(highest + numerics.log(sum / members.length));
}
