/** Weeks as the model counts them. Dates are ISO days, read and written without any time zone. */
const DAY = 86_400_000;

const toDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const toDate = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const addWeeks = (date: string, weeks: number): string => toDate(toDay(date) + 7 * weeks);

/** Whole weeks from one day to another, rounded down. */
export const weeksBetween = (from: string, to: string): number => Math.floor((toDay(to) - toDay(from)) / 7);

export const isMonday = (date: string): boolean => new Date(`${date}T00:00:00Z`).getUTCDay() === 1;

/** Where a run stands in time: it starts in the past, the record ends at `asOf`, the horizon lies beyond. */
export interface Timeline {
  /** A Monday: step 0. */
  readonly start: string;
  /** A Monday: the first step whose future is not known. */
  readonly asOf: string;
  readonly knownWeeks: number;
  readonly horizonWeeks: number;
  /** knownWeeks + horizonWeeks + 1: the last record shows the state at the horizon. */
  readonly steps: number;
}

export function timeline(start: string, asOf: string, horizonWeeks: number): Timeline {
  const knownWeeks = weeksBetween(start, asOf);
  return { start, asOf, knownWeeks, horizonWeeks, steps: knownWeeks + horizonWeeks + 1 };
}
