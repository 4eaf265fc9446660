/**
 * What the parts of the app agree on: the static world, a visitor's setting, what the engine finds, and the store that
 * holds both. Plain data throughout, but for the two interfaces with methods, `Engine` and `Store`. Weeks count from the
 * as-of date (week 0); dates are ISO days; rows over time have `horizonWeeks + 1` entries.
 */
import type {
  ClaimsFile,
  Fan,
  LeverSetting,
  LeverSettings,
  ModelName,
  ObservedSeries,
  OutcomeProbability,
  PublicRecord,
  ScenarioFile,
  Setting,
  Verdict,
  View,
} from "@logjam/analysis";

export type {
  Fan,
  LeverSetting,
  LeverSettings,
  ModelName,
  ObservedSeries,
  OutcomeProbability,
  PublicRecord,
  Setting,
  Verdict,
  View,
};

/** ---- The world: what the site ships; the same for every visitor. `world.json`. ---- */

export interface World {
  readonly format: "logjam-world/1";
  /** SHA-256 of all that the numbers hang on: the data, the models, the posteriors, the scenarios. */
  readonly identity: string;
  readonly version: string;
  /** As-of dates on offer, oldest first. */
  readonly dates: readonly AsOfInfo[];
  readonly models: Readonly<Record<ModelName, ModelInfo>>;
  /** The levers of both models, in the order in which they are shown. */
  readonly levers: readonly LeverInfo[];
  readonly leverGroups: readonly { readonly id: LeverGroupId; readonly title: string }[];
  /** Levers whose values must add up to 1 (the weights of the donors' rules); `Store.setLever` keeps them so. */
  readonly sums: readonly { readonly meaning: string; readonly levers: readonly string[] }[];
  readonly scenarios: readonly ScenarioInfo[];
  readonly outcomes: readonly OutcomeInfo[];
  readonly fans: readonly FanInfo[];
  readonly sectors: readonly { readonly id: string; readonly title: string }[];
  /** The claim files that ship with the site: `value` to show, `text` to evaluate. */
  readonly claims: readonly {
    readonly id: string;
    readonly file: string;
    readonly value: ClaimsFile;
    readonly text: string;
  }[];
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly licence: string;
    readonly url: string;
  }[];
  /** Addresses of files that single views load when they are looked at, by name (apps/web/build/site-parts.ts). */
  readonly parts: Readonly<Record<string, string>>;
}

export interface AsOfInfo {
  /** A Monday with data. */
  readonly date: string;
  /** The moment of the article, the newest data, or the first Monday of a quarter. */
  readonly kind: "article" | "newest" | "quarter";
  /** Site-relative address of the record as of this date (`SiteRecord` as JSON). */
  readonly record: string;
  /** Site-relative address of each model's posterior. */
  readonly posterior: Readonly<Record<ModelName, string>>;
  /** A short name of all that the numbers hang on, by model: data, equations, posterior. Links hold it. */
  readonly identity: Readonly<Record<ModelName, string>>;
  /** The last date used of each source. */
  readonly dataDates: Readonly<Record<string, string>>;
}

export interface ModelInfo {
  readonly name: ModelName;
  readonly meaning: string;
  /** SHA-256 of the model's intermediate representation. */
  readonly hash: string;
  readonly equations: number;
  /** Outputs recorded, in the kernel's order. */
  readonly outputs: readonly string[];
  /** Series of the kernel, in its order. */
  readonly series: readonly string[];
  /** Site-relative addresses: the kernel's module and host plan, with SIMD and without, and the IR for the interpreter. */
  readonly kernel: { readonly simd: KernelFiles; readonly scalar: KernelFiles };
  readonly ir: string;
}
export interface KernelFiles {
  readonly wasm: string;
  readonly plan: string;
}

export type LeverGroupId = "recipe" | "west" | "other-side" | "settlement" | "structure";

