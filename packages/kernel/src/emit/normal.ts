import { numerics } from "@logjam/lang";
import { bitsOf, bothLanes } from "../wasm/bytes.ts";
import type { Code } from "../wasm/code.ts";
import { emitHorner, emitLogPositive } from "./elementary.ts";
import { Lanes } from "./lanes.ts";

const { PI_HALF } = numerics.CONSTANTS;
const TWO_52 = 2 ** 52;
const lanes4 = (word: number): number[] =>
  Array.from({ length: 4 }, () => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff)).flat();
const SIGNS = bothLanes(1n << 63n);

/**
 * Box–Muller, as `drawBlock` of the language does it, for two word pairs at once: pushes nothing, sets the locals
 * `first` = radius cos(angle) and `second` = radius sin(angle).
 *
 * The exact steps of the definition are done in whole numbers: u = (word + 1/2) 2^-32 is never rounded, and neither
 * are the quarter turn it lies in (the top two bits of word + 2^29) and the rest (the low thirty bits, signed).
 *
 * @param half 0 for the first two draws of a group of four, 1 for the others.
 */
export function emitNormalPair(
  code: Code,
  radiusWords: number,
  angleWords: number,
  half: 0 | 1,
  first: number,
  second: number,
): void {
  const lanes = new Lanes(code, 2);
  const [radius, x] = [code.local("v128"), code.local("v128")];
  code.get(radiusWords).v128(lanes4(0x43300000));
  if (half === 0) code.shuffle32(0, 4, 1, 5);
  else code.shuffle32(2, 6, 3, 7);
  lanes
    .constant(TWO_52 - 0.5)
    .op("sub")
    .set(x);
  emitLogPositive(lanes, x, -32);
  lanes.constant(-2).op("mul", "sqrt").set(radius);
  emitSineCosine(lanes, angleWords, half, second, first);
  code.get(first).get(radius).op("f64x2.mul").set(first);
  code.get(second).get(radius).op("f64x2.mul").set(second);
  code.release("v128", radius, x);
}

/** Sine and cosine of (word + 1/2) 2^-32 turns, into two locals. */
function emitSineCosine(lanes: Lanes, words: number, half: 0 | 1, sine: number, cosine: number): void {
  const { code } = lanes;
  const [r, z, v, swap] = [lanes.local(), lanes.local(), lanes.local(), lanes.local()];
  code.get(words).i32(2).op("i32x4.shl").v128(lanes4(2)).op("v128.or");
  if (half === 1) code.tee(v).get(v).shuffle32(2, 3, 2, 3);
  code.op("f64x2.convert_low_i32x4_s");
  lanes
    .constant(PI_HALF * 2 ** -32)
    .op("mul")
    .tee(r)
    .get(r)
    .op("mul")
    .set(z);
  lanes.get(r).get(r).get(z).op("mul");
  emitHorner(lanes, z, numerics.SIN_COEFFICIENTS);
  lanes.op("mul", "add").set(sine);
  lanes.constant(1).get(z).constant(0.5).op("mul", "sub").get(z).get(z).op("mul");
  emitHorner(lanes, z, numerics.COS_COEFFICIENTS);
  lanes.op("mul", "add").set(cosine);
  code
    .get(words)
    .v128(lanes4(1 << 29))
    .op("i32x4.add")
    .set(v);
  // Odd quarters swap sine and cosine: x ^ ((x ^ y) & mask) picks one of the two.
  code.get(v).i32(1).op("i32x4.shl").i32(31).op("i32x4.shr_s").tee(swap).get(swap);
  if (half === 0) code.shuffle32(0, 0, 1, 1);
  else code.shuffle32(2, 2, 3, 3);
  code.get(sine).get(cosine).op("v128.xor", "v128.and").set(swap);
  code.get(sine).get(swap).op("v128.xor").get(v);
  emitSigns(code, half);
  code.set(sine);
  code
    .get(cosine)
    .get(swap)
    .op("v128.xor")
    .get(v)
    .v128(lanes4(1 << 30))
    .op("i32x4.add");
  emitSigns(code, half);
  code.set(cosine);
  lanes.release(r, z, v, swap);
}

/** Flips the sign of the numbers below the top by bit 31 of their words. */
function emitSigns(code: Code, half: 0 | 1): void {
  const w = code.local("v128");
  code.set(w).get(w).get(w);
  if (half === 0) code.shuffle32(0, 0, 1, 1);
  else code.shuffle32(2, 2, 3, 3);
  code.v128(SIGNS).op("v128.and", "v128.xor");
  code.release("v128", w);
}

/** The same for one word pair in i64 locals; sets f64 locals. */
export function emitScalarNormalPair(
  code: Code,
  radiusWord: number,
  angleWord: number,
  first: number,
  second: number,
): void {
  const lanes = new Lanes(code, 1);
  const [radius, x, r, z] = [lanes.local(), lanes.local(), lanes.local(), lanes.local()];
  const [v, swapped] = [code.local("i32"), lanes.local()];
  code.get(radiusWord).i64(bitsOf(TWO_52)).op("i64.or", "f64.reinterpret_i64");
  lanes
    .constant(TWO_52 - 0.5)
    .op("sub")
    .set(x);
  emitLogPositive(lanes, x, -32);
  lanes.constant(-2).op("mul", "sqrt").set(radius);
  code.get(angleWord).op("i32.wrap_i64").i32(2).op("i32.shl").i32(2).op("i32.or", "f64.convert_i32_s");
  lanes
    .constant(PI_HALF * 2 ** -32)
    .op("mul")
    .tee(r)
    .get(r)
    .op("mul")
    .set(z);
  lanes.get(r).get(r).get(z).op("mul");
  emitHorner(lanes, z, numerics.SIN_COEFFICIENTS);
  lanes.op("mul", "add").set(second);
  lanes.constant(1).get(z).constant(0.5).op("mul", "sub").get(z).get(z).op("mul");
  emitHorner(lanes, z, numerics.COS_COEFFICIENTS);
  lanes.op("mul", "add").set(first);
  code
    .get(angleWord)
    .op("i32.wrap_i64")
    .i32(1 << 29)
    .op("i32.add")
    .set(v);
  const odd = (): Code =>
    code
      .get(v)
      .i32(1 << 30)
      .op("i32.and");
  const sign = (offset: number): void => {
    code.op("i64.reinterpret_f64");
    code.get(v).i32(offset).op("i32.add", "i64.extend_i32_u").i64(32n).op("i64.shl");
    code
      .i64(-(1n << 63n))
      .op("i64.and", "i64.xor", "f64.reinterpret_i64")
      .get(radius)
      .op("f64.mul");
  };
  code.get(second).set(swapped);
  code.get(first).get(second);
  odd().op("select");
  sign(0);
  code.set(second);
  code.get(swapped).get(first);
  odd().op("select");
  sign(1 << 30);
  code.set(first);
  lanes.release(radius, x, r, z, swapped);
  code.release("i32", v);
}
