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
