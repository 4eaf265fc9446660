/** The families of priors, each in the terms in which people state beliefs. */
import { exp, logPositive } from "../numerics.ts";
import { betaQuantile } from "./beta.ts";
import { normalQuantile, normalShareBelow, Z95 } from "./normal.ts";
import type { Prior } from "./prior.ts";

/** `problem` if any of the claims fails, else nothing; spread into the prior. */
const unless = (fine: boolean, problem: string): { readonly problem?: string } => (fine ? {} : { problem });
const finite = (given: Readonly<Record<string, number>>) => Object.values(given).every(Number.isFinite);

/** ln x is normal; the 95 % point fixes its spread. */
export function lognormal(given: { readonly median: number; readonly p95: number }): Prior {
  const { median, p95 } = given;
  const fine = finite({ ...given }) && median > 0 && p95 > median;
  const sigma = fine ? logPositive(p95 / median) / Z95 : Number.NaN;
  const mean = median * exp((sigma * sigma) / 2);
  return {
    family: "lognormal",
    given: { ...given },
    quantile: (u) => median * exp(sigma * normalQuantile(u)),
    mean,
    sd: mean * Math.sqrt(exp(sigma * sigma) - 1),
    ...unless(fine, "needs 0 < median < p95"),
  };
}

/**
 * A lognormal with a spread of its own on either side of the centre: 5 %, 50 % and 95 % lie exactly at low, central
 * and high. With high/central = central/low it is the ordinary lognormal.
 */
export function lognormalRange(given: {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}): Prior {
  const { low, central, high } = given;
  const fine = finite({ ...given }) && low > 0 && low < central && central < high;
  const below = fine ? logPositive(central / low) / Z95 : Number.NaN;
  const above = fine ? logPositive(high / central) / Z95 : Number.NaN;
  // E[x^k] by halves: the integral of e^(ksz) over the normal density from 0 up is e^(k^2 s^2 / 2) * share below ks.
  const moment = (k: 1 | 2) =>
    (k === 1 ? central : central * central) *
    (exp((k * k * below * below) / 2) * normalShareBelow(-k * below) +
      exp((k * k * above * above) / 2) * normalShareBelow(k * above));
  return {
    family: "lognormalRange",
    given: { ...given },
    quantile: (u) => {
      const z = normalQuantile(u);
      return central * exp((z < 0 ? below : above) * z);
    },
    mean: moment(1),
    sd: Math.sqrt(moment(2) - moment(1) * moment(1)),
    ...unless(fine, "needs 0 < low < central < high"),
  };
}

export function normal(given: { readonly mean: number; readonly sd: number }): Prior {
  const { mean, sd } = given;
  const fine = finite({ ...given }) && sd > 0;
  return {
    family: "normal",
    given: { ...given },
    quantile: (u) => mean + sd * normalQuantile(u),
    mean,
    sd,
    ...unless(fine, "needs sd > 0"),
  };
}

export function uniform(given: { readonly low: number; readonly high: number }): Prior {
  const { low, high } = given;
  return {
    family: "uniform",
    given: { ...given },
    quantile: (u) => low + (high - low) * u,
    mean: (low + high) / 2,
    sd: (high - low) / Math.sqrt(12),
    ...unless(finite({ ...given }) && low < high, "needs low < high"),
  };
}

export function triangular(given: { readonly low: number; readonly mode: number; readonly high: number }): Prior {
  const { low, mode, high } = given;
  const width = high - low;
  const variance = (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
  return {
    family: "triangular",
    given: { ...given },
    quantile: (u) =>
      u * width < mode - low
        ? low + Math.sqrt(u * width * (mode - low))
        : high - Math.sqrt((1 - u) * width * (high - mode)),
    mean: (low + mode + high) / 3,
    sd: Math.sqrt(variance),
    ...unless(
      finite({ ...given }) && low <= mode && mode <= high && low < high,
      "needs low <= mode <= high, low < high",
    ),
  };
}

/** A share between 0 and 1, by its mean and standard deviation; sd^2 must be below mean (1 - mean). */
export function beta(given: { readonly mean: number; readonly sd: number }): Prior {
  const { mean, sd } = given;
  const fine = finite({ ...given }) && mean > 0 && mean < 1 && sd > 0 && sd * sd < mean * (1 - mean);
  const strength = (mean * (1 - mean)) / (sd * sd) - 1;
  return {
    family: "beta",
    given: { ...given },
    quantile: (u) => betaQuantile(u, mean * strength, (1 - mean) * strength),
    mean,
    sd,
    ...unless(fine, "needs 0 < mean < 1 and 0 < sd^2 < mean (1 - mean)"),
  };
}

/** A share between 0 and 1 whose log-odds are normal; the 95 % point fixes the spread. */
export function logitNormal(given: { readonly median: number; readonly p95: number }): Prior {
  const { median, p95 } = given;
  const fine = finite({ ...given }) && median > 0 && median < p95 && p95 < 1;
  const logOdds = (share: number) => logPositive(share / (1 - share));
  const centre = fine ? logOdds(median) : Number.NaN;
  const sigma = fine ? (logOdds(p95) - centre) / Z95 : Number.NaN;
  const quantile = (u: number) => 1 / (1 + exp(-(centre + sigma * normalQuantile(u))));
  // No closed form: the midpoint rule over 4,000 equal shares is good to about 1e-6.
  const shares = Array.from({ length: 4000 }, (_, i) => quantile((i + 0.5) / 4000));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const sd = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length);
  return {
    family: "logitNormal",
    given: { ...given },
    quantile,
    mean,
    sd,
    ...unless(fine, "needs 0 < median < p95 < 1"),
  };
}
