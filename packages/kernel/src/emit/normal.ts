import { numerics } from "@logjam/lang";
import { bitsOf } from "../wasm/bytes.ts";
import type { Code } from "../wasm/code.ts";
import { emitHorner, emitLogPositive } from "./elementary.ts";
import { Lanes } from "./lanes.ts";

/**
 * Box–Muller, as `drawBlock` of the language does it, on whole groups of word pairs in lockstep. The exact steps of the
 * definition are done in whole numbers: u = (word + 1/2) 2^-32 is never rounded, and neither are the quarter turn it
 * lies in (the top two bits of word + 2^29) and the rest (the low thirty bits, signed).
 */
const { PI_HALF } = numerics.CONSTANTS;
const TWO_52 = 2 ** 52;

/** Two vectors of words: four word pairs; each half of them makes one vector of f64. */
export interface WordPair {
  readonly radius: number;
  readonly angle: number;
}

/** For each pair and half, in this order: locals of radius cos(angle) and radius sin(angle). */
export function emitNormals(code: Code, pairs: readonly WordPair[]): { first: number; second: number }[] {
  const lanes = new Lanes(code, 2);
  const halves = pairs.flatMap((pair) => [0, 1].map((half) => ({ pair, half })));
  const x = lanes.locals(halves.length);
  halves.forEach(({ pair, half }, i) => {
    code.get(pair.radius).lanes32(0x43300000);
    if (half === 0) code.shuffle32(0, 4, 1, 5);
    else code.shuffle32(2, 6, 3, 7);
    lanes
      .constant(TWO_52 - 0.5)
      .op("sub")
      .set(x[i]!);
  });
  const radius = emitLogPositive(lanes, x, -32);
  for (const local of radius) lanes.get(local).constant(-2).op("mul", "sqrt").set(local);
  const { sine, cosine } = emitSineCosine(lanes, halves);
  halves.forEach((_, i) => {
    code.get(cosine[i]!).get(radius[i]!).op("f64x2.mul").set(cosine[i]!);
    code.get(sine[i]!).get(radius[i]!).op("f64x2.mul").set(sine[i]!);
  });
  lanes.release(...x, ...radius);
  return halves.map((_, i) => ({ first: cosine[i]!, second: sine[i]! }));
}

interface Half {
  readonly pair: WordPair;
  readonly half: number;
}

/** Sine and cosine of (word + 1/2) 2^-32 turns. */
function emitSineCosine(lanes: Lanes, halves: readonly Half[]): { sine: number[]; cosine: number[] } {
  const { code } = lanes;
  const count = halves.length;
  const [r, z, turn] = [lanes.locals(count), lanes.locals(count), lanes.local()];
  halves.forEach(({ pair, half }, i) => {
    code.get(pair.angle).i32(2).op("i32x4.shl").lanes32(2).op("v128.or");
    if (half === 1) code.tee(turn).get(turn).shuffle32(2, 3, 2, 3);
    code.op("f64x2.convert_low_i32x4_s");
    lanes
      .constant(PI_HALF * 2 ** -32)
      .op("mul")
      .tee(r[i]!)
      .get(r[i]!)
      .op("mul")
      .set(z[i]!);
  });
  const sine = emitHorner(lanes, z, numerics.SIN_COEFFICIENTS);
  sine.forEach((local, i) => {
    lanes.get(r[i]!).get(r[i]!).get(z[i]!).op("mul").get(local).op("mul", "add").set(local);
  });
  const cosine = emitHorner(lanes, z, numerics.COS_COEFFICIENTS);
  cosine.forEach((local, i) => {
    lanes.constant(1).get(z[i]!).constant(0.5).op("mul", "sub");
    lanes.get(z[i]!).get(z[i]!).op("mul").get(local).op("mul", "add").set(local);
  });
  for (const [i, each] of halves.entries()) emitQuadrant(code, each, sine[i]!, cosine[i]!);
  lanes.release(...r, ...z, turn);
  return { sine, cosine };
}

