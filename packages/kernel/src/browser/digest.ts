import fc from "fast-check";
import { compileKernel } from "../kernel.ts";
import { runEnsemble } from "../run/ensemble.ts";
import { runKernel } from "../run/run-kernel.ts";
import { attritionRun } from "../testing/attrition-run.ts";
import { randomRun } from "../testing/random-ir.ts";

/** What a page and Node both compute, to be compared: hashes over every bit, NaNs taken as one. */
export interface Digests {
  readonly randomModels: readonly string[];
  readonly attrition: string;
  readonly summary: string;
}

export const RANDOM_MODELS = 300;

export async function digests(workers: number): Promise<Digests> {
  const run = attritionRun(1000, 156);
  const recorded = await runEnsemble(run);
  const summarised = await runEnsemble(run, { summarise: true, workers, blockMembers: 256 });
  const { summary } = summarised;
  const numbers = summary!.outputs.flatMap((name) =>
    [1, 155].flatMap((step) => [
      summary!.mean(name, step),
      summary!.variance(name, step),
      summary!.quantile(name, step, 0.9),
    ]),
  );
  return {
    randomModels: fc.sample(randomRun, { seed: 20231127, numRuns: RANDOM_MODELS }).map((input) => {
      const { outputs, final } = runKernel(compileKernel(input.ir, { final: true }), input);
      return `${hash(outputs)} ${hash(final)}`;
    }),
    attrition: hash(recorded.outputs),
    summary: hash(Float64Array.from(numbers)),
  };
}

/** FNV-1a over the 32-bit words of the numbers. */
function hash(numbers: Float64Array): string {
  const copy = numbers.map((value) => (Number.isNaN(value) ? Number.NaN : value));
  let state = 0x811c9dc5;
  for (const word of new Uint32Array(copy.buffer)) state = Math.imul(state ^ word, 0x01000193);
  return (state >>> 0).toString(16).padStart(8, "0");
}
