import type { RunInput, RunOutput } from "@logjam/lang";
import { badOption, wrongLength } from "../errors.ts";
import { KernelInstance } from "../instance.ts";
import type { Kernel } from "../kernel.ts";
import { computeBlock } from "./block.ts";

/** Checks sizes and ranges of a run. Errors: `kernel/option`, `kernel/length`. */
export function checkInput(input: Omit<RunInput, "parameters" | "initial"> & { readonly initial?: unknown }): void {
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
  if (initial instanceof Float64Array && initial.length !== wantedInitial) {
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
export function runKernel(
  kernel: Kernel,
  input: Omit<RunInput, "ir">,
  module?: WebAssembly.Module,
): Required<RunOutput> {
  checkInput({ ...input, ir: kernel.ir });
  checkParameters(input.parameters, kernel.ir.parameters.length, input.members);
  const { members, firstMember = 0, parameters, initial } = input;
  const instance = new KernelInstance(kernel.host, module ?? new WebAssembly.Module(kernel.bytes), input);
  const plan = { records: "all", final: true, summarise: false, events: [] } as const;
  const block = computeBlock(instance, plan, { index: 0, from: 0, count: members, firstMember, parameters, initial });
  const failed = new Uint8Array(members);
  for (const member of block.failed) failed[member] = 1;
  return { outputs: block.records, final: block.final, failed };
}
