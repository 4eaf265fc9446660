import { cellToBoundary, cellToLatLng, gridDisk, latLngToCell } from "h3-js";
import type { Polygon } from "./polygon.ts";
import { forEachInterval, type LineIntervals, latitudeOfLine } from "./scanlines.ts";
import { SECTORS, type Sector } from "./sectors.ts";
import type { Region, Theatre } from "./theatre.ts";

/** Cells of about 36 km². */
export const GRID_RESOLUTION = 6;

/** One H3 cell's part in one region: cells on a border have several, so that areas by sector add up exactly. */
export interface GridPart extends Region {
  readonly cell: string;
  readonly areaKm2: number;
  /** Centre of the whole cell, degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** A part's name, the same in every build: cell, oblast and sector. */
export const partKey = (part: GridPart): string => `${part.cell}/${part.oblast}/${part.sector}`;

/** All parts of Ukraine, and where they lie on the scanlines. */
export interface Grid {
  readonly theatre: Theatre;
  readonly parts: readonly GridPart[];
  /** The parts' names. */
  readonly keys: readonly string[];
  readonly offsets: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Index into `parts`, per interval. */
  readonly owner: Int32Array;
}

export function makeGrid(theatre: Theatre, resolution: number = GRID_RESOLUTION): Grid {
  const cells = cellsOf(theatre, resolution);
  const byLine = cellIntervals(cells, theatre);
  const keys = new Map<string, number>();
  const areas: number[] = [];
  const offsets = new Int32Array(theatre.lines.count + 1);
  const [starts, ends, owner]: [number[], number[], number[]] = [[], [], []];
  for (let line = 0; line < theatre.lines.count; line++) {
    const weight = theatre.lines.weights[line]!;
    crossLine(byLine[line]!, theatre, line, (start, end, cell, region) => {
      const key = `${cell} ${region}`;
      let part = keys.get(key);
      if (part === undefined) {
        part = keys.size;
        keys.set(key, part);
        areas.push(0);
      }
      areas[part]! += (end - start) * weight;
      starts.push(start);
      ends.push(end);
      owner.push(part);
    });
    offsets[line + 1] = starts.length;
  }
  const parts = [...keys].map(([key, index]) => describePart(key, areas[index]!, cells, theatre));
  return {
    theatre,
    parts,
    keys: parts.map(partKey),
    offsets,
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    owner: Int32Array.from(owner),
  };
}

/** Sample points this many lines and degrees apart find every cell of 7 km or more, with the neighbours of those found. */
const SAMPLE_LINES = 20;
const SAMPLE_DEGREES = 0.03;

/**
 * Every cell that touches Ukraine: those at sample points, and their neighbours. (H3's own polygon filling lost whole
 * oblasts of these boundaries; sampling cannot.)
 */
function cellsOf(theatre: Theatre, resolution: number): string[] {
  const sampled = new Set<string>();
  for (let line = 0; line < theatre.lines.count; line += SAMPLE_LINES) {
    const latitude = latitudeOfLine(theatre.lines, line);
    for (let part = theatre.offsets[line]!; part < theatre.offsets[line + 1]!; part++) {
      const [start, end] = [theatre.starts[part]!, theatre.ends[part]!];
      for (let x = start; x < end; x += SAMPLE_DEGREES) sampled.add(latLngToCell(latitude, x, resolution));
    }
  }
  return [...new Set([...sampled].flatMap((cell) => gridDisk(cell, 1)))].sort();
}

const cellPolygon = (cell: string): Polygon => [
  Float64Array.from(cellToBoundary(cell).flatMap(([latitude, longitude]) => [longitude, latitude])),
];

interface CellInterval {
  readonly start: number;
  readonly end: number;
  readonly cell: number;
}

/** Per line the intervals of the cells, west to east. Neighbours share their corners, so the cells tile. */
function cellIntervals(cells: readonly string[], theatre: Theatre): CellInterval[][] {
  const byLine: CellInterval[][] = Array.from({ length: theatre.lines.count }, () => []);
  for (const [cell, name] of cells.entries()) {
    forEachInterval(cellPolygon(name), theatre.lines, (line, start, end) => byLine[line]!.push({ start, end, cell }));
  }
  for (const line of byLine) line.sort((a, b) => a.start - b.start);
  return byLine;
}

/** Calls back with every overlap of a cell and a region on one line, west to east. */
function crossLine(
  cells: readonly CellInterval[],
  theatre: Theatre,
  line: number,
  each: (start: number, end: number, cell: number, region: number) => void,
): void {
  let k = 0;
  for (let part = theatre.offsets[line]!; part < theatre.offsets[line + 1]!; part++) {
    const [west, east] = [theatre.starts[part]!, theatre.ends[part]!];
    while (k < cells.length && cells[k]!.end <= west) k++;
    for (let i = k; i < cells.length && cells[i]!.start < east; i++) {
      const start = Math.max(west, cells[i]!.start);
      const end = Math.min(east, cells[i]!.end);
      if (end > start) each(start, end, cells[i]!.cell, theatre.owner[part]!);
    }
  }
}

function describePart(key: string, areaKm2: number, cells: readonly string[], theatre: Theatre): GridPart {
  const [cellIndex, regionIndex] = key.split(" ").map(Number) as [number, number];
  const cell = cells[cellIndex]!;
  const [latitude, longitude] = cellToLatLng(cell);
  return { ...theatre.regions[regionIndex]!, cell, areaKm2, latitude, longitude };
}

/** Shares are stored in thousandths: 0 nothing held, 1000 all. */
export const FULL_SHARE = 1000;

/** The share of every part that the intervals cover, in thousandths. */
export function sharesOf(held: LineIntervals, grid: Grid): Uint16Array {
  const areas = new Float64Array(grid.parts.length);
  const { starts, ends, owner } = grid;
  const { lines } = grid.theatre;
  for (let line = 0; line < lines.count; line++) {
    let k = held.offsets[line]!;
    const kEnd = held.offsets[line + 1]!;
    if (k === kEnd) continue;
    const weight = lines.weights[line]!;
    const last = grid.offsets[line + 1]!;
    const first = firstEndingAfter(ends, held.starts[k]!, grid.offsets[line]!, last);
    for (let piece = first; piece < last && k < kEnd; piece++) {
      const start = starts[piece]!;
      const end = ends[piece]!;
      while (k < kEnd && held.ends[k]! <= start) k++;
      let width = 0;
      for (let i = k; i < kEnd && held.starts[i]! < end; i++) {
        width += Math.min(end, held.ends[i]!) - Math.max(start, held.starts[i]!);
      }
      if (width > 0) areas[owner[piece]!]! += width * weight;
    }
  }
  const shares = new Uint16Array(areas.length);
  for (let part = 0; part < shares.length; part++) {
    shares[part] = Math.round((areas[part]! / grid.parts[part]!.areaKm2) * FULL_SHARE);
  }
  return shares;
}

/** By bisection, the first of ascending ends that lies east of x. */
function firstEndingAfter(ends: Float64Array, x: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** km² by sector from the parts' shares in thousandths. */
export function areaBySector(parts: readonly GridPart[], shares: ArrayLike<number>): Record<Sector, number> {
  const totals = Object.fromEntries(SECTORS.map((sector) => [sector, 0])) as Record<Sector, number>;
  for (const [index, { sector, areaKm2 }] of parts.entries()) {
    totals[sector] += (areaKm2 * shares[index]!) / FULL_SHARE;
  }
  return totals;
}

/** km² by oblast from the parts' shares in thousandths. */
export function areaByOblast(parts: readonly GridPart[], shares: ArrayLike<number>): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [index, { oblast, areaKm2 }] of parts.entries()) {
    totals.set(oblast, (totals.get(oblast) ?? 0) + (areaKm2 * shares[index]!) / FULL_SHARE);
  }
  return totals;
}
