/** The track record that comes with the data, as the report needs it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLedger } from "../forecast/ledger.ts";
import type { TrackRecord } from "./record-words.ts";
import { readSummaryCsv } from "./summary-csv.ts";

/** What `logjam backtest` left in a data folder, and since when forecasts are kept; undefined where it never ran. */
export function readTrackRecord(data: string): TrackRecord | undefined {
  const folder = join(data, "track-record");
  const file = join(folder, "summary.csv");
  if (!existsSync(file)) return undefined;
  return {
    summary: readSummaryCsv(readFileSync(file, "utf8"), file),
    origins: originsIn(join(folder, "origins")),
    ledger: ledgerIn(data),
  };
}

/** The Mondays on which forecasts were made, oldest first: each has a file of scores. */
const originsIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => /^(\d{4}-\d{2}-\d{2})\.csv$/.exec(name)?.[1] ?? [])
    .sort();

/** When forecasts were first written down before the event, and how many there are. */
export function ledgerIn(data: string): TrackRecord["ledger"] {
  const made = readLedger(join(data, "forecasts"))
    .map((entry) => entry.made)
    .sort();
  return { forecasts: made.length, ...(made[0] !== undefined && { since: made[0] }) };
}
