/** How good the forecasts have been, in words for the report and the page alike: plain sentences from the scores. */
import { formatDay } from "@logjam/figures";
import { NAIVE_RULES, type SummaryRow } from "@logjam/inference";
import { RELEASED } from "../forecast/released.ts";
import { list } from "../report/words.ts";
import { POSITIONAL_SINCE } from "./histories.ts";

export interface TrackRecord {
  readonly summary: readonly SummaryRow[];
  /** The Mondays on which forecasts were made, oldest first. */
  readonly origins: readonly string[];
  /** Forecasts that were written down before the event: how many, and the day of the first. */
  readonly ledger: { readonly forecasts: number; readonly since?: string };
}

/** Our own forecasters, the released one first: the first that the record has speaks for the project. */
const OURS: readonly string[] = [RELEASED, "m2", "m1", "m0"];

const SERIES: Readonly<Record<string, string>> = {
  "area-total": "the area that Russia holds",
  "area-by-sector": "that area sector by sector",
  personnel: "claimed Russian personnel losses",
  deaths: "estimated Russian deaths a week",
  tank: "tanks claimed destroyed",
  artillery: "artillery claimed destroyed",
};
/** What the project set itself: skill at every distance for these, and intervals that hold as often as they say. */
const AIMED: readonly string[] = ["area-total", "personnel"];
const AIM = 0.1;
const COVERAGE = { from: 0.72, to: 0.88 } as const;

const AHEAD: Readonly<Record<number, string>> = { 4: "four weeks", 13: "a quarter", 26: "half a year", 52: "a year" };
/** How far ahead, in words. */
export const aheadText = (weeks: number): string => AHEAD[weeks] ?? `${weeks} weeks`;
export const seriesText = (target: string): string => SERIES[target] ?? target;
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The naive rules as one would tell them to a neighbour. */
const RULES: Readonly<Record<string, string>> = {
  "no-change": "nothing changes",
  "drift-4": "it goes on as in the last four weeks",
  "drift-13": "it goes on as in the last quarter",
  "drift-26": "it goes on as in the last half-year",
  "ar-1": "the pace falls back to its average",
};
const ruleText = (id: string): string => `“${RULES[id] ?? id}”`;

const percent = (share: number): string => `${Math.round(100 * Math.abs(share))} %`;

/** The forecaster that speaks for the project; undefined where the record has rules alone. */
export const speakerOf = ({ summary }: Pick<TrackRecord, "summary">): string | undefined =>
  OURS.find((id) => summary.some(({ forecaster }) => forecaster === id));

/** The speaker's rows of one series, nearest first. */
export const rowsOf = (record: Pick<TrackRecord, "summary">, target: string): SummaryRow[] =>
  record.summary
    .filter((row) => row.target === target && row.forecaster === speakerOf(record))
    .sort((a, b) => a.horizonWeeks - b.horizonWeeks);

/** Series that the speaker forecasts, in the order in which they are told. */
const told = (record: TrackRecord): string[] => Object.keys(SERIES).filter((id) => rowsOf(record, id).length > 0);

export interface PlainRecord {
  /** Paragraphs before the figure. */
  readonly lead: readonly string[];
  /** What stands below it. */
  readonly points: readonly { readonly title: string; readonly intro: string; readonly items: readonly string[] }[];
}

export function plainRecord(record: TrackRecord): PlainRecord {
  const { origins } = record;
  const speaker = speakerOf(record);
  const rules = list(NAIVE_RULES.map(({ id }) => ruleText(id)));
  const when =
    origins.length === 0
      ? "From past Mondays"
      : `From each of ${origins.length} Mondays, a month apart, ${formatDay(origins[0]!)} to ${formatDay(origins.at(-1)!)}`;
  const lead = [
    `${when}, Logjam forecast what would happen up to a year later, from nothing but what was public on that Monday. ` +
      "Here the forecasts are held against what happened.",
    `The yardstick is what anyone could have said without a model: ${rules}. Each of these rules states its doubt by its own past ` +
      "errors. For every series and distance the best of the five is chosen afterwards, which is kinder to them than to us.",
    ...AIMED.flatMap((target) => seriesSentences(target, rowsOf(record, target))),
  ];
  if (speaker === undefined)
    return { lead: [...lead, "No forecast of this project has been scored here yet."], points: [] };
  return { lead, points: [beatenPoint(record), openPoint(record), coveragePoint(record), sincePoint(record)] };
}

