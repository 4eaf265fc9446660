/** From slider positions (whole numbers from 0) to values of a lever, and back. */
import type { LeverInfo } from "../contract.ts";

export interface LeverScale {
  /** The highest position. */
  readonly last: number;
  readonly valueAt: (position: number) => number;
  /** The position nearest to a value. */
  readonly positionOf: (value: number) => number;
}

/** Levers with a wide range act by their order of magnitude: these stops, and both ends. */
const WIDE_STOPS = [0, 0.25, 0.5, 1, 2, 3, 5, 8, 12, 20, 30] as const;
const WIDE = 10;
const STEP = 0.05;

/** Steps of 0.05 over the range; where it is wide, stops that grow. */
export function leverScale({ range: [low, high] }: Pick<LeverInfo, "range">): LeverScale {
  const stops =
    high - low > WIDE
      ? [...new Set([low, ...WIDE_STOPS.filter((stop) => stop > low && stop < high), high])]
      : Array.from({ length: Math.round((high - low) / STEP) + 1 }, (_, i) => Number((low + i * STEP).toFixed(4)));
  return {
    last: stops.length - 1,
    valueAt: (position) => stops[Math.max(0, Math.min(stops.length - 1, Math.round(position)))] ?? low,
    positionOf: (value) =>
      stops.reduce((best, stop, i) => (Math.abs(stop - value) < Math.abs((stops[best] ?? low) - value) ? i : best), 0),
  };
}
