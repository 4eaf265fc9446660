/** A setting: all that decides the numbers that someone sees, and what is looked at. A link holds one. */

export type ModelName = "M1" | "M2";

/** A lever's value from week 0 on, or its course: each change with the week after the as-of date at which it takes effect. */
export type LeverSetting = number | readonly { readonly from: number; readonly value: number }[];
/** By scalar lever name, such as `recipe.recipe[ua,air]`. */
export type LeverSettings = Readonly<Record<string, LeverSetting>>;

export const SECTIONS = ["question", "map", "charts", "claims", "why", "track-record", "evidence"] as const;
export type Section = (typeof SECTIONS)[number];

export interface View {
  /** A part of the page, or a page of its own. */
  readonly section: Section;
  /** A fan, an outcome, a sector, a claim or a quantity, by its id. */
  readonly focus?: string | undefined;
  /** Whether what happened after the as-of date is drawn. */
  readonly hindsight: boolean;
  /** Only the figure, for other people's pages. */
  readonly embed: boolean;
}

export interface Setting {
  /** A Monday: the last day whose data are used. */
  readonly asOf: string;
  readonly model: ModelName;
  /** A scenario file, the preset that the changes lie over. */
  readonly scenario: string;
  readonly levers: LeverSettings;
  /** The scenario to compare with, as it stands in its file; none if undefined. */
  readonly compare?: string | undefined;
  /** Seed of all random numbers: digits. */
  readonly seed: string;
  /** How far ahead the run goes, weeks. */
  readonly horizonWeeks: number;
  /** The week whose probabilities are shown, 1 to horizonWeeks. */
  readonly byWeek: number;
  readonly view: View;
}

export const HORIZON = { least: 26, most: 156 } as const;

/** What a link may name, and what holds where it says nothing. */
export interface LinkVocabulary {
  readonly standard: Setting;
  readonly dates: readonly string[];
  readonly scenarios: readonly string[];
  readonly levers: readonly { readonly name: string; readonly range: readonly [low: number, high: number] }[];
  /** A short name of the data, model and posterior behind a run; undefined where it is not known. */
  readonly identity: (asOf: string, model: ModelName) => string | undefined;
}