export interface LeverInfo {
  /** The scalar's name, as in scenario files and links: `recipe.recipe[ua,air]`. */
  readonly name: string;
  /** `recipe.recipe`. */
  readonly quantity: string;
  readonly elements: readonly string[];
  readonly group: LeverGroupId;
  readonly title: string;
  readonly meaning: string;
  readonly unit: string;
  readonly range: readonly [low: number, high: number];
  readonly default: number;
  readonly models: readonly ModelName[];
  readonly source: string;
  /** What it costs, how long until it works, how fast it fades, what it does at best; where the model knows. */
  readonly cost?: { readonly eurPerWeek: number };
  readonly lagWeeks?: Range;
  readonly halfLifeWeeks?: Range;
  readonly effect?: { readonly meaning: string } & Range;
}
/** 5 %, 50 %, 95 %. */
export interface Range {
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
}

export interface ScenarioInfo {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** True where it replays data from after the as-of date: a look back, never a forecast. */
  readonly hindsight: boolean;
  /** Values by scalar lever name, where they differ from the default. Changes are in order of week. */
  readonly levers: LeverSettings;
  readonly value: ScenarioFile;
}

export interface OutcomeInfo {
  /** Short name, such as `brokenForUkraine`. */
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly favours: "ukraine" | "russia" | "neither";
  readonly models: readonly ModelName[];
  /** True where it can also be had with its thresholds a third lower and higher. */
  readonly thresholds: boolean;
}

export interface FanInfo {
  readonly id: string;
  /** The model's output, such as `outcomes.areaHeld`. */
  readonly output: string;
  readonly title: string;
  /** As shown; the output's own numbers are divided by `per`. */
  readonly unit: string;
  readonly per: number;
  readonly models: readonly ModelName[];
  readonly group: "area" | "losses" | "force" | "ammunition" | "drones" | "aid" | "other";
  /** Whose it is, where it is one side's. */
  readonly side?: "ua" | "ru";
  /** The recorded series that belongs to it, by `ObservedSeries.series`. */
  readonly observed?: string;
}

/** The record as of a date: what charts and the map show, and what the kernels are driven with. */
export interface SiteRecord {
  readonly asOf: string;
  readonly observed: readonly ObservedSeries[];
  /** What the models' series need, by model: `PublicRecord` of @logjam/analysis. */
  readonly records: Readonly<Record<ModelName, PublicRecord>>;
}

/**
 * ---- A setting: all that decides the numbers, and what is looked at. It is what a link holds, so it is at home with
 * the links: packages/analysis/src/link/setting.ts. ----
 */

/** ---- What the engine finds. ---- */

/** Which answer this is: a coarse one at once, the full one, or one with further members that came in while idle. */
export type Stage = "coarse" | "fine" | "idle";

export interface EngineResult {
  /** The setting that these numbers are of. */
  readonly setting: Setting;
  readonly stage: Stage;
  readonly members: number;
  /** Members whose numbers ceased to be finite: shown, left out of nothing. */
  readonly failed: number;
  /** From the call of `run` to this result, milliseconds. */
  readonly milliseconds: number;
  readonly dates: readonly string[];
  readonly main: Findings;
  /** The scenario compared with, over the same members, and the difference `main` less `other`, paired by member. */
  readonly comparison?: { readonly other: Findings; readonly difference: Difference } | undefined;
}

export interface Findings {
  readonly scenario: string;
  /** One for each outcome that the model knows, in the world's order; thresholds as stated. */
  readonly outcomes: readonly OutcomeCurve[];
  /** One for each fan that the model has, in the world's order. */
  readonly fans: readonly Fan[];
  /** By sector, in the world's order; empty where the model has no sectors (M1). */
  readonly sectors: readonly SectorFindings[];
}

