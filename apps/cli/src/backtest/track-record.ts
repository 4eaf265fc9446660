/** docs/track-record.md: how good the forecasts have been, in tables and plain words, generated from the scores. */
import type { Forecaster, SummaryRow, Target } from "@logjam/inference";
import { markdownTable as table } from "../files/markdown.ts";
import { hasFigure } from "./record-figure.ts";
import { aheadText, capital, plainRecord, type TrackRecord } from "./record-words.ts";
import { type Remedy, remediesSection } from "./remedies.ts";

export interface TrackRecordInput {
  readonly summary: readonly SummaryRow[];
  readonly origins: readonly string[];
  readonly forecasters: readonly Forecaster[];
  readonly targets: readonly Target[];
  readonly members: number;
  readonly lastDate: string;
  readonly ledger: TrackRecord["ledger"];
  /** What was tried to make the forecasts better; may be none. */
  readonly remedies: readonly Remedy[];
}

/** The page's picture, beside it: written as SVG and as PNG. */
export const FIGURE = "images/track-record";

const percent = (share: number): string => (Number.isFinite(share) ? `${Math.round(100 * share)} %` : "–");
const number = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-GB") : String(Number(value.toPrecision(2)));

export function trackRecord(input: TrackRecordInput): string {
  const sectors = input.targets.filter(({ id }) => id.startsWith("area/"));
  const others = input.targets.filter((target) => !sectors.includes(target));
  return `${[
    opening(input),
    ...(input.remedies.length > 0 ? [remediesSection(input.remedies)] : []),
    "## All scores",
    scoringText(input),
    verdictLines(input.summary),
    ...others.map((target) => targetSection(input, target.id, `${capital(target.title)} (${target.unit})`)),
    targetSection(input, "area-by-sector", "Area by sector, all sectors at once (energy score, km²)"),
    sectorSection(input, sectors),
    readingNotes,
  ].join("\n\n")}\n`;
}

/** In plain words, with the picture: what a newspaper could print. */
function opening({ origins, summary, ledger }: TrackRecordInput): string {
  const record = { summary, origins, ledger };
  const { lead, points } = plainRecord(record);
  const figure = hasFigure(record)
    ? [`![How much smaller the forecasts' error was than the best simple rule's](${FIGURE}.svg)`]
    : [];
  return [
    "# How good have the forecasts been?",
    ...lead,
    ...figure,
    ...points.flatMap(({ title, intro, items }) => [
      `**${title}${title.endsWith("?") ? "" : "."}**${intro === "" ? "" : ` ${intro}`}`,
      ...(items.length > 0 ? [items.map((item) => `- ${item}`).join("\n")] : []),
    ]),
  ].join("\n\n");
}

const scoringText = ({ origins, members, lastDate }: TrackRecordInput): string =>
  `This page is written by \`logjam backtest\`. From each of ${origins.length} Mondays, ${origins[0]} to ${origins.at(-1)}, every forecaster said what
would happen 4, 13, 26 and 52 weeks later, knowing only what was public on that Monday. The scores below compare what
they said with what the record showed up to ${lastDate}. Each forecast has ${members.toLocaleString("en-GB")} members.`;

/** For each target and horizon: who was best, and whether that is distinguishable from the best naive rule. */
function verdictLines(summary: readonly SummaryRow[]): string {
  const cells = new Map<string, SummaryRow[]>();
  for (const row of summary.filter(({ target }) => !target.startsWith("area/"))) {
    const key = `${row.target}, ${aheadText(row.horizonWeeks)}`;
    cells.set(key, [...(cells.get(key) ?? []), row]);
  }
  const rows = [...cells].map(([key, found]) => {
    const best = found.reduce((least, row) => (row.crps < least.crps ? row : least));
    const sure = best.skill.low > 0;
    const verdict =
      best.forecaster === best.bestNaive ? "no one beats it" : sure ? "better" : "not distinguishable from none";
    return [key, best.bestNaive, best.forecaster, interval(best), verdict];
  });
  return table(
    ["what, and how far ahead", "best naive rule", "best of all", "its skill over the naive", "verdict"],
    rows,
  );
}

const interval = ({ skill }: SummaryRow): string =>
  `${percent(skill.value)} (${percent(skill.low)} to ${percent(skill.high)})`;

