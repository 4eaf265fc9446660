import type { Executor } from "@logjam/analysis";
import { runEnsemble } from "@logjam/kernel";
import { keepWorkers } from "./workers.ts";

export interface KernelExecutor {
  readonly execute: Executor;
  readonly close: () => void;
}

/** Runs members on the WebAssembly kernel, on as many worker threads as asked for; the bits do not depend on how many. */
export function kernelExecutor(workers: number): KernelExecutor {
  const kept = keepWorkers();
  return {
    execute: (input) =>
      // One shape for all: probing for the faster one costs more than it gains in runs of a second.
      runEnsemble(input, {
        workers,
        startWorker: kept.start,
        blockMembers: 512,
        records: "all",
        shape: "fused",
        explainFailures: 0,
      }),
    close: kept.close,
  };
}
