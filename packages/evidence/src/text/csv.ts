import { errors } from "../errors.ts";

/** One row of a CSV file: its fields, and the line of the file on which it begins (1-based; the header is line 1). */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}
export interface CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}
export interface CsvOptions {
  readonly delimiter?: string;
  /** Longest field allowed, in characters. */
  readonly fieldLimit?: number;
}

const FIELD_LIMIT = 100_000;

/**
 * Reads RFC 4180: quoted fields, doubled quotation marks, line breaks inside quotes, LF or CRLF. Blank lines are
 * skipped. Every row must be as wide as the header: a shorter one is a truncated file, not a row of missing values.
 */
export function parseCsv(text: string, file: string, options: CsvOptions = {}): CsvTable {
  const records = splitRecords(text, file, options.delimiter ?? ",", options.fieldLimit ?? FIELD_LIMIT);
  const first = records.next().value as CsvRow | undefined;
  if (first === undefined) throw errors.empty(file);
  const header = first.fields.map((name) => name.trim());
  for (const [index, name] of header.entries()) {
    if (header.indexOf(name) !== index) throw errors.csvDuplicateColumn(`${file}:${first.line}`, name);
  }
  const rows: CsvRow[] = [];
  for (const row of records) {
    if (row.fields.length !== header.length) {
      throw errors.csvWidth(`${file}:${row.line}`, header.length, row.fields.length);
    }
    rows.push(row);
  }
  return { file, header, rows };
}

/** The header alone, for recognising a file: undefined when the first line is not CSV of at least two columns. */
export function csvHeader(text: string, delimiter = ","): readonly string[] | undefined {
  try {
    const first = splitRecords(text.slice(0, 20_000), "", delimiter, FIELD_LIMIT).next().value as CsvRow | undefined;
    return first !== undefined && first.fields.length >= 2 ? first.fields.map((name) => name.trim()) : undefined;
  } catch {
    return undefined;
  }
}

function* splitRecords(text: string, file: string, delimiter: string, limit: number): Generator<CsvRow> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const startLine = line;
    const fields: string[] = [];
    let end = "";
    do {
      const field = readField(text, at, delimiter, `${file}:${line}`, limit);
      fields.push(field.value);
      line += field.lineBreaks;
      at = field.next;
      end = field.end;
    } while (end === delimiter);
    line++;
    if (fields.length > 1 || fields[0]!.trim() !== "") yield { line: startLine, fields };
  }
}

interface Field {
  value: string;
  next: number;
  /** What ended the field: the delimiter, a line break, or nothing (the end of the text). */
  end: string;
  lineBreaks: number;
}

function readField(text: string, from: number, delimiter: string, place: string, limit: number): Field {
  let value = "";
  let at = from;
  let lineBreaks = 0;
  if (text[at] === '"') {
    for (;;) {
      const close = text.indexOf('"', at + 1);
      if (close < 0) throw errors.csvQuote(place);
      const piece = text.slice(at + 1, close);
      value += piece;
      if (value.length > limit) throw errors.csvFieldTooLong(place, limit);
      for (let i = piece.indexOf("\n"); i >= 0; i = piece.indexOf("\n", i + 1)) lineBreaks++;
      at = close + 1;
      if (text[at] !== '"') break;
      value += '"';
    }
  }
  const start = at;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n") {
    at++;
    if (at - start > limit) throw errors.csvFieldTooLong(place, limit);
  }
  const end = text[at] ?? "";
  const rest = text.slice(start, end === "\n" && text[at - 1] === "\r" && at > start ? at - 1 : at);
  return { value: value + (end === "" ? rest.replace(/\r$/, "") : rest), next: at + 1, end, lineBreaks };
}

/** One field as CSV: quoted when it must be. */
const csvField = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Writes CSV with LF line ends; empty text for undefined. */
export function formatCsv(header: readonly string[], rows: Iterable<readonly (string | number | undefined)[]>): string {
  const lines = [header.map(csvField).join(",")];
  for (const row of rows) {
    lines.push(row.map((value) => (value === undefined ? "" : csvField(String(value)))).join(","));
  }
  return `${lines.join("\n")}\n`;
}
