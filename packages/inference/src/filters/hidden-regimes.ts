import { numerics } from "@logjam/lang";

/** A chain of hidden regimes: `transition(from, to)` per week, and `start` the shares in the first week. */
export interface RegimeChain {
  readonly start: ArrayLike<number>;
  readonly transition: (from: number, to: number) => number;
}

export interface RegimeFilter {
  /** ln of the density of all observations. */
  readonly logLikelihood: number;
  /** Shares of the regimes in the last week, given all observations. */
  readonly shares: Float64Array;
  /** Shares in the week after, before it is observed. */
  readonly nextShares: Float64Array;
}

/** Below this the running product of a filter is folded into its logarithm. */
const TINY = 1e-200;

/**
 * The exact forward filter of a hidden Markov chain (Baum & Petrie 1966). `densities` is [week][regime]: the density of
 * the week's observation in each regime, positive numbers well above 1e-100.
 */
export function filterRegimes({ start, transition }: RegimeChain, densities: ArrayLike<number>): RegimeFilter {
  const regimes = start.length;
  const weeks = densities.length / regimes;
  const moves = Float64Array.from({ length: regimes * regimes }, (_, i) =>
    transition(Math.floor(i / regimes), i % regimes),
  );
  const shares = new Float64Array(regimes);
  const nextShares = Float64Array.from(start);
  let [logLikelihood, product] = [0, 1];
  for (let week = 0; week < weeks; week++) {
    let total = 0;
    for (let k = 0; k < regimes; k++) {
      shares[k] = nextShares[k]! * densities[week * regimes + k]!;
      total += shares[k]!;
    }
    // One logarithm for many weeks.
    product *= total;
    if (product < TINY || product > 1 / TINY) {
      logLikelihood += numerics.log(product);
      product = 1;
    }
    nextShares.fill(0);
    for (let from = 0; from < regimes; from++) {
      shares[from]! /= total;
      for (let to = 0; to < regimes; to++) nextShares[to]! += shares[from]! * moves[from * regimes + to]!;
    }
  }
  return { logLikelihood: logLikelihood + numerics.log(product), shares, nextShares };
}
