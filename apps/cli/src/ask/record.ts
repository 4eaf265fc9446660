/** From evidence to what the model's series and the claims about the record need, week by week. */
import { addWeeks, InputError, type ObservedSeries, type PublicRecord, weeksBetween } from "@logjam/analysis";
import { DONOR_GROUPS, type DonorGroup, type Evidence, FRONT_SECTORS, type KnownEvidence } from "@logjam/evidence";
import { mudIn } from "./mud.ts";
import { observedSeries } from "./observed.ts";

/** The positional phase begins with the front settled after Kherson; M1 starts here. */
export const START = "2022-12-05";
/** The first Monday of the full-scale war: claims about the record of aid may look back to it. */
const AID_START = "2022-02-28";
/** The shortest record that the fit is given. */
const FEWEST_WEEKS = 26;

export interface RecordForQuestion {
  /** The record in the form of each model's series: M1 takes totals, M2 sectors and groups of donors. */
  readonly records: { readonly m1: PublicRecord; readonly m2: PublicRecord };
  readonly observed: readonly ObservedSeries[];
  readonly dataDates: Readonly<Record<string, string>>;
}

/** The Mondays with data as of which a question may be asked, oldest first. */
export const usableMondays = (evidence: Evidence): string[] =>
  evidence.mondays.filter((monday) => monday >= addWeeks(START, FEWEST_WEEKS));

/** Checks that a question may be asked as of a date: a Monday with data that leaves half a year to fit. */
export function checkAsOf(evidence: Evidence, asOf: string, place: string): void {
  const usable = usableMondays(evidence);
  if (usable.includes(asOf)) return;
  const first = addWeeks(START, FEWEST_WEEKS);
  const nearest = usable.reduce((a, b) => (distance(b, asOf) < distance(a, asOf) ? b : a), usable[0]!);
  throw new InputError({
    code: "ask/as-of",
    place,
    reason: `${asOf} is not a Monday with data from ${first} to ${evidence.lastDate}.`,
    nextStep: `The nearest that can be asked is ${nearest}.`,
  });
}

/** The last date used of each source, by the source's id. */
function lastDates(evidence: KnownEvidence): Record<string, string> {
  const dates: Record<string, string> = {};
  for (const point of evidence.weeklyArea()) dates[point.provenance.file.split("/")[0]!] = point.date;
  dates["general-staff"] = evidence.weeklyLosses("personnel").at(-1)!.date;
  dates["kiel"] = lastDayOf(evidence.monthlyAid({ group: "us", kind: "military" }).at(-1)!.month);
  return dates;
}

const lastDayOf = (month: string): string => {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

const distance = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) || 0;

export function recordFor(evidence: Evidence, asOf: string, horizonWeeks: number): RecordForQuestion {
  const weeks = weeksBetween(START, asOf);
  const then = evidence.asOf(asOf);
  const later = evidence.hindsight();
  const all = Array.from({ length: weeks + horizonWeeks + 1 }, (_, i) => addWeeks(START, i));
  const dates = all.slice(0, weeks);
  const ahead = Math.max(0, Math.min(horizonWeeks, weeksBetween(asOf, evidence.lastDate)));
  const claims = weeklyChange(personnel(then), dates);
  const deaths = weeklyDeaths(then, dates, asOf);
  const common = {
    start: START,
    series: recordedSeries(then, asOf),
    scored: {
      line: weeklyChange(areaOf(then, "area-total"), dates),
      ...rows(FRONT_SECTORS, (s) => [`line-${s}`, weeklyChange(areaOf(then, s), dates)]),
      claims,
      deaths,
      allocations: weekly(monthly(then, DONOR_GROUPS), dates),
    },
  };
  const none = dates.map(() => Number.NaN);
  const losses = {
    "history.observedClaims[ru]": claims,
    "history.observedClaims[ua]": none,
    "history.observedDeaths[ru]": deaths,
    "history.observedDeaths[ua]": none,
  };
  const always = {
    "history.mud": all.map(mudIn),
    "manpower.initialClaims[ru]": personnel(then).get(START)!,
    "manpower.initialClaims[ua]": 0,
  };
  const sectors = FRONT_SECTORS;
  return {
    records: {
      m1: {
        ...common,
        known: {
          ...losses,
          "history.observedChange": common.scored.line,
          "history.observedAllocation": allocatedThen(then, DONOR_GROUPS, dates),
        },
        hindsight: { "history.observedAllocation": allocatedLater(later, DONOR_GROUPS, all).slice(weeks) },
        always: { ...always, "front.initialArea": areaOf(then, "area-total").get(START)! },
      },
      m2: {
        ...common,
        known: {
          ...losses,
          ...rows(sectors, (s) => [`history.observedChange[${s}]`, weeklyChange(areaOf(then, s), dates)]),
          ...rows(DONOR_GROUPS, (g) => [`history.observedAllocation[${g}]`, allocatedThen(then, [g], dates)]),
        },
        hindsight: rows(DONOR_GROUPS, (g) => [
          `history.observedAllocation[${g}]`,
          allocatedLater(later, [g], all).slice(weeks),
        ]),
        always: { ...always, ...rows(sectors, (s) => [`front.initialArea[${s}]`, areaOf(then, s).get(START)!]) },
      },
    },
    observed: observedSeries(then, later, START, asOf, addWeeks(asOf, ahead)),
    dataDates: lastDates(then),
  };
}