/** "For the area that Russia holds, the forecasts' error was smaller ... at all distances, by 18 to 31 %. ..." */
function seriesSentences(target: string, rows: readonly SummaryRow[]): string[] {
  if (rows.length === 0) return [];
  const [smaller, larger] = [rows.filter(({ skill }) => skill.value > 0), rows.filter(({ skill }) => skill.value <= 0)];
  const range = (some: readonly SummaryRow[]) => {
    const [low, high] = [Math.min, Math.max].map((of) =>
      percent(of(...some.map(({ skill }) => Math.abs(skill.value)))),
    );
    return low === high ? `by ${low}` : `by ${low!.replace(" %", "")} to ${high}`;
  };
  const where = (some: readonly SummaryRow[]) =>
    some.length === rows.length ? "at every distance" : aheads(some.map(({ horizonWeeks }) => horizonWeeks));
  const parts = [
    ...(smaller.length > 0 ? [`smaller ${where(smaller)} (${range(smaller)})`] : []),
    ...(larger.length > 0 ? [`larger ${where(larger)} (${range(larger)})`] : []),
  ];
  const sure = rows.filter(({ skill }) => skill.low > 0).map(({ horizonWeeks }) => horizonWeeks);
  const luck =
    sure.length === 0
      ? "Luck could explain all of that"
      : sure.length === rows.length
        ? "Luck alone does not explain it"
        : `Luck alone does not explain it ${aheads(sure)}; elsewhere it could`;
  const short = rows.filter(({ skill }) => skill.value < AIM).map(({ horizonWeeks }) => horizonWeeks);
  const aim =
    short.length === 0
      ? `The aim of ${percent(AIM)} is reached at every distance.`
      : `The aim of ${percent(AIM)} is missed ${aheads(short)}.`;
  return [
    `For ${seriesText(target)}, the error of its forecasts, against the best simple rule's, was ${parts.join(", and ")}. ${luck}. ${aim}`,
  ];
}

/** "four weeks, a quarter and a year ahead" */
const aheads = (weeks: readonly number[]): string => `${list(weeks.map(aheadText))} ahead`;

function beatenPoint(record: TrackRecord) {
  const items = told(record).flatMap((target) => {
    const lost = rowsOf(record, target).filter(({ skill }) => skill.value < 0);
    if (lost.length === 0) return [];
    const each = lost.map(({ horizonWeeks, bestNaive, skill }) => {
      const luck = skill.high < 0 ? "" : ", which may be luck";
      return `${aheadText(horizonWeeks)} ahead (${ruleText(bestNaive)}; our error ${percent(skill.value)} larger${luck})`;
    });
    return [`${capital(seriesText(target))}: ${list(each)}.`];
  });
  return {
    title: "Where a simple rule did better",
    intro: items.length === 0 ? "Nowhere, for what is forecast here." : "",
    items,
  };
}

function openPoint(record: TrackRecord) {
  const items = told(record).flatMap((target) => {
    const rows = rowsOf(record, target);
    const open = rows.filter(({ skill }) => skill.low <= 0 && skill.high >= 0).map(({ horizonWeeks }) => horizonWeeks);
    if (open.length === 0) return [];
    return [`${capital(seriesText(target))}: ${open.length === rows.length ? "at every distance" : aheads(open)}.`];
  });
  return {
    title: "Where skill cannot be told from none",
    intro:
      items.length === 0
        ? "Nowhere: all 95 % intervals leave zero out."
        : "The 95 % interval of the difference to the best simple rule holds zero. Forecasts a month apart overlap, and a year " +
          "ahead there have been few independent years.",
    items,
  };
}

function coveragePoint(record: TrackRecord) {
  const scored = told(record).flatMap((target) =>
    rowsOf(record, target)
      .filter(({ covered80 }) => Number.isFinite(covered80))
      .map((row) => ({ target, row })),
  );
  const items = [...new Set(scored.map(({ target }) => target))].flatMap((target) => {
    const each = (title: string, wrong: (row: SummaryRow) => boolean) => {
      const found = scored.filter((one) => one.target === target && wrong(one.row));
      if (found.length === 0) return [];
      return [
        `${title} ${list(found.map(({ row }) => `${aheadText(row.horizonWeeks)} ahead (${percent(row.covered80)})`))}`,
      ];
    };
    const parts = [
      ...each("too narrow", ({ covered80 }) => covered80 < COVERAGE.from),
      ...each("too wide", ({ covered80 }) => covered80 > COVERAGE.to),
    ];
    return parts.length === 0 ? [] : [`${capital(seriesText(target))}: ${parts.join("; ")}.`];
  });
  const right =
    scored.length - scored.filter(({ row }) => row.covered80 < COVERAGE.from || row.covered80 > COVERAGE.to).length;
  return {
    title: "Do its ranges hold?",
    intro:
      "A range that is given as 80 % sure should hold what happens four times in five; we ask for " +
      `${Math.round(100 * COVERAGE.from)} to ${percent(COVERAGE.to)}. ${right} of ${scored.length} do${items.length === 0 ? "." : ". Those that do not:"}`,
    items,
  };
}

function sincePoint({ ledger }: TrackRecord) {
  const kept =
    ledger.since === undefined
      ? "The record proper begins with the first forecast that is kept, dated and hashed, in data/forecasts; there is none yet."
      : `The record proper begins on ${formatDay(ledger.since)}: from that day on, forecasts are kept, dated and hashed, in ` +
        `data/forecasts before what they speak of has happened (${ledger.forecasts} so far).`;
  return {
    title: "Since when the record counts",
    intro:
      "All of the above is a rehearsal. The forecaster did not know the future, but those who wrote it did: they saw these years " +
      `before they chose its equations. ${kept} All forecasters start from the record since ${formatDay(POSITIONAL_SINCE)}, when the ` +
      "front had settled.",
    items: [],
  };
}
