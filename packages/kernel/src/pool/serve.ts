import { KernelInstance } from "../instance.ts";
import { type BlockPlan, type BlockResult, computeBlock } from "../run/block.ts";
import type { FromWorker, ToWorker } from "./handle.ts";

/** The worker's side: answers each task with its result, or with what went wrong. */
export function serve(post: (message: FromWorker, transfer: ArrayBuffer[]) => void): (message: ToWorker) => void {
  let instance: KernelInstance | undefined;
  let plan: BlockPlan | undefined;
  return (message) => {
    if ("setup" in message) {
      const { host, module, steps, firstStep, seed, series } = message.setup;
      instance = new KernelInstance(host, module, { steps, firstStep, seed, series });
      plan = message.setup.plan;
      return;
    }
    const { index } = message.task;
    try {
      const result = computeBlock(instance!, plan!, message.task);
      post({ index, result }, buffersOf(result));
    } catch (problem) {
      post({ index, problem: String(problem) }, []);
    }
  };
}

/** What can be handed over instead of copied. */
export function buffersOf(result: BlockResult): ArrayBuffer[] {
  return Object.values(result).map((array: BlockResult[keyof BlockResult]) => array.buffer as ArrayBuffer);
}
