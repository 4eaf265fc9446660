import { piecesOf } from "../lower/lookup.ts";
import { placeOfCallTo } from "../place.ts";
import { type LookupShape, type Points, pointsProblem } from "./lookup.ts";
import { Quantity } from "./quantity.ts";

/** The days of a mean year, by which the calendar repeats. */
export const YEAR_DAYS = 365.25;

/**
 * A quantity that depends on the time of year alone: exogenous, so it is filled in by `seriesTable` from the date of
 * step 0 (`start`). Points are [day of the year from 0 to 365, value]; it runs on from the last point to the first.
 */
export function season(declared: {
  readonly unit: string;
  readonly meaning: string;
  readonly points: Points;
  /** Default `linear`. */
  readonly shape?: LookupShape;
  readonly source: string;
}): Quantity {
  const { points, shape = "linear" } = declared;
  return new Quantity(
    { kind: "series", gap: "error", season: { points, shape } },
    { ...declared, place: placeOfCallTo(season) },
  );
}

/** What is wrong with a season's points, if anything is. */
export function seasonProblem(points: Points): string | undefined {
  const problem = pointsProblem(points);
  if (problem) return problem;
  return points[0]![0] < 0 || points.at(-1)![0] >= YEAR_DAYS ? "has a day outside 0 to 365" : undefined;
}

/** The season's value on a day, given as whole days since 1 January 1970. */
export function seasonAt(points: Points, shape: LookupShape, epochDay: number): number {
  const date = new Date(epochDay * 86_400_000);
  const day = epochDay - Date.UTC(date.getUTCFullYear(), 0, 1) / 86_400_000;
  // One year to either side, so that every day lies between two points.
  const around = [-YEAR_DAYS, 0, YEAR_DAYS].flatMap((shift) => points.map(([x, y]) => [x + shift, y] as const));
  const piece = piecesOf(around, shape).findLast(({ x }) => x <= day)!;
  const distance = day - piece.x;
  return piece.coefficients.reduceRight((sum, coefficient) => sum * distance + coefficient, 0);
}
