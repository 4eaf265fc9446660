/** What a model brings to be asked: itself, how the record scores it, and what to show. Plain data, passed in. */
import type { Observation } from "@logjam/inference";
import type { Model, RunInput, RunOutput } from "@logjam/lang";
import type { LeverGroup } from "./levers.ts";

export interface Study {
  readonly model: Model;
  readonly observations: readonly Observation[];
  readonly leverGroups: readonly LeverGroup[];
  /** Levers that only other models of the same question have; a scenario may set them, and they do nothing here. */
  readonly otherLevers?: readonly string[];
  /** The index set's element for thresholds as stated, and those for a third lower and higher. */
  readonly thresholds: { readonly stated: string; readonly lower: string; readonly upper: string };
  readonly fans: readonly FanSpec[];
  readonly caveats: readonly string[];
}

/** An output to show as a fan over time; `per` divides it for display (1e6 for millions). */
export interface FanSpec {
  readonly id: string;
  readonly output: string;
  readonly title: string;
  readonly unit: string;
  readonly per: number;
}

/** What is on record: values of the model's series by week from the start. */
export interface PublicRecord {
  readonly start: string;
  /** Series that the fit may use, over the known weeks; NaN where nothing was observed. */
  readonly known: Readonly<Record<string, readonly number[]>>;
  /** What the fit scores, by observation: values per known week, NaN where nothing was observed. */
  readonly scored: Readonly<Record<string, readonly number[]>>;
  /** Series over the horizon for scenarios that look back; they continue the known ones. */
  readonly hindsight: Readonly<Record<string, readonly number[]>>;
  /** Series that are known for all time, such as the season: one value per step. */
  readonly always: Readonly<Record<string, number | readonly number[]>>;
  /** Recorded series by name, for propositions about the record itself: values per week up to the as-of date. */
  readonly series: Readonly<Record<string, { readonly title: string; readonly values: readonly number[] }>>;
}

/** Runs members of a compiled model. The interpreter is one; the kernel is another, faster one. */
export type Executor = (input: RunInput) => Promise<Recorded> | Recorded;

/** [output][step][member], in the order of the IR's outputs. */
export type Recorded = Pick<RunOutput, "outputs">;

export type Progress = (stage: string, done: number, of: number) => void;
