/** The cells on the plane: corners, centres, neighbours, land. Fixed for a map, so that weeks and forecasts share it. */
import type { ControlMap } from "./map-file.ts";
import type { Projection } from "./projection.ts";

export interface Cells {
  readonly map: ControlMap;
  readonly count: number;
  /** x, y in km of each corner, and of each cell's centre. */
  readonly corners: Float64Array;
  readonly centres: Float64Array;
  /** Six a cell: the cell across the edge from corner k to corner k + 1, or -1. */
  readonly neighbours: Int32Array;
  /** Land in Ukraine, km². */
  readonly landKm2: Float64Array;
  /** Sector of the cell's largest part. */
  readonly sector: Uint8Array;
  /** Parts of cell c are partsOf[partOffsets[c]] … partsOf[partOffsets[c + 1]]. */
  readonly partOffsets: Uint32Array;
  readonly partsOf: Uint16Array;
}

export function layCells(map: ControlMap, { project }: Projection): Cells {
  const count = map.cellCorners.length / 6;
  const corners = new Float64Array(map.cornerDegrees.length);
  for (let i = 0; i < corners.length; i += 2) corners.set(project(map.cornerDegrees[i]!, map.cornerDegrees[i + 1]!), i);
  const centres = new Float64Array(2 * count);
  for (let cell = 0; cell < count; cell++)
    for (let k = 0; k < 6; k++) {
      const corner = map.cellCorners[6 * cell + k]!;
      centres[2 * cell]! += corners[2 * corner]! / 6;
      centres[2 * cell + 1]! += corners[2 * corner + 1]! / 6;
    }
  return { map, count, corners, centres, neighbours: neighboursOf(map.cellCorners), ...landOf(map, count) };
}

/** Cells are neighbours where they share two corners. */
function neighboursOf(cellCorners: Uint16Array): Int32Array {
  const found = new Int32Array(cellCorners.length).fill(-1);
  const open = new Map<number, number>();
  for (let edge = 0; edge < found.length; edge++) {
    const first = edge - (edge % 6);
    const [a, b] = [cellCorners[edge]!, cellCorners[first + ((edge + 1) % 6)]!];
    const key = Math.min(a, b) * 65_536 + Math.max(a, b);
    const other = open.get(key);
    if (other === undefined) {
      open.set(key, edge);
      continue;
    }
    found[edge] = Math.floor(other / 6);
    found[other] = Math.floor(edge / 6);
  }
  return found;
}

function landOf(map: ControlMap, count: number): Pick<Cells, "landKm2" | "sector" | "partOffsets" | "partsOf"> {
  const landKm2 = new Float64Array(count);
  const partOffsets = new Uint32Array(count + 1);
  for (const cell of map.partCell) partOffsets[cell + 1]! += 1;
  for (let cell = 0; cell < count; cell++) partOffsets[cell + 1]! += partOffsets[cell]!;
  const next = partOffsets.slice();
  const partsOf = new Uint16Array(map.partCell.length);
  const sector = new Uint8Array(count);
  const largest = new Float64Array(count);
  for (const [part, cell] of map.partCell.entries()) {
    partsOf[next[cell]!++] = part;
    const area = map.partAreaKm2[part]!;
    landKm2[cell]! += area;
    if (area <= largest[cell]!) continue;
    largest[cell] = area;
    sector[cell] = map.partSector[part]!;
  }
  return { landKm2, sector, partOffsets, partsOf };
}

/** Shares of the parts in thousandths: held by Russia, and in question. */
export interface Shares {
  readonly held: Uint16Array;
  readonly contested: Uint16Array;
}

/** The parts' shares on a Monday, weeks from the first on record; before it nothing is held, after the last nothing changes. */
export function sharesAt(map: ControlMap, week: number): Shares {
  const held = new Uint16Array(map.partCell.length);
  const contested = new Uint16Array(map.partCell.length);
  const end = map.changeOffsets[Math.max(0, Math.min(map.weeks, Math.floor(week) + 1))]!;
  for (let i = 0; i < end; i++) {
    const part = map.changePart[i]!;
    held[part] = map.changeHeld[i]!;
    contested[part] = map.changeContested[i]!;
  }
  return { held, contested };
}

/** The share of each cell's land, 0 to 1, from shares of parts in thousandths. */
export function cellShares({ map, count, landKm2 }: Cells, shares: Uint16Array): Float64Array {
  const found = new Float64Array(count);
  for (const [part, cell] of map.partCell.entries())
    found[cell]! += (map.partAreaKm2[part]! * shares[part]!) / (1000 * landKm2[cell]!);
  return found;
}

/** The cell at a point of the plane (km), or -1: the nearest centre within a cell's reach. */
export function cellAt({ centres, count }: Cells, x: number, y: number): number {
  let best = -1;
  let least = REACH_KM ** 2;
  for (let cell = 0; cell < count; cell++) {
    const distance = (centres[2 * cell]! - x) ** 2 + (centres[2 * cell + 1]! - y) ** 2;
    if (distance < least) [best, least] = [cell, distance];
  }
  return best;
}
/** From the centre of a cell to its corners, km, and a little more. */
const REACH_KM = 4.5;
