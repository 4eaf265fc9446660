/**
 * Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror & Shaw, SC11, doi:10.1145/2063384.2063405),
 * checked against the Random123 known-answer vectors. A number depends only on (seed, member, step, stream, element),
 * so it can be computed in any order, by any number of threads, and adding a stream disturbs no other.
 *
 * Counter words: (member / 4 rounded down, step, hash of the stream's name, element); key: the 64-bit seed. One block
 * gives four words, one for each of four neighbouring members (member mod 4), so no word is thrown away.
 */
import { logPositive, sinCosQuarterTurns } from "./numerics.ts";

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** High 32 bits of the 64-bit product of two unsigned 32-bit integers. */
function mulHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const cross = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000)) >>> 0;
}

/** Philox4x32 with 10 rounds: writes four unsigned 32-bit words to `out`. */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key0: number,
  key1: number,
  out: Uint32Array,
  rounds = 10,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < rounds; round++) {
    const high0 = mulHigh(M0, x0 >>> 0);
    const high1 = mulHigh(M1, x2 >>> 0);
    const low0 = Math.imul(M0, x0);
    const low1 = Math.imul(M1, x2);
    x0 = high1 ^ x1 ^ k0;
    x1 = low1;
    x2 = high0 ^ x3 ^ k1;
    x3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** FNV-1a, 32 bits, over the UTF-8 bytes of a stream's name: the third counter word. */
export function streamHash(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** A uniform number in (0, 1), never 0 or 1: word * 2^-32 + 2^-33 (Random123's u01). */
export const uniformOf = (word: number): number => word * 2 ** -32 + 2 ** -33;

/** The four words of a block, by member mod 4, as uniforms or as normals (Box–Muller on word pairs 0-1 and 2-3). */
export function drawBlock(
  seed: bigint,
  memberQuad: number,
  step: number,
  stream: number,
  element: number,
  kind: "normal" | "uniform",
  out: Float64Array,
): void {
  const words = new Uint32Array(4);
  const key0 = Number(seed & 0xffffffffn);
  const key1 = Number((seed >> 32n) & 0xffffffffn);
  philox4x32(memberQuad, step, stream, element, key0, key1, words);
  for (let pair = 0; pair < 4; pair += 2) {
    const first = uniformOf(words[pair]!);
    const second = uniformOf(words[pair + 1]!);
    if (kind === "uniform") {
      out[pair] = first;
      out[pair + 1] = second;
    } else {
      const radius = Math.sqrt(-2 * logPositive(first));
      const [sine, cosine] = sinCosQuarterTurns(second * 4);
      out[pair] = radius * cosine;
      out[pair + 1] = radius * sine;
    }
  }
}
