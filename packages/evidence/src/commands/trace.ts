import { addDays, isIsoDate } from "../calendar.ts";
import type { Cell, Store } from "../database/store.ts";
import { errors } from "../errors.ts";

/** Where a number of the snapshot comes from: the number, the rows of its sources, what was done to them, and on what terms. */
export interface Trace {
  readonly what: string;
  readonly value: string;
  readonly rows: readonly string[];
  readonly transformation: string;
  readonly sources: readonly {
    readonly citation: string;
    readonly licence: string;
    readonly url: string;
    readonly version: string;
  }[];
  readonly annotations: readonly string[];
}

const AREA_STEPS =
  "Occupied layers (fill colours #a52714, #880e4f, #000000) of the last map published by the end of the Monday (UTC), joined so that overlaps count once, clipped to the oblasts, measured on the WGS 84 ellipsoid along parallels 111 m apart; sectors by oblast, Donetsk divided at 48.00 and 48.55 degrees north.";

interface Traceable {
  /** How the number is asked for, after the table's name. */
  readonly keys: readonly string[];
  readonly value: string;
  readonly unit: string;
  readonly transformation: string;
  /** SQL that gives, from $key values, the source rows as text. */
  readonly rows: (key: readonly string[]) => string;
  readonly series: (key: readonly string[]) => string;
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const fileRow = "source_file || coalesce(', ' || source_row, '')";

const TABLES: Readonly<Record<string, Traceable>> = {
  "area-weekly": {
    keys: ["date", "sector"],
    value: "area_km2",
    unit: "km2",
    transformation: AREA_STEPS,
    rows: ([date, sector]) =>
      `SELECT source_file || ', polygons with an occupied fill colour (map of ' || map_date || ', ' || status || ')' AS text, source_file FROM area_weekly WHERE date = ${text(date!)} AND sector = ${text(sector!)}`,
    series: ([, sector]) => `area-weekly.${sector}`,
  },
  "line-weekly": {
    keys: ["date", "sector"],
    value: "front_km",
    unit: "km",
    transformation: `${AREA_STEPS} Shares of H3 cells (resolution 6) held; length of the line by the coarea formula: the sum of the shares' gradients over the cells.`,
    rows: ([date, sector]) =>
      `SELECT source_file || ', polygons with an occupied fill colour' AS text, source_file FROM area_weekly WHERE date = ${text(date!)} AND sector = ${text(sector!)}`,
    series: ([, sector]) => `area-weekly.${sector}`,
  },
  "losses-weekly": {
    keys: ["date", "category"],
    value: "cumulative",
    unit: "persons or items, cumulative",
    transformation:
      "The claim published on the Monday, or the last one before it (status carried); categories renamed; military vehicles and fuel tanks added until May 2022.",
    rows: ([date, category]) =>
      `SELECT source_file || ', ' || source_row || ' (' || observed_on || ', ' || status || ')' AS text, source_file FROM losses_weekly WHERE date = ${text(date!)} AND category = ${text(category!)}`,
    series: ([, category]) => `general-staff.${category}`,
  },
  "aid-monthly": {
    keys: ["month", "donor_group", "kind", "measure"],
    value: "value_eur",
    unit: "EUR in the month",
    transformation:
      "Donor-months of the group's countries, turned from billions into euros and added; a month without rows is zero.",
    rows: ([month, group, kind, measure]) =>
      `WITH cell AS (SELECT *, unnest(string_split(coalesce(source_rows, ''), ' ')) AS line FROM aid_monthly WHERE month = ${text(month!)} AND donor_group = ${text(group!)} AND kind = ${text(kind!)} AND measure = ${text(measure!)})
       SELECT cell.source_file || ', line ' || line || coalesce(': ' || o.place || ', ' || printf('%.0f', o.value) || ' EUR', '') AS text, cell.source_file
       FROM cell LEFT JOIN observations o ON o.source_file = cell.source_file AND o.source_row = 'row ' || line AND o.series = ${text(`kiel.${measure === "committed" ? "commitments" : kind}`)}
       WHERE line <> ''`,
    series: () => "kiel",
  },
};

/**
 * Traces a number: `area-weekly 2023-11-27 zaporizhzhia`, `losses-weekly 2023-11-27 personnel`,
 * `aid-monthly 2023-10 us military allocated`, or any series: `general-staff.tank 2023-11-27`.
 */
export async function trace(store: Store, name: string, keys: readonly string[]): Promise<Trace> {
  const table = TABLES[name];
  return table === undefined ? traceSeries(store, name, keys) : traceTable(store, name, table, keys);
}

async function traceTable(store: Store, name: string, table: Traceable, keys: readonly string[]): Promise<Trace> {
  const given = table.keys.length === 4 && keys.length === 3 ? [...keys, "allocated"] : keys;
  if (given.length !== table.keys.length) {
    throw errors.traceKeys(name, table.keys);
  }
  const where = table.keys.map((key, i) => `${key}::VARCHAR = ${text(given[i]!)}`).join(" AND ");
  const found = await store.query(`SELECT ${table.value} FROM ${name.replaceAll("-", "_")} WHERE ${where}`);
  if (found.rows.length === 0) throw await unknownKey(store, name, table, given);
  const rows = await store.query(table.rows(given));
  const files = [...new Set(rows.rows.map((row) => String(row[1])))];
  const day = given[0]!.length === 7 ? `${given[0]}-01` : given[0]!;
  return {
    what: `${name}: ${given.join(", ")}`,
    value: `${found.rows[0]![0]} ${table.unit}`,
    rows:
      rows.rows.length === 0
        ? ["no row of the source: nothing was recorded, which counts as zero"]
        : rows.rows.map((row) => String(row[0])),
    transformation: table.transformation,
    sources: await sourcesOfFiles(
      store,
      name === "area-weekly" || name === "line-weekly" ? [...files, "boundaries/"] : files,
    ),
    annotations: await annotationsOn(store, table.series(given), day),
  };
}

async function unknownKey(store: Store, name: string, table: Traceable, given: readonly string[]): Promise<Error> {
  for (const [i, key] of table.keys.entries()) {
    const known = await store.query(
      `SELECT DISTINCT ${key}::VARCHAR AS name FROM ${name.replaceAll("-", "_")} ORDER BY 1`,
    );
    const names = known.rows.map((row) => String(row[0]));
    if (!names.includes(given[i]!)) return errors.unknownName(key, given[i]!, names);
  }
  return errors.unknownName("number", given.join(", "), []);
}

async function traceSeries(store: Store, series: string, keys: readonly string[]): Promise<Trace> {
  const known = await store.query("SELECT series FROM series");
  const names = known.rows.map((row) => String(row[0]));
  if (!names.includes(series)) throw errors.unknownName("table or series", series, [...Object.keys(TABLES), ...names]);
  const [date, place] = keys;
  const wheres = [`series = ${text(series)}`];
  if (date !== undefined) wheres.push(`(date::VARCHAR = ${text(date)} OR place = ${text(date)})`);
  if (place !== undefined) wheres.push(`place = ${text(place)}`);
  const found = await store.query(
    `SELECT value, low, high, unit, ${fileRow} AS text, source_file, date::VARCHAR, place, note FROM observations WHERE ${wheres.join(" AND ")} ORDER BY date, place LIMIT 20`,
  );
  if (found.rows.length === 0) {
    throw await noObservation(store, series, date ?? "");
  }
  return {
    what: [series, ...keys].join(", "),
    value: found.rows.map((row) => `${row[0] ?? bounds(row)} ${row[3]}`).join("; "),
    rows: found.rows.map(
      (row) =>
        `${row[4]}: ${[row[6], row[7], row[0] ?? bounds(row), row[8]].filter((part) => part !== null).join(", ")}`,
    ),
    transformation: series.startsWith("deepstate.")
      ? AREA_STEPS
      : "Taken as the source has it, after its units and dates were normalised (see docs/evidence.md).",
    sources: await sourcesOfFiles(store, [...new Set(found.rows.map((row) => String(row[5])))]),
    annotations: await annotationsOn(store, series, String(found.rows[0]![6] ?? "")),
  };
}

/** A day without an observation: the days around it that have one. */
async function noObservation(store: Store, series: string, date: string): Promise<Error> {
  const near = await store.query(
    `SELECT max(date) FILTER (date::VARCHAR < ${text(date)})::VARCHAR, min(date) FILTER (date::VARCHAR > ${text(date)})::VARCHAR FROM observations WHERE series = ${text(series)}`,
  );
  return errors.noObservation(series, date, near.rows[0]!.filter((day) => day !== null).map(String));
}

const bounds = (row: readonly Cell[]): string => `${row[1] ?? "?"} to ${row[2] ?? "?"}`;

async function sourcesOfFiles(store: Store, files: readonly string[]): Promise<Trace["sources"]> {
  const wanted = files.map((file) =>
    file.endsWith("/") ? `f.source = ${text(file.slice(0, -1))}` : `f.source_file = ${text(file)}`,
  );
  if (wanted.length === 0) wanted.push("f.source = 'kiel'");
  const found = await store.query(
    `SELECT DISTINCT s.citation, s.licence, s.url, s.version FROM source_files f JOIN sources s ON s.source = f.source WHERE ${wanted.join(" OR ")} ORDER BY 1`,
  );
  return found.rows.map(([citation, licence, url, version]) => ({
    citation: String(citation),
    licence: String(licence),
    url: String(url),
    version: String(version),
  }));
}

/** A Monday's figure shows what happened in the week that ends with it. */
const weekBefore = (day: string): string => (isIsoDate(day) ? addDays(day, -6) : day);

async function annotationsOn(store: Store, series: string, day: string): Promise<string[]> {
  const found = await store.query(
    `SELECT kind || ': ' || text FROM annotations WHERE (${text(series)} = series OR starts_with(${text(series)}, series || '.')) AND "from"::VARCHAR <= ${text(day)} AND "to"::VARCHAR >= ${text(weekBefore(day))}`,
  );
  return found.rows.map((row) => String(row[0]));
}

export const traceText = (found: Trace): string =>
  [
    `${found.what} = ${found.value}`,
    "",
    "From",
    ...found.rows.map((row) => `  ${row}`),
    "How",
    `  ${found.transformation}`,
    ...(found.annotations.length === 0 ? [] : ["Note", ...found.annotations.map((note) => `  ${note}`)]),
    "Sources and licences",
    ...found.sources.map(({ citation, licence, url, version }) => `  ${citation} | ${licence} | ${url} @ ${version}`),
    "",
  ].join("\n");
