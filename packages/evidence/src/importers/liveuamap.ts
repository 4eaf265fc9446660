import { isIsoDate } from "../calendar.ts";
import { errors } from "../errors.ts";
import type { CellReader } from "../text/columns.ts";
import type { CsvRow } from "../text/csv.ts";
import { csvImporter } from "./csv-importer.ts";

/** Daily area after liveuamap, km²: a third definition of control. Dates carry a midnight time, which is dropped. */
export const liveuamap = csvImporter({
  id: "liveuamap",
  title: "liveuamap: daily Russian-controlled area (CSV, km²)",
  source: "liveuamap",
  columns: ["date", "area"],
  key: day,
  emit: (cells, row) => [
    {
      series: "liveuamap.area",
      date: day(cells, row),
      value: cells.number(row, "area", { min: 0, max: 1e6 }),
      unit: "km2",
    },
  ],
});

function day(cells: CellReader, row: CsvRow): string {
  const found = cells.text(row, "date");
  const date = found.replace(/[ T]00:00(:00(\.0+)?)?Z?$/, "");
  if (!isIsoDate(date))
    throw errors.badDate(cells.place(row, "date"), found, "year-month-day, with 00:00:00 or without");
  return date;
}
