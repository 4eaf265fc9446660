import { dayNumber } from "../calendar.ts";
import { toParquet } from "../database/parquet.ts";
import { errors } from "../errors.ts";
import { frontGeometry, frontLength } from "../geo/front.ts";
import { areaBySector, type GridPart, makeGrid } from "../geo/grid.ts";
import { simplifyOblasts } from "../geo/outline.ts";
import { SECTORS } from "../geo/sectors.ts";
import { makeTheatre } from "../geo/theatre.ts";
import { groupBy } from "../group.ts";
import { SOURCES, type SourceId } from "../importers/sources.ts";
import { formatCsv } from "../text/csv.ts";
import { ANNOTATIONS, EVENTS } from "./annotations.ts";
import { dataPackage, type Resource } from "./data-package.ts";
import * as detail from "./detail-tables.ts";
import { type GridChange, type GridWeek, gridChanges, replay, storedParts } from "./grid-weeks.ts";
import { monthlyAid } from "./monthly-aid.ts";
import { oblastsGeoJson } from "./oblast-files.ts";
import type { SnapshotState } from "./state.ts";
import * as tables from "./tables.ts";
import { type WeekArea, weeklyAreas } from "./weekly-area.ts";
import { weeklyLosses } from "./weekly-losses.ts";

export interface Rendered {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly resources: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[];
  readonly lastDate: string;
}

const MAPS = ["deepstate-archive", "deepstate-daily", "boundaries"] as const;

/** Lays the state out in files: the same state gives the same bytes. `where` names the folder in complaints. */
export async function render(state: SnapshotState, where: string): Promise<Rendered> {
  const weeks = weeklyAreas(state.maps);
  if (weeks.length === 0) throw errors.sourceIncomplete(where, "a DeepState map");
  const losses = weeklyLosses(state.observations);
  if (losses.length === 0) throw errors.sourceIncomplete(where, "the General Staff's losses");
  const aid = monthlyAid(state.observations);
  if (aid.length === 0) throw errors.sourceIncomplete(where, "Kiel's donor-months");
  const bySector = <Row>(rows: readonly Row[]): (Row & { sector: (typeof SECTORS)[number] })[] =>
    rows.flatMap((row) => SECTORS.map((sector) => ({ ...row, sector })));

  const built: BuiltResource[] = [
    csvResource(tables.areaTable, bySector(weeks), MAPS),
    csvResource(tables.lossesTable, losses, ["general-staff"]),
    csvResource(tables.aidTable, aid, ["kiel"]),
    csvResource(detail.mapAreasTable, bySector(state.maps), MAPS),
    ...observationResources(state),
    ...(await gridResources(state, weeks)),
    ...outlineResources(state),
    csvResource(detail.annotationsTable, ANNOTATIONS, []),
    csvResource(detail.eventsTable, EVENTS, []),
    csvResource(
      detail.supersededTable,
      state.superseded,
      state.superseded.map(({ source }) => source),
    ),
    csvResource(
      tables.sourceFilesTable,
      state.files,
      state.files.map(({ source }) => source),
    ),
  ];
  const lastDate = weeks.at(-1)!.date;
  const resources = built.map(({ resource }) => resource);
  const files = new Map(resources.map(({ path, bytes }) => [path, bytes]));
  files.set("datapackage.json", new TextEncoder().encode(dataPackage(resources, lastDate)));
  return {
    files,
    lastDate,
    resources: built.map(({ resource, rows }) => ({ name: resource.name, rows, bytes: resource.bytes.length })),
  };
}

interface BuiltResource {
  readonly resource: Resource;
  readonly rows: number;
}

function csvResource<Row>(table: tables.Table<Row>, rows: readonly Row[], sources: readonly SourceId[]): BuiltResource {
  const header = table.fields.map(({ name }) => name);
  const { name, title, description, fields, primaryKey } = table;
  return {
    rows: rows.length,
    resource: {
      name,
      path: `${name}.csv`,
      title,
      description,
      format: "csv",
      mediatype: "text/csv",
      bytes: new TextEncoder().encode(formatCsv(header, rows.map(table.cells))),
      sources,
      fields,
      primaryKey,
    },
  };
}

