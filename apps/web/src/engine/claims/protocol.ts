/** What the page and the worker that judges claims say to each other. */
import type { LeverSettings, PublicRecord, Verdict } from "@logjam/analysis";
import type { Posterior } from "@logjam/inference";
import type { ModelName, ScenarioInfo } from "../../contract.ts";

export interface Question {
  readonly id: number;
  readonly file: string;
  readonly text: string;
  readonly asOf: string;
  readonly members: number;
  readonly changes: LeverSettings;
  readonly scenarios: readonly ScenarioInfo[];
  readonly models: readonly AskedModel[];
}
export interface AskedModel {
  readonly model: ModelName;
  readonly record: PublicRecord;
  readonly posterior: Posterior;
  /** Names of the kernel's series and outputs, in its order. */
  readonly series: readonly string[];
  readonly outputs: readonly string[];
}

/** What must be run: one task for each model and scenario. */
export interface Task {
  readonly model: ModelName;
  readonly scenario: string;
  readonly series: Float64Array;
  readonly steps: number;
  readonly flags: readonly { readonly output: number; readonly week: number }[];
}

export type ToJudge =
  | { readonly question: Question }
  /** For each task [flag][member]. */
  | { readonly found: { readonly id: number; readonly flags: readonly Uint8Array[] } };

export type FromJudge =
  | { readonly tasks: { readonly id: number; readonly tasks: readonly Task[] } }
  | { readonly verdicts: { readonly id: number; readonly verdicts: readonly Verdict[] } }
  | { readonly problem: { readonly id: number; readonly text: string; readonly fault: boolean } };
