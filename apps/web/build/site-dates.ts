/** The as-of dates that the site offers. */
import { mondayOnOrAfter } from "@logjam/evidence";
import type { AsOfInfo } from "../src/contract.ts";

/** The Monday before the article appeared. */
export const ARTICLE_DATE = "2023-11-27";
/** The first quarter with half a year of record before it. */
const FIRST_QUARTER = "2023-07-01";

export type SiteDate = Pick<AsOfInfo, "date" | "kind">;

/** The article's Monday, the newest one, and the first of each quarter, oldest first. `mondays`: those with data. */
export function siteDates(mondays: readonly string[]): SiteDate[] {
  const newest = mondays.at(-1)!;
  const quarters: string[] = [];
  for (let day = FIRST_QUARTER; day < newest; day = nextQuarter(day)) {
    const monday = mondayOnOrAfter(day);
    if (mondays.includes(monday)) quarters.push(monday);
  }
  const kind = (date: string): AsOfInfo["kind"] =>
    date === newest ? "newest" : date === ARTICLE_DATE ? "article" : "quarter";
  return [...new Set([...quarters, ARTICLE_DATE, newest])].sort().map((date) => ({ date, kind: kind(date) }));
}

function nextQuarter(day: string): string {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return month > 9 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, "0")}-01`;
}
