import { errors } from "../errors.ts";
import { type CellReader, cellReader } from "../text/columns.ts";
import { type CsvRow, type CsvTable, parseCsv } from "../text/csv.ts";
import { type Content, hasColumns, type Importer, type Note, type Observation, reading } from "./frame.ts";
import type { SourceId } from "./sources.ts";

/** What one row gives: observations less their place in the file, which the frame adds. */
export type Emission = Omit<Observation, "row">;

/** A CSV format as a table: its columns, what makes a row unique, and what a row says. */
export interface CsvFormat {
  readonly id: string;
  readonly title: string;
  readonly source: SourceId;
  /** Columns it needs, by which it is recognised too, in any order. */
  readonly columns: readonly string[];
  /** Columns that are known and deliberately not read. */
  readonly unread?: readonly string[];
  /** Columns that tell another format with the same columns apart. */
  readonly without?: readonly string[];
  readonly delimiter?: string;
  /** Rows with the same key are an error. */
  readonly key: (cells: CellReader, row: CsvRow) => string;
  readonly emit: (cells: CellReader, row: CsvRow) => readonly Emission[];
  /** Checks across rows, in file order; what it returns is noted. */
  readonly review?: (observations: readonly Observation[], file: string) => readonly Note[];
}

/** Builds an importer from a format. */
export function csvImporter(format: CsvFormat): Importer {
  const { id, title, source, columns, delimiter, without = [] } = format;
  return {
    id,
    title,
    source,
    recognisedBy: `a CSV with the columns ${columns.join(", ")}${delimiter === undefined ? "" : `, separated by ${JSON.stringify(delimiter)}`}`,
    columns,
    ...(delimiter === undefined ? {} : { delimiter }),
    detect: (content) =>
      hasColumns(content, columns, delimiter) && !without.some((column) => hasColumns(content, [column], delimiter)),
    read: (content) => {
      const table = parseCsv(content.text, content.path, delimiter === undefined ? {} : { delimiter });
      const observations = readRows(format, table);
      const notes = [...extraColumns(format, table), ...(format.review?.(observations, content.path) ?? [])];
      return reading({ observations, notes });
    },
  };
}

function readRows(format: CsvFormat, table: CsvTable): Observation[] {
  const cells = cellReader(table, format.columns);
  const firstLine = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const key = format.key(cells, row);
    const first = firstLine.get(key);
    if (first !== undefined) throw errors.duplicate(cells.place(row), key, `line ${first}`);
    firstLine.set(key, row.line);
    return format.emit(cells, row).map((emission) => ({ ...emission, row: `row ${row.line}` }));
  });
}

/** Columns that a newer release added are said, not silently dropped. */
function extraColumns(format: CsvFormat, table: CsvTable): Note[] {
  const known = new Set([...format.columns, ...(format.unread ?? [])]);
  return table.header
    .filter((column) => !known.has(column) && column !== "")
    .map((column) => ({ place: table.file, text: `the column "${column}" is not known and was not read` }));
}

/** For a CSV that nothing recognised: the format it comes nearest to, as a complaint about the column that is missing. */
export function nearestFormat(content: Content, importers: readonly Importer[]): Error | undefined {
  let best: { missing: string; header: readonly string[]; share: number } | undefined;
  for (const { columns, delimiter } of importers) {
    const header = content.header(delimiter);
    if (columns === undefined || header === undefined) continue;
    const missing = columns.filter((column) => !header.includes(column));
    const share = 1 - missing.length / columns.length;
    if (missing.length > 0 && share >= 0.5 && share > (best?.share ?? 0))
      best = { missing: missing[0]!, header, share };
  }
  return best === undefined ? undefined : errors.columnMissing(`${content.path}:1`, best.missing, best.header);
}
