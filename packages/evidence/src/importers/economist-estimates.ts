import { type IsoDate, isIsoDate } from "../calendar.ts";
import { errors } from "../errors.ts";
import { type CellReader, checkedNumber } from "../text/columns.ts";
import type { CsvRow } from "../text/csv.ts";
import { csvImporter } from "./csv-importer.ts";

const WARRING_PARTY = "ignore for chart, data from warring parties";

/** Dated third-party estimates of deaths and casualties. Dates are day/month/year, with or without leading zeros; numbers may carry thousands separators. */
export const economistEstimates = csvImporter({
  id: "economist-estimates",
  title: "The Economist: dated estimates of deaths and casualties of both sides (CSV)",
  source: "economist",
  columns: ["date", "estimate_low", "estimate_high", "estimate", "type", "source", "source_url", "country"],
  unread: [WARRING_PARTY],
  key: (_cells, row) => `this row (line ${row.line})`,
  emit: (cells, row) => {
    const value = persons(cells, row, "estimate");
    const low = persons(cells, row, "estimate_low");
    const high = persons(cells, row, "estimate_high");
    if (value === undefined && low === undefined && high === undefined) {
      throw errors.badNumber(cells.place(row, "estimate"), "", "an estimate or a bound");
    }
    if (low !== undefined && high !== undefined && low > high) {
      throw errors.badNumber(
        cells.place(row, "estimate_low"),
        String(low),
        `a number no higher than estimate_high (${high})`,
      );
    }
    const party = cells.has(WARRING_PARTY) && cells.text(row, WARRING_PARTY) === "yes" ? "; by a party to the war" : "";
    return [
      {
        series: `estimates.${side(cells, row)}.${kind(cells, row)}`,
        date: dayMonthYear(cells, row),
        ...(value === undefined ? {} : { value }),
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
        unit: "person",
        note: `${cells.text(row, "source")}${party}; ${cells.text(row, "source_url")}`,
      },
    ];
  },
});

function persons(cells: CellReader, row: CsvRow, column: string): number | undefined {
  const found = cells.text(row, column);
  if (found === "") return undefined;
  const plain = /^\d{1,3}(,\d{3})+$/.test(found) ? found.replaceAll(",", "") : found;
  return checkedNumber(plain, cells.place(row, column), { min: 0, max: 1e8 });
}

function dayMonthYear(cells: CellReader, row: CsvRow): IsoDate {
  const found = cells.text(row, "date");
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(found);
  const date = match === null ? "" : `${match[3]}-${match[2]!.padStart(2, "0")}-${match[1]!.padStart(2, "0")}`;
  if (!isIsoDate(date)) throw errors.badDate(cells.place(row, "date"), found, "day/month/year");
  return date;
}

function oneOf(cells: CellReader, row: CsvRow, column: string, known: readonly string[]): string {
  const found = cells.text(row, column).toLowerCase();
  if (!known.includes(found)) throw errors.badText(cells.place(row, column), found, `one of ${known.join(", ")}`);
  return found;
}

const side = (cells: CellReader, row: CsvRow): string => oneOf(cells, row, "country", ["russia", "ukraine"]);
const kind = (cells: CellReader, row: CsvRow): string => oneOf(cells, row, "type", ["deaths", "casualties"]);
