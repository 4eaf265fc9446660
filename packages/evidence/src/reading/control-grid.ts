import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type GridPart, makeGrid, partKey } from "../geo/grid.ts";
import { polygonsOf } from "../geo/polygon.ts";
import { FRONT_SECTORS } from "../geo/sectors.ts";
import { makeTheatre, type Oblast } from "../geo/theatre.ts";
import type { GridChange } from "../snapshot/grid-weeks.ts";
import { readChanges, readParts } from "../snapshot/load-state.ts";

/** The control grid for a map: the stored parts, then parts around them that no map ever touched. */
export interface ControlGrid {
  readonly parts: readonly GridPart[];
  /** So many parts at the beginning are the snapshot's own, and changes refer to them. */
  readonly stored: number;
  readonly changes: readonly GridChange[];
}

const KM_PER_DEGREE = 111.2;
const RADIANS = Math.PI / 180;

/**
 * Reads the snapshot's control grid, and continues it over the front's sectors up to `reachKm` beyond the cells that
 * were ever held or in question: the snapshot stores only those and their neighbours, and a forecast may need ground
 * beyond. Areas of the added parts are measured anew from the oblasts' borders, as the snapshot's were. Takes seconds.
 */
export async function loadControlGrid(directory: string, reachKm: number): Promise<ControlGrid> {
  const file = join(directory, "grid-parts.csv");
  const stored = readParts(readFileSync(file, "utf8"), file);
  const known = new Set(stored.map(partKey));
  const grid = makeGrid(makeTheatre(readOblasts(join(directory, "oblasts.geojson"))));
  const near = nearness(stored, reachKm);
  const added = grid.parts.filter(
    (part) => FRONT_SECTORS.includes(part.sector) && !known.has(partKey(part)) && near(part),
  );
  added.sort((a, b) => (partKey(a) < partKey(b) ? -1 : 1));
  return { parts: [...stored, ...added], stored: stored.length, changes: await readChanges(directory) };
}

function readOblasts(file: string): Oblast[] {
  const { features } = JSON.parse(readFileSync(file, "utf8")) as {
    features: { properties: { "iso3166-2": string; name: string }; geometry: unknown }[];
  };
  return features.map(({ properties, geometry }) => ({
    id: properties["iso3166-2"].slice(3),
    name: properties.name,
    polygons: polygonsOf(geometry, `${file}, ${properties.name}`),
  }));
}

/** Whether a part's cell lies within `reachKm` of any of the given; on a plane, which is true enough for a margin. */
function nearness(given: readonly GridPart[], reachKm: number): (part: GridPart) => boolean {
  const cells = [...new Map(given.map((part) => [part.cell, part])).values()];
  return ({ latitude, longitude }) => {
    const east = KM_PER_DEGREE * Math.cos(latitude * RADIANS);
    return cells.some(
      (cell) => Math.hypot((cell.latitude - latitude) * KM_PER_DEGREE, (cell.longitude - longitude) * east) <= reachKm,
    );
  };
}
