import { readFileSync } from "node:fs";

/** A table of numbers by column. */
export type Columns = Readonly<Record<string, readonly number[]>>;

/**
 * Reads a file of `examples/classics/data`: a header line, then numbers. Throws RangeError, naming file and line, on a
 * row of another length or a cell that is no number.
 */
export function readColumns(file: string, separator: string): Columns {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8");
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const names = header!.split(separator).map((name) => name.trim());
  const rows = lines.map((line, k) => {
    const cells = line.split(separator);
    const values = cells.map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell)));
    if (values.length !== names.length || !values.every(Number.isFinite)) {
      throw new RangeError(`${file}:${k + 2}: ${names.length} numbers should stand here, separated by "${separator}".`);
    }
    return values;
  });
  return Object.fromEntries(names.map((name, column) => [name, rows.map((row) => row[column]!)]));
}

/** One column. Throws RangeError when the table lacks it. */
export function column(columns: Columns, name: string): readonly number[] {
  const found = columns[name];
  if (!found) throw new RangeError(`There is no column ${name}; there are ${Object.keys(columns).join(", ")}.`);
  return found;
}
