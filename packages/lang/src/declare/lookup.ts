import { placeOfCallTo } from "../place.ts";
import type { ByElement } from "../sets/elements.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { Quantity } from "./quantity.ts";

/** Knots of a table, from left to right: [input, output] pairs. */
export type Points = readonly (readonly [input: number, output: number])[];

/** How a table runs between its points: straight lines, or Fritsch and Carlson's cubics, which never overshoot. */
export type LookupShape = "linear" | "monotone";

/** Told from a record by label by its first entry. */
export const isPoints = (candidate: unknown): candidate is Points => Array.isArray(candidate);

/**
 * A table that formulas read by `interpolate(${x}, ${table})`. Left of the first point it holds the first value, right
 * of the last the last. At its points it gives the stated numbers exactly.
 */
export function lookup(declared: {
  readonly over?: readonly IndexSet[];
  /** The unit of what comes in. */
  readonly input: string;
  /** The unit of what comes out. */
  readonly unit: string;
  readonly meaning: string;
  readonly points: ByElement<Points>;
  /** Default `linear`. */
  readonly shape?: LookupShape;
  readonly source: string;
}): Quantity {
  const { input, points, shape = "linear" } = declared;
  return new Quantity({ kind: "lookup", input, points, shape }, { ...declared, place: placeOfCallTo(lookup) });
}

/** What is wrong with a table's points, if anything is. */
export function pointsProblem(points: Points): string | undefined {
  if (points.length < 2) return "has fewer than two points";
  if (points.some((point) => !Array.isArray(point) || point.length !== 2 || !point.every(Number.isFinite))) {
    return "has a point that is not a pair of finite numbers";
  }
  const back = points.findIndex(([x], k) => k > 0 && x <= points[k - 1]![0]);
  return back < 0 ? undefined : `does not rise in its input at ${points[back]![0]}`;
}
