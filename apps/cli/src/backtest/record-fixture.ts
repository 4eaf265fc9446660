import type { SummaryRow } from "@logjam/inference";
import type { TrackRecord } from "./record-words.ts";

/** A made-up row of a summary, for tests. */
export function summaryRow(
  target: string,
  horizonWeeks: number,
  [value, low, high]: readonly [number, number, number],
  change: Partial<SummaryRow> = {},
): SummaryRow {
  return {
    target,
    horizonWeeks,
    forecaster: "released",
    origins: 31,
    crps: 100 * (1 - value),
    skill: { value, low, high },
    bestNaive: "drift-4",
    blockLength: 4,
    logScore: 6.25,
    interval80: 540,
    covered50: 0.5,
    covered80: 0.8,
    covered95: 0.95,
    coverage80PValue: 1,
    pitCounts: [6, 6, 7, 6, 6],
    ...change,
  };
}

/** A made-up track record: area good and for once surely so, personnel mixed, artillery worse than a rule. */
export function recordFixture(change: Partial<TrackRecord> = {}): TrackRecord {
  const area = [
    summaryRow("area-total", 4, [0.18, -0.03, 0.31]),
    summaryRow("area-total", 13, [0.28, -0.08, 0.42]),
    summaryRow("area-total", 26, [0.31, 0.07, 0.39]),
    summaryRow("area-total", 52, [0.26, -0.17, 0.51], { covered80: 0.47, bestNaive: "drift-26" }),
  ];
  const personnel = [
    summaryRow("personnel", 4, [0.06, -0.15, 0.23], { covered80: 0.91 }),
    summaryRow("personnel", 52, [-0.05, -0.2, 0.1]),
  ];
  return {
    summary: [
      ...area,
      ...area.map((row) => ({ ...row, forecaster: "drift-4", skill: { value: 0, low: 0, high: 0 } })),
      ...personnel,
      summaryRow("artillery", 4, [-0.17, -0.3, -0.02], { bestNaive: "ar-1" }),
      // A vector has no intervals that could hold or not.
      summaryRow("area-by-sector", 4, [0.1, 0.01, 0.2], { covered50: NaN, covered80: NaN, covered95: NaN }),
    ],
    origins: ["2023-06-05", "2023-07-03", "2025-12-01"],
    ledger: { forecasts: 0 },
    ...change,
  };
}
