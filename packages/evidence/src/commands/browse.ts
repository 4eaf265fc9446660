import { isIsoDate } from "../calendar.ts";
import type { QueryResult, Store } from "../database/store.ts";
import { errors } from "../errors.ts";
import { IMPORTERS } from "../importers/registry.ts";

export const LISTS = ["series", "tables", "sources", "importers", "annotations"] as const;
export type ListKind = (typeof LISTS)[number];

const LIST_QUERIES: Readonly<Record<Exclude<ListKind, "importers">, string>> = {
  series: "SELECT * FROM series",
  tables:
    "SELECT table_name AS \"table\", string_agg(column_name || ' ' || lower(data_type), ', ' ORDER BY ordinal_position) AS columns FROM information_schema.columns GROUP BY table_name ORDER BY table_name",
  sources:
    "SELECT s.source, s.title, s.licence, s.version, count(f.source_file) AS files, s.url FROM sources s LEFT JOIN source_files f ON f.source = s.source GROUP BY ALL ORDER BY s.source",
  annotations: 'SELECT * FROM annotations ORDER BY series, "from"',
};

/** What there is: series, tables, sources, importers, annotations. */
export function listData(store: Store, kind: ListKind): Promise<QueryResult> {
  if (kind === "importers") {
    const rows = IMPORTERS.map(({ id, title, recognisedBy }) => [id, title, recognisedBy]);
    return Promise.resolve({ columns: ["importer", "title", "recognised by"], rows, truncated: false });
  }
  if (!(kind in LIST_QUERIES)) throw errors.unknownName("list", kind, LISTS);
  return store.query(LIST_QUERIES[kind]);
}

export interface SeriesQuery {
  readonly series: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The observations of one or several series, by name or by the beginning of it (`general-staff.*`). */
export async function showSeries(store: Store, { series, from, to }: SeriesQuery): Promise<QueryResult> {
  const known = (await store.query("SELECT series FROM series")).rows.map((row) => String(row[0]));
  const chosen = series.flatMap((wanted) => matching(wanted, known));
  for (const date of [from, to]) {
    if (date !== undefined && !isIsoDate(date)) throw errors.badDate("--from or --to", date, "year-month-day");
  }
  const bounds = [
    from === undefined ? "" : ` AND date >= ${text(from)}`,
    to === undefined ? "" : ` AND date <= ${text(to)}`,
  ];
  return store.query(
    `SELECT series, date, value, low, high, unit, place, source_file, source_row, note FROM observations WHERE series IN (${chosen.map(text).join(", ")})${bounds.join("")} ORDER BY series, date, place, source_row`,
  );
}

function matching(wanted: string, known: readonly string[]): string[] {
  const found = wanted.endsWith("*")
    ? known.filter((name) => name.startsWith(wanted.slice(0, -1)))
    : known.filter((name) => name === wanted);
  if (found.length === 0) throw errors.unknownName("series", wanted, known);
  return found;
}
