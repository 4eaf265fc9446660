import { rmSync } from "node:fs";
import { errors } from "../errors.ts";
import { memoryDatabase, sqlText } from "./parquet.ts";

export type CsvColumnType = "VARCHAR" | "DATE" | "INTEGER" | "DOUBLE";

/**
 * Writes a CSV file with a header line again as Parquet, row by row in the same order; an empty cell is a missing value.
 * The columns must be those of the file, in order. The same file gives the same bytes. Leaves nothing behind when it
 * fails: throws `file/unwritable`.
 */
export async function csvToParquet(
  csv: string,
  parquet: string,
  columns: Readonly<Record<string, CsvColumnType>>,
): Promise<void> {
  const { connection, close } = await memoryDatabase();
  try {
    const types = Object.entries(columns).map(([name, type]) => `${sqlText(name)}: ${sqlText(type)}`);
    const from = `read_csv(${sqlText(csv)}, header = true, delim = ',', quote = '"', nullstr = '', columns = {${types.join(", ")}})`;
    await connection.run(`COPY (SELECT * FROM ${from}) TO ${sqlText(parquet)} (FORMAT parquet, COMPRESSION zstd)`);
  } catch (cause) {
    rmSync(parquet, { force: true });
    throw errors.unwritable(parquet, (cause as Error).message.split("\n")[0]!);
  } finally {
    close();
  }
}
