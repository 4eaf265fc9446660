/** The track record as a file of the site. */
export interface TrackRecord {
  readonly format: "logjam-track-record/1";
  /** The first and the last Monday on which forecasts were made, and how many there were. */
  readonly first: string;
  readonly last: string;
  readonly origins: number;
  readonly rows: readonly TrackRow[];
}

/** How one forecaster did on one quantity at one horizon; null where there is no number. */
export interface TrackRow {
  readonly target: string;
  readonly weeks: number;
  readonly forecaster: string;
  readonly origins: number;
  /** Mean continuous ranked probability score, in the target's unit. */
  readonly crps: number | null;
  /** 1 - score / score of the best naive rule, with a 95 % interval. */
  readonly skill: number | null;
  readonly skillLow: number | null;
  readonly skillHigh: number | null;
  readonly bestNaive: string;
  readonly covered50: number | null;
  readonly covered80: number | null;
  readonly covered95: number | null;
}
