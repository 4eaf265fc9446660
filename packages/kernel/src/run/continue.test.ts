import { compile, interpret } from "@logjam/lang";
import { type Run, randomModel, randomRun, runInTwo } from "@logjam/lang/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel } from "../kernel.ts";
import { attritionRun } from "../testing/attrition-run.ts";
import { randomRun as randomIrRun } from "../testing/random-ir.ts";
import { firstDifference } from "../testing/same-bits.ts";
import { runEnsemble } from "./ensemble.ts";
import { runKernel } from "./run-kernel.ts";

const kernels: readonly Run[] = [
  ...[1, 2].flatMap((width) =>
    [
      { lanes: 4, groupSize: 6000 },
      { lanes: 12, groupSize: 3 },
    ].map(
      (shape): Run =>
        (input) =>
          runKernel(compileKernel(input.ir, { final: true, width: width as 1 | 2, shape }), input),
    ),
  ),
];
const long = ({ steps }: { readonly steps: number }) => steps >= 2;
const inputs = fc.oneof(
  randomIrRun.filter(long),
  randomRun(
    randomModel().map((model) => compile(model)),
    { steps: 12 },
  ).filter(long),
);

describe("a run that goes on where it stood", () => {
  it("has the interpreter's bits of one that never stopped, in every shape and width", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...kernels), fc.nat(997), (input, run, at) => {
        const whole = interpret(input);
        const split = runInTwo(input, 1 + (at % (input.steps - 1)), run);
        expect(firstDifference(split.outputs, whole.outputs)).toBeUndefined();
        expect(firstDifference(split.final, whole.final)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("may go from the interpreter to the kernel", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...kernels), fc.nat(997), (input, run, at) => {
        const split = runInTwo(input, 1 + (at % (input.steps - 1)), interpret, run);
        expect(firstDifference(split.outputs, interpret(input).outputs)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("may be cut into blocks for workers", async () => {
    const input = attritionRun(600, 20);
    const whole = await runEnsemble(input, { final: true });
    const cut = 9;
    const series = input.series.subarray(0, cut * input.ir.series.length);
    const before = await runEnsemble({ ...input, steps: cut, series }, { final: true, workers: 2, blockMembers: 100 });
    const from = { step: cut, states: before.final, past: before.past };
    const after = await runEnsemble({ ...input, steps: 20 - cut, from }, { final: true, workers: 2, blockMembers: 52 });
    expect(firstDifference(after.final, whole.final)).toBeUndefined();
    const rows = after.outputs.length / 600 / (20 - cut);
    for (let row = 0; row < rows; row++) {
      const tail = whole.outputs.subarray((row * 20 + cut) * 600, (row + 1) * 20 * 600);
      const got = after.outputs.subarray(row * (20 - cut) * 600, (row + 1) * (20 - cut) * 600);
      expect(firstDifference(got, tail)).toBeUndefined();
    }
  });

  it("is refused with a standing that does not fit", () => {
    const { ir, ...run } = attritionRun(8, 4);
    const kernel = compileKernel(ir, { final: true });
    const states = new Float64Array(ir.states.length * 8);
    const past = new Float64Array(kernel.host.pastRows * 8);
    const series = new Float64Array(ir.series.length * 7);
    const go = (from: object) => runKernel(kernel, { ...run, series, from: { step: 3, states, past, ...from } });
    expect(() => go({ step: 0 })).toThrow(/kernel\/(option|length)/);
    expect(() => go({ states: states.subarray(1) })).toThrow(/kernel\/length: from\.states/);
    expect(() => go({ past: new Float64Array(past.length + 1) })).toThrow(/kernel\/length: from\.past/);
  });
});
