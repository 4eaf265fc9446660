import type { Failure, RunInput } from "@logjam/lang";
import type { Kernel, KernelOptions } from "../kernel.ts";
import type { WorkerHandle } from "../pool/handle.ts";
import type { Team } from "../pool/team.ts";
import type { EventRequest } from "../summary/events.ts";
import type { EventCounts, Summary } from "../summary/summary.ts";
import type { BlockResult } from "./block.ts";

/** Numbers for members `from` to `from + count - 1` of the run: [row][member]. It must give the same numbers whenever it is asked. */
export type MemberSource = (from: number, count: number) => Float64Array;

/** Like the interpreter's input; parameters and initial states may come block by block, so that memory does not grow. */
export interface EnsembleInput extends Omit<RunInput, "parameters" | "initial"> {
  readonly parameters: Float64Array | MemberSource;
  readonly initial?: Float64Array | MemberSource;
}

/** Where finished blocks are kept, so that a run that was stopped goes on where it stood. */
export interface BlockStore {
  /** The stored block, or undefined if it is not there or not whole. */
  read(index: number): Promise<BlockResult | undefined>;
  /** Must leave either the whole block or nothing. */
  write(index: number, result: BlockResult): Promise<void>;
}

export interface EnsembleOptions extends KernelOptions {
  /** A kernel that is compiled already (a prebuilt one, or from a run before); the options for compiling are then unused. */
  readonly kernel?: Kernel;
  /** Workers besides this thread; 0 (default) runs here. */
  readonly workers?: number;
  /** How to start a worker; default: what the platform offers (see `startWorker`). */
  readonly startWorker?: () => WorkerHandle;
  /** Workers that outlive the run (see `createEnsemble`); default: new ones, stopped at its end. */
  readonly team?: Team;
  /** Members per block, rounded up to whole leaves of 256 where summaries are asked for. Default 1024. */
  readonly blockMembers?: number;
  /** Members to record at every step: "all" (default without `summarise`), "none", or positions in the run. */
  readonly records?: "all" | "none" | readonly number[];
  /** Mean, variance, extremes and quantiles of every output and step. Default false. */
  readonly summarise?: boolean;
  readonly events?: readonly EventRequest[];
  readonly store?: BlockStore;
  /** At most this many failed members are run again to say what failed first. Default 10. */
  readonly explainFailures?: number;
  readonly onProgress?: (doneMembers: number, members: number) => void;
  readonly signal?: AbortSignal;
}

export interface EnsembleResult {
  /** Names of the recorded outputs. */
  readonly outputNames: readonly string[];
  /** Positions in the run of the recorded members. */
  readonly recorded: "all" | readonly number[];
  /** [output][step][recorded member]. */
  readonly outputs: Float64Array;
  /** [state][member] after the last step where `final` was asked for, else empty. */
  readonly final: Float64Array;
  /** [row][member] after the last step, likewise; see `Standing`. */
  readonly past: Float64Array;
  /** Positions in the run of members with an output that was not finite, and what failed first in some of them. */
  readonly failed: { readonly members: readonly number[]; readonly explained: readonly Failure[] };
  readonly summary?: Summary;
  readonly events: EventCounts;
  /** Blocks that were read from the store, not computed. */
  readonly resumedBlocks: number;
}