function targetSection({ summary, forecasters }: TrackRecordInput, target: string, title: string): string {
  const rows = summary.filter((row) => row.target === target);
  const horizons = [...new Set(rows.map(({ horizonWeeks }) => horizonWeeks))];
  const cellsOf = (id: string, show: (row: SummaryRow) => string) =>
    horizons.map((horizon) => {
      const row = rows.find(({ forecaster, horizonWeeks }) => forecaster === id && horizonWeeks === horizon);
      return row === undefined ? "–" : show(row);
    });
  const spoke = forecasters.filter(({ id }) => rows.some(({ forecaster }) => forecaster === id));
  const header = ["", ...horizons.map((h) => `${h} weeks`)];
  const isVector = rows.every(({ covered80 }) => Number.isNaN(covered80));
  const scores = table(header, [
    ["origins", ...cellsOf(spoke[0]?.id ?? "", (row) => String(row.origins))],
    ...spoke.map(({ id, title: name }) => [name, ...cellsOf(id, (row) => number(row.crps))]),
  ]);
  const skills = table(
    header,
    spoke.map(({ id, title: name }) => [name, ...cellsOf(id, interval)]),
  );
  const coverage = table(
    header,
    spoke.map(({ id, title: name }) => [
      name,
      ...cellsOf(id, (row) => [row.covered50, row.covered80, row.covered95].map(percent).join(" / ")),
    ]),
  );
  const logs = table(
    header,
    spoke.map(({ id, title: name }) => [name, ...cellsOf(id, (row) => row.logScore.toFixed(2))]),
  );
  return [
    `## ${title}`,
    `Mean ${isVector ? "energy score" : "CRPS"}; lower is better.`,
    scores,
    "Skill against the best naive rule, with its 95 % interval.",
    skills,
    ...(isVector
      ? []
      : [
          "Share of outcomes inside the central 50 / 80 / 95 % interval.",
          coverage,
          "Mean log score; lower is better.",
          logs,
        ]),
  ].join("\n\n");
}

function sectorSection({ summary, forecasters }: TrackRecordInput, sectors: readonly Target[]): string {
  const horizons = [...new Set(summary.map(({ horizonWeeks }) => horizonWeeks))];
  const rows = sectors.flatMap(({ id }) =>
    forecasters
      .filter((f) => f.family === "model" || f.id === "drift-4" || f.id === "local-rate")
      .map(({ id: forecaster, title }) => [
        `${id.slice("area/".length)}: ${title}`,
        ...horizons.map((horizon) => {
          const row = summary.find((r) => r.target === id && r.forecaster === forecaster && r.horizonWeeks === horizon);
          return row === undefined ? "–" : `${number(row.crps)} (${percent(row.covered80)})`;
        }),
      ]),
  );
  return `## Sector by sector

Mean CRPS in km², and in brackets the share of outcomes inside the central 80 % interval.

${table(["", ...horizons.map((h) => `${h} weeks`)], rows)}`;
}

const readingNotes = `## How to read this

- **CRPS** is the mean distance of a forecast from what happened, with credit for honest doubt; it is in the unit of the
  quantity. The form is the fair one, which does not depend on the number of members.
- **Skill** is 1 − CRPS / CRPS of the best naive rule. The naive rules are: no change, drift of the last 4, 13 and 26 weeks
  with their own past errors, AR(1) on the weekly change. The best is chosen in hindsight, which favours it.
- **Best of all** is also chosen in hindsight, from all forecasters: where "better" is written beside it, part of that may
  be luck. The interval is that of the pair alone.
- **M1 and M2** are fitted anew at every origin, from what was known on it; aid, intake and the main effort of the weeks to
  come are simulated. The **released forecast** is a stack of the models, with weights and spreads learnt only from origins
  whose outcomes were known on that Monday.
- **Not blind.** The equations and priors of M1 and M2, the rules and M0 were written when all these data were known. M0's equations were revised twice after its
  forecasts at every sixth origin had been seen (a map noise that was fitted shrank to nothing; scatter that fed on itself
  made forecasts explode), and the least number of past errors was chosen after trying several. Only forecasts of months
  that had not happened when they were made are free of this.
- **Intervals** of skill come from a circular block bootstrap over origins. A block is as long as one forecast overlaps, but
  at most a third of the origins; at 52 weeks that cap binds, and intervals are too narrow. There have been few independent
  years: treat 52-week skill as an anecdote.
- **Log scores** use a stated density: a Student kernel with 4 degrees of freedom about every member, of Silverman's
  bandwidth, and no narrower than the resolution of the data.
- Where a horizon has fewer than 20 past errors, rules scale the errors of the longest horizon that has, by the root of time.
- All histories start on 5 December 2022. Area is DeepState's; a map that is drawn later for an earlier day is not used.
- Scores by origin are in \`data/track-record/origins/\`, this page's tables in \`data/track-record/summary.csv\`.`;
