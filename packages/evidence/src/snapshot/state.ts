import type { Oblast } from "../geo/theatre.ts";
import type { Observation } from "../importers/frame.ts";
import type { SourceId } from "../importers/sources.ts";
import type { GridWeek } from "./grid-weeks.ts";
import type { MapArea } from "./weekly-area.ts";

/** An observation and the raw file it stands in. */
export interface SourcedObservation extends Observation {
  readonly path: string;
  readonly source: SourceId;
}

/** A number that a newer file replaced: the older vintage is kept. */
export interface Superseded extends SourcedObservation {
  /** The file that brought the newer number. */
  readonly supersededBy: string;
}

/** A raw file that was read: enough to find it again and to know whether it is the same. */
export interface ReadFile {
  readonly path: string;
  readonly source: SourceId;
  readonly importer: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Everything that the snapshot says, before it is laid out in files. A build fills it from raw files, an import adds to it. */
export interface SnapshotState {
  readonly oblasts: readonly Oblast[];
  readonly maps: readonly MapArea[];
  /** Shares held on the map of each week, by the map's path. */
  readonly grid: ReadonlyMap<string, GridWeek>;
  readonly observations: readonly SourcedObservation[];
  readonly superseded: readonly Superseded[];
  readonly files: readonly ReadFile[];
}
