import { numerics } from "@logjam/lang";
import { bitsOf } from "../wasm/bytes.ts";
import type { Lanes } from "./lanes.ts";

/**
 * The language's exp and log, operation by operation, on several vectors in lockstep: one after the other in each
 * small step, so that a constant is loaded once for all of them and their chains of operations overlap.
 */
const { LOG2_E, LN2_HIGH, LN2_LOW, ROUND_MAGIC, SQRT2 } = numerics.CONSTANTS;
const MANTISSA = (1n << 52n) - 1n;
const TWO_52 = 2 ** 52;
const NAN_BITS = 0x7ff8000000000000n;

/** Polynomials in the locals `xs`, highest power first, each step one multiplication and one addition. New locals. */
export function emitHorner(lanes: Lanes, xs: readonly number[], coefficients: readonly number[]): number[] {
  const sums = lanes.locals(xs.length);
  const last = coefficients.length - 1;
  for (let k = last - 1; k >= 0; k--) {
    xs.forEach((x, i) => {
      if (k === last - 1) lanes.constant(coefficients[last]!);
      else lanes.get(sums[i]!);
      lanes.get(x).op("mul").constant(coefficients[k]!).op("add").set(sums[i]!);
    });
  }
  return sums;
}

/** The exponentials of the locals `xs`, in new locals: `numerics.exp`. */
export function emitExp(lanes: Lanes, xs: readonly number[]): number[] {
  const count = xs.length;
  const [y, t, k, r, z] = [
    lanes.locals(count),
    lanes.locals(count),
    lanes.locals(count),
    lanes.locals(count),
    lanes.locals(count),
  ];
  xs.forEach((x, i) => {
    // It saturates by `HIGHEST < x ? HIGHEST : x`, which keeps NaN: min with x as first operand.
    lanes.get(x).constant(numerics.EXP_HIGHEST).min().constant(numerics.EXP_LOWEST).max().set(y[i]!);
  });
  y.forEach((_, i) => {
    lanes.get(y[i]!).constant(LOG2_E).op("mul").constant(ROUND_MAGIC).op("add").tee(t[i]!);
    lanes.constant(ROUND_MAGIC).op("sub").set(k[i]!);
  });
  y.forEach((_, i) => {
    lanes.get(y[i]!).get(k[i]!).constant(LN2_HIGH).op("mul", "sub");
    lanes.get(k[i]!).constant(LN2_LOW).op("mul", "sub").tee(r[i]!).get(r[i]!).op("mul").set(z[i]!);
  });
  const even = emitHorner(lanes, z, numerics.EXP_EVEN);
  const odd = emitHorner(lanes, z, numerics.EXP_ODD);
  const results = lanes.locals(count);
  results.forEach((result, i) => {
    lanes.get(even[i]!).get(odd[i]!).get(r[i]!).op("mul", "add");
    // The low bits of t are k: moved into the exponent they make 2^k.
    lanes.get(t[i]!).toBits().bitsConstant(1023n).op("bitsAdd").shiftLeft(52).fromBits().op("mul").set(result);
  });
  lanes.release(...y, ...t, ...k, ...r, ...z, ...even, ...odd);
  return results;
}

/**
 * Splits positive normal numbers into x = m 2^e with sqrt(1/2) < m <= sqrt(2), as `numerics.logPositive` does, but in
 * whole numbers and without branches: subtracting the bits of sqrt(2) borrows from the exponent exactly where the
 * mantissa is not above it.
 *
 * @param scale the numbers stand for x 2^scale.
 */
function emitSplit(lanes: Lanes, xs: readonly number[], scale: number): { e: number[]; m: number[] } {
  const border = bitsOf(SQRT2) + 1n;
  const [t, e, m] = [lanes.locals(xs.length), lanes.locals(xs.length), lanes.locals(xs.length)];
  const toExponent = (0x400n << 52n) - border;
  xs.forEach((x, i) => {
    lanes.get(x).toBits().bitsConstant(toExponent).op("bitsAdd").fromBits().set(t[i]!);
  });
  xs.forEach((_, i) => {
    lanes.get(t[i]!).toBits().shiftRight(52).bitsConstant(bitsOf(TWO_52)).op("bitsOr").fromBits();
    lanes
      .constant(TWO_52 + 1023 - scale)
      .op("sub")
      .set(e[i]!);
  });
  xs.forEach((_, i) => {
    lanes.get(t[i]!).toBits().bitsConstant(MANTISSA).op("bitsAnd");
    lanes
      .bitsConstant(border - (1n << 52n))
      .op("bitsAdd")
      .fromBits()
      .set(m[i]!);
  });
  lanes.release(...t);
  return { e, m };
}

/** The logarithms of the positive normal numbers xs times 2^scale, in new locals. */
export function emitLogPositive(lanes: Lanes, xs: readonly number[], scale = 0): number[] {
  const count = xs.length;
  const { e, m } = emitSplit(lanes, xs, scale);
  const [s, z, half] = [lanes.locals(count), lanes.locals(count), lanes.locals(count)];
  xs.forEach((_, i) => {
    lanes.get(m[i]!).constant(1).op("sub").tee(m[i]!).get(m[i]!).constant(2).op("add", "div").set(s[i]!);
  });
  xs.forEach((_, i) => {
    lanes.get(s[i]!).get(s[i]!).op("mul").set(z[i]!);
    lanes.get(m[i]!).get(m[i]!).op("mul").constant(0.5).op("mul").set(half[i]!);
  });
  const series = emitHorner(lanes, z, numerics.LOG_COEFFICIENTS);
  const results = lanes.locals(count);
  results.forEach((result, i) => {
    lanes.get(e[i]!).constant(LN2_HIGH).op("mul");
    lanes.get(half[i]!).get(s[i]!).get(half[i]!).get(series[i]!).get(z[i]!).op("mul", "add", "mul");
    lanes.get(e[i]!).constant(LN2_LOW).op("mul", "add", "sub").get(m[i]!).op("sub", "sub").set(result);
  });
  lanes.release(...e, ...m, ...s, ...z, ...half, ...series);
  return results;
}

/** The logarithms of the locals `xs`, in new locals: `numerics.log`, NaN below zero and for NaN. */
export function emitLog(lanes: Lanes, xs: readonly number[]): number[] {
  const normal = lanes.locals(xs.length);
  xs.forEach((x, i) => {
    lanes.get(x).constant(numerics.TINY).max().set(normal[i]!);
  });
  const results = emitLogPositive(lanes, normal);
  xs.forEach((x, i) => {
    lanes.get(results[i]!).bitsConstant(NAN_BITS).fromBits();
    lanes.get(x).constant(0).op("greaterEqual", "choose").set(results[i]!);
  });
  lanes.release(...normal);
  return results;
}
