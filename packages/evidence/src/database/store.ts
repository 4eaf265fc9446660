import { createHash } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { errors } from "../errors.ts";
import { makeFolder, readBytes } from "../files.ts";
import { SOURCES } from "../importers/sources.ts";
import { DESCRIPTOR, readDescriptor } from "../reading/descriptor.ts";
import { isObject } from "../text/json.ts";
import { duckdb, sqlText } from "./parquet.ts";
import { plainValue } from "./values.ts";

export interface StoreOptions {
  /** The snapshot's folder. */
  readonly data: string;
  /** Where the database file may be kept; it is named by the snapshot's checksum. */
  readonly cache: string;
}

export type Cell = string | number | boolean | null;

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** True when there were more rows than the limit. */
  readonly truncated: boolean;
}

/** The snapshot as a database that can be asked anything and changed by nothing. */
export interface Store {
  readonly file: string;
  /** Runs one SELECT. Statements that write, files and settings are refused. */
  readonly query: (sql: string, options?: { readonly limit?: number }) => Promise<QueryResult>;
  readonly close: () => void;
}

/** Rows that a query gives at most, unless told otherwise. */
const ROW_LIMIT = 1_000_000;

/** Opens the store, building it from the snapshot on first use (under two seconds). */
export async function openStore({ data, cache }: StoreOptions): Promise<Store> {
  const descriptor = readBytes(join(data, DESCRIPTOR));
  const hash = createHash("sha256").update(descriptor).update(SCHEMA_VERSION);
  for (const { file } of scoreTables(data)) hash.update(readBytes(file));
  const name = hash.digest("hex").slice(0, 16);
  const file = resolve(cache, `evidence-${name}.duckdb`);
  if (!existsSync(file)) await buildStore(data, file);
  // Locked: no writing, no other files, no extensions, no settings.
  const { DuckDBInstance } = await duckdb();
  const instance = await DuckDBInstance.create(file, {
    access_mode: "READ_ONLY",
    enable_external_access: "false",
    autoinstall_known_extensions: "false",
    memory_limit: "1GB",
    threads: "2",
    lock_configuration: "true",
  });
  const connection = await instance.connect();
  return {
    file,
    query: (sql, { limit = ROW_LIMIT } = {}) => select(connection, sql, limit),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function select(connection: DuckDBConnection, sql: string, limit: number): Promise<QueryResult> {
  if (sql.trim() === "") throw errors.sqlRefused(sql, "it is empty");
  try {
    const { StatementType } = await duckdb();
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw errors.sqlRefused(sql, "exactly one statement is expected");
    const statement = await statements.prepare(0);
    if (statement.statementType !== StatementType.SELECT && statement.statementType !== StatementType.EXPLAIN) {
      throw errors.sqlRefused(sql, "the store is read-only: only SELECT is possible");
    }
    const reader = await statement.streamAndReadUntil(limit + 1);
    const types = reader.columnTypes();
    const all = reader.getRows();
    const rows = all.slice(0, limit).map((row) => row.map((value, i) => plainValue(value, types[i]!)));
    return { columns: reader.deduplicatedColumnNames(), rows, truncated: all.length > limit };
  } catch (cause) {
    if ((cause as { code?: unknown }).code === "sql/refused") throw cause;
    throw errors.sqlFailed(sql, (cause as Error).message);
  }
}

/** Changes with the layout below, so that an older file is not taken for a newer one. */
const SCHEMA_VERSION = "3";

/** Builds the database beside its place and renames it there: a killed build leaves nothing half-made in use. */
async function buildStore(data: string, file: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(join(file, ".."));
    rmSync(temporary, { force: true });
    const { DuckDBInstance } = await duckdb();
    const instance = await DuckDBInstance.create(temporary, { threads: "2" });
    const connection = await instance.connect();
    for (const statement of layout(data)) await connection.run(statement);
    connection.closeSync();
    instance.closeSync();
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    if ((cause as NodeJS.ErrnoException).code !== undefined) throw errors.unwritable(file, (cause as Error).message);
    throw errors.snapshotBroken(data, `The database could not be built: ${(cause as Error).message.split("\n")[0]}.`);
  }
}

const SQL_TYPES: Readonly<Record<string, string>> = {
  string: "VARCHAR",
  number: "DOUBLE",
  integer: "BIGINT",
  date: "DATE",
  boolean: "BOOLEAN",
};

/** The statements that make the store: a table per resource (dashes become underscores), sources, observations, series. */
function layout(data: string): string[] {
  const resources = (readDescriptor(data)["resources"] as unknown[]).filter(isObject);
  const tables = resources.flatMap((resource) => {
    const path = sqlText(join(data, String(resource["path"])));
    const name = String(resource["name"]).replaceAll("-", "_");
    if (resource["format"] === "parquet") return [`CREATE TABLE ${name} AS SELECT * FROM read_parquet(${path})`];
    const schema = isObject(resource["schema"]) ? resource["schema"] : undefined;
    if (schema === undefined || !Array.isArray(schema["fields"])) return [];
    const columns = schema["fields"]
      .filter(isObject)
      .map((field) => `${sqlText(String(field["name"]))}: ${sqlText(SQL_TYPES[String(field["type"])] ?? "VARCHAR")}`);
    return [
      `CREATE TABLE ${name} AS SELECT * FROM read_csv(${path}, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns.join(", ")}})`,
    ];
  });
  return [
    ...tables,
    ...sourceStatements(),
    ...observationStatements(resources),
    SERIES_VIEW,
    ...scoreTables(data).map(({ statement }) => statement),
  ];
}

/** The track record, where there is one: `track_record`, a row per summary; `scores`, a row per forecast that was scored. */
function scoreTables(data: string): { readonly file: string; readonly statement: string }[] {
  const folder = join(data, "track-record");
  const table = (name: string, file: string, files: string) => ({
    file: join(folder, file),
    statement: `CREATE TABLE ${name} AS SELECT * FROM read_csv(${sqlText(join(folder, files))}, header = true, delim = ',', quote = '"', nullstr = ['', 'NaN'], sample_size = 200)`,
  });
  return [
    table("track_record", "summary.csv", "summary.csv"),
    // The index names the identity of every origin's scores: it changes with any of them.
    table("scores", "index.json", "origins/*.csv"),
  ].filter(({ file }) => existsSync(file));
}

function sourceStatements(): string[] {
  const rows = Object.entries(SOURCES).map(([id, { title, url, commit, licence, citation, revised }]) =>
    [id, title, url, commit, licence.title, citation].map(sqlText).concat(String(revised)).join(", "),
  );
  return [
    "CREATE TABLE sources (source VARCHAR, title VARCHAR, url VARCHAR, version VARCHAR, licence VARCHAR, citation VARCHAR, revised BOOLEAN)",
    `INSERT INTO sources VALUES ${rows.map((row) => `(${row})`).join(", ")}`,
  ];
}

/** All observations in one table: the sources' own, and DeepState's weekly areas (all its maps are in map_areas). */
function observationStatements(resources: readonly Record<string, unknown>[]): string[] {
  const names = resources.map(({ name }) => String(name)).filter((name) => name.startsWith("observations-"));
  const own = names.map(
    (name) =>
      `SELECT series, date, value, low, high, unit, place, ${sqlText(name.slice("observations-".length))} AS source, source_file, source_row, note FROM ${name.replaceAll("-", "_")}`,
  );
  const weekly = (column: string, kind: string): string =>
    `SELECT 'deepstate.${kind}.' || w.sector, w.date, w.${column}, NULL, NULL, 'km2', NULL, 'deepstate-' || m.form, w.source_file, 'polygons of the map', w.status
     FROM area_weekly w JOIN map_areas m ON m.source_file = w.source_file AND m.sector = w.sector WHERE w.${column} IS NOT NULL`;
  return [
    `CREATE TABLE observations AS ${[...own, weekly("area_km2", "area"), weekly("contested_km2", "contested")].join(" UNION ALL ")} ORDER BY 1, 2`,
    ...names.map((name) => `DROP TABLE ${name.replaceAll("-", "_")}`),
  ];
}

const SERIES_VIEW = `CREATE VIEW series AS
  SELECT series, source, any_value(unit) AS unit, count(*) AS observations, min(date) AS first, max(date) AS last
  FROM observations GROUP BY series, source ORDER BY series`;
