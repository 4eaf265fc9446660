import { mondayOfIsoWeek } from "../calendar.ts";
import { errors } from "../errors.ts";
import type { CellReader } from "../text/columns.ts";
import type { CsvRow } from "../text/csv.ts";
import { csvImporter, type Emission } from "./csv-importer.ts";
import { type Importer, reading } from "./frame.ts";

const COLUMNS = ["Year", "Week", "BmzNow", "ED", "EDPrediction", "EDAssembled", "EDAssembledHigh", "EDAssembledLow"];

/**
 * Russian deaths by ISO week of death. `EDAssembled` is the source's most trusted total with its 95 % interval; where
 * `ED` is empty it rests on a prediction, which later releases replace.
 */
export const meduzaWeekly = csvImporter({
  id: "meduza-weekly",
  title: "Meduza and Mediazona: weekly Russian deaths with 95 % interval (CSV, ISO weeks)",
  source: "meduza",
  columns: COLUMNS,
  unread: [
    ..."Bmz2022 Bmz2023 Bmz2024 Bmz2025 Bmz2026 ECSuperlates EDSuperlatesFromCoeffs EDSuperlatesCourts".split(" "),
    ..."EDHigh EDLow EDPredictionHigh EDPredictionLow".split(" "),
  ],
  key: (cells, row) => `${cells.text(row, "Year")}-W${cells.text(row, "Week")}`,
  emit: (cells, row) => {
    const date = weekOf(cells, row);
    const predicted = cells.optional(row, "ED") === undefined;
    return [assembled(cells, row, date, predicted), named(cells, row, date)];
  },
});

function weekOf(cells: CellReader, row: CsvRow): string {
  const year = cells.number(row, "Year", { min: 2014, max: 2100, integer: true });
  const week = cells.number(row, "Week", { min: 1, max: 53, integer: true });
  const monday = mondayOfIsoWeek(year, week);
  if (monday === undefined)
    throw errors.badDate(cells.place(row, "Week"), `${year}-W${week}`, "an ISO week of that year");
  return monday;
}

function assembled(cells: CellReader, row: CsvRow, date: string, predicted: boolean): Emission {
  const value = cells.number(row, "EDAssembled", { max: 1e5 });
  const bounds = ["EDAssembledLow", "EDAssembledHigh"].map((column) => cells.number(row, column, { max: 1e5 }));
  const [low, high] = bounds.toSorted((a, b) => a - b) as [number, number];
  if (!(low <= value && value <= high)) {
    throw errors.badNumber(
      cells.place(row, "EDAssembled"),
      String(value),
      `a number between its bounds ${low}, ${high}`,
    );
  }
  const notes = [
    // In weeks of few deaths the source's bounds stand in each other's columns; the interval is the same.
    ...(bounds[0] === low ? [] : ["the source has the two bounds exchanged"]),
    ...(predicted ? ["rests on a prediction; later releases replace it"] : []),
  ];
  const note = notes.length === 0 ? {} : { note: notes.join("; ") };
  return { series: "meduza.deaths", date, value, low, high, unit: "person/week", ...note };
}

const named = (cells: CellReader, row: CsvRow, date: string): Emission => ({
  series: "meduza.deaths-named",
  date,
  value: cells.number(row, "BmzNow", { min: 0, max: 1e5, integer: true }),
  unit: "person/week",
});

/** The source's own description of its columns: recognised, so that the folder is read whole; it holds no numbers. */
export const meduzaColumns: Importer = {
  id: "meduza-columns",
  title: "Meduza: description of the columns (text)",
  source: "meduza",
  recognisedBy: "text that explains BmzNow and EDAssembled",
  detect: (content) => /^Year, Week - /.test(content.text) && content.text.includes("EDAssembled - "),
  read: () => reading({}),
};
