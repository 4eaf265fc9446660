/** One scored forecast, and its form as a line of CSV. */
export interface ScoreRow {
  readonly origin: string;
  readonly horizonWeeks: number;
  readonly target: string;
  readonly forecaster: string;
  /** Members that were finite, and so were scored. */
  readonly members: number;
  readonly observed: number;
  readonly median: number;
  readonly lower80: number;
  readonly upper80: number;
  /** Fair CRPS; the fair energy score for several places at once. */
  readonly crps: number;
  readonly logScore: number;
  readonly interval50: number;
  readonly interval80: number;
  readonly interval95: number;
  /** 1 where the central interval of 50, 80, 95 % held the observation. */
  readonly covered50: number;
  readonly covered80: number;
  readonly covered95: number;
  readonly pit: number;
}

const COLUMNS = [
  ["origin", "origin"],
  ["horizon_weeks", "horizonWeeks"],
  ["target", "target"],
  ["forecaster", "forecaster"],
  ["members", "members"],
  ["observed", "observed"],
  ["median", "median"],
  ["lower_80", "lower80"],
  ["upper_80", "upper80"],
  ["crps", "crps"],
  ["log_score", "logScore"],
  ["interval_score_50", "interval50"],
  ["interval_score_80", "interval80"],
  ["interval_score_95", "interval95"],
  ["covered_50", "covered50"],
  ["covered_80", "covered80"],
  ["covered_95", "covered95"],
  ["pit", "pit"],
] as const satisfies readonly (readonly [string, keyof ScoreRow])[];
const TEXTS: ReadonlySet<keyof ScoreRow> = new Set(["origin", "target", "forecaster"]);

/** Levels are large against their changes. */
const LEVELS: ReadonlySet<keyof ScoreRow> = new Set(["observed", "median", "lower80", "upper80"]);

/** Levels to 7 significant digits, scores to 5; NaN is an empty cell. */
function cell(row: ScoreRow, key: keyof ScoreRow): string {
  const value = row[key];
  if (typeof value === "string") return value;
  return Number.isNaN(value) ? "" : String(Number(value.toPrecision(LEVELS.has(key) ? 7 : 5)));
}

/** CSV with a header line, one line per row. */
export const toCsv = (rows: readonly ScoreRow[]): string =>
  `${[COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, key]) => cell(row, key)))]
    .map((cells) => cells.join(","))
    .join("\n")}\n`;

/** Reads what `toCsv` wrote; throws RangeError `track-record/columns` where the columns are others. */
export function fromCsv(text: string): ScoreRow[] {
  const [header, ...lines] = text.trimEnd().split("\n");
  if (header !== COLUMNS.map(([name]) => name).join(","))
    throw new RangeError("track-record/columns: the file has other columns than this version writes; delete it.");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(
      COLUMNS.map(([, key], i) => [key, TEXTS.has(key) ? cells[i]! : cells[i] === "" ? Number.NaN : Number(cells[i])]),
    ) as unknown as ScoreRow;
  });
}
