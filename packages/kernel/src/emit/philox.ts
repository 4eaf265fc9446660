import type { Code } from "../wasm/code.ts";

/**
 * Philox4x32-10 (see `random.ts` of the language) for four blocks at once: lane i of each vector belongs to draw i of
 * a group of four. Counter: (member quad, step, stream, element); quad and step are the same for the group, stream and
 * element the same for all runs. So the first round needs no vector multiplication.
 */
export const M0 = 0xd2511f53;
export const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
export const ROUNDS = 10;

/** Locals of the four words. */
export type Words = readonly [x0: number, x1: number, x2: number, x3: number];

/**
 * Rounds 2 to 10 on the words in four v128 locals.
 *
 * @param keys address of 20 vectors: key words 0 and 1 of each round.
 */
export function emitRounds(code: Code, words: Words, keys: number): void {
  const [x0, x1, x2, x3] = words;
  const [low0, low1, high] = [code.local("v128"), code.local("v128"), code.local("v128")];
  const product = (word: number, multiplier: number, low: number): void => {
    code.get(word).lanes32(multiplier).op("i64x2.extmul_low_i32x4_u");
    code.get(word).lanes32(multiplier).op("i64x2.extmul_high_i32x4_u").shuffle32(1, 3, 5, 7).set(high);
    code.get(word).lanes32(multiplier).op("i32x4.mul").set(low);
  };
  for (let round = 1; round < ROUNDS; round++) {
    const key = keys + 32 * round;
    product(x0, M0, low0);
    code
      .get(high)
      .get(x3)
      .op("v128.xor")
      .i32(0)
      .load("v128", key + 16)
      .op("v128.xor")
      .set(x3);
    product(x2, M1, low1);
    code.get(high).get(x1).op("v128.xor").i32(0).load("v128", key).op("v128.xor").set(x0);
    code.get(low1).set(x1).get(x3).set(x2).get(low0).set(x3);
  }
  code.release("v128", low0, low1, high);
}

/** The same for one block in i64 locals that hold 32-bit words. */
export function emitScalarRounds(code: Code, words: Words, keys: number): void {
  const [x0, x1, x2, x3] = words;
  const [p0, p1] = [code.local("i64"), code.local("i64")];
  const low = (local: number): Code => code.get(local).i64(0xffffffffn).op("i64.and");
  for (let round = 1; round < ROUNDS; round++) {
    const key = keys + 32 * round;
    code.get(x0).i64(BigInt(M0)).op("i64.mul").set(p0);
    code.get(x2).i64(BigInt(M1)).op("i64.mul").set(p1);
    code.get(p1).i64(32n).op("i64.shr_u").get(x1).op("i64.xor");
    code.i32(0).load("i64", key).i64(0xffffffffn).op("i64.and", "i64.xor").set(x0);
    low(p1).set(x1);
    code.get(p0).i64(32n).op("i64.shr_u").get(x3).op("i64.xor");
    code
      .i32(0)
      .load("i64", key + 16)
      .i64(0xffffffffn)
      .op("i64.and", "i64.xor")
      .set(x2);
    low(p0).set(x3);
  }
  code.release("i64", p0, p1);
}

/** The 20 key vectors of a seed, as 80 words: round by round key word 0 in four lanes, then key word 1. */
export function keyVectors(seed: bigint): Uint32Array {
  const words = new Uint32Array(80);
  let key0 = Number(seed & 0xffffffffn);
  let key1 = Number((seed >> 32n) & 0xffffffffn);
  for (let round = 0; round < ROUNDS; round++) {
    words.fill(key0, round * 8, round * 8 + 4);
    words.fill(key1, round * 8 + 4, round * 8 + 8);
    key0 = (key0 + W0) >>> 0;
    key1 = (key1 + W1) >>> 0;
  }
  return words;
}

/** What the first round makes of up to four counters: high(M1 stream), low(M1 stream) and the element, by lane. */
export function firstRoundConstants(draws: readonly { stream: number; element: number }[]): Uint32Array {
  const words = new Uint32Array(12);
  draws.forEach(({ stream, element }, lane) => {
    const product = BigInt(M1) * BigInt(stream);
    words[lane] = Number(product >> 32n);
    words[lane + 4] = Number(product & 0xffffffffn);
    words[lane + 8] = element;
  });
  return words;
}
