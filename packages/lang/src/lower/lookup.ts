/**
 * Tables as operations. Straight pieces are a sum of clamped distances, which costs a kernel less than choosing between
 * pieces; cubic pieces are chosen by a chain of selects, then one polynomial is evaluated.
 */
import type { LookupShape, Points } from "../declare/lookup.ts";
import type { OpList } from "./op-list.ts";

/** One piece: from `x` on, coefficients of 1, d, d^2, ... in d = input - x. */
export interface Piece {
  readonly x: number;
  readonly coefficients: readonly number[];
}

/** The pieces between neighbouring points: straight, or cubic with Fritsch and Carlson's slopes. */
export function piecesOf(points: Points, shape: LookupShape): Piece[] {
  const widths = points.slice(1).map(([x], k) => x - points[k]![0]);
  const secants = points.slice(1).map(([, y], k) => (y - points[k]![1]) / widths[k]!);
  if (shape === "linear")
    return secants.map((slope, k) => ({ x: points[k]![0], coefficients: [points[k]![1], slope] }));
  const slopes = monotoneSlopes(secants, widths);
  return secants.map((secant, k) => {
    const [left, right, width] = [slopes[k]!, slopes[k + 1]!, widths[k]!];
    const square = (3 * secant - 2 * left - right) / width;
    const cube = (left + right - 2 * secant) / (width * width);
    return { x: points[k]![0], coefficients: [points[k]![1], left, square, cube] };
  });
}

/**
 * Slopes at the points after F. N. Fritsch and R. E. Carlson, "Monotone piecewise cubic interpolation", SIAM J. Numer.
 * Anal. 17 (1980) 238-246, in the form of Fritsch and Butland (1984): weighted harmonic means, zero at turning points.
 */
export function monotoneSlopes(secants: readonly number[], widths: readonly number[]): number[] {
  const inner = secants.slice(1).map((secant, k) => {
    const before = secants[k]!;
    if (before * secant <= 0) return 0;
    const near = 2 * widths[k + 1]! + widths[k]!;
    const far = widths[k + 1]! + 2 * widths[k]!;
    return (near + far) / (near / before + far / secant);
  });
  return [endSlope(secants, widths), ...inner, endSlope([...secants].reverse(), [...widths].reverse())];
}

/** The three-point slope at an end, limited so that the piece stays monotone. */
function endSlope(secants: readonly number[], widths: readonly number[]): number {
  const [first, second] = secants as [number, number | undefined];
  if (second === undefined) return first;
  const [w, v] = widths as [number, number];
  const slope = ((2 * w + v) * first - w * second) / (w + v);
  if (slope * first <= 0) return 0;
  return first * second <= 0 && Math.abs(slope) > 3 * Math.abs(first) ? 3 * first : slope;
}

/** The operation that holds the table's value at the operation `input`; NaN counts as the left end. */
export function lowerLookup(points: Points, shape: LookupShape, input: number, ops: OpList): number {
  return shape === "linear" ? clampedSum(points, input, ops) : choice(points, shape, input, ops);
}

/** y0 + sum over pieces of slope * (x held between the piece's ends - its left end): inner points hold to rounding. */
function clampedSum(points: Points, input: number, ops: OpList): number {
  const [lastX, lastY] = points.at(-1)!;
  const x = ops.binary("max", ops.number(points[0]![0]), input);
  let value = ops.number(points[0]![1]);
  points.slice(1).forEach(([right, y], k) => {
    const [left, before] = points[k]!;
    const held = ops.binary("min", ops.number(right), k === 0 ? x : ops.binary("max", ops.number(left), x));
    const distance = ops.binary("sub", held, ops.number(left));
    const rise = ops.binary("mul", distance, ops.number((y - before) / (right - left)));
    value = ops.binary("add", value, rise);
  });
  return ops.select(ops.binary("less", x, ops.number(lastX)), value, ops.number(lastY));
}

function choice(points: Points, shape: LookupShape, input: number, ops: OpList): number {
  const pieces = piecesOf(points, shape);
  const [firstX] = points[0]!;
  const [lastX, lastY] = points.at(-1)!;
  const x = ops.binary("max", ops.number(firstX), input);
  // From the right: is the input left of this piece's end? Then this piece's constants, else those found so far.
  const field = (read: (piece: Piece) => number): number => {
    let chosen = ops.number(read(pieces.at(-1)!));
    for (let k = pieces.length - 2; k >= 0; k--) {
      const left = ops.binary("less", x, ops.number(pieces[k + 1]!.x));
      chosen = ops.select(left, ops.number(read(pieces[k]!)), chosen);
    }
    return chosen;
  };
  const distance = ops.binary(
    "sub",
    x,
    field((piece) => piece.x),
  );
  const degree = pieces[0]!.coefficients.length - 1;
  let value = field((piece) => piece.coefficients[degree]!);
  for (let k = degree - 1; k >= 0; k--) {
    value = ops.binary(
      "add",
      ops.binary("mul", value, distance),
      field((piece) => piece.coefficients[k]!),
    );
  }
  return ops.select(ops.binary("less", x, ops.number(lastX)), value, ops.number(lastY));
}
