import { numerics } from "@logjam/lang";

/** A chain of hidden regimes: `transition(from, to)` per week, and `start` the shares before the first week. */
export interface RegimeChain {
  readonly start: ArrayLike<number>;
  readonly transition: (from: number, to: number) => number;
}

export interface RegimeFilter {
  /** ln of the density of all observations. */
  readonly logLikelihood: number;
  /** Shares of the regimes in the last week, given all observations. */
  readonly shares: Float64Array;
}

/**
 * The exact forward filter of a hidden Markov chain (Baum & Petrie 1966), scaled week by week. `logDensities` is
 * [week][regime]: ln of the density of the week's observation in each regime.
 */
export function filterRegimes(chain: RegimeChain, logDensities: ArrayLike<number>): RegimeFilter {
  const regimes = chain.start.length;
  const weeks = logDensities.length / regimes;
  let shares = Float64Array.from(chain.start);
  let logLikelihood = 0;
  for (let week = 0; week < weeks; week++) {
    const moved = new Float64Array(regimes);
    for (let to = 0; to < regimes; to++)
      for (let from = 0; from < regimes; from++) moved[to]! += shares[from]! * chain.transition(from, to);
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < regimes; k++) {
      const log = logDensities[week * regimes + k]!;
      if (log > highest) highest = log;
    }
    let total = 0;
    for (let k = 0; k < regimes; k++) {
      moved[k]! *= numerics.exp(logDensities[week * regimes + k]! - highest);
      total += moved[k]!;
    }
    logLikelihood += highest + numerics.log(total);
    shares = moved.map((share) => share / total);
  }
  return { logLikelihood, shares };
}