/** P(outcome has happened by week w) with 95 % Monte Carlo intervals, at the thresholds as stated and a third off. */
export interface OutcomeCurve extends OutcomeProbability {
  readonly lower?: Curve;
  readonly upper?: Curve;
}
export interface Curve {
  readonly value: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface SectorFindings {
  readonly sector: string;
  /** Area that Russia holds in it, km2. */
  readonly area: Fan;
  /**
   * Russia's gain since the as-of date by week, km2 (negative: Ukraine's), at the levels of `GAIN_LEVELS`:
   * [week][level], so that P(gain > x) can be read off for any x.
   */
  readonly gain: Float64Array;
}
export { GAIN_LEVELS } from "./engine/levels.ts";

export interface Difference {
  /** Of outcomes' probabilities, with paired 95 % intervals, in the order of `Findings.outcomes`. */
  readonly outcomes: readonly (Curve & { readonly outcome: string })[];
  /** Quantiles over members of the paired differences, in the order of `Findings.fans`. */
  readonly fans: readonly Fan[];
}

/** Verdicts of a claim file with the visitor's changes laid over every scenario, from both models. */
export interface ClaimsResult {
  readonly file: string;
  readonly asOf: string;
  readonly members: number;
  readonly verdicts: readonly Verdict[];
  readonly milliseconds: number;
}

/** A message for the visitor: a stable code for the catalogues, its numbers and names, and our English sentence. */
export interface Notice {
  readonly code:
    | "engine/no-wasm"
    | "engine/no-simd"
    | "engine/interpreter"
    | "engine/worker-restarted"
    | "engine/worker-lost"
    | "engine/load"
    | "engine/storage-full"
    | "engine/slow"
    | "link/unknown-key"
    | "link/unknown-name"
    | "link/value"
    | "link/version"
    | "link/malformed"
    | "link/other-numbers"
    | "claims/error"
    | "fault/unexpected";
  readonly level: "info" | "warning" | "error";
  readonly text: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface EngineListener {
  result(result: EngineResult): void;
  claims(result: ClaimsResult): void;
  /** Members done of those wanted for this stage; `stage` "claims" while claims are evaluated. */
  progress(stage: Stage | "claims", done: number, of: number): void;
  notice(notice: Notice): void;
}

export interface Engine {
  /** Runs a setting; whatever ran before is dropped, and its results never arrive. */
  run(setting: Setting): void;
  /** Evaluates a claim file's text after the run in hand, and again whenever the setting changes; undefined: no more. */
  evaluate(claims: { readonly file: string; readonly text: string } | undefined): void;
  cancel(): void;
  close(): void;
}

/** ---- The store: one setting, its results, undo. Works with React's `useSyncExternalStore`. ---- */

export interface State {
  readonly world: World;
  readonly setting: Setting;
  /** The record of `setting.asOf`; undefined while it loads. */
  readonly record: SiteRecord | undefined;
  /** The newest result, of this setting or of the one before it until the first comes in. */
  readonly result: EngineResult | undefined;
  /** True while `result` is of an older setting. */
  readonly stale: boolean;
  readonly claims: ClaimsResult | undefined;
  readonly progress: { readonly stage: Stage | "claims"; readonly done: number; readonly of: number } | undefined;
  readonly notices: readonly Notice[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The address that reproduces this setting. */
  readonly link: string;
}

export interface Store {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes the setting. One undo step, unless `live` (a drag under way), which joins the step before. */
  change(change: Partial<Setting>, options?: { readonly live?: boolean }): void;
  /** Sets one lever, keeping sums that must be 1; undefined takes the visitor's change back. */
  setLever(name: string, value: LeverSetting | undefined, options?: { readonly live?: boolean }): void;
  /** Changes what is looked at; runs nothing, and is no undo step. */
  look(view: Partial<View>): void;
  undo(): void;
  redo(): void;
  /** Evaluate a claim file (one of the world's or the visitor's own text), or stop. */
  evaluate(claims: { readonly file: string; readonly text: string } | undefined): void;
  dismiss(code: Notice["code"]): void;
}

/** The value of a lever under a setting at week 0: the visitor's, the preset's, or the default. */
export function leverValue(world: World, setting: Pick<Setting, "scenario" | "levers">, name: string): number {
  const preset = world.scenarios.find(({ id }) => id === setting.scenario)?.levers[name];
  const course = setting.levers[name] ?? preset;
  const standard = world.levers.find((lever) => lever.name === name)?.default ?? Number.NaN;
  if (course === undefined || typeof course === "number") return course ?? standard;
  return course[0]?.from === 0 ? course[0].value : standard;
}
