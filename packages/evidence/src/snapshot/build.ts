import { errors } from "../errors.ts";
import { writeTogether } from "../files.ts";
import { SECTORS } from "../geo/sectors.ts";
import type { Note } from "../importers/frame.ts";
import type { SourceId } from "../importers/sources.ts";
import { formatCsv } from "../text/csv.ts";
import { collect, type Progress } from "./collect.ts";
import { dataPackage, type Resource } from "./data-package.ts";
import { monthlyAid } from "./monthly-aid.ts";
import { aidTable, areaTable, lossesTable, sourceFilesTable, type Table } from "./tables.ts";
import { formJoin, type MapArea, measureMap, weeklyAreas } from "./weekly-area.ts";
import { weeklyLosses } from "./weekly-losses.ts";

export interface BuildOptions {
  /** Folder of raw files in the sources' own formats, in any layout. */
  readonly raw: string;
  /** Folder of the snapshot; it is created, and only whole builds are ever seen in it. */
  readonly out: string;
  readonly onProgress?: Progress;
}

export interface BuildReport {
  readonly lastDate: string;
  readonly resources: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[];
  readonly notes: readonly Note[];
}

/** Builds data/ from raw files. The same raw files give the same bytes. */
export function buildSnapshot({ raw, out, onProgress = () => {} }: BuildOptions): BuildReport {
  const collected = collect<MapArea>(raw, measureMap, onProgress);
  const weeks = weeklyAreas(collected.measured);
  if (weeks.length === 0) throw errors.sourceIncomplete(raw, "a DeepState map");
  const losses = weeklyLosses(collected.observations);
  if (losses.length === 0) throw errors.sourceIncomplete(raw, "the General Staff's losses");
  const aid = monthlyAid(collected.observations);
  if (aid.length === 0) throw errors.sourceIncomplete(raw, "Kiel's donor-months");

  onProgress("writing the snapshot", 0, 1);
  const areaRows = weeks.flatMap((week) => SECTORS.map((sector) => ({ ...week, sector })));
  const built = [
    csvResource(areaTable, areaRows, ["deepstate-archive", "deepstate-daily", "boundaries"]),
    csvResource(lossesTable, losses, ["general-staff"]),
    csvResource(aidTable, aid, ["kiel"]),
    csvResource(sourceFilesTable, collected.files, [...new Set(collected.files.map(({ source }) => source))]),
  ];
  const lastDate = weeks.at(-1)!.date;
  const resources = built.map(({ resource }) => resource);
  const files = new Map(resources.map(({ path, bytes }) => [path, bytes]));
  files.set("datapackage.json", new TextEncoder().encode(dataPackage(resources, lastDate)));
  writeTogether(out, files, "datapackage.json");
  onProgress("writing the snapshot", 1, 1);
  return {
    lastDate,
    resources: built.map(({ resource, rows }) => ({ name: resource.name, rows, bytes: resource.bytes.length })),
    notes: [...collected.notes, ...joinNote(collected.measured)],
  };
}

function csvResource<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  sources: readonly SourceId[],
): { resource: Resource; rows: number } {
  const text = formatCsv(
    table.fields.map(({ name }) => name),
    rows.map(table.cells),
  );
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
      bytes: new TextEncoder().encode(text),
      sources,
      fields,
      primaryKey,
    },
  };
}

/** What changing from one DeepState form to the other does to the total, said with every build. */
function joinNote(maps: readonly MapArea[]): Note[] {
  const join = formJoin(maps);
  if (join === undefined) return [];
  const total = (map: MapArea): number => SECTORS.reduce((sum, sector) => sum + map.held[sector], 0);
  const step = total(join.daily) - total(join.archive);
  return [
    {
      place: join.daily.path,
      text: `the daily form gives ${step.toFixed(1)} km² more than the archive form on the day they are joined`,
    },
  ];
}