function observationResources(state: SnapshotState): BuiltResource[] {
  return [...groupBy(state.observations, ({ source }) => source)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, rows]) => csvResource(detail.observationsTable(source, SOURCES[source].title), rows, [source]));
}

/** The control grid: its parts, their changes as Parquet, and the line derived from them. */
async function gridResources(state: SnapshotState, weeks: readonly WeekArea[]): Promise<BuiltResource[]> {
  const shares = weeks.map(({ date, map }) => ({ date, shares: gridOfMap(state, map.path) }));
  const parts = storedParts(
    makeGrid(makeTheatre(state.oblasts)),
    shares.map((week) => week.shares),
  );
  const changes = gridChanges(parts, shares);
  const bytes = await toParquet([
    { name: "date", type: "DATE", values: changes.map(({ date }) => dayNumber(date)!) },
    { name: "part", type: "INTEGER", values: changes.map(({ part }) => part) },
    { name: "held", type: "USMALLINT", values: changes.map(({ held }) => held) },
    { name: "contested", type: "USMALLINT", values: changes.map(({ contested }) => contested) },
  ]);
  const parquet: Resource = {
    name: "grid-changes",
    path: "grid-changes.parquet",
    title: "Control grid: weekly changes of the shares held and in question",
    description:
      "From each Monday on, thousandths of a part (see grid-parts) that are held by Russia, and of unknown status (contested; shown by the sources' maps only where area-weekly has contested_km2). A part without a row so far has zero of both.",
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    bytes,
    sources: MAPS,
  };
  return [
    csvResource(
      detail.gridPartsTable,
      parts.map((part, index) => ({ ...part, part: index })),
      MAPS,
    ),
    { resource: parquet, rows: changes.length },
    csvResource(detail.lineTable, lineWeeks(parts, changes, weeks), MAPS),
  ];
}

function gridOfMap(state: SnapshotState, path: string): GridWeek {
  const week = state.grid.get(path);
  if (week === undefined) throw errors.snapshotBroken(path, "The control grid has no shares of this map.");
  return week;
}

function lineWeeks(
  parts: readonly GridPart[],
  changes: readonly GridChange[],
  weeks: readonly WeekArea[],
): detail.LineWeek[] {
  const shown = new Map(weeks.map(({ date, map }) => [date, map.contested !== undefined]));
  const geometry = frontGeometry(parts);
  const mondays = weeks.map(({ date }) => date);
  return [...replay(parts.length, mondays, changes)].flatMap(({ date, held, contested }) => {
    const lengths = frontLength(geometry, held);
    const heldKm2 = areaBySector(parts, held);
    const contestedKm2 = shown.get(date) === true ? areaBySector(parts, contested) : undefined;
    return SECTORS.map((sector) => ({
      date,
      sector,
      frontKm: lengths[sector],
      heldKm2: heldKm2[sector],
      contestedKm2: contestedKm2?.[sector],
    }));
  });
}

/** Simplified by less than a kilometre. */
const OUTLINE_TOLERANCE_DEGREES = 0.008;

function outlineResources(state: SnapshotState): BuiltResource[] {
  const geojson = (name: string, title: string, description: string, text: string): BuiltResource => ({
    rows: state.oblasts.length,
    resource: {
      name,
      path: `${name}.geojson`,
      title,
      description: `${description} © OpenStreetMap contributors, ODbL.`,
      format: "geojson",
      mediatype: "application/geo+json",
      bytes: new TextEncoder().encode(text),
      sources: ["boundaries"],
    },
  });
  return [
    geojson(
      "oblasts",
      "Oblasts of Ukraine, Crimea included",
      "Used for measuring maps.",
      oblastsGeoJson(state.oblasts),
    ),
    geojson(
      "outlines",
      "Outlines of the oblasts for drawing",
      "Simplified by up to a kilometre; neighbours share their borders.",
      oblastsGeoJson(simplifyOblasts(state.oblasts, OUTLINE_TOLERANCE_DEGREES)),
    ),
  ];
}
