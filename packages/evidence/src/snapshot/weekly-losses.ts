import { addDays, type IsoDate, mondayOnOrAfter, mondayOnOrBefore, mondaysBetween } from "../calendar.ts";
import { groupBy } from "../group.ts";
import { hasValue } from "../importers/frame.ts";
import type { SourcedObservation } from "./state.ts";

type Counted = SourcedObservation & { readonly value: number };

export interface WeekLoss {
  readonly date: IsoDate;
  readonly category: string;
  /** Total claimed since 24 February 2022, as published by the end of this Monday. */
  readonly cumulative: number;
  /** What the source itself corrected within the seven days up to this Monday; contained in `cumulative`. */
  readonly correction: number;
  readonly observedOn: IsoDate;
  /** `carried`: nothing was published on this Monday, so the last figure before it stands. */
  readonly status: "published" | "carried";
  readonly sourceFile: string;
  readonly sourceRow: string;
}

const COUNTS = "general-staff.";
const CORRECTIONS = "general-staff-correction.";

/** The claimed losses on Mondays, by category. Nothing is smoothed: falls that the source made stay, and are marked. */
export function weeklyLosses(observations: readonly SourcedObservation[]): WeekLoss[] {
  const bySeries = groupBy(observations.filter(hasValue), (observation) => observation.series);
  const weeks: WeekLoss[] = [];
  for (const [series, counts] of bySeries) {
    if (!series.startsWith(COUNTS)) continue;
    const category = series.slice(COUNTS.length);
    const corrections = bySeries.get(CORRECTIONS + category) ?? [];
    weeks.push(...categoryWeeks(category, sortedByDate(counts), corrections));
  }
  return weeks.sort((a, b) => (a.date + a.category < b.date + b.category ? -1 : 1));
}

const sortedByDate = (observations: readonly Counted[]): Counted[] =>
  [...observations].sort((a, b) => (a.date < b.date ? -1 : 1));

function categoryWeeks(category: string, counts: readonly Counted[], corrections: readonly Counted[]): WeekLoss[] {
  const weeks: WeekLoss[] = [];
  let next = 0;
  const last = counts.at(-1)!.date;
  for (const monday of mondaysBetween(mondayOnOrAfter(counts[0]!.date), mondayOnOrBefore(last))) {
    while (next < counts.length && counts[next]!.date <= monday) next++;
    const count = counts[next - 1]!;
    const correction = corrections
      .filter(({ date }) => date <= monday && date > addDays(monday, -7))
      .reduce((sum, { value }) => sum + value, 0);
    weeks.push({
      date: monday,
      category,
      cumulative: count.value,
      correction,
      observedOn: count.date,
      status: count.date === monday ? "published" : "carried",
      sourceFile: count.path,
      sourceRow: count.row,
    });
  }
  return weeks;
}
