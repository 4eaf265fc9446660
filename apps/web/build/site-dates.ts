/** The as-of dates that the site offers. */
import { ARTICLE_DATE, fitDates } from "@logjam/cli/fit-dates";
import type { AsOfInfo } from "../src/contract.ts";

export type SiteDate = Pick<AsOfInfo, "date" | "kind">;

/** The dates whose posteriors come with the data, oldest first. `mondays`: those with data. */
export function siteDates(mondays: readonly string[]): SiteDate[] {
  const newest = mondays.at(-1)!;
  const kind = (date: string): AsOfInfo["kind"] =>
    date === newest ? "newest" : date === ARTICLE_DATE ? "article" : "quarter";
  return fitDates(mondays).map((date) => ({ date, kind: kind(date) }));
}
