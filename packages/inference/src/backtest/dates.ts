/** Calendar of weekly series; dates are ISO days, all arithmetic in UTC. */
const DAY = 86_400_000;

export const addWeeks = (date: string, weeks: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 7 * weeks * DAY).toISOString().slice(0, 10);

/** The first Monday of each month from `from` on that leaves room for `leastWeeks` weeks until the last of `mondays`. */
export function monthlyOrigins(mondays: readonly string[], from: string, leastWeeks: number): string[] {
  const last = mondays.at(-1) ?? "";
  return mondays.filter((date, i) => {
    const firstOfMonth = date.slice(0, 7) !== (mondays[i - 1] ?? "").slice(0, 7) && Number(date.slice(8)) <= 7;
    return firstOfMonth && date >= from && addWeeks(date, leastWeeks) <= last;
  });
}

/** Whole weeks from the last of `dates` to the origin; undefined where these are not on the same day of the week. */
export function lagWeeks(dates: readonly string[], origin: string): number | undefined {
  const days = (Date.parse(`${origin}T00:00:00Z`) - Date.parse(`${dates.at(-1)}T00:00:00Z`)) / DAY;
  return Number.isInteger(days / 7) ? days / 7 : undefined;
}
