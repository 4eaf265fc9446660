import { isoMonth } from "../calendar.ts";
import { errors } from "../errors.ts";
import type { CellReader } from "../text/columns.ts";
import type { CsvRow } from "../text/csv.ts";
import { csvImporter, type Emission } from "./csv-importer.ts";

const BILLION = 1e9;

function month(cells: CellReader, row: CsvRow): string {
  const year = cells.number(row, "year", { min: 2014, max: 2100, integer: true });
  return isoMonth(year, cells.number(row, "month", { min: 1, max: 12, integer: true }));
}

/** Columns of bn EUR a month as series. */
const billions = (cells: CellReader, row: CsvRow, columns: readonly string[], prefix: string): Emission[] =>
  columns.map((column) => ({
    series: `${prefix}.${column.replaceAll("_", "-")}`,
    date: `${month(cells, row)}-01`,
    value: Math.round(cells.number(row, column, { min: 0, max: 1e4 }) * BILLION),
    unit: "EUR/month",
  }));

const TOTALS = ["total_allocations", "military", "financial", "humanitarian"] as const;

/** All donors together; the parts must make the total. */
export const kielTotals = csvImporter({
  id: "kiel-totals",
  title: "Kiel Ukraine Support Tracker: allocations of all donors by month (CSV, bn EUR)",
  source: "kiel",
  columns: ["year", "month", ...TOTALS],
  key: month,
  emit: (cells, row) => {
    const [total, ...parts] = TOTALS.map((column) => cells.number(row, column));
    const sum = parts.reduce((before, part) => before + part, 0);
    if (Math.abs(sum - total!) > 0.001) {
      throw errors.badNumber(
        cells.place(row, "total_allocations"),
        String(total),
        `the sum of its parts (${sum.toFixed(6)})`,
      );
    }
    return billions(cells, row, TOTALS, "kiel-total");
  },
});

const CHANNELS = ["stockpile", "procurement", "unspecified", "nato_purl"] as const;

/** Military allocations by the channel they come through. */
export const kielProcurement = csvImporter({
  id: "kiel-procurement",
  title: "Kiel Ukraine Support Tracker: military aid from stocks and by procurement (CSV, bn EUR)",
  source: "kiel",
  columns: ["year", "month", "stockpile", "procurement"],
  unread: ["unspecified", "nato_purl"],
  key: month,
  emit: (cells, row) =>
    billions(
      cells,
      row,
      CHANNELS.filter((channel) => cells.has(channel)),
      "kiel-channel",
    ),
});

const SHARES = ["bilateral_pct_gdp", "eu_share_pct_gdp", "total_pct_gdp"] as const;

/** EU members' own aid and their share of the EU's, in percent of GDP; cumulative at the release, so undated. */
export const kielEuShares = csvImporter({
  id: "kiel-eu-shares",
  title: "Kiel Ukraine Support Tracker: EU members' aid in percent of GDP (CSV)",
  source: "kiel",
  columns: ["country", "iso", ...SHARES, "eu_share_bn"],
  key: (cells, row) => cells.text(row, "country"),
  emit: (cells, row) => {
    const place = cells.text(row, "country");
    const shares = SHARES.map((column): Emission => {
      const value = cells.number(row, column, { min: 0, max: 100 });
      return { series: `kiel-eu.${column.replaceAll("_", "-")}`, date: "", value, unit: "percent", place };
    });
    const value = Math.round(cells.number(row, "eu_share_bn", { min: 0, max: 1e4 }) * BILLION);
    return [...shares, { series: "kiel-eu.eu-share", date: "", value, unit: "EUR", place }];
  },
});

/** Heavy weapons by donor and category: number and value; cumulative at the release, so undated. */
export const kielWeapons = csvImporter({
  id: "kiel-weapons",
  title: "Kiel Ukraine Support Tracker: heavy weapons by donor (CSV)",
  source: "kiel",
  columns: ["donor", "category", "number_of_weapons", "monetary_value_eur", "weapons_list"],
  key: (cells, row) => `${cells.text(row, "donor")}, ${cells.text(row, "category")}`,
  emit: (cells, row) => {
    const place = cells.text(row, "donor");
    const category = cells.text(row, "category").toLowerCase().replaceAll(" ", "-");
    const note = cells.text(row, "weapons_list");
    const number = cells.number(row, "number_of_weapons", { min: 0, max: 1e6 });
    const value = cells.number(row, "monetary_value_eur", { min: 0, max: 1e12 });
    return [
      { series: `kiel-weapons.${category}`, date: "", value: number, unit: "item", place, note },
      { series: `kiel-weapons-value.${category}`, date: "", value, unit: "EUR", place, note },
    ];
  },
});

/** Which release the folder holds. */
export const kielRelease = csvImporter({
  id: "kiel-release",
  title: "Kiel Ukraine Support Tracker: number and date of the release (CSV)",
  source: "kiel",
  columns: ["release", "period", "date", "label"],
  key: (cells, row) => cells.text(row, "release"),
  emit: (cells, row) => [
    {
      series: "kiel.release",
      date: cells.date(row, "date"),
      value: cells.number(row, "release", { min: 1, max: 10_000, integer: true }),
      unit: "1",
      note: cells.text(row, "label"),
    },
  ],
});
