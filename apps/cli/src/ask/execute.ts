import type { Executor } from "@logjam/analysis";
import { compileKernel, type Kernel, runEnsemble, Team } from "@logjam/kernel";
import type { Ir } from "@logjam/lang";

export interface KernelExecutor {
  readonly execute: Executor;
  readonly close: () => void;
}

/** Runs members on the WebAssembly kernel, on as many worker threads as asked for; the bits do not depend on how many. */
export function kernelExecutor(workers: number): KernelExecutor {
  const team = new Team();
  const compiled = new WeakMap<Ir, Kernel>();
  return {
    execute: (input) => {
      const kernel = compiled.get(input.ir) ?? compileKernel(input.ir, { shape: "wide" });
      compiled.set(input.ir, kernel);
      // Few members are shared by all workers as well as many.
      const blockMembers = Math.min(512, Math.max(64, 8 * Math.ceil(input.members / Math.max(1, workers) / 8)));
      return runEnsemble(input, { kernel, team, workers, blockMembers, records: "all", explainFailures: 0 });
    },
    close: () => team.close(),
  };
}