/** Swaps sine and cosine in odd quarters and sets their signs. */
function emitQuadrant(code: Code, { pair, half }: Half, sine: number, cosine: number): void {
  const [v, swap] = [code.local("v128"), code.local("v128")];
  code
    .get(pair.angle)
    .lanes32(1 << 29)
    .op("i32x4.add")
    .set(v);
  // x ^ ((x ^ y) & mask) picks one of two.
  code.get(v).i32(1).op("i32x4.shl").i32(31).op("i32x4.shr_s").set(swap);
  emitWiden(code, swap, half);
  code.get(sine).get(cosine).op("v128.xor", "v128.and").set(swap);
  code.get(sine).get(swap).op("v128.xor");
  emitWiden(code, v, half);
  code
    .lanesOfBits(1n << 63n)
    .op("v128.and", "v128.xor")
    .set(sine);
  code.get(cosine).get(swap).op("v128.xor");
  code
    .get(v)
    .lanes32(1 << 30)
    .op("i32x4.add")
    .set(v);
  emitWiden(code, v, half);
  code
    .lanesOfBits(1n << 63n)
    .op("v128.and", "v128.xor")
    .set(cosine);
  code.release("v128", v, swap);
}

/** Pushes half of the 32-bit lanes, each written twice to fill 64 bits. */
function emitWiden(code: Code, local: number, half: number): void {
  code.get(local).get(local);
  if (half === 0) code.shuffle32(0, 0, 1, 1);
  else code.shuffle32(2, 2, 3, 3);
}

/** The same for one word pair in i64 locals; sets f64 locals. */
export function emitScalarNormals(code: Code, { radius, angle }: WordPair): { first: number; second: number } {
  const lanes = new Lanes(code, 1);
  const [x, r, z, v] = [lanes.local(), lanes.local(), lanes.local(), code.local("i32")];
  code.get(radius).i64(bitsOf(TWO_52)).op("i64.or", "f64.reinterpret_i64");
  lanes
    .constant(TWO_52 - 0.5)
    .op("sub")
    .set(x);
  const [length] = emitLogPositive(lanes, [x], -32) as [number];
  lanes.get(length).constant(-2).op("mul", "sqrt").set(length);
  code.get(angle).op("i32.wrap_i64").i32(2).op("i32.shl").i32(2).op("i32.or", "f64.convert_i32_s");
  lanes
    .constant(PI_HALF * 2 ** -32)
    .op("mul")
    .tee(r)
    .get(r)
    .op("mul")
    .set(z);
  const [sine] = emitHorner(lanes, [z], numerics.SIN_COEFFICIENTS) as [number];
  lanes.get(r).get(r).get(z).op("mul").get(sine).op("mul", "add").set(sine);
  const [cosine] = emitHorner(lanes, [z], numerics.COS_COEFFICIENTS) as [number];
  lanes.constant(1).get(z).constant(0.5).op("mul", "sub");
  lanes.get(z).get(z).op("mul").get(cosine).op("mul", "add").set(cosine);
  code
    .get(angle)
    .op("i32.wrap_i64")
    .i32(1 << 29)
    .op("i32.add")
    .set(v);
  const [first, second] = [lanes.local(), lanes.local()];
  emitScalarQuadrant(code, v, 1 << 30, sine, cosine, length, first);
  emitScalarQuadrant(code, v, 0, cosine, sine, length, second);
  lanes.release(x, r, z, length, sine, cosine);
  code.release("i32", v);
  return { first, second };
}

/** to = radius (odd quarter ? swapped : straight), with the sign in bit 31 of v + offset. */
function emitScalarQuadrant(
  code: Code,
  v: number,
  offset: number,
  swapped: number,
  straight: number,
  radius: number,
  to: number,
): void {
  code
    .get(swapped)
    .get(straight)
    .get(v)
    .i32(1 << 30)
    .op("i32.and", "select", "i64.reinterpret_f64");
  code.get(v).i32(offset).op("i32.add", "i64.extend_i32_u").i64(32n).op("i64.shl");
  code
    .i64(-(1n << 63n))
    .op("i64.and", "i64.xor", "f64.reinterpret_i64")
    .get(radius)
    .op("f64.mul")
    .set(to);
}
