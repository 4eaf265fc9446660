import { csvImporter } from "./csv-importer.ts";

const AREA = "area_assessed_as_russia_controlled";
const SQUARE_METRES_PER_KM2 = 1e6;

/** The Economist's daily area after ISW's maps: another definition of control than DeepState's. */
export const economistArea = csvImporter({
  id: "economist-area",
  title: "The Economist: daily area assessed as Russian-held (CSV, m²)",
  source: "economist",
  columns: ["date", AREA],
  unread: [
    "change_in_area_assessed_as_russia_controlled",
    "change_in_area_assessed_as_russia_controlled_in_past_7_days",
    "change_in_area_assessed_as_russia_controlled_in_past_30_days",
    "area_assessed_as_russia_controlled_percent",
  ],
  key: (cells, row) => cells.date(row, "date"),
  emit: (cells, row) => [
    {
      series: "economist.area",
      date: cells.date(row, "date"),
      value: Math.round((cells.number(row, AREA, { min: 0, max: 1e12 }) / SQUARE_METRES_PER_KM2) * 1000) / 1000,
      unit: "km2",
    },
  ],
});
