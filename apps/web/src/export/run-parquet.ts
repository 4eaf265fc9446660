/** A run as a Parquet file: one row per member and week, a column per series. */
import { addWeeks } from "@logjam/analysis";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import type { Outputs } from "../why/inspect/run-outputs.ts";

export interface RunColumn {
  /** The column's name in the file. */
  readonly name: string;
  /** The model's output, and by what it is divided. */
  readonly output: string;
  readonly per: number;
}

/** Columns `member`, `week`, `date` and the series, from the as-of date on; members in order, weeks within them. */
export function runParquet(
  outputs: Outputs,
  columns: readonly RunColumn[],
  asOf: string,
  about: Readonly<Record<string, string>>,
): { readonly bytes: ArrayBuffer; readonly rows: number } {
  const weeks = outputs.steps - outputs.knownWeeks;
  const rows = outputs.members * weeks;
  const member = new Int32Array(rows);
  const week = new Int32Array(rows);
  const dates = Array.from({ length: weeks }, (_, w) => addWeeks(asOf, w));
  for (let row = 0; row < rows; row++) {
    member[row] = Math.floor(row / weeks);
    week[row] = row % weeks;
  }
  const columnData: ColumnSource[] = [
    { name: "member", data: member, type: "INT32", nullable: false },
    { name: "week", data: week, type: "INT32", nullable: false },
    { name: "date", data: Array.from(week, (w) => dates[w]!), type: "STRING", nullable: false },
    ...columns.map(({ name, output, per }): ColumnSource => {
      const index = outputs.names.indexOf(output);
      if (index < 0) throw new Error(`export/no-output: the run did not record ${output}.`);
      const data = new Float64Array(rows);
      for (let w = 0; w < weeks; w++) {
        const values = outputs.at(index, outputs.knownWeeks + w);
        for (let m = 0; m < outputs.members; m++) data[m * weeks + w] = values[m]! / per;
      }
      return { name, data, type: "DOUBLE", nullable: false };
    }),
  ];
  const kvMetadata = Object.entries(about).map(([key, value]) => ({ key: `logjam.${key}`, value }));
  return { bytes: parquetWriteBuffer({ columnData, kvMetadata }), rows };
}
