import type { GridPart } from "../geo/grid.ts";
import { SECTORS } from "../geo/sectors.ts";
import type { Annotation, DatedEvent } from "./annotations.ts";
import type { SourcedObservation, Superseded } from "./state.ts";
import type { Field, Table } from "./tables.ts";
import type { MapArea } from "./weekly-area.ts";

const required = { required: true } as const;

/** One of the tables of observations: there is one per source. */
const observationFields: readonly Field[] = [
  { name: "series", type: "string", description: "Name of the series", constraints: required },
  {
    name: "date",
    type: "date",
    description: "Day, or first day of the week or month, that the value speaks of; empty where the source gives none",
  },
  { name: "value", type: "number", description: "Value; empty where the source gives bounds only" },
  { name: "low", type: "number", description: "Lower bound" },
  { name: "high", type: "number", description: "Upper bound" },
  { name: "unit", type: "string", description: "Unit of value, low and high", constraints: required },
  { name: "place", type: "string", description: "Country, donor, or day of a campaign" },
  { name: "source_file", type: "string", description: "Raw file, see source-files", constraints: required },
  { name: "source_row", type: "string", description: "Line, entry or feature of the raw file", constraints: required },
  { name: "note", type: "string", description: "What the source says beside the number" },
];

const observationCells = (row: SourcedObservation): (string | number | undefined)[] => [
  row.series,
  row.date,
  row.value,
  row.low,
  row.high,
  row.unit,
  row.place,
  row.path,
  row.row,
  row.note,
];

export const observationsTable = (source: string, title: string): Table<SourcedObservation> => ({
  name: `observations-${source}`,
  title,
  description:
    "Every number that was read from this source, in its own time steps, after units and dates were normalised.",
  fields: observationFields,
  primaryKey: [],
  cells: observationCells,
});

export const supersededTable: Table<Superseded> = {
  name: "superseded",
  title: "Numbers that a newer release of their source replaced",
  description: "The older vintage of every number that an import changed, with the file that brought the newer one.",
  fields: [
    ...observationFields,
    {
      name: "superseded_by",
      type: "string",
      description: "Raw file that brought the newer number",
      constraints: required,
    },
  ],
  primaryKey: [],
  cells: (row) => [...observationCells(row), row.supersededBy],
};

export const mapAreasTable: Table<MapArea & { readonly sector: (typeof SECTORS)[number] }> = {
  name: "map-areas",
  title: "Area by sector on every DeepState map that was read",
  description: "What area-weekly is chosen from: all maps of both forms, with the time of publication.",
  fields: [
    {
      name: "form",
      type: "string",
      description: "archive (all layers) or daily (occupied only)",
      constraints: required,
    },
    { name: "date", type: "date", description: "Day of the map (UTC)", constraints: required },
    {
      name: "published_at",
      type: "string",
      description: "When it was published, ISO 8601 UTC; a day for daily maps",
      constraints: required,
    },
    {
      name: "sector",
      type: "string",
      description: "Sector of the model",
      constraints: { required: true, enum: SECTORS },
    },
    {
      name: "area_km2",
      type: "number",
      description: "Occupied area, km2",
      constraints: { required: true, minimum: 0 },
    },
    {
      name: "contested_km2",
      type: "number",
      description: "Area of unknown status, not occupied, km2",
      constraints: { minimum: 0 },
    },
    { name: "source_file", type: "string", description: "Raw file, see source-files", constraints: required },
  ],
  primaryKey: ["source_file", "sector"],
  cells: (row) => [
    row.form,
    row.date,
    row.publishedAt,
    row.sector,
    row.held[row.sector].toFixed(2),
    row.contested?.[row.sector].toFixed(2),
    row.path,
  ],
};

