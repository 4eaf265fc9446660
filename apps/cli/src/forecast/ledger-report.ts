/** The ledger's scores as a table to read and a table to keep. */
import { addWeeks, NAIVE_RULES } from "@logjam/inference";
import { HORIZONS } from "./families.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { EntryScores, LedgerScore } from "./score-ledger.ts";

const cell = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : "");

const COLUMNS: readonly [name: string, cell: (score: LedgerScore) => string][] = [
  ["made", ({ entry }) => entry.made],
  ["as_of", ({ entry }) => entry.asOf],
  ["model", ({ entry }) => entry.model.id],
  ["series", ({ series }) => series],
  ["place", ({ place }) => place],
  ["date", ({ date }) => date],
  ["horizon_weeks", ({ horizonWeeks }) => String(horizonWeeks)],
  ["blind", ({ blind }) => String(+blind)],
  ["observed", ({ observed }) => String(Number(observed.toPrecision(8)))],
  ["median", ({ median }) => String(median)],
  ["lower_80", ({ lower80 }) => String(lower80)],
  ["upper_80", ({ upper80 }) => String(upper80)],
  ["crps", ({ crps }) => cell(crps)],
  ...["covered_50", "covered_80", "covered_95"].map(
    (name, i) => [name, ({ covered }: LedgerScore) => String(+covered[i]!)] as [string, (score: LedgerScore) => string],
  ),
  ...NAIVE_RULES.map(
    ({ id }, i) =>
      [`crps_${id}`, ({ naive }: LedgerScore) => cell(naive[i]!)] as [string, (score: LedgerScore) => string],
  ),
];

/** One line for each scored number; the same scores give the same bytes. */
export const scoresCsv = (all: readonly EntryScores[]): string =>
  `${[
    COLUMNS.map(([name]) => name),
    ...all.flatMap(({ scores }) => scores.map((score) => COLUMNS.map(([, text]) => text(score)))),
  ]
    .map((cells) => cells.join(","))
    .join("\n")}\n`;

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const number = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-GB") : String(Number(value.toPrecision(3)));

/** What to print: a table where outcomes have arrived, and what is awaited. */
export function scoresText(all: readonly EntryScores[], lastDate: string): string {
  if (all.length === 0)
    return "The ledger is empty: nothing to score. Record a forecast with `logjam forecast --record`.\n";
  return `${all.map((each) => entryText(each, lastDate)).join("\n\n")}\n`;
}

function entryText({ entry, scores, awaited, revised }: EntryScores, lastDate: string): string {
  const head = `Forecast by ${entry.model.id} as of ${entry.asOf}, made ${entry.made} (data to ${entry.data.to})`;
  const lines =
    scores.length === 0
      ? [`  No outcome has arrived: the data end on ${lastDate}.`]
      : [...tableOf(scores), ...(scores.some(({ blind }) => !blind) ? [NOT_BLIND] : [])];
  const note = revised
    ? ["  What was known on that date has been revised since; the naive rules see the revised figures."]
    : [];
  return [head, ...lines, ...note, ...awaitedLine(entry, awaited)].join("\n");
}

const NOT_BLIND = "  * not blind: the outcome was in the data when the forecast was made.";

function awaitedLine({ asOf, weeks }: LedgerEntry, awaited: readonly string[]): string[] {
  if (awaited.length === 0) return ["  Nothing more is awaited."];
  const due = HORIZONS.filter((horizon) => horizon <= weeks)
    .map((horizon) => [horizon, addWeeks(asOf, horizon)] as const)
    .filter(([, date]) => awaited.includes(date))
    .map(([horizon, date]) => `${horizon} weeks on ${date}`);
  return [`  Awaited from ${awaited[0]} to ${awaited.at(-1)}${due.length === 0 ? "" : `: ${due.join(", ")}`}.`];
}

/** The horizons of the track record that have arrived, and the latest date. */
function tableOf(scores: readonly LedgerScore[]): string[] {
  const rows = [...new Set(scores.map(({ series }) => series))].flatMap((series) => {
    const own = scores.filter((score) => score.series === series);
    const latest = Math.max(...own.map(({ horizonWeeks }) => horizonWeeks));
    const shown = [...new Set([...HORIZONS, latest])].sort((a, b) => a - b);
    return shown.flatMap((horizon) => {
      const cells = own.filter(({ horizonWeeks }) => horizonWeeks === horizon);
      return cells.length === 0 ? [] : [rowOf(series, horizon, cells)];
    });
  });
  const header = ["series", "weeks", "CRPS", "best naive", "its CRPS", "skill", "in 50 / 80 / 95 %"];
  const widths = header.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  return [header, ...rows].map((row) =>
    `  ${row.map((text, i) => (i === 0 || i === 3 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join("  ")}`.trimEnd(),
  );
}

/** Where a series has several places, CRPS are their mean and the intervals' hits are counted. */
function rowOf(series: string, horizon: number, cells: readonly LedgerScore[]): string[] {
  const crps = mean(cells.map((cell) => cell.crps));
  const naive = NAIVE_RULES.map(({ id }, i) => ({ id, crps: mean(cells.map((cell) => cell.naive[i]!)) }));
  const best = naive.filter((each) => Number.isFinite(each.crps)).reduce((a, b) => (b.crps < a.crps ? b : a));
  const hits = [0, 1, 2].map((i) => {
    const count = cells.filter(({ covered }) => covered[i]).length;
    return cells.length === 1 ? (count === 1 ? "yes" : "no") : `${count} of ${cells.length}`;
  });
  const blind = cells.every((each) => each.blind) ? "" : "*";
  return [
    `${series}${blind}`,
    String(horizon),
    number(crps),
    best.id,
    number(best.crps),
    best.crps > 0 ? `${Math.round(100 * (1 - crps / best.crps))} %` : "–",
    hits.join(" / "),
  ];
}
