import { numerics } from "@logjam/lang";
import { bitsOf } from "../wasm/bytes.ts";
import type { Lanes } from "./lanes.ts";

const { LOG2_E, LN2_HIGH, LN2_LOW, ROUND_MAGIC, SQRT2 } = numerics.CONSTANTS;
const MANTISSA = (1n << 52n) - 1n;
const TWO_52 = 2 ** 52;
const NAN_BITS = 0x7ff8000000000000n;

/** The polynomial in the local `x`, highest power first, each step one multiplication and one addition. */
export function emitHorner(lanes: Lanes, x: number, coefficients: readonly number[]): void {
  lanes.constant(coefficients[coefficients.length - 1]!);
  for (let i = coefficients.length - 2; i >= 0; i--) lanes.get(x).op("mul").constant(coefficients[i]!).op("add");
}

/** Replaces the number on the stack by its exponential: `numerics.exp` operation by operation. */
export function emitExp(lanes: Lanes): void {
  const [y, t, k, r, z] = [lanes.local(), lanes.local(), lanes.local(), lanes.local(), lanes.local()];
  // exp saturates by `HIGHEST < x ? HIGHEST : x`, which keeps NaN: min with x as first operand.
  lanes.constant(numerics.EXP_HIGHEST).min().constant(numerics.EXP_LOWEST).max().tee(y);
  lanes.constant(LOG2_E).op("mul").constant(ROUND_MAGIC).op("add").tee(t);
  lanes.constant(ROUND_MAGIC).op("sub").set(k);
  lanes.get(y).get(k).constant(LN2_HIGH).op("mul", "sub").get(k).constant(LN2_LOW).op("mul", "sub").tee(r);
  lanes.get(r).op("mul").set(z);
  emitHorner(lanes, z, numerics.EXP_EVEN);
  emitHorner(lanes, z, numerics.EXP_ODD);
  lanes.get(r).op("mul", "add");
  // The low bits of t are k: moved into the exponent they make 2^k.
  lanes.get(t).toBits().bitsConstant(1023n).op("bitsAdd").shiftLeft(52).fromBits().op("mul");
  lanes.release(y, t, k, r, z);
}

/**
 * Splits the positive normal number in the local `x` into x = m 2^e with sqrt(1/2) < m <= sqrt(2), as
 * `numerics.logPositive` does, but in whole numbers and without branches: subtracting the bits of sqrt(2) borrows
 * from the exponent exactly where the mantissa is not above it.
 *
 * @param scale the number stands for x 2^scale.
 */
function emitSplit(lanes: Lanes, x: number, e: number, m: number, scale: number): void {
  const border = bitsOf(SQRT2) + 1n;
  const t = lanes.local();
  lanes
    .get(x)
    .toBits()
    .bitsConstant((0x400n << 52n) - border)
    .op("bitsAdd")
    .fromBits()
    .tee(t);
  lanes.toBits().shiftRight(52).bitsConstant(bitsOf(TWO_52)).op("bitsOr").fromBits();
  lanes
    .constant(TWO_52 + 1023 - scale)
    .op("sub")
    .set(e);
  lanes.get(t).toBits().bitsConstant(MANTISSA).op("bitsAnd");
  lanes
    .bitsConstant(border - (1n << 52n))
    .op("bitsAdd")
    .fromBits()
    .set(m);
  lanes.release(t);
}

/** Pushes ln of the positive normal number in the local `x`, times 2^scale. */
export function emitLogPositive(lanes: Lanes, x: number, scale = 0): void {
  const [e, m, s, half, z] = [lanes.local(), lanes.local(), lanes.local(), lanes.local(), lanes.local()];
  emitSplit(lanes, x, e, m, scale);
  lanes.get(m).constant(1).op("sub").tee(m);
  lanes.get(m).constant(2).op("add", "div").tee(s);
  lanes.get(s).op("mul").set(z);
  lanes.get(m).get(m).op("mul").constant(0.5).op("mul").set(half);
  lanes.get(e).constant(LN2_HIGH).op("mul");
  lanes.get(half).get(s).get(half);
  emitHorner(lanes, z, numerics.LOG_COEFFICIENTS);
  lanes.get(z).op("mul", "add", "mul").get(e).constant(LN2_LOW).op("mul", "add", "sub").get(m).op("sub", "sub");
  lanes.release(e, m, s, half, z);
}

/** Replaces the number on the stack by its logarithm: `numerics.log`, NaN below zero and for NaN. */
export function emitLog(lanes: Lanes): void {
  const [x, given] = [lanes.local(), lanes.local()];
  lanes.tee(given).constant(numerics.TINY).max().set(x);
  if (lanes.width === 2) {
    emitLogPositive(lanes, x);
    lanes.bitsConstant(NAN_BITS);
  } else {
    emitLogPositive(lanes, x);
    lanes.constant(Number.NaN);
  }
  lanes.get(given).constant(0).op("greaterEqual", "choose");
  lanes.release(x, given);
}