export const annotationsTable: Table<Annotation> = {
  name: "annotations",
  title: "Known artefacts of the series",
  description:
    "What a reader must know about a stretch of a series: redraws, gaps, corrections, revisions. The numbers themselves are left as the sources have them.",
  fields: [
    {
      name: "series",
      type: "string",
      description: "Series or table, or the beginning of its name",
      constraints: required,
    },
    { name: "from", type: "date", description: "First day", constraints: required },
    { name: "to", type: "date", description: "Last day", constraints: required },
    {
      name: "kind",
      type: "string",
      description: "redraw, definition, gap, revision, correction, environment",
      constraints: required,
    },
    { name: "text", type: "string", description: "What happened", constraints: required },
  ],
  primaryKey: ["series", "from", "kind"],
  cells: (row) => [row.series, row.from, row.to, row.kind, row.text],
};

export const eventsTable: Table<DatedEvent> = {
  name: "events",
  title: "Dated facts",
  description: "Events that models may take as given from outside.",
  fields: [
    { name: "date", type: "date", description: "Day", constraints: required },
    { name: "name", type: "string", description: "Short name", constraints: required },
    { name: "text", type: "string", description: "What happened", constraints: required },
    { name: "source", type: "string", description: "Where the date comes from", constraints: required },
  ],
  primaryKey: ["name"],
  cells: (row) => [row.date, row.name, row.text, row.source],
};

export const gridPartsTable: Table<GridPart & { readonly part: number }> = {
  name: "grid-parts",
  title: "Control grid: parts of H3 cells",
  description:
    "H3 cells of resolution 6 (about 36 km2), divided where an oblast or sector border runs through them, so that areas add up exactly. Only cells that were ever held or in question, and their neighbours.",
  fields: [
    { name: "part", type: "integer", description: "Number that grid-changes refers to", constraints: required },
    { name: "cell", type: "string", description: "H3 index", constraints: required },
    { name: "oblast", type: "string", description: "ISO 3166-2 number", constraints: required },
    {
      name: "sector",
      type: "string",
      description: "Sector of the model",
      constraints: { required: true, enum: SECTORS },
    },
    {
      name: "area_km2",
      type: "number",
      description: "Area of the part, km2",
      constraints: { required: true, minimum: 0 },
    },
    { name: "latitude", type: "number", description: "Centre of the cell, degrees", constraints: required },
    { name: "longitude", type: "number", description: "Centre of the cell, degrees", constraints: required },
  ],
  primaryKey: ["part"],
  cells: (row) => [
    row.part,
    row.cell,
    row.oblast,
    row.sector,
    row.areaKm2.toFixed(5),
    row.latitude.toFixed(5),
    row.longitude.toFixed(5),
  ],
};

export interface LineWeek {
  readonly date: string;
  readonly sector: (typeof SECTORS)[number];
  readonly frontKm: number;
  readonly heldKm2: number;
  readonly contestedKm2: number | undefined;
}

export const lineTable: Table<LineWeek> = {
  name: "line-weekly",
  title: "The line of contact, by sector, on Mondays",
  description:
    "From the control grid: length of the line (coarea formula on the cells' shares; bends below 7 km are smoothed away; coast, state border and Crimea make no line), and areas for comparison with area-weekly.",
  fields: [
    { name: "date", type: "date", description: "Monday", constraints: required },
    {
      name: "sector",
      type: "string",
      description: "Sector of the model",
      constraints: { required: true, enum: SECTORS },
    },
    {
      name: "front_km",
      type: "number",
      description: "Length of the line, km",
      constraints: { required: true, minimum: 0 },
    },
    {
      name: "held_km2",
      type: "number",
      description: "Occupied area by the grid, km2",
      constraints: { required: true, minimum: 0 },
    },
    {
      name: "contested_km2",
      type: "number",
      description: "Area of unknown status by the grid, km2; empty where the daily form does not show it",
      constraints: { minimum: 0 },
    },
  ],
  primaryKey: ["date", "sector"],
  cells: (row) => [row.date, row.sector, row.frontKm.toFixed(1), row.heldKm2.toFixed(1), row.contestedKm2?.toFixed(1)],
};
