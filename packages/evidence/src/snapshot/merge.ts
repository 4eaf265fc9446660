import { SECTORS } from "../geo/sectors.ts";
import { groupBy } from "../group.ts";
import { SOURCES } from "../importers/sources.ts";
import type { Incoming } from "./collect.ts";
import type { ReadFile, SnapshotState, SourcedObservation, Superseded } from "./state.ts";
import type { MapArea } from "./weekly-area.ts";

export const EMPTY_STATE: SnapshotState = {
  oblasts: [],
  maps: [],
  grid: new Map(),
  observations: [],
  superseded: [],
  files: [],
};

/** What an import does to one series, or to the maps. */
export interface SeriesChange {
  readonly series: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Numbers of the snapshot, within the dates of the newer file, that it no longer has. */
  readonly missing: number;
  /** The first few changes: where, from, to. */
  readonly examples: readonly string[];
  /** Changes to a source that does not revise: someone should look before they are taken over. */
  readonly conflict: boolean;
}

export interface Merged {
  readonly state: SnapshotState;
  readonly changes: readonly SeriesChange[];
}

/** Adds what was read to the state. Newer numbers replace older ones, which are kept as superseded; nothing is lost. */
export function merge(state: SnapshotState, incoming: Incoming): Merged {
  const observations = mergeObservations(state, incoming.observations);
  const maps = mergeMaps(state, incoming.maps);
  return {
    state: {
      oblasts: incoming.oblasts,
      maps: maps.maps,
      grid: maps.grid,
      observations: observations.merged,
      superseded: [...state.superseded, ...observations.superseded],
      files: mergeFiles(state.files, incoming.files),
    },
    changes: [...maps.changes, ...observations.changes],
  };
}

/** What a number is a number of. Several of one source may share it (two estimates of a day): they are counted. */
function keyed(observations: readonly SourcedObservation[]): Map<string, SourcedObservation> {
  const seen = new Map<string, number>();
  const byKey = new Map<string, SourcedObservation>();
  for (const observation of observations) {
    const key = [observation.series, observation.date, observation.place ?? "", identityNote(observation)].join("|");
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    byKey.set(`${key}|${count}`, observation);
  }
  return byKey;
}

/** Estimates of the same day differ by who made them, which their note says. */
const identityNote = ({ series, note }: SourcedObservation): string =>
  series.startsWith("estimates.") ? (note ?? "") : "";

const sameNumbers = (a: SourcedObservation, b: SourcedObservation): boolean =>
  a.value === b.value && a.low === b.low && a.high === b.high && a.unit === b.unit;

interface MergedObservations {
  merged: SourcedObservation[];
  superseded: Superseded[];
  changes: SeriesChange[];
}

function mergeObservations(state: SnapshotState, incoming: readonly SourcedObservation[]): MergedObservations {
  const before = groupBy(state.observations, ({ series }) => series);
  const now = groupBy(incoming, ({ series }) => series);
  const result: MergedObservations = { merged: [], superseded: [], changes: [] };
  for (const series of new Set([...before.keys(), ...now.keys()])) {
    const [older, newer] = [before.get(series) ?? [], now.get(series) ?? []];
    if (newer.length === 0) result.merged.push(...older);
    else mergeSeries(series, older, newer, result);
  }
  result.merged.sort(inOrder);
  return result;
}

function mergeSeries(
  series: string,
  older: readonly SourcedObservation[],
  newer: readonly SourcedObservation[],
  into: MergedObservations,
): void {
  const [before, now] = [keyed(older), keyed(newer)];
  const changed = [...now].flatMap(([key, observation]) => {
    const old = before.get(key);
    return old !== undefined && !sameNumbers(old, observation) ? [{ old, observation }] : [];
  });
  const dates = newer.map(({ date }) => date).sort();
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const absent = [...before].filter(([key]) => !now.has(key)).map(([, observation]) => observation);
  const missing = absent.filter(({ date }) => date >= first && date <= last);
  // A source that revises publishes whole tables: a row that left, such as aid moved to another month, would count twice.
  const { revised } = SOURCES[newer[0]!.source];
  const kept = revised ? absent.filter((observation) => !missing.includes(observation)) : absent;
  const supersededBy = newer[0]!.path;
  into.merged.push(...now.values(), ...kept);
  into.superseded.push(
    ...changed.map(({ old, observation }) => ({ ...old, supersededBy: observation.path })),
    ...(revised ? missing.map((observation) => ({ ...observation, supersededBy })) : []),
  );
  if (older.length === 0 && newer.length === 0) return;
  into.changes.push({
    series,
    added: [...now.keys()].filter((key) => !before.has(key)).length,
    changed: changed.length,
    unchanged: now.size - changed.length - [...now.keys()].filter((key) => !before.has(key)).length,
    missing: missing.length,
    examples: changed.slice(0, 3).map(({ old, observation }) => {
      const place = observation.place === undefined ? "" : `, ${observation.place}`;
      return `${observation.date}${place}: ${old.value} -> ${observation.value} (${observation.path}, ${observation.row})`;
    }),
    conflict: changed.length > 0 && !revised,
  });
}

function inOrder(a: SourcedObservation, b: SourcedObservation): number {
  const keyA = `${a.source}|${a.series}|${a.date}|${a.path}|${a.row.padStart(20)}`;
  const keyB = `${b.source}|${b.series}|${b.date}|${b.path}|${b.row.padStart(20)}`;
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

const mapKey = (map: MapArea): string => `${map.form} ${map.publishedAt}`;
const mapNumbers = (map: MapArea): string =>
  SECTORS.map((sector) => `${map.held[sector].toFixed(2)} ${map.contested?.[sector].toFixed(2) ?? ""}`).join(";");

function mergeMaps(
  state: SnapshotState,
  incoming: Incoming["maps"],
): { maps: MapArea[]; grid: SnapshotState["grid"]; changes: SeriesChange[] } {
  const maps = new Map(state.maps.map((map) => [mapKey(map), map]));
  const grid = new Map(state.grid);
  const count = { added: 0, changed: 0, unchanged: 0 };
  const examples: string[] = [];
  for (const { area, grid: week } of incoming) {
    const old = maps.get(mapKey(area));
    if (old === undefined) count.added++;
    else if (mapNumbers(old) === mapNumbers(area)) count.unchanged++;
    else {
      count.changed++;
      examples.push(`${area.form} map of ${area.publishedAt}: other areas than in ${old.path} (${area.path})`);
    }
    if (old !== undefined) grid.delete(old.path);
    maps.set(mapKey(area), area);
    grid.set(area.path, week);
  }
  const ordered = [...maps.values()].sort((a, b) => (a.publishedAt + a.form < b.publishedAt + b.form ? -1 : 1));
  const change = {
    series: "deepstate maps",
    ...count,
    missing: 0,
    examples: examples.slice(0, 3),
    conflict: count.changed > 0,
  };
  return { maps: ordered, grid, changes: incoming.length === 0 ? [] : [change] };
}

/** A newer file of the same name replaces the entry; the older one stays under its name and checksum. */
function mergeFiles(before: readonly ReadFile[], incoming: readonly ReadFile[]): ReadFile[] {
  const files = new Map(before.map((file) => [file.path, file]));
  for (const file of incoming) {
    const old = files.get(file.path);
    if (old !== undefined && old.sha256 !== file.sha256) {
      const path = `${old.path}@${old.sha256.slice(0, 8)}`;
      files.set(path, { ...old, path });
    }
    files.set(file.path, file);
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
