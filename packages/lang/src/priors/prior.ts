/** A distribution of what we believe about a number before the data: all of it follows from `quantile`. */
export interface Prior {
  readonly family: string;
  /** The author's own numbers, for display. */
  readonly given: Readonly<Record<string, number>>;
  /** The value below which a share u in (0, 1) lies. Bit-stable: our own numerics alone. */
  quantile(u: number): number;
  readonly mean: number;
  readonly sd: number;
  /** What is wrong with the author's numbers, if anything is. */
  readonly problem?: string;
}

export const isPrior = (candidate: unknown): candidate is Prior =>
  typeof candidate === "object" && candidate !== null && typeof (candidate as Prior).quantile === "function";

/** The central interval that holds a share `level` of the prior, e.g. 0.9 for 5 % to 95 %. */
export function interval(prior: Prior, level: number): readonly [low: number, high: number] {
  return [prior.quantile((1 - level) / 2), prior.quantile((1 + level) / 2)];
}

/** `lognormal(median 0.02, p95 0.08)`. */
export const showPrior = (prior: Prior): string =>
  `${prior.family}(${Object.entries(prior.given)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ")})`;
