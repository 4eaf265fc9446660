/** What the page, the crew of workers and the workers among each other say. Typed arrays travel by transfer. */
import type { HostPlan } from "@logjam/kernel";
import type { Ir } from "@logjam/lang";

/** What becomes of an output: quantiles as a fan, those and a sector's gain, or the share of members with a flag. */
export type OutputKind = "fan" | "sector" | "flag";

/** Members that are computed together and sent as one; each worker has every `size`-th block. */
export const BLOCK_MEMBERS = 64;

/** Bases that workers keep: the last ones to be sent, since the states of each take megabytes. */
export const BASES_KEPT = 4;

export type RunnerSetup =
  | { readonly kind: "kernel"; readonly host: HostPlan; readonly module: WebAssembly.Module }
  | { readonly kind: "interpreter"; readonly ir: Ir };

export interface ModelSetup {
  readonly model: string;
  readonly runner: RunnerSetup;
  /** One for each recorded output. */
  readonly outputs: readonly OutputKind[];
  readonly seriesCount: number;
}

/** What runs continue from: a posterior, and the record up to the as-of date. */
export interface BaseSetup {
  readonly base: string;
  readonly model: string;
  /** [parameter][particle]; member k takes particle k mod particles. */
  readonly parameters: Float64Array;
  readonly particles: number;
  readonly knownWeeks: number;
  /** [step][series] of the known weeks, where levers hold their defaults. */
  readonly knownSeries: Float64Array;
  readonly seed: bigint;
}

/** One course of levers, by a name that tells all its numbers hang on. */
export interface Variant {
  readonly key: string;
  /** [step][series] of the whole run. */
  readonly series: Float64Array;
}

export interface RunOrder {
  readonly id: number;
  readonly base: string;
  /** The first is the main one; a second is compared with it. */
  readonly variants: readonly Variant[];
  readonly compare: boolean;
  /** Weeks from the as-of date on, this one included. */
  readonly steps: number;
  /** Members of each stage, rising; multiples of a block. */
  readonly stages: readonly number[];
}

/** Flags of some outputs in some weeks, for members 0 to `members` - 1. */
export interface FlagTask {
  readonly base: string;
  readonly series: Float64Array;
  readonly steps: number;
  readonly flags: readonly { readonly output: number; readonly week: number }[];
}
export interface FlagOrder {
  readonly id: number;
  readonly members: number;
  readonly tasks: readonly FlagTask[];
}

export type ToCrew =
  | {
      readonly join: {
        readonly index: number;
        readonly size: number;
        readonly ports: readonly (MessagePort | undefined)[];
      };
    }
  | { readonly model: ModelSetup }
  | { readonly base: BaseSetup }
  | { readonly run: RunOrder }
  | { readonly flags: FlagOrder }
  | { readonly drop: "run" | "flags" };

export type FromCrew =
  /** A block is done: a sign of life, and progress. */
  | { readonly block: { readonly id: number; readonly of: "run" | "flags" } }
  | { readonly statistics: OwnedStatistics }
  | { readonly flags: FlagPart }
  | { readonly problem: string };

/** A worker's part of a stage's answer: the outputs that it owns. */
export interface OwnedStatistics {
  readonly id: number;
  readonly stage: number;
  readonly members: number;
  /** Members that ceased to be finite, of those that this worker computed, of the main variant. */
  readonly failed: number;
  readonly outputs: readonly OutputStatistics[];
}

export interface OutputStatistics {
  readonly output: number;
  /** 0 main, 1 the one compared with, 2 the difference of the two. */
  readonly of: 0 | 1 | 2;
  /** Flags: [week] of estimate and 95 % interval. */
  readonly curve?: { readonly value: Float64Array; readonly low: Float64Array; readonly high: Float64Array };
  /** Fans: [level][week] at `FAN_LEVELS`. */
  readonly fan?: Float64Array;
  /** Sectors: [week][level] at `GAIN_LEVELS`. */
  readonly gain?: Float64Array;
}

export interface FlagPart {
  readonly id: number;
  readonly task: number;
  readonly block: number;
  /** [flag][member of the block]. */
  readonly flags: Uint8Array;
}

/** Between workers: a block's records of the outputs that the receiver owns, [output][week][member]. */
export interface Part {
  readonly key: string;
  readonly block: number;
  readonly fans: Float32Array;
  readonly flags: Uint8Array;
}

/** Which worker owns each output: every kind in turn, so that the costly ones are spread. */
export function ownersOf(outputs: readonly OutputKind[], size: number): number[] {
  const next: Record<OutputKind, number> = { fan: 0, sector: 0, flag: 0 };
  return outputs.map((kind) => next[kind]++ % size);
}
