/** One series that forecasts are scored on: levels on Mondays. */
export interface Target {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Least scale of the density rule of the log score: no forecast is taken to be sharper than this. */
  readonly resolution: number;
  /** Values outside are a wrong unit, side or file. */
  readonly range: readonly [low: number, high: number];
  /** Weekly changes outside are a wrong unit, side or sign. */
  readonly weeklyChange: readonly [least: number, most: number];
  /**
   * By how many weeks its history ends before the origin, at least and at most; [0, 0] when left out. A count of the week
   * that begins on its date is known a week later, and some sources publish late.
   */
  readonly lagWeeks?: readonly [least: number, most: number];
  /** What a reader of its forecasts and scores must know about the source. */
  readonly caution?: string;
}

/** Levels on consecutive Mondays, ascending. */
export interface History {
  readonly dates: readonly string[];
  readonly levels: Float64Array;
}

/** Histories by target. */
export type Histories = Readonly<Record<string, History>>;
