/** What was tried to make the forecasts better, with the scores before and after: `data/track-record/remedies.csv`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@logjam/analysis";
import { parseCsv } from "@logjam/evidence";
import { markdownTable } from "../files/markdown.ts";
import { aheadText, capital, seriesText } from "./record-words.ts";

const COLUMNS = [
  "remedy",
  "what",
  "target",
  "horizon_weeks",
  "crps_before",
  "crps_after",
  "coverage80_before",
  "coverage80_after",
  "kept",
] as const;
type Column = (typeof COLUMNS)[number];

/** One remedy on one series at one distance; cells as they are written, NaN where a number is missing. */
export interface Remedy {
  readonly remedy: string;
  readonly what: string;
  readonly target: string;
  readonly horizonWeeks: number;
  readonly crps: readonly [before: number, after: number];
  readonly coverage80: readonly [before: number, after: number];
  readonly kept: boolean;
}

/** None where the file is not there. Throws InputError `track-record/remedies` where it cannot be read as such. */
export function readRemedies(folder: string): Remedy[] {
  const file = join(folder, "remedies.csv");
  if (!existsSync(file)) return [];
  const { header, rows } = parseCsv(readFileSync(file, "utf8"), file);
  const missing = COLUMNS.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw bad(`${file}:1`, `there is no column '${missing}'.`, `Wanted: ${COLUMNS.join(",")}.`);
  return rows.map(({ line, fields }) => {
    const text = (name: Column) => fields[header.indexOf(name)]!.trim();
    const number = (name: Column) => {
      const value = text(name) === "" ? Number.NaN : Number(text(name));
      if (text(name) !== "" && !Number.isFinite(value))
        throw bad(`${file}:${line}, ${name}`, `'${text(name)}' is no number.`, "Write a number, or nothing.");
      return value;
    };
    const kept = text("kept").toLowerCase();
    if (!["yes", "no", "true", "false", "1", "0"].includes(kept))
      throw bad(`${file}:${line}, kept`, `'${text("kept")}' is neither yes nor no.`, "Write yes or no.");
    return {
      remedy: text("remedy"),
      what: text("what"),
      target: text("target"),
      horizonWeeks: number("horizon_weeks"),
      crps: [number("crps_before"), number("crps_after")],
      coverage80: [number("coverage80_before"), number("coverage80_after")],
      kept: ["yes", "true", "1"].includes(kept),
    };
  });
}

const bad = (place: string, reason: string, nextStep: string): InputError =>
  new InputError({ code: "track-record/remedies", place, reason, nextStep });

/** The section "What was tried"; empty where nothing was written down. */
export function remediesSection(remedies: readonly Remedy[]): string {
  if (remedies.length === 0) return "";
  const names = [...new Set(remedies.map(({ remedy }) => remedy))];
  const parts = names.map((name) => {
    const own = remedies.filter(({ remedy }) => remedy === name);
    const kept = own.every((row) => row.kept) ? "Kept" : own.some((row) => row.kept) ? "Kept in part" : "Not kept";
    const whats = [...new Set(own.map(({ what }) => what))];
    return [
      `### ${capital(name)}`,
      `${whats.map(sentence).join(" ")} **${kept}.**`,
      markdownTable(
        [
          "what, and how far ahead",
          "CRPS before",
          "CRPS after",
          "change",
          "80 % interval held before",
          "after",
          "kept",
        ],
        own.map(({ target, horizonWeeks, crps, coverage80, kept }) => [
          `${seriesText(target)}, ${aheadText(horizonWeeks)}`,
          ...crps.map(number),
          change(crps),
          ...coverage80.map(percent),
          kept ? "yes" : "no",
        ]),
      ),
    ].join("\n\n");
  });
  return `## What was tried

Each remedy was scored on the same origins before and after. Those that did not help are listed as well: choosing among
remedies by their scores on the past is itself a way of fitting, and the more were tried, the more of the gain is luck.

${parts.join("\n\n")}`;
}

const sentence = (text: string): string => capital(/[.!?]$/.test(text) ? text : `${text}.`);

const number = (value: number): string =>
  Number.isNaN(value)
    ? "–"
    : Math.abs(value) >= 100
      ? Math.round(value).toLocaleString("en-GB")
      : String(Number(value.toPrecision(3)));
const percent = (share: number): string => (Number.isNaN(share) ? "–" : `${Math.round(100 * share)} %`);
function change([before, after]: readonly [number, number]): string {
  const share = Math.round(100 * (after / before - 1));
  return Number.isFinite(share) ? `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.abs(share)} %` : "–";
}
