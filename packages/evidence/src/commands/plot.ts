import { daysBetween } from "../calendar.ts";
import type { Cell, Store } from "../database/store.ts";
import { errors } from "../errors.ts";
import { groupBy } from "../group.ts";
import { showSeries } from "./browse.ts";

/** What a figure of series needs; the drawing itself is not this package's. */
export interface PlotData {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly dataDate: string;
  readonly series: readonly {
    readonly label: string;
    /** Pieces of one series, parted by a gap, share a colour. */
    readonly colour: number;
    readonly points: readonly { readonly date: string; readonly value: number }[];
    readonly band?: readonly { readonly date: string; readonly low: number; readonly high: number }[];
  }[];
  readonly annotations: readonly { readonly date: string; readonly label: string }[];
}

export interface PlotQuery {
  readonly series: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** A line is broken where nothing was recorded for longer than this, in days: joining the ends would invent data. */
const GAP_DAYS = 100;

/** The pieces of a series between gaps; all but the last are labelled with their end. */
export function piecesOf<Point extends { readonly date: string }>(
  label: string,
  points: readonly Point[],
): { label: string; points: Point[] }[] {
  const pieces: Point[][] = [];
  for (const point of points) {
    const last = pieces.at(-1)?.at(-1);
    if (last === undefined || daysBetween(last.date, point.date) > GAP_DAYS) pieces.push([point]);
    else pieces.at(-1)!.push(point);
  }
  return pieces.map((piece, i) => ({
    label: i === pieces.length - 1 ? label : `${label} (to ${piece.at(-1)!.date})`,
    points: piece,
  }));
}

/** Series that a figure can still tell apart. */
const SERIES_LIMIT = 7;

/** Series of one unit, over time, with the citation and the last date. Several places of a series are added up. */
export async function plotData(store: Store, query: PlotQuery): Promise<PlotData> {
  const { rows } = await showSeries(store, query);
  const dated = rows.filter((row) => row[1] !== null && row[2] !== null);
  const units = [...new Set(dated.map((row) => String(row[5])))];
  const bySeries = groupBy(dated, (row) => String(row[0]));
  if (dated.length === 0) throw errors.notPlottable(query.series.join(", "), "they have no dated values in this span");
  if (units.length > 1)
    throw errors.notPlottable(query.series.join(", "), `they have different units (${units.join(", ")})`);
  if (bySeries.size > SERIES_LIMIT)
    throw errors.notPlottable(query.series.join(", "), `${bySeries.size} series are more than ${SERIES_LIMIT}`);
  const { unit, scale } = displayUnit(units[0]!, dated);
  const series = [...bySeries].flatMap(([label, points], colour) => {
    const values = [...groupBy(points, (row) => String(row[1]))].map(([date, same]) => ({
      date,
      value: total(same) / scale,
    }));
    const banded = points.filter((row) => row[3] !== null && row[4] !== null);
    const band = banded.map((row) => ({
      date: String(row[1]),
      low: Number(row[3]) / scale,
      high: Number(row[4]) / scale,
    }));
    return piecesOf(label, values).map((piece) => ({ ...piece, colour, ...(band.length === 0 ? {} : { band }) }));
  });
  const dates = dated.map((row) => String(row[1])).sort();
  return {
    title: [...bySeries.keys()].join(" · "),
    unit,
    source: await citation(store, [...bySeries.keys()]),
    dataDate: dates.at(-1)!,
    series,
    annotations: await annotated(store, [...bySeries.keys()], dates[0]!, dates.at(-1)!),
  };
}

/** A day's value: places are added up; of several numbers for one place the last one stands. */
const total = (same: readonly (readonly Cell[])[]): number =>
  [...new Map(same.map((row) => [row[6], Number(row[2])])).values()].reduce((sum, value) => sum + value, 0);

const UNIT_NAMES: Readonly<Record<string, string>> = {
  km2: "km²",
  item: "items",
  person: "persons",
  "person/week": "persons a week",
  "EUR/month": "EUR a month",
};
const BILLION = 1e9;

/** The unit as a reader would say it, and what to divide by. */
function displayUnit(unit: string, rows: readonly (readonly Cell[])[]): { unit: string; scale: number } {
  const name = UNIT_NAMES[unit] ?? unit;
  const large = unit.startsWith("EUR") && rows.some((row) => Math.abs(Number(row[2])) >= BILLION);
  return large ? { unit: `billion ${name}`, scale: BILLION } : { unit: name, scale: 1 };
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ");

async function citation(store: Store, names: readonly string[]): Promise<string> {
  const found = await store.query(
    `SELECT DISTINCT s.citation FROM series o JOIN sources s ON s.source = o.source WHERE o.series IN (${quoted(names)}) ORDER BY 1`,
  );
  return found.rows.map((row) => String(row[0])).join("; ");
}

/** Short artefacts of these series: a date and its kind. */
async function annotated(
  store: Store,
  names: readonly string[],
  from: string,
  to: string,
): Promise<PlotData["annotations"]> {
  const aliases = names.map((name) => name.replace(/^deepstate\.(area|contested)\./, "area-weekly."));
  const found = await store.query(
    `SELECT DISTINCT "from"::VARCHAR, kind FROM annotations, (SELECT unnest([${quoted([...names, ...aliases])}]) AS name)
     WHERE (name = series OR starts_with(name, series || '.')) AND "from"::VARCHAR BETWEEN '${from}' AND '${to}' AND "to" - "from" < 60 ORDER BY 1`,
  );
  return found.rows.map(([date, kind]) => ({ date: String(date), label: String(kind) }));
}
