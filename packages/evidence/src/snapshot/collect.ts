import { createHash } from "node:crypto";
import { EvidenceError, errors } from "../errors.ts";
import { listFiles, rawFiles } from "../files.ts";
import { makeTheatre, type Oblast, type Theatre } from "../geo/theatre.ts";
import type { Note, Observation, RawFile, TerritoryMap } from "../importers/frame.ts";
import { contentOf } from "../importers/frame.ts";
import { importFile } from "../importers/registry.ts";
import type { SourceId } from "../importers/sources.ts";

/** An observation and the raw file it stands in. */
export interface SourcedObservation extends Observation {
  readonly path: string;
}

/** A raw file that was read: enough to find it again and to know whether it is the same. */
export interface ReadFile {
  readonly path: string;
  readonly source: SourceId;
  readonly importer: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Collected<Measured> {
  readonly theatre: Theatre;
  readonly observations: readonly SourcedObservation[];
  readonly measured: readonly Measured[];
  readonly files: readonly ReadFile[];
  readonly notes: readonly Note[];
}

export type Progress = (step: string, done: number, total: number) => void;

/**
 * Reads a raw folder in any layout: files are recognised by content. Boundaries come first, because maps are cut with
 * them; each map is measured as soon as it is read, so that no more than one is in memory.
 */
export function collect<Measured>(
  folder: string,
  measure: (map: TerritoryMap, theatre: Theatre) => Measured,
  onProgress: Progress = () => {},
): Collected<Measured> {
  const paths = listFiles(folder);
  if (paths.length === 0) throw errors.rawMissing(folder);
  const theatre = makeTheatre(findOblasts(folder, paths));
  const observations: SourcedObservation[] = [];
  const measured: Measured[] = [];
  const files: ReadFile[] = [];
  const notes: Note[] = [];
  let done = 0;
  for (const file of rawFiles(folder, paths)) {
    onProgress("reading raw files", done++, paths.length);
    const found = importOrNote(file, notes);
    if (found === undefined) continue;
    const { importer, reading } = found;
    observations.push(...reading.observations.map((observation) => ({ ...observation, path: file.path })));
    measured.push(...reading.maps.map((map) => measure(map, theatre)));
    notes.push(...reading.notes);
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    files.push({ path: file.path, source: importer.source, importer: importer.id, bytes: file.bytes.length, sha256 });
  }
  return { theatre, observations, measured, files, notes };
}

/** A file of no known source is noted and passed over; a broken file of a known source stops the build. */
function importOrNote(file: RawFile, notes: Note[]): ReturnType<typeof importFile> | undefined {
  try {
    return importFile(file);
  } catch (cause) {
    if (!(cause instanceof EvidenceError) || cause.code !== "import/unknown") throw cause;
    notes.push({ place: file.path, text: `not read: ${cause.reason}` });
    return undefined;
  }
}

/** Boundary files are small GeoJSON features; anything that does not even decode is left to the second pass. */
function findOblasts(folder: string, paths: readonly string[]): Oblast[] {
  const oblasts = new Map<string, Oblast>();
  for (const file of rawFiles(folder, paths)) {
    if (!mentions(file.bytes, "iso3166-2")) continue;
    try {
      contentOf(file);
    } catch (cause) {
      if (cause instanceof EvidenceError) continue;
      throw cause;
    }
    for (const oblast of importFile(file).reading.oblasts) oblasts.set(oblast.id, oblast);
  }
  if (oblasts.size === 0) throw errors.sourceIncomplete(folder, "an oblast boundary");
  return [...oblasts.values()];
}

const mentions = (bytes: Uint8Array, word: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(word);
