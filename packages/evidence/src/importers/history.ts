import type { CellReader } from "../text/columns.ts";
import type { CsvRow } from "../text/csv.ts";
import { csvImporter, type Emission } from "./csv-importer.ts";

const PERSONS = { min: 0, max: 1e8, integer: true } as const;

const SIDES = ["blue", "red"] as const;
const MEASURES = [
  "combat_manpower",
  "total_manpower",
  "combat_casualties",
  "total_casualties",
  "tanks",
  "apc",
  "artillery",
  "tank_losses",
  "apc_losses",
  "artillery_losses",
] as const;
const ARDENNES_COLUMNS = SIDES.flatMap((side) => MEASURES.map((measure) => `${side}_${measure}`));

const unitOf = (measure: string): string => (/manpower|casualties/.test(measure) ? "person" : "item");

/** A day of the campaign is its place: the source counts days and gives no dates. */
const dayOf = (cells: CellReader, row: CsvRow, column: string): string =>
  `day ${cells.number(row, column, { min: 0, max: 1000, integer: true })}`;

/** The Ardennes campaign 1944-45 by day; blue = Allies, red = Germans. Day 0 has no red figures but zeros. */
export const ardennesDaily = csvImporter({
  id: "ardennes-daily",
  title: "Ardennes campaign 1944-45 by day, both sides (CSV)",
  source: "history",
  columns: ["day", ...ARDENNES_COLUMNS],
  key: (cells, row) => dayOf(cells, row, "day"),
  emit: (cells, row) =>
    ARDENNES_COLUMNS.map((column): Emission => {
      const value = cells.number(row, column, PERSONS);
      return {
        series: `ardennes.${column.replace("_", ".").replaceAll("_", "-")}`,
        date: "",
        value,
        unit: unitOf(column),
        place: dayOf(cells, row, "day"),
      };
    }),
});

const WIPER = {
  ForcesAllies: "ardennes-wiper.blue.forces",
  CasualtiesAllies: "ardennes-wiper.blue.casualties",
  ForcesGermans: "ardennes-wiper.red.forces",
  CasualtiesGermans: "ardennes-wiper.red.casualties",
} as const;

/** The same campaign as Wiper, Pettit and Young used it: separated by blanks, CRLF line ends. */
export const ardennesWiper = csvImporter({
  id: "ardennes-wiper",
  title: "Ardennes campaign after Wiper, Pettit and Young (separated by blanks)",
  source: "history",
  delimiter: " ",
  columns: ["Day", ...Object.keys(WIPER)],
  key: (cells, row) => dayOf(cells, row, "Day"),
  emit: (cells, row) =>
    Object.entries(WIPER).map(([column, series]) => {
      const value = cells.number(row, column, PERSONS);
      return { series, date: "", value, unit: "person", place: dayOf(cells, row, "Day") };
    }),
});

const BATTLE = { R0: "red.strength", Rc: "red.casualties", B0: "blue.strength", Bc: "blue.casualties" } as const;

/** Battles by year: strengths and casualties of both sides. Several battles share a year, so the line tells them apart. */
export const battles = csvImporter({
  id: "battles",
  title: "Battles 1620-1905: strengths and casualties (separated by semicolons)",
  source: "history",
  delimiter: ";",
  columns: ["year", ...Object.keys(BATTLE)],
  key: (_cells, row) => `this row (line ${row.line})`,
  emit: (cells, row) => {
    const year = cells.number(row, "year", { min: 1000, max: 2100, integer: true });
    const century = year < 1702 ? "01" : year < 1793 ? "02" : year < 1861 ? "03" : "04";
    return Object.entries(BATTLE).map(([column, name]) => {
      const value = cells.number(row, column, { min: 0, max: 1e7 });
      return {
        series: `battles.${century}.${name}`,
        date: "",
        value,
        unit: "person",
        place: `${year}, line ${row.line}`,
      };
    });
  },
});
