import fc from "fast-check";
import type { Ir } from "../ir/ir.ts";
import type { RunInput } from "../ir/run.ts";
import { anyNumber } from "./random-ir.ts";

export interface RandomRunOptions {
  readonly members?: number;
  readonly steps?: number;
}

/** A run of a random IR (or model): its members (up to 9), steps (up to 12), seed, parameters and series. */
export function randomRun(
  ir: fc.Arbitrary<Ir>,
  { members = 9, steps = 12 }: RandomRunOptions = {},
): fc.Arbitrary<RunInput> {
  return fc
    .record({
      ir,
      members: fc.integer({ min: 1, max: members }),
      firstQuad: fc.nat(3),
      steps: fc.integer({ min: 1, max: steps }),
      seed: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      numbers: fc.array(anyNumber, { minLength: 7, maxLength: 23 }),
    })
    .map(({ ir: made, members: count, firstQuad, steps: length, seed, numbers }) => {
      const filled = (size: number, shift: number) =>
        Float64Array.from({ length: size }, (_, k) => numbers[(k * 5 + shift) % numbers.length]!);
      return {
        ir: made,
        members: count,
        firstMember: 4 * firstQuad,
        steps: length,
        seed,
        parameters: filled(made.parameters.length * count, 0),
        series: filled(made.series.length * length, 3),
      };
    });
}
