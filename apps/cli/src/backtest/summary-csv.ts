import { InputError } from "@logjam/analysis";
import type { SummaryRow } from "@logjam/inference";

const HEADER =
  "target,horizon_weeks,forecaster,origins,crps,skill,skill_low_95,skill_high_95,best_naive,block_length,log_score,interval_score_80,covered_50,covered_80,covered_95,coverage_80_p_value,pit_counts";

const cell = (value: number): string => (Number.isNaN(value) ? "" : String(Number(value.toPrecision(5))));

/** The summary as CSV; `pit_counts` holds the five bins of the PIT histogram, separated by blanks. */
export function summaryCsv(rows: readonly SummaryRow[]): string {
  const lines = rows.map((row) =>
    [
      row.target,
      row.horizonWeeks,
      row.forecaster,
      row.origins,
      ...[row.crps, row.skill.value, row.skill.low, row.skill.high].map(cell),
      row.bestNaive,
      row.blockLength,
      ...[row.logScore, row.interval80, row.covered50, row.covered80, row.covered95, row.coverage80PValue].map(cell),
      row.pitCounts.join(" "),
    ].join(","),
  );
  return `${[HEADER, ...lines].join("\n")}\n`;
}

/** Reads what `summaryCsv` wrote. `place` names the file in the error: InputError `track-record/summary`. */
export function readSummaryCsv(text: string, place: string): SummaryRow[] {
  const [header, ...lines] = text.trimEnd().split("\n");
  if (header !== HEADER)
    throw new InputError({
      code: "track-record/summary",
      place: `${place}:1`,
      reason: "its columns are not those of a summary of scores.",
      nextStep: "Write it anew: npx logjam backtest.",
    });
  return lines.map((line) => {
    const cells = line.split(",");
    const text = (column: number) => cells[column] ?? "";
    const number = (column: number) => (text(column) === "" ? Number.NaN : Number(text(column)));
    return {
      target: text(0),
      horizonWeeks: number(1),
      forecaster: text(2),
      origins: number(3),
      crps: number(4),
      skill: { value: number(5), low: number(6), high: number(7) },
      bestNaive: text(8),
      blockLength: number(9),
      logScore: number(10),
      interval80: number(11),
      covered50: number(12),
      covered80: number(13),
      covered95: number(14),
      coverage80PValue: number(15),
      pitCounts: text(16) === "" ? [] : text(16).split(" ").map(Number),
    };
  });
}
