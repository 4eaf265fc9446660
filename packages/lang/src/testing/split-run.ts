/** One run as two: the first steps, and the rest from where the first part stood. */
import type { RunInput, RunOutput } from "../ir/run.ts";

export type Run = (input: RunInput) => RunOutput;

/** Runs `cut` steps with one executor and the rest with another; the outputs of both as one run's. */
export function runInTwo(input: RunInput, cut: number, first: Run, second: Run = first): RunOutput {
  const { ir, members, steps, series } = input;
  const before = first({ ...input, steps: cut, series: series.subarray(0, cut * ir.series.length) });
  const { initial: _, ...rest } = input;
  const from = { step: cut, states: before.final, past: before.past };
  const after = second({ ...rest, steps: steps - cut, from });
  const outputs = new Float64Array(ir.outputs.length * steps * members);
  for (let k = 0; k < ir.outputs.length; k++) {
    outputs.set(before.outputs.subarray(k * cut * members, (k + 1) * cut * members), k * steps * members);
    const rows = (steps - cut) * members;
    outputs.set(after.outputs.subarray(k * rows, (k + 1) * rows), (k * steps + cut) * members);
  }
  return { ...after, outputs };
}
