/** The as-of dates whose posteriors come with the data. */
import { mondayOnOrAfter } from "@logjam/evidence";

/** The Monday before the article appeared. */
export const ARTICLE_DATE = "2023-11-27";
/** The first quarter with half a year of record before it. */
const FIRST_QUARTER = "2023-07-01";

/** The article's Monday, the newest one, and the first of each quarter, oldest first. `mondays`: those with data. */
export function fitDates(mondays: readonly string[]): string[] {
  const newest = mondays.at(-1)!;
  const quarters: string[] = [];
  for (let day = FIRST_QUARTER; day < newest; day = nextQuarter(day)) quarters.push(mondayOnOrAfter(day));
  return [...new Set([...quarters.filter((monday) => mondays.includes(monday)), ARTICLE_DATE, newest])].sort();
}

function nextQuarter(day: string): string {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return month > 9 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, "0")}-01`;
}
