/** What the page asks of the worker that looks into a run, and what it answers. Plain data. */
import type { LeverSettings, ModelName, ScenarioFile } from "@logjam/analysis";

/** All that decides a run's numbers, with the addresses of its files. */
export interface RunOf {
  readonly model: ModelName;
  readonly asOf: string;
  /** Absolute addresses. */
  readonly record: string;
  readonly posterior: string;
  readonly scenario: { readonly id: string; readonly value: ScenarioFile };
  readonly changes: LeverSettings;
  readonly horizonWeeks: number;
  readonly seed: string;
}

/** Median and the middle 80 % of the members, week by week; where all values are 0 or 1, the share at 1. */
export interface Trajectory {
  readonly name: string;
  readonly kind: "band" | "share";
  /** Date of the first value; one a week. */
  readonly from: string;
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** Five quantiles of a parameter before and after the data. */
export interface ParameterSpread {
  readonly name: string;
  readonly prior: Spread;
  readonly posterior: Spread;
  /** 1 - posterior variance / prior variance. */
  readonly contraction: number;
}
export interface Spread {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export type ToInspector = { readonly id: number; readonly run: RunOf } & (
  | { readonly kind: "trajectories"; readonly quantities: readonly string[]; readonly members: number }
  | { readonly kind: "parameters" }
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly name: string; readonly output: string; readonly per: number }[];
      readonly members: number;
    }
);

export type FromInspector =
  | { readonly id: number; readonly kind: "trajectories"; readonly found: readonly Trajectory[] }
  | { readonly id: number; readonly kind: "parameters"; readonly found: readonly ParameterSpread[] }
  | { readonly id: number; readonly kind: "table"; readonly bytes: ArrayBuffer; readonly rows: number }
  | { readonly id: number; readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly id: number; readonly kind: "problem"; readonly reason: string };
