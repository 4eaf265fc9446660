import type { RunInput, RunOutput } from "@logjam/lang";
import { badOption, wrongLength } from "../errors.ts";
import { KernelInstance } from "../instance.ts";
import type { Kernel } from "../kernel.ts";

/** Checks sizes and ranges of a run. Errors: `kernel/option`, `kernel/length`. */
export function checkInput(input: Omit<RunInput, "parameters">): void {
  const { ir, members, steps, firstMember = 0, series, initial, seed } = input;
  if (!Number.isInteger(members) || members < 1) throw badOption("members", members, "a whole number above 0");
  if (!Number.isInteger(steps) || steps < 1) throw badOption("steps", steps, "a whole number above 0");
  if (!Number.isInteger(firstMember) || firstMember < 0 || firstMember % 4 !== 0) {
    throw badOption("firstMember", firstMember, "a multiple of 4, at least 0");
  }
  if (seed < 0n || seed >= 1n << 64n) throw badOption("seed", seed, "a whole number of 64 bits, at least 0");
  const wantedSeries = steps * ir.series.length;
  if (series.length !== wantedSeries) throw wrongLength("series", series.length, wantedSeries, "[step][series]");
  const wantedInitial = ir.states.length * members;
  if (initial && initial.length !== wantedInitial) {
    throw wrongLength("initial", initial.length, wantedInitial, "[state][member]");
  }
}

export function checkParameters(parameters: Float64Array, count: number, members: number): void {
  const wanted = count * members;
  if (parameters.length !== wanted) throw wrongLength("parameters", parameters.length, wanted, "[parameter][member]");
}

/**
 * Runs all members in this thread and records everything: the kernel's counterpart of the reference interpreter.
 * `outputs` holds the kernel's outputs; `final` holds NaN for states that the kernel was compiled without.
 */
export function runKernel(kernel: Kernel, input: Omit<RunInput, "ir">, module?: WebAssembly.Module): RunOutput {
  const full = { ...input, ir: kernel.ir };
  checkInput(full);
  checkParameters(input.parameters, kernel.ir.parameters.length, input.members);
  const instance = new KernelInstance(kernel, module ?? new WebAssembly.Module(kernel.bytes), input);
  const { members, steps } = input;
  const outputs = new Float64Array(kernel.outputs.length * steps * members);
  const final = new Float64Array(kernel.ir.states.length * members).fill(Number.NaN);
  const { lanes } = kernel.layout;
  for (let offset = 0; offset < members; offset += lanes) {
    const count = Math.min(lanes, members - offset);
    const { parameters, initial } = input;
    const firstMember = (input.firstMember ?? 0) + offset;
    instance.run({ firstMember, count, parameters, initial, offset, stride: members });
    copyRecords(instance, outputs, members, offset, count);
    kernel.plan.program.states.forEach((state, row) => {
      const from = instance.finalStates + row * lanes;
      for (let lane = 0; lane < count; lane++)
        final[state.index * members + offset + lane] = instance.numbers[from + lane]!;
    });
  }
  return { outputs, final };
}

/** Copies the records of the last tile into [output][step][member], from member `offset` on. */
export function copyRecords(
  instance: KernelInstance,
  into: Float64Array,
  members: number,
  offset: number,
  count: number,
): void {
  const { numbers, steps, records } = instance;
  const { lanes } = instance.kernel.layout;
  const outputs = instance.kernel.outputs.length;
  for (let step = 0; step < steps; step++) {
    for (let output = 0; output < outputs; output++) {
      const from = records + (step * outputs + output) * lanes;
      const to = (output * steps + step) * members + offset;
      for (let lane = 0; lane < count; lane++) into[to + lane] = numbers[from + lane]!;
    }
  }
}
