import { createHash } from "node:crypto";
import { EvidenceError, errors } from "../errors.ts";
import { type Grid, makeGrid } from "../geo/grid.ts";
import { makeTheatre, type Oblast } from "../geo/theatre.ts";
import type { Note, RawFile } from "../importers/frame.ts";
import { importFile } from "../importers/registry.ts";
import { type GridWeek, gridWeek } from "./grid-weeks.ts";
import type { ReadFile, SourcedObservation } from "./state.ts";
import { cutMap, type MapArea, measureMap } from "./weekly-area.ts";

/** What a set of raw files says. */
export interface Incoming {
  readonly oblasts: readonly Oblast[];
  readonly maps: readonly { readonly area: MapArea; readonly grid: GridWeek }[];
  readonly observations: readonly SourcedObservation[];
  readonly files: readonly ReadFile[];
  readonly notes: readonly Note[];
}

export type Progress = (step: string, done: number, total: number) => void;

/**
 * Reads raw files in any order and layout: they are recognised by content. Boundaries are wanted first, because maps
 * are cut with them: `known` gives those of the snapshot, and new ones replace them. Each map is measured as soon as it
 * is read, so that no more than one is in memory. `files` is called twice, once for the boundaries.
 */
export function collect(
  files: () => Iterable<RawFile>,
  known: readonly Oblast[],
  where: string,
  onProgress: Progress = () => {},
): Incoming {
  const { oblasts, total } = findOblasts(files(), known);
  let grid: Grid | undefined;
  const gridOf = (): Grid => {
    if (oblasts.length === 0) throw errors.sourceIncomplete(where, "an oblast boundary");
    grid ??= makeGrid(makeTheatre(oblasts));
    return grid;
  };
  const [maps, observations, read, notes]: [Incoming["maps"][number][], SourcedObservation[], ReadFile[], Note[]] = [
    [],
    [],
    [],
    [],
  ];
  let done = 0;
  for (const file of files()) {
    onProgress("reading raw files", done++, total);
    const found = importOrNote(file, notes);
    if (found === undefined) continue;
    const { importer, reading } = found;
    const { path } = file;
    for (const observation of reading.observations)
      observations.push({ ...observation, path, source: importer.source });
    for (const map of reading.maps) {
      const cut = cutMap(map, gridOf().theatre);
      maps.push({ area: measureMap(cut, gridOf().theatre), grid: gridWeek(cut, gridOf()) });
    }
    notes.push(...reading.notes);
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    read.push({ path, source: importer.source, importer: importer.id, bytes: file.bytes.length, sha256 });
  }
  return { oblasts, maps, observations, files: read, notes };
}

/** A file of no known source is noted and passed over; a broken file of a known source stops everything. */
function importOrNote(file: RawFile, notes: Note[]): ReturnType<typeof importFile> | undefined {
  try {
    return importFile(file);
  } catch (cause) {
    if (!(cause instanceof EvidenceError) || cause.code !== "import/unknown") throw cause;
    notes.push({ place: file.path, text: `not read: ${cause.reason}` });
    return undefined;
  }
}

/** Boundary files are small GeoJSON features with an ISO code; a broken one complains on the second pass. */
function findOblasts(files: Iterable<RawFile>, known: readonly Oblast[]): { oblasts: Oblast[]; total: number } {
  const oblasts = new Map(known.map((oblast) => [oblast.id, oblast]));
  let total = 0;
  for (const file of files) {
    total++;
    if (!mentions(file.bytes, "iso3166-2")) continue;
    try {
      for (const oblast of importFile(file).reading.oblasts) oblasts.set(oblast.id, oblast);
    } catch (cause) {
      if (!(cause instanceof EvidenceError)) throw cause;
    }
  }
  return { oblasts: [...oblasts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), total };
}

const mentions = (bytes: Uint8Array, word: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(word);
