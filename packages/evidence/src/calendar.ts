/**
 * Calendar days as ISO strings (`2023-11-27`), in UTC, proleptic Gregorian. Strings compare in date order, print as
 * they are, and carry no time zone: a weekly model needs nothing finer.
 */
export type IsoDate = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1 January 1970, or undefined when the text is no date. */
export function dayNumber(date: IsoDate): number | undefined {
  const match = ISO.exec(date);
  if (match === null) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return isoOfTime(time) === date ? time / MILLISECONDS_PER_DAY : undefined;
}

const isoOfTime = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10);

/** The date of a day number. */
export const isoOfDay = (day: number): IsoDate => isoOfTime(day * MILLISECONDS_PER_DAY);

/** The UTC date of a Unix time in seconds. */
export const isoOfUnix = (seconds: number): IsoDate => isoOfTime(seconds * 1000);

export const isIsoDate = (text: string): boolean => dayNumber(text) !== undefined;

const known = (date: IsoDate): number => {
  const day = dayNumber(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return day;
};

/** `date` plus a number of days (negative: before). */
export const addDays = (date: IsoDate, days: number): IsoDate => isoOfDay(known(date) + days);

/** Days from `from` to `to`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => known(to) - known(from);

/** 0 for Monday … 6 for Sunday. */
export const weekday = (date: IsoDate): number => (((known(date) + 3) % 7) + 7) % 7;

/** The Monday on or after a date. */
export const mondayOnOrAfter = (date: IsoDate): IsoDate => addDays(date, (7 - weekday(date)) % 7);

/** The Monday on or before a date. */
export const mondayOnOrBefore = (date: IsoDate): IsoDate => addDays(date, -weekday(date));

/** All Mondays from `first` to `last`, both included when they are Mondays. */
export function mondaysBetween(first: IsoDate, last: IsoDate): IsoDate[] {
  const mondays: IsoDate[] = [];
  for (let monday = mondayOnOrAfter(first); monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}

/** The Monday of an ISO week (ISO 8601: week 1 holds 4 January), or undefined when the year has no such week. */
export function mondayOfIsoWeek(year: number, week: number): IsoDate | undefined {
  const first = mondayOnOrBefore(`${String(year).padStart(4, "0")}-01-04`);
  const monday = addDays(first, (week - 1) * 7);
  const thursday = addDays(monday, 3);
  return Number.isInteger(week) && week >= 1 && thursday.startsWith(String(year)) ? monday : undefined;
}

/** `2023-11` for November 2023. */
export const isoMonth = (year: number, month: number): string => `${year}-${String(month).padStart(2, "0")}`;

/** The first day after a month: when the month is over. */
export function firstDayAfterMonth(month: string): IsoDate {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01-01` : `${isoMonth(year, number + 1)}-01`;
}

/** All months from `first` to `last` as `2022-01`, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = firstDayAfterMonth(month).slice(0, 7)) months.push(month);
  return months;
}
