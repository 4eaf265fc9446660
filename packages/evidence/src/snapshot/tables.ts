import { SECTORS } from "../geo/sectors.ts";
import type { MonthAid } from "./monthly-aid.ts";
import type { ReadFile } from "./state.ts";
import type { WeekArea } from "./weekly-area.ts";
import type { WeekLoss } from "./weekly-losses.ts";

/** A field of a Frictionless Table Schema. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "date" | "boolean";
  readonly description: string;
  readonly constraints?: { readonly required?: boolean; readonly minimum?: number; readonly enum?: readonly string[] };
}

/** One CSV of the snapshot: what it is, its columns, its rows from what was computed. */
export interface Table<Row> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly cells: (row: Row) => readonly (string | number | undefined)[];
}

const required = { required: true } as const;
const STATUS = { required: true, enum: ["published", "carried"] } as const;

export const areaTable: Table<WeekArea & { readonly sector: (typeof SECTORS)[number] }> = {
  name: "area-weekly",
  title: "Area held by Russia, by sector, on Mondays",
  description:
    "From the last DeepState map published by the end of each Monday (UTC), clipped to the oblasts, on the WGS 84 ellipsoid. The archive form is used up to and on 2024-07-08, the daily form after it. A week without a new map carries the last one forward (status carried).",
  fields: [
    { name: "date", type: "date", description: "Monday", constraints: required },
    {
      name: "sector",
      type: "string",
      description: "Sector of the model; crimea has no front; elsewhere is every other oblast",
      constraints: { required: true, enum: SECTORS },
    },
    {
      name: "area_km2",
      type: "number",
      description: "Occupied area, km2 (since 2022 and before)",
      constraints: { required: true, minimum: 0 },
    },
    {
      name: "contested_km2",
      type: "number",
      description: "Area of unknown status, not occupied, km2; empty where the daily form does not show it",
      constraints: { minimum: 0 },
    },
    {
      name: "status",
      type: "string",
      description: "published: a map of the seven days up to the Monday; carried: an older map",
      constraints: STATUS,
    },
    { name: "map_date", type: "date", description: "Day of the map (UTC)", constraints: required },
    { name: "source_file", type: "string", description: "Raw file, see source-files", constraints: required },
  ],
  primaryKey: ["date", "sector"],
  cells: ({ date, sector, status, map }) => [
    date,
    sector,
    map.held[sector].toFixed(2),
    map.contested?.[sector].toFixed(2),
    status,
    map.date,
    map.path,
  ],
};

export const lossesTable: Table<WeekLoss> = {
  name: "losses-weekly",
  title: "Russian losses claimed by the General Staff of Ukraine, cumulative, on Mondays",
  description:
    "Cumulative since 24 February 2022, as published on each Monday. A claim by a party to the war. Corrections that the source published are contained in the counts and listed beside them; counts may fall where it corrected downward.",
  fields: [
    { name: "date", type: "date", description: "Monday", constraints: required },
    {
      name: "category",
      type: "string",
      description: "personnel (persons: killed and wounded together), tank, apc, artillery, mlrs, ... (items)",
      constraints: required,
    },
    { name: "cumulative", type: "integer", description: "Claimed total", constraints: { required: true, minimum: 0 } },
    {
      name: "correction",
      type: "integer",
      description: "Sum of the source's own corrections in the seven days up to the Monday",
      constraints: required,
    },
    { name: "observed_on", type: "date", description: "Day of the claim", constraints: required },
    {
      name: "status",
      type: "string",
      description: "published: claimed on the Monday itself; carried: the last claim before it",
      constraints: STATUS,
    },
    { name: "source_file", type: "string", description: "Raw file, see source-files", constraints: required },
    { name: "source_row", type: "string", description: "Entry of the raw file's list", constraints: required },
  ],
  primaryKey: ["date", "category"],
  cells: (row) => [
    row.date,
    row.category,
    row.cumulative,
    row.correction,
    row.observedOn,
    row.status,
    row.sourceFile,
    row.sourceRow,
  ],
};

export const aidTable: Table<MonthAid> = {
  name: "aid-monthly",
  title: "Aid to Ukraine by donor group, kind and month, EUR",
  description:
    "Sums of the Kiel Ukraine Support Tracker's donor-months. A month without rows in the source is zero. known_from is the first day after the month; the tracker revises earlier months in later releases, and only one release is here.",
  fields: [
    { name: "month", type: "string", description: "Year and month, as 2023-11", constraints: required },
    {
      name: "donor_group",
      type: "string",
      description: "us, germany, uk-nordic-baltic-poland, rest-of-eu-and-others",
      constraints: required,
    },
    { name: "kind", type: "string", description: "military, financial, humanitarian, or total", constraints: required },
    {
      name: "measure",
      type: "string",
      description: "allocated (set aside for delivery) or committed (pledged; total only)",
      constraints: { required: true, enum: ["allocated", "committed"] },
    },
    { name: "value_eur", type: "integer", description: "EUR in the month", constraints: required },
    {
      name: "known_from",
      type: "date",
      description: "First day on which the figure may be used",
      constraints: required,
    },
    { name: "source_file", type: "string", description: "Raw file, see source-files", constraints: required },
    { name: "source_rows", type: "string", description: "Lines of the raw file that were summed, separated by blanks" },
  ],
  primaryKey: ["month", "donor_group", "kind", "measure"],
  cells: (row) => [
    row.month,
    row.group,
    row.kind,
    row.measure,
    row.valueEur,
    row.knownFrom,
    row.sourceFile,
    row.sourceRows,
  ],
};

export const sourceFilesTable: Table<ReadFile> = {
  name: "source-files",
  title: "Raw files that the snapshot was built from",
  description:
    "Paths relative to the raw folder, with checksums, so that anyone can tell whether they hold the same files.",
  fields: [
    { name: "source_file", type: "string", description: "Path in the raw folder", constraints: required },
    { name: "source", type: "string", description: "Source, see the package's sources", constraints: required },
    { name: "importer", type: "string", description: "Importer that read it", constraints: required },
    { name: "bytes", type: "integer", description: "Size", constraints: required },
    { name: "sha256", type: "string", description: "SHA-256 of its bytes", constraints: required },
  ],
  primaryKey: ["source_file"],
  cells: (row) => [row.path, row.source, row.importer, row.bytes, row.sha256],
};
