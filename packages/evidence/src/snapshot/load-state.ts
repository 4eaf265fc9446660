import { join } from "node:path";
import { isoOfDay } from "../calendar.ts";
import { fromParquet } from "../database/parquet.ts";
import { errors } from "../errors.ts";
import { readBytes } from "../files.ts";
import { type GridPart, partKey } from "../geo/grid.ts";
import { SECTORS, type Sector } from "../geo/sectors.ts";
import { groupBy } from "../group.ts";
import { boundaries } from "../importers/boundaries.ts";
import { contentOf } from "../importers/frame.ts";
import { SOURCES, type SourceId } from "../importers/sources.ts";
import { readHashes, verifyHash } from "../reading/descriptor.ts";
import { type CellReader, cellReader } from "../text/columns.ts";
import { type CsvRow, parseCsv } from "../text/csv.ts";
import { decodeText } from "../text/decode.ts";
import { type GridChange, type GridWeek, replay } from "./grid-weeks.ts";
import type { ReadFile, SnapshotState, SourcedObservation, Superseded } from "./state.ts";
import { type MapArea, weeklyAreas } from "./weekly-area.ts";

/** Reads a whole snapshot back, so that an import can add to it. Every file is checked against the descriptor. */
export async function loadState(directory: string): Promise<SnapshotState> {
  const hashes = readHashes(directory);
  const text = (path: string): string => {
    const file = join(directory, path);
    const bytes = readBytes(file);
    verifyHash(file, bytes, hashes.get(path));
    return decodeText(bytes, file);
  };
  const files = rowsOf(text("source-files.csv"), join(directory, "source-files.csv"), readFile);
  const observations = [...hashes.keys()]
    .filter((path) => path.startsWith("observations-"))
    .flatMap((path) =>
      readObservations(
        text(path),
        join(directory, path),
        sourceId(path.slice("observations-".length, -".csv".length), path),
      ),
    );
  const sourceOf = new Map(files.map(({ path, source }) => [path, source]));
  const superseded = rowsOf(text("superseded.csv"), join(directory, "superseded.csv"), (cells, row): Superseded => {
    const path = cells.text(row, "source_file");
    return {
      ...observation(cells, row, sourceOf.get(path) ?? sourceOf.get(cells.text(row, "superseded_by"))!),
      supersededBy: cells.text(row, "superseded_by"),
    };
  });
  const maps = readMaps(text("map-areas.csv"), join(directory, "map-areas.csv"));
  const oblastFile = {
    path: join(directory, "oblasts.geojson"),
    bytes: new TextEncoder().encode(text("oblasts.geojson")),
  };
  const { oblasts } = boundaries.read(contentOf(oblastFile));
  const grid = await readGrid(directory, text("grid-parts.csv"), maps);
  return { oblasts, maps, grid, observations, superseded, files };
}

function sourceId(name: string, place: string): SourceId {
  if (!(name in SOURCES)) throw errors.snapshotBroken(place, `${name} is no source that this version knows.`);
  return name as SourceId;
}

/** All rows of a table that may be empty. */
function rowsOf<Row>(text: string, file: string, read: (cells: CellReader, row: CsvRow) => Row): Row[] {
  const table = parseCsv(text, file);
  if (table.rows.length === 0) return [];
  const cells = cellReader(table, []);
  return table.rows.map((row) => read(cells, row));
}

/** Observations from their CSV. */
export const readObservations = (text: string, file: string, source: SourceId): SourcedObservation[] =>
  rowsOf(text, file, (cells, row) => observation(cells, row, source));

