/** From evidence to what the model's series and the claims about the record need, week by week. */
import { addWeeks, InputError, type ObservedSeries, type PublicRecord, weeksBetween } from "@logjam/analysis";
import { DONOR_GROUPS, type DonorGroup, type Evidence, type KnownEvidence } from "@logjam/evidence";
import { mudIn } from "./mud.ts";
import { observedSeries } from "./observed.ts";

/** The positional phase begins with the front settled after Kherson; M1 starts here. */
export const START = "2022-12-05";
/** The first Monday of the full-scale war: claims about the record of aid may look back to it. */
const AID_START = "2022-02-28";
/** The shortest record that the fit is given. */
const FEWEST_WEEKS = 26;

export interface RecordForQuestion {
  readonly record: PublicRecord;
  readonly observed: readonly ObservedSeries[];
  readonly dataDates: Readonly<Record<string, string>>;
}

/** Checks that a question may be asked as of a date: a Monday with data that leaves half a year to fit. */
export function checkAsOf(evidence: Evidence, asOf: string, place: string): void {
  const first = addWeeks(START, FEWEST_WEEKS);
  if (evidence.mondays.includes(asOf) && asOf >= first) return;
  const usable = evidence.mondays.filter((monday) => monday >= first);
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
  const dates = (from: number, count: number) => Array.from({ length: count }, (_, i) => addWeeks(START, from + i));
  const ahead = Math.max(0, Math.min(horizonWeeks, weeksBetween(asOf, evidence.lastDate)));
  const known = seriesOver(then, dates(0, weeks));
  return {
    record: {
      start: START,
      known,
      hindsight: { "history.observedAllocation": allocatedLater(later, weeks, horizonWeeks) },
      always: {
        "history.mud": dates(0, weeks + horizonWeeks + 1).map(mudIn),
        "front.initialArea": areaOn(then, START),
      },
      series: recordedSeries(then, asOf),
    },
    observed: observedSeries(then, later, START, asOf, addWeeks(asOf, ahead)),
    dataDates: lastDates(then),
  };
}

const areaOn = (evidence: KnownEvidence, date: string): number =>
  evidence.weeklyArea().find((point) => point.date === date)?.areaKm2 ?? Number.NaN;

/** The model's series by week; NaN where the record has nothing. */
function seriesOver(evidence: KnownEvidence, dates: readonly string[]): Record<string, number[]> {
  const area = new Map(evidence.weeklyArea().map((p) => [p.date, p.areaKm2]));
  const personnel = new Map(evidence.weeklyLosses("personnel").map((p) => [p.date, p.cumulative]));
  const change = (levels: ReadonlyMap<string, number>) =>
    dates.map((date) => (levels.get(addWeeks(date, 1)) ?? Number.NaN) - (levels.get(date) ?? Number.NaN));
  const allocation = weekly(monthly(evidence, DONOR_GROUPS), dates);
  return {
    "history.observedChange": change(area),
    "history.observedClaims[ru]": change(personnel),
    "history.observedClaims[ua]": dates.map(() => Number.NaN),
    "history.observedAllocation": filled(allocation, 13),
  };
}

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

/** What was in fact allocated after the as-of date, then the mean of the last recorded year. */
function allocatedLater(evidence: KnownEvidence, weeks: number, horizonWeeks: number): number[] {
  const all = Array.from({ length: weeks + horizonWeeks + 1 }, (_, i) => addWeeks(START, i));
  return filled(weekly(monthly(evidence, DONOR_GROUPS), all), 52).slice(weeks);
}

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
