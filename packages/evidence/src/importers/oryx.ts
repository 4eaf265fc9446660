import { errors } from "../errors.ts";
import { groupBy } from "../group.ts";
import type { CellReader } from "../text/columns.ts";
import type { CsvRow } from "../text/csv.ts";
import { csvImporter, type Emission } from "./csv-importer.ts";
import type { Note, Observation } from "./frame.ts";

const FATES = ["destroyed", "abandoned", "captured", "damaged"] as const;
const COLUMNS = ["country", "equipment_type", ...FATES, "type_total"] as const;
const DIFFERENCES = [...FATES, "type_total"].flatMap((name) => [`${name}_diff`, `${name}_diff_diff`]);

/** Cumulative confirmed losses; a row stands only for a day on which a count changed, so gaps mean "no change recorded". */
export const oryxDaily = csvImporter({
  id: "oryx-daily",
  title: "Oryx: visually confirmed losses by day and type (CSV, cumulative)",
  source: "oryx",
  columns: [...COLUMNS, "date_recorded"],
  unread: DIFFERENCES,
  key: (cells, row) => `${seriesOf(cells, row)} on ${cells.date(row, "date_recorded")}`,
  emit: (cells, row) => counts(cells, row, cells.date(row, "date_recorded")),
  review: falls,
});

/** The same counts as a single undated table. */
export const oryxTotals = csvImporter({
  id: "oryx-totals",
  title: "Oryx: visually confirmed losses by type, latest totals (CSV)",
  source: "oryx",
  columns: COLUMNS,
  without: ["date_recorded"],
  key: seriesOf,
  emit: (cells, row) =>
    counts(cells, row, "").map((count) => ({ ...count, series: count.series.replace("oryx.", "oryx-latest.") })),
});

/**
 * `oryx.russia.tanks`. Names carry stray line breaks, and two of them repeat the count ("… - 14057, of which: …"), which
 * would make a new series of every day: that tail is cut.
 */
function seriesOf(cells: CellReader, row: CsvRow): string {
  const country = cells.text(row, "country").toLowerCase();
  if (country !== "russia" && country !== "ukraine") {
    throw errors.badText(cells.place(row, "country"), country, "Russia or Ukraine");
  }
  const type = cells
    .text(row, "equipment_type")
    .replace(/\s+-\s*\d+,? of which.*$/s, "")
    .replace(/\[.*?\]/gs, "");
  const slug = type
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug === "") throw errors.badText(cells.place(row, "equipment_type"), type, "the name of an equipment type");
  return `oryx.${country}.${slug}`;
}

function counts(cells: CellReader, row: CsvRow, date: string): Emission[] {
  const series = seriesOf(cells, row);
  const rule = { min: 0, max: 1e6, integer: true } as const;
  const total = cells.number(row, "type_total", rule);
  const parts = FATES.map((fate) => ({ fate, value: cells.number(row, fate, rule) }));
  const sum = parts.reduce((before, { value }) => before + value, 0);
  if (sum !== total)
    throw errors.badNumber(cells.place(row, "type_total"), String(total), `the sum of its parts (${sum})`);
  return [
    { series, date, value: total, unit: "item" },
    ...parts.map(({ fate, value }) => ({ series: `${series}.${fate}`, date, value, unit: "item" })),
  ];
}

const FALL_WORTH_NOTING = 20;

/** Recounts lower a total now and then by a few; a larger fall is an artefact of the source and is said. */
function falls(observations: readonly Observation[], file: string): Note[] {
  const totals = observations.filter(({ series }) => series.split(".").length === 3);
  return [...groupBy(totals, ({ series }) => series)].flatMap(([series, points]) => {
    const ordered = [...points].sort((a, b) => (a.date < b.date ? -1 : 1));
    return ordered.flatMap((point, i) => {
      const before = ordered[i - 1]?.value ?? 0;
      return before - (point.value ?? 0) > FALL_WORTH_NOTING
        ? [
            {
              place: `${file}, ${point.row}`,
              text: `${series} falls from ${before} to ${point.value} on ${point.date}`,
            },
          ]
        : [];
    });
  });
}