function observation(cells: CellReader, row: CsvRow, source: SourceId): SourcedObservation {
  const date = cells.text(row, "date");
  const [value, low, high] = (["value", "low", "high"] as const).map((column) => cells.optional(row, column));
  const [place, note] = [cells.text(row, "place"), cells.text(row, "note")];
  return {
    series: cells.text(row, "series"),
    date: date === "" ? "" : cells.date(row, "date"),
    ...(value === undefined ? {} : { value }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    unit: cells.text(row, "unit"),
    ...(place === "" ? {} : { place }),
    row: cells.text(row, "source_row"),
    ...(note === "" ? {} : { note }),
    path: cells.text(row, "source_file"),
    source,
  };
}

const readFile = (cells: CellReader, row: CsvRow): ReadFile => ({
  path: cells.text(row, "source_file"),
  source: sourceId(cells.text(row, "source"), cells.place(row, "source")),
  importer: cells.text(row, "importer"),
  bytes: cells.number(row, "bytes", { min: 0 }),
  sha256: cells.text(row, "sha256"),
});

function readMaps(text: string, file: string): MapArea[] {
  interface MapRow {
    readonly map: Omit<MapArea, "held" | "contested">;
    readonly sector: string;
    readonly area: number;
    readonly contested: number | undefined;
  }
  const rows = rowsOf(
    text,
    file,
    (cells, row): MapRow => ({
      map: {
        form: cells.text(row, "form") === "daily" ? "daily" : "archive",
        date: cells.date(row, "date"),
        publishedAt: cells.text(row, "published_at"),
        path: cells.text(row, "source_file"),
      },
      sector: cells.text(row, "sector"),
      area: cells.number(row, "area_km2", { min: 0 }),
      contested: cells.optional(row, "contested_km2", { min: 0 }),
    }),
  );
  const bySector = (cells: readonly MapRow[], value: (row: MapRow) => number | undefined): Record<Sector, number> =>
    Object.fromEntries(
      SECTORS.map((sector) => [sector, value(cells.find((row) => row.sector === sector)!) ?? 0]),
    ) as Record<Sector, number>;
  return [...groupBy(rows, ({ map }) => map.path)].map(([path, cells]) => {
    if (cells.length !== SECTORS.length)
      throw errors.snapshotBroken(
        `${file}, map ${path}`,
        `The map has ${cells.length} sectors instead of ${SECTORS.length}.`,
      );
    const shown = cells[0]!.contested !== undefined;
    return {
      ...cells[0]!.map,
      held: bySector(cells, ({ area }) => area),
      contested: shown ? bySector(cells, ({ contested }) => contested) : undefined,
    };
  });
}

/** Parts of the control grid from their CSV. */
export const readParts = (text: string, file: string): GridPart[] =>
  rowsOf(text, file, (cells, row) => ({
    cell: cells.text(row, "cell"),
    oblast: cells.text(row, "oblast"),
    sector: cells.text(row, "sector") as Sector,
    areaKm2: cells.number(row, "area_km2", { min: 0 }),
    latitude: cells.number(row, "latitude"),
    longitude: cells.number(row, "longitude"),
  }));

/** Changes of the control grid from their Parquet file, in order of date. */
export async function readChanges(directory: string): Promise<GridChange[]> {
  const rows = await fromParquet(join(directory, "grid-changes.parquet"), ["date", "part", "held", "contested"]);
  return rows.map(([day, part, held, contested]) => ({
    date: isoOfDay(day!),
    part: part!,
    held: held!,
    contested: contested!,
  }));
}

/** Plays the changes forward, and gives every week's shares to the map that the week was read from. */
async function readGrid(
  directory: string,
  partsText: string,
  maps: readonly MapArea[],
): Promise<Map<string, GridWeek>> {
  const keys = readParts(partsText, join(directory, "grid-parts.csv")).map(partKey);
  const changes = await readChanges(directory);
  const weeks = weeklyAreas(maps);
  const found = new Map<string, GridWeek>();
  const mapOf = new Map(weeks.map(({ date, map }) => [date, map.path]));
  for (const week of replay(
    keys.length,
    weeks.map(({ date }) => date),
    changes,
  )) {
    const shares = (values: Uint16Array): Map<string, number> =>
      new Map(keys.flatMap((key, part) => (values[part]! > 0 ? [[key, values[part]!] as const] : [])));
    found.set(mapOf.get(week.date)!, { held: shares(week.held), contested: shares(week.contested) });
  }
  return found;
}