const rows = <K, V>(keys: readonly K[], row: (key: K) => readonly [name: string, value: V]): Record<string, V> =>
  Object.fromEntries(keys.map(row));

const areaOf = (evidence: KnownEvidence, place: Parameters<KnownEvidence["weeklyArea"]>[0]): Map<string, number> =>
  new Map(evidence.weeklyArea(place).map((p) => [p.date, p.areaKm2]));

const personnel = (evidence: KnownEvidence): Map<string, number> =>
  new Map(evidence.weeklyLosses("personnel").map((p) => [p.date, p.cumulative]));

/** Deaths of the week that begins on each Monday, of weeks that were over by the as-of date; NaN where not known. */
function weeklyDeaths(evidence: KnownEvidence, dates: readonly string[], asOf: string): number[] {
  const series = "meduza.deaths";
  if (!evidence.seriesNames.includes(series)) return dates.map(() => Number.NaN);
  const byWeek = new Map(evidence.series(series).map(({ date, value }) => [date, value]));
  return dates.map((date) => (addWeeks(date, 1) <= asOf ? (byWeek.get(date) ?? Number.NaN) : Number.NaN));
}

/** From each Monday to the next; NaN where either is not on record. */
const weeklyChange = (levels: ReadonlyMap<string, number>, dates: readonly string[]): number[] =>
  dates.map((date) => (levels.get(addWeeks(date, 1)) ?? Number.NaN) - (levels.get(date) ?? Number.NaN));

/** Military aid allocated by the given groups, EUR by month. */
function monthly(evidence: KnownEvidence, groups: readonly DonorGroup[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const group of groups)
    for (const point of evidence.monthlyAid({ group, kind: "military" }))
      sums.set(point.month, (sums.get(point.month) ?? 0) + point.valueEur);
  return sums;
}

/** A monthly sum spread evenly over its days, EUR a week; NaN where the month is not known. */
function weekly(months: ReadonlyMap<string, number>, dates: readonly string[]): number[] {
  return dates.map((date) => {
    const [year, month] = date.split("-").map(Number) as [number, number];
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const sum = months.get(date.slice(0, 7));
    return sum === undefined ? Number.NaN : (sum / days) * 7;
  });
}

/** Gaps filled with the mean of the weeks before: a month that is not over yet has no figure, but the pipeline runs on. */
function filled(row: readonly number[], window: number): number[] {
  const out: number[] = [];
  for (const value of row) {
    const recent = out.slice(-window);
    out.push(Number.isFinite(value) ? value : recent.reduce((a, b) => a + b, 0) / Math.max(1, recent.length));
  }
  return out;
}

/** What was allocated as far as it was known; a month that was not over yet takes the mean of the 13 weeks before. */
const allocatedThen = (evidence: KnownEvidence, groups: readonly DonorGroup[], dates: readonly string[]): number[] =>
  filled(weekly(monthly(evidence, groups), dates), 13);

/** What was in fact allocated, and after the end of the record the mean of its last year. */
const allocatedLater = (evidence: KnownEvidence, groups: readonly DonorGroup[], dates: readonly string[]): number[] =>
  filled(weekly(monthly(evidence, groups), dates), 52);

function recordedSeries(evidence: KnownEvidence, asOf: string): PublicRecord["series"] {
  const dates = Array.from({ length: weeksBetween(AID_START, asOf) }, (_, i) => addWeeks(AID_START, i));
  const groups = DONOR_GROUPS.map((group) => [`aid-military-${group}`, [group]] as const);
  return Object.fromEntries([
    ...[["aid-military", DONOR_GROUPS] as const, ...groups].map(([name, of]) => [
      name,
      {
        title: `Military aid allocated, EUR a week (${of.join(", ")})`,
        values: weekly(monthly(evidence, of), dates),
      },
    ]),
  ]);
}
