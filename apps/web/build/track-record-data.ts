/** The track record as the site shows it: the summary's rows, and when the forecasts were made. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TrackRecord, TrackRow } from "../src/track-record/track-record-file.ts";

export function trackRecordData(data: string): TrackRecord {
  const folder = join(data, "track-record");
  const origins = Object.keys(JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as object)
    .filter((key) => /^\d{4}-\d{2}-\d{2}$/.test(key))
    .sort();
  const [head = "", ...lines] = readFileSync(join(folder, "summary.csv"), "utf8").trim().split("\n");
  const columns = head.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    const text = (name: string) => cells[columns.indexOf(name)] ?? "";
    const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
    return {
      target: text("target"),
      weeks: Number(text("horizon_weeks")),
      forecaster: text("forecaster"),
      origins: Number(text("origins")),
      crps: number("crps"),
      skill: number("skill"),
      skillLow: number("skill_low_95"),
      skillHigh: number("skill_high_95"),
      bestNaive: text("best_naive"),
      covered50: number("covered_50"),
      covered80: number("covered_80"),
      covered95: number("covered_95"),
    } satisfies TrackRow;
  });
  return { format: "logjam-track-record/1", first: origins[0]!, last: origins.at(-1)!, origins: origins.length, rows };
}
