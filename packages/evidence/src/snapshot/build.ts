import { errors } from "../errors.ts";
import { listFiles, rawFiles, writeTogether } from "../files.ts";
import { SECTORS } from "../geo/sectors.ts";
import type { Note } from "../importers/frame.ts";
import { collect, type Progress } from "./collect.ts";
import { EMPTY_STATE, merge } from "./merge.ts";
import { render } from "./render.ts";
import { formJoin, type MapArea } from "./weekly-area.ts";

export interface BuildOptions {
  /** Folder of raw files in the sources' own formats, in any layout. */
  readonly raw: string;
  /** Folder of the snapshot; it is created, and files are replaced only when the whole build has succeeded. */
  readonly out: string;
  readonly onProgress?: Progress;
}

export interface BuildReport {
  readonly lastDate: string;
  readonly resources: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[];
  readonly notes: readonly Note[];
}

/** Builds data/ from raw files. The same raw files give the same bytes. */
export async function buildSnapshot({ raw, out, onProgress = () => {} }: BuildOptions): Promise<BuildReport> {
  const paths = listFiles(raw);
  if (paths.length === 0) throw errors.rawMissing(raw);
  const incoming = collect(() => rawFiles(raw, paths), [], raw, onProgress);
  const { state } = merge(EMPTY_STATE, incoming);
  onProgress("laying out the snapshot", 0, 1);
  const rendered = await render(state, raw);
  onProgress("writing the snapshot", 0, 1);
  writeTogether(out, rendered.files, "datapackage.json");
  onProgress("writing the snapshot", 1, 1);
  const { lastDate, resources } = rendered;
  return { lastDate, resources, notes: [...incoming.notes, ...joinNote(state.maps)] };
}

/** What changing from one DeepState form to the other does to the total, said with every build. */
function joinNote(maps: readonly MapArea[]): Note[] {
  const join = formJoin(maps);
  if (join === undefined) return [];
  const total = (map: MapArea): number => SECTORS.reduce((sum, sector) => sum + map.held[sector], 0);
  const step = total(join.daily) - total(join.archive);
  const text = `the daily form gives ${step.toFixed(1)} km2 more than the archive form on the day they are joined`;
  return [{ place: join.daily.path, text }];
}
