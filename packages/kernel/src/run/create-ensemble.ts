import type { Ir } from "@logjam/lang";
import { compileKernel, type Kernel, type KernelOptions } from "../kernel.ts";
import type { WorkerHandle } from "../pool/handle.ts";
import { Team } from "../pool/team.ts";
import { runEnsemble } from "./ensemble.ts";
import type { EnsembleInput, EnsembleOptions, EnsembleResult } from "./ensemble-types.ts";

/** A model compiled once, with workers that wait between runs: for many scenarios of one model. */
export interface Ensemble {
  readonly kernel: Kernel;
  /** `runEnsemble` without compiling again and without starting workers again. */
  run(
    input: Omit<EnsembleInput, "ir">,
    options?: Omit<EnsembleOptions, keyof KernelOptions | "kernel" | "team" | "startWorker">,
  ): Promise<EnsembleResult>;
  /** Stops the workers. */
  close(): void;
}

/** @param options what to record, and the shape of the code (default `wide`); see `compileKernel` for errors. */
export function createEnsemble(
  ir: Ir,
  options: KernelOptions & { readonly workers?: number; readonly startWorker?: () => WorkerHandle } = {},
): Ensemble {
  const { workers = 0, startWorker, ...kernelOptions } = options;
  const kernel = compileKernel(ir, { shape: "wide", ...kernelOptions });
  const team = new Team(startWorker);
  const final = options.final ?? false;
  return {
    kernel,
    run: (input, runOptions = {}) => runEnsemble({ ...input, ir }, { workers, final, ...runOptions, kernel, team }),
    close: () => team.close(),
  };
}
