import type { HostPlan } from "../plan/host-plan.ts";
import type { BlockPlan, BlockResult, BlockTask } from "../run/block.ts";

/** What a worker needs to know once. */
export interface WorkerSetup {
  readonly host: HostPlan;
  readonly module: WebAssembly.Module;
  readonly steps: number;
  readonly firstStep: number;
  readonly seed: bigint;
  readonly series: Float64Array;
  readonly plan: BlockPlan;
}

export type ToWorker = { readonly setup: WorkerSetup } | { readonly task: BlockTask };
export type FromWorker =
  | { readonly index: number; readonly result: BlockResult }
  | { readonly index: number; readonly problem: string };

/** A worker of either platform. */
export interface WorkerHandle {
  post(message: ToWorker, transfer: ArrayBuffer[]): void;
  /** Sets who is told, in place of who was before; `onLost` once if the worker dies or cannot be started. */
  listen(onMessage: (message: FromWorker) => void, onLost: (reason: string) => void): void;
  /** Between runs a worker must not keep its process alive. */
  rest(): void;
  stop(): void;
}
