import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";

/** A column of small integers or of dates; dates as days since 1970. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: "USMALLINT" | "INTEGER" | "DATE";
  readonly values: ArrayLike<number>;
}

/** The database's native code is loaded when it is first asked for, so that plain reading does not pay for it. */
export const duckdb = (): Promise<typeof import("@duckdb/node-api")> => import("@duckdb/node-api");

/** An in-memory database with one thread: the same input gives the same bytes. */
export async function memoryDatabase(): Promise<{ connection: DuckDBConnection; close: () => void }> {
  const { DuckDBInstance } = await duckdb();
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A path as an SQL string. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes columns of equal length as one Parquet file and returns its bytes. */
export async function toParquet(columns: readonly ParquetColumn[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "logjam-parquet-"));
  const { connection, close } = await memoryDatabase();
  try {
    const declared = columns.map(({ name, type }) => `${name} ${type === "DATE" ? "INTEGER" : type}`);
    await connection.run(`CREATE TABLE rows (${declared.join(", ")})`);
    const appender = await connection.createAppender("rows");
    const length = columns[0]?.values.length ?? 0;
    for (let row = 0; row < length; row++) {
      for (const { type, values } of columns) {
        if (type === "USMALLINT") appender.appendUSmallInt(values[row]!);
        else appender.appendInteger(values[row]!);
      }
      appender.endRow();
    }
    appender.closeSync();
    const chosen = columns.map(({ name, type }) => (type === "DATE" ? `DATE '1970-01-01' + ${name} AS ${name}` : name));
    const file = join(folder, "rows.parquet");
    await connection.run(
      `COPY (SELECT ${chosen.join(", ")} FROM rows) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    return readFileSync(file);
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads a Parquet file of numbers; dates come as days since 1970. */
export async function fromParquet(file: string, columns: readonly string[]): Promise<number[][]> {
  const { connection, close } = await memoryDatabase();
  try {
    const chosen = columns.map((name) =>
      name === "date" ? "CAST(date - DATE '1970-01-01' AS INTEGER)" : `CAST(${name} AS INTEGER)`,
    );
    const reader = await connection.runAndReadAll(`SELECT ${chosen.join(", ")} FROM read_parquet(${sqlText(file)})`);
    return reader.getRows() as number[][];
  } finally {
    close();
  }
}
