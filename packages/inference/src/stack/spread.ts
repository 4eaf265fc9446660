import { numerics } from "@logjam/lang";
import type { Forecast } from "../backtest/forecaster.ts";
import { quantiles } from "../quantile.ts";
import { crpsEnsemble } from "../scores/crps-ensemble.ts";
import { effectiveOrigins } from "./effective-origins.ts";
import { type StackFamily, targetsOf } from "./family.ts";
import { knownAt, type Outcome, type SpreadCell, type StackRecord, weekOf } from "./stack-record.ts";

/** Factors on the spread of a pool about its median that are tried: from a half to four, eight to an octave. */
export const SPREADS: readonly number[] = Array.from({ length: 25 }, (_, i) => (i === 8 ? 1 : octaves((i - 8) / 8)));

/** 2 to a power, and back, the same to the bit on every machine. */
function octaves(power: number): number {
  return numerics.exp(power * Math.LN2);
}
const octavesOf = (factor: number): number => numerics.log(factor) / Math.LN2;

export interface SpreadOptions {
  /** How much evidence it takes to leave the factor of the next shorter horizon: the cost of an octave, per independent origin. */
  readonly shrinkage: number;
  /** Factors below this are not considered. */
  readonly least: number;
}

/**
 * Spreads are only ever widened: a short record can show that forecasts were too sharp, but not that they were too wide, for
 * it may not have seen a change of regime. (Narrowing what had been too wide in calm 2023 cost 3 to 10 % of the CRPS of area
 * in 2024.)
 */
export const SPREAD_OPTIONS: SpreadOptions = { shrinkage: 0.2, least: 1 };

/**
 * The factor on the spread at each horizon, from pools issued at earlier origins whose outcomes were known at `origin`. At
 * each horizon it minimises the mean CRPS, relative to that without a factor, plus (shrinkage / e_h) (octaves from the
 * factor of the next shorter horizon, or from 1 at the first)². With nothing known all factors are 1.
 */
export function learnSpreads(
  records: readonly StackRecord[],
  components: readonly string[],
  family: StackFamily,
  origin: string,
  horizons: readonly number[],
  options: SpreadOptions = SPREAD_OPTIONS,
): number[] {
  const known = knownAt(
    records.filter((record) => components.every((component) => record.components.includes(component))),
    (record) => record.spreads.filter(({ target }) => targetsOf(family).includes(target)),
    origin,
  );
  let before = 1;
  return horizons.map((horizonWeeks) => {
    const found = known.filter(({ cell }) => cell.horizonWeeks === horizonWeeks);
    const seen = effectiveOrigins(new Set(found.map(({ record }) => record.origin)).size, horizonWeeks);
    if (seen > 0) before = bestSpread(found, family, before, options.shrinkage / seen, options.least);
    return before;
  });
}

function bestSpread(
  found: readonly { readonly cell: SpreadCell }[],
  { shares }: StackFamily,
  before: number,
  cost: number,
  least: number,
): number {
  const unscaled = SPREADS.indexOf(1);
  const losses = SPREADS.map((spread, i) => {
    if (spread < least) return Number.POSITIVE_INFINITY;
    let loss = cost * octavesOf(spread / before) ** 2;
    for (const [target, share] of Object.entries(shares)) {
      const cells = found.filter(({ cell }) => cell.target === target);
      const [scaled, plain] = [i, unscaled].map((j) => cells.reduce((sum, { cell }) => sum + cell.crps[j]!, 0));
      if (plain! > 0) loss += (share * scaled!) / plain!;
    }
    return loss;
  });
  return SPREADS[losses.indexOf(Math.min(...losses))]!;
}

/** Factors of every week: between learnt horizons by straight lines in the logarithm, outside as at the nearest. */
export function spreadByWeek(horizons: readonly number[], spreads: readonly number[], weeks: number): Float64Array {
  return Float64Array.from({ length: weeks }, (_, w) => {
    const week = w + 1;
    const after = horizons.findIndex((horizon) => horizon >= week);
    if (after < 0) return spreads.at(-1) ?? 1;
    if (after === 0 || horizons[after] === week) return spreads[after]!;
    const part = (week - horizons[after - 1]!) / (horizons[after]! - horizons[after - 1]!);
    return spreads[after - 1]! * octaves(part * octavesOf(spreads[after]! / spreads[after - 1]!));
  });
}

/**
 * One week's members of a family's targets with their distances from the medians times a factor. A total follows its
 * parts, so that they still add up; its rest is left as it is.
 */
export function scaledWeek(
  pool: Forecast,
  family: StackFamily,
  week: number,
  members: number,
  spread: number,
): Forecast {
  const { total } = family;
  const scaled: Record<string, Float64Array> = {};
  for (const target of targetsOf(family).filter((id) => id !== total?.target)) {
    const levels = weekOf(pool, target, week, members);
    const [median] = quantiles(levels, [0.5]);
    scaled[target] = levels.map((level) => median! + spread * (level - median!));
  }
  if (total !== undefined)
    scaled[total.target] = weekOf(pool, total.target, week, members).map((level, m) =>
      total.parts.reduce((sum, part) => sum + scaled[part]![m]! - pool[part]![(week - 1) * members + m]!, level),
    );
  return scaled;
}

/** The spread cells of an origin: what its pool would have scored with each factor. */
export function spreadCells(
  pool: Forecast,
  families: readonly StackFamily[],
  members: number,
  outcomes: readonly Outcome[],
): SpreadCell[] {
  return families.flatMap((family) => {
    const own = outcomes.filter(({ target }) => target in family.shares && pool[target] !== undefined);
    return [...new Set(own.map(({ horizonWeeks }) => horizonWeeks))].flatMap((week) => {
      const scaled = SPREADS.map((spread) => scaledWeek(pool, family, week, members, spread));
      return own
        .filter(({ horizonWeeks }) => horizonWeeks === week)
        .map(({ target, horizonWeeks, observed, knownFrom }) => ({
          target,
          horizonWeeks,
          knownFrom,
          crps: scaled.map((levels) => crpsEnsemble(levels[target]!.filter(Number.isFinite), observed, "fair")),
        }));
    });
  });
}
