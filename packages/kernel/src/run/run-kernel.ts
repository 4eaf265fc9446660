import type { RunInput, RunOutput } from "@logjam/lang";
import { KernelInstance } from "../instance.ts";
import type { Kernel } from "../kernel.ts";
import { computeBlock } from "./block.ts";
import { checkInput, checkParameters } from "./check.ts";

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
  const { members, firstMember = 0, parameters, from } = input;
  const instance = new KernelInstance(kernel.host, module ?? new WebAssembly.Module(kernel.bytes), {
    ...input,
    firstStep: from?.step ?? 0,
  });
  const initial = from?.states ?? input.initial;
  const past = from?.past;
  const plan = { records: "all", final: true, summarise: false, events: [] } as const;
  const task = { index: 0, from: 0, count: members, firstMember, parameters, initial, past };
  const block = computeBlock(instance, plan, task);
  const failed = new Uint8Array(members);
  for (const member of block.failed) failed[member] = 1;
  return { outputs: block.records, final: block.final, past: block.past, failed };
}
