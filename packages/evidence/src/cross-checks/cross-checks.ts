import type { Store } from "../database/store.ts";

/** One year's comparison of two series. */
export interface Comparison {
  readonly year: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface DatedValue {
  readonly date: string;
  readonly value: number;
}

/** A pair of sources that speak of the same thing, and how they differ, year by year. */
export interface CrossCheck {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly points: readonly DatedValue[];
  readonly years: readonly Comparison[];
}

/** Before this Monday the maps were still moving by thousands of km² a week; offsets are stated from here on. */
const POSITIONAL_FROM = "2022-12-05";

const AREAS = `WITH held AS (SELECT date, sum(area_km2) AS deepstate FROM area_weekly GROUP BY date),
  other AS (SELECT date, value, series FROM observations WHERE series IN ('economist.area', 'liveuamap.area'))`;

/** Another source's area less DeepState's (Crimea included), on Mondays. */
const areaDifference = (series: string): string =>
  `${AREAS} SELECT date::VARCHAR, value - deepstate FROM held JOIN other USING (date) WHERE series = '${series}' AND date >= '${POSITIONAL_FROM}' ORDER BY date`;

/** Claimed personnel losses of the week that ends on a Monday's eve, against deaths of the same ISO week. */
const KILLED_SHARE = `WITH claims AS (SELECT date, cumulative - lag(cumulative) OVER (ORDER BY date) AS week FROM losses_weekly WHERE category = 'personnel'),
  shares AS (SELECT m.date, sum(m.value) OVER quarter / sum(c.week) OVER quarter AS share, count(*) OVER quarter AS weeks
    FROM observations m JOIN claims c ON c.date = m.date + 7 WHERE m.series = 'meduza.deaths' WINDOW quarter AS (ORDER BY m.date ROWS BETWEEN 12 PRECEDING AND CURRENT ROW))
  SELECT date::VARCHAR, share FROM shares WHERE weeks = 13 ORDER BY date`;

/** Oryx's confirmed Russian losses of all types, per item that the General Staff claims (aircraft and drones of all kinds, missiles and ships left out). */
const CONFIRMED_SHARE = `WITH claims AS (SELECT date, sum(value) AS claimed FROM observations
    WHERE series IN ('general-staff.tank', 'general-staff.apc', 'general-staff.artillery', 'general-staff.mlrs', 'general-staff.air-defence', 'general-staff.vehicle', 'general-staff.special-equipment') GROUP BY date),
  counted AS (SELECT date, value FROM observations WHERE series = 'oryx.russia.all-types' AND date > '2022-04-01')
  SELECT date::VARCHAR, value / claimed FROM counted JOIN claims USING (date) ORDER BY date`;

const CHECKS = [
  {
    name: "area-economist",
    title: "The Economist (after ISW) less DeepState",
    unit: "km²",
    sql: areaDifference("economist.area"),
  },
  { name: "area-liveuamap", title: "liveuamap less DeepState", unit: "km²", sql: areaDifference("liveuamap.area") },
  {
    name: "killed-share",
    title: "Deaths (Meduza) per claimed casualty (General Staff), 13 weeks",
    unit: "share",
    sql: KILLED_SHARE,
  },
  {
    name: "confirmed-share",
    title: "Confirmed items (Oryx) per claimed item (General Staff)",
    unit: "share",
    sql: CONFIRMED_SHARE,
  },
] as const;

/** All comparisons, computed from the snapshot. */
export async function crossChecks(store: Store): Promise<CrossCheck[]> {
  const results: CrossCheck[] = [];
  for (const { name, title, unit, sql } of CHECKS) {
    const { rows } = await store.query(sql);
    const points = rows.map(([date, value]) => ({ date: String(date), value: Number(value) }));
    results.push({ name, title, unit, points, years: byYear(points) });
  }
  return results;
}

function byYear(points: readonly DatedValue[]): Comparison[] {
  const years = [...new Set(points.map(({ date }) => Number(date.slice(0, 4))))];
  return years.map((year) => {
    const values = points.filter(({ date }) => date.startsWith(String(year))).map(({ value }) => value);
    return {
      year,
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
      low: Math.min(...values),
      high: Math.max(...values),
      count: values.length,
    };
  });
}

/** A Markdown table of one comparison. */
export function comparisonTable({ title, unit, years }: CrossCheck): string {
  const shown = (value: number): string =>
    unit === "share" ? value.toFixed(2) : Math.round(value).toLocaleString("en-GB");
  return [
    `| ${title} | mean | lowest | highest | dates |`,
    "|---|---:|---:|---:|---:|",
    ...years.map(
      ({ year, mean, low, high, count }) => `| ${year} | ${shown(mean)} | ${shown(low)} | ${shown(high)} | ${count} |`,
    ),
  ].join("\n");
}
