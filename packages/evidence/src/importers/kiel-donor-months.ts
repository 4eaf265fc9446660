import { isoMonth } from "../calendar.ts";
import { errors } from "../errors.ts";
import { cellReader } from "../text/columns.ts";
import { parseCsv } from "../text/csv.ts";
import { type Content, hasColumns, type Importer, type Observation, type Reading, reading } from "./frame.ts";

const MEASURES = ["military", "financial", "humanitarian", "total", "commitments", "to_be_allocated"] as const;
const COLUMNS = ["country", "iso", "year", "month", ...MEASURES] as const;
const BILLION = 1e9;

/**
 * Kiel's donor-months. `military`, `financial` and `humanitarian` are allocations; `commitments` are pledges (also those
 * without an allocation yet), `to_be_allocated` the difference, which may be negative when pledges are drawn down.
 */
export const kielDonorMonths: Importer = {
  id: "kiel-donor-months",
  title: "Kiel Ukraine Support Tracker: donor-months (CSV, bn EUR)",
  source: "kiel",
  recognisedBy: "a CSV with the columns country, iso, year, month, military, financial, humanitarian, commitments",
  columns: COLUMNS,
  detect: (content) =>
    hasColumns(content, ["country", "year", "month", "military", "financial", "humanitarian", "commitments"]),
  read: readDonorMonths,
};

function readDonorMonths(content: Content): Reading {
  const table = parseCsv(content.text, content.path);
  const cells = cellReader(table, COLUMNS);
  const seen = new Map<string, number>();
  const observations: Observation[] = [];
  for (const row of table.rows) {
    const place = cells.text(row, "country");
    if (place === "") throw errors.badText(cells.place(row, "country"), "", "the name of a donor");
    const year = cells.number(row, "year", { min: 2014, max: 2100, integer: true });
    const month = isoMonth(year, cells.number(row, "month", { min: 1, max: 12, integer: true }));
    const first = seen.get(`${place} ${month}`);
    if (first !== undefined) throw errors.duplicate(cells.place(row), `${place} ${month}`, `row ${first}`);
    seen.set(`${place} ${month}`, row.line);
    for (const measure of MEASURES) {
      const min = measure === "to_be_allocated" ? -1e6 : 0;
      const billions = cells.optional(row, measure, { min, max: 1e6 });
      if (billions === undefined) continue;
      observations.push({
        series: `kiel.${measure.replaceAll("_", "-")}`,
        date: `${month}-01`,
        value: Math.round(billions * BILLION),
        unit: "EUR/month",
        place,
        row: `row ${row.line}`,
      });
    }
  }
  return reading({ observations });
}
