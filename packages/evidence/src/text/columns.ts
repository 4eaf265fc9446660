import { isIsoDate } from "../calendar.ts";
import { errors } from "../errors.ts";
import type { CsvRow, CsvTable } from "./csv.ts";

export interface NumberRule {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}
/** Reads the cells of a table by column name, each with its checks; complaints name file, line and column. */
export interface CellReader {
  readonly has: (column: string) => boolean;
  readonly place: (row: CsvRow, column?: string) => string;
  readonly text: (row: CsvRow, column: string) => string;
  readonly number: (row: CsvRow, column: string, rule?: NumberRule) => number;
  /** As `number`, with undefined for an empty cell or NA. */
  readonly optional: (row: CsvRow, column: string, rule?: NumberRule) => number | undefined;
  readonly date: (row: CsvRow, column: string) => string;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
/** Spreadsheets run a cell that begins so, unless it is a plain number. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.]))/;
/** Larger numbers than this are no areas, persons or euros: 1e308 in a cell is damage. */
const LARGEST = 1e15;

/** Checks that the required columns exist (others may come and go, in any order), then reads cells by name. */
export function cellReader(table: CsvTable, required: readonly string[]): CellReader {
  for (const column of required) {
    if (!table.header.includes(column)) throw errors.columnMissing(`${table.file}:1`, column, table.header);
  }
  if (table.rows.length === 0) throw errors.noRows(table.file);
  const index = new Map(table.header.map((name, i) => [name, i]));
  const place = (row: CsvRow, column?: string): string =>
    `${table.file}:${row.line}${column === undefined ? "" : `, column ${column}`}`;
  const text = (row: CsvRow, column: string): string => {
    const at = index.get(column);
    if (at === undefined) throw errors.columnMissing(`${table.file}:1`, column, table.header);
    const found = row.fields[at]!.trim();
    if (FORMULA.test(found)) throw errors.formulaCell(place(row, column), found);
    return found;
  };
  const number = (row: CsvRow, column: string, rule: NumberRule = {}): number =>
    checkedNumber(text(row, column), place(row, column), rule);
  return {
    has: (column) => index.has(column),
    place,
    text,
    number,
    optional: (row, column, rule) => {
      const found = text(row, column);
      return found === "" || found === "NA" ? undefined : checkedNumber(found, place(row, column), rule ?? {});
    },
    date: (row, column) => {
      const found = text(row, column);
      if (!isIsoDate(found)) throw errors.badDate(place(row, column), found, "year-month-day");
      return found;
    },
  };
}

/** A number from text: finite, plausible, and within the rule. */
export function checkedNumber(found: string, place: string, rule: NumberRule): number {
  const value = NUMBER.test(found) ? Number(found) : Number.NaN;
  const { min = -LARGEST, max = LARGEST, integer = false } = rule;
  if (Number.isNaN(value) || value < min || value > max || (integer && !Number.isInteger(value))) {
    const bounds = `${rule.min === undefined ? "" : ` of at least ${rule.min}`}${rule.max === undefined ? "" : ` of at most ${rule.max}`}`;
    throw errors.badNumber(place, found, `${integer ? "a whole number" : "a finite number"}${bounds}`);
  }
  return value;
}
