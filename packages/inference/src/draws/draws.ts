/** Named random numbers for forecasts and fits: Philox, keyed by seed, stream, step and member (see @logjam/lang). */
import { drawBlock, numerics, streamHash } from "@logjam/lang";

/** One number per member, for one step of a stream; `element` tells parallel draws of one stream apart. */
export type DrawSource = (stream: string, step: number, element?: number) => Float64Array;

function source(seed: bigint, members: number, kind: "normal" | "uniform"): DrawSource {
  const hashes = new Map<string, number>();
  const block = new Float64Array(4);
  return (stream, step, element = 0) => {
    const hash = hashes.get(stream) ?? streamHash(stream);
    hashes.set(stream, hash);
    const draws = new Float64Array(members);
    for (let first = 0; first < members; first += 4) {
      drawBlock(seed, first / 4, step, hash, element, kind, block);
      for (let i = 0; i < 4 && first + i < members; i++) draws[first + i] = block[i]!;
    }
    return draws;
  };
}

/** Uniform in (0, 1). */
export const uniformDraws = (seed: bigint, members: number): DrawSource => source(seed, members, "uniform");

/** Standard normal. */
export const normalDraws = (seed: bigint, members: number): DrawSource => source(seed, members, "normal");

/**
 * Student's law with 4 degrees of freedom, in standard units (mean absolute value 1, variance 2): a normal number over
 * the root of an independent chi-square / 4, and a chi-square of 4 degrees is -2 ln(u v).
 */
export function student4Draws(seed: bigint, members: number): DrawSource {
  const normals = normalDraws(seed, members);
  const uniforms = uniformDraws(seed, members);
  return (stream, step, element = 0) => {
    const values = normals(`${stream}/normal`, step, element);
    const first = uniforms(`${stream}/first`, step, element);
    const second = uniforms(`${stream}/second`, step, element);
    return values.map((z, m) => z / Math.sqrt(-0.5 * numerics.log(first[m]! * second[m]!)));
  };
}

/** A seed of its own for a named part, so that parts do not share their random numbers. */
export const seedFor = (seed: bigint, name: string): bigint =>
  BigInt.asUintN(64, seed ^ (BigInt(streamHash(name)) << 32n) ^ BigInt(streamHash(`${name}/low`)));
