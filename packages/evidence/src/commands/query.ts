import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryDatabase, sqlText } from "../database/parquet.ts";
import type { Cell, QueryResult, Store } from "../database/store.ts";
import { errors } from "../errors.ts";
import { formatCsv } from "../text/csv.ts";

export const FORMATS = ["table", "csv", "json", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

/** Runs a query and lays its result out: text, or bytes for Parquet. */
export async function runQuery(
  store: Store,
  sql: string,
  format: Format,
  limit?: number,
): Promise<string | Uint8Array> {
  const result = await store.query(sql, limit === undefined ? {} : { limit });
  return layOut(result, format);
}

export async function layOut(result: QueryResult, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case "csv":
      return toCsv(result);
    case "json":
      return `${JSON.stringify(
        result.rows.map((row) => Object.fromEntries(result.columns.map((name, i) => [name, row[i]]))),
        undefined,
        1,
      )}\n`;
    case "parquet":
      return toParquetFile(result);
    case "table":
      return toTable(result);
    default:
      throw errors.unknownName("format", format, FORMATS);
  }
}

/** Text that a spreadsheet would run as a formula is disarmed with an apostrophe, as spreadsheets themselves do. */
const disarmed = (cell: Cell | undefined): string | number | undefined =>
  typeof cell === "string" && /^[=+\-@\t\r]/.test(cell)
    ? `'${cell}`
    : cell === null || cell === undefined
      ? undefined
      : typeof cell === "boolean"
        ? String(cell)
        : cell;

const toCsv = ({ columns, rows }: QueryResult): string =>
  formatCsv(
    columns,
    rows.map((row) => row.map(disarmed)),
  );

/** Rows that a table shows; CSV, JSON and Parquet give all. */
const TABLE_ROWS = 200;

function toTable({ columns, rows, truncated }: QueryResult): string {
  const shown = rows.slice(0, TABLE_ROWS).map((row) => row.map(cellText));
  const numeric = columns.map((_, i) => rows.every((row) => row[i] === null || typeof row[i] === "number"));
  const widths = columns.map((name, i) => Math.min(60, Math.max(name.length, ...shown.map((row) => row[i]!.length))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const cut = cell.length > widths[i]! ? `${cell.slice(0, widths[i]! - 1)}…` : cell;
        return numeric[i] ? cut.padStart(widths[i]!) : cut.padEnd(widths[i]!);
      })
      .join("  ")
      .trimEnd();
  const rest = rows.length - shown.length;
  const more = rest > 0 || truncated ? [`... ${truncated ? "more" : rest} rows not shown; --format csv gives all`] : [];
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...shown.map(line), ...more, ""].join("\n");
}

const cellText = (cell: Cell): string => (cell === null ? "" : String(cell).replace(/\s+/g, " "));

/** Parquet by way of JSON lines, in a database of its own: the store itself can write no files. */
async function toParquetFile(result: QueryResult): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "logjam-query-"));
  const { connection, close } = await memoryDatabase();
  try {
    const lines = join(folder, "rows.json");
    const text = result.rows
      .map((row) => JSON.stringify(Object.fromEntries(result.columns.map((name, i) => [name, row[i]]))))
      .join("\n");
    writeFileSync(lines, text === "" ? "{}\n" : `${text}\n`);
    const file = join(folder, "rows.parquet");
    const from = `read_json(${sqlText(lines)}, format = 'newline_delimited', sample_size = -1)`;
    await connection.run(`COPY (SELECT * FROM ${from}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`);
    return readFileSync(file);
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
}
