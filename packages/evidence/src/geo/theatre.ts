import { boundsOf, type Polygon } from "./polygon.ts";
import { intervalsOf, type LineIntervals, latitudeOfLine, makeScanlines, type Scanlines } from "./scanlines.ts";
import { divisionOf, type Sector, type StraightBorder, southernReach, straightBorder } from "./sectors.ts";

export interface Oblast {
  /** The number in ISO 3166-2 (UA-14 is "14"). */
  readonly id: string;
  readonly name: string;
  readonly polygons: readonly Polygon[];
}

export interface Region {
  readonly oblast: string;
  readonly sector: Sector;
}

/** Ukraine on scanlines: per line the disjoint intervals of its regions, west to east. */
export interface Theatre {
  readonly lines: Scanlines;
  readonly oblasts: readonly Oblast[];
  readonly regions: readonly Region[];
  /** Intervals of line i are at offsets[i] … offsets[i+1]; `owner` is an index into `regions`. */
  readonly offsets: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly owner: Uint8Array;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly owner: number;
}

/** Cuts the oblasts into line intervals. Where simplified borders overlap, the oblast of the lower number owns. */
export function makeTheatre(oblasts: readonly Oblast[], step?: number): Theatre {
  const ordered = [...oblasts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const box = boundsOf(ordered.flatMap((oblast) => oblast.polygons));
  if (box === undefined) throw new RangeError("a theatre needs at least one oblast");
  const lines = makeScanlines(box[1], box[3], step);
  const outlines = ordered.map((oblast) => intervalsOf(oblast.polygons, lines));
  const regions: Region[] = [];
  const divisions = ordered.map((oblast, index) => divide(oblast, outlines[index]!, lines, regions));
  const offsets = new Int32Array(lines.count + 1);
  const parts: Piece[] = [];
  for (let line = 0; line < lines.count; line++) {
    const latitude = latitudeOfLine(lines, line);
    const pieces = withoutOverlap(outlines, line).flatMap((piece) =>
      splitPiece(piece, divisions[piece.owner]!, latitude),
    );
    parts.push(...pieces.sort((a, b) => a.start - b.start));
    offsets[line + 1] = parts.length;
  }
  return {
    lines,
    oblasts: ordered,
    regions,
    offsets,
    starts: Float64Array.from(parts, (part) => part.start),
    ends: Float64Array.from(parts, (part) => part.end),
    owner: Uint8Array.from(parts, (part) => part.owner),
  };
}

/** The pieces of all oblasts on one line, each less what oblasts before it own. */
function withoutOverlap(outlines: readonly LineIntervals[], line: number): Piece[] {
  const owned: Piece[] = [];
  for (const [owner, intervals] of outlines.entries()) {
    for (let k = intervals.offsets[line]!; k < intervals.offsets[line + 1]!; k++) {
      let free = [{ start: intervals.starts[k]!, end: intervals.ends[k]! }];
      for (const taken of owned) {
        free = free.flatMap(({ start, end }) =>
          [
            { start, end: Math.min(end, taken.start) },
            { start: Math.max(start, taken.end), end },
          ].filter((piece) => piece.end > piece.start),
        );
      }
      for (const piece of free) owned.push({ ...piece, owner });
    }
  }
  return owned;
}

/** An oblast's regions from south to north, and the borders between them. */
interface Divided {
  readonly firstRegion: number;
  readonly borders: readonly StraightBorder[];
}

function divide(oblast: Oblast, outline: LineIntervals, lines: Scanlines, regions: Region[]): Divided {
  const { sectors, cuts } = divisionOf(oblast.id);
  const firstRegion = regions.length;
  for (const sector of sectors) regions.push({ oblast: oblast.id, sector });
  const borders = cuts.map((latitude) => {
    const line = Math.min(lines.count - 1, Math.max(0, Math.floor((latitude - lines.south) / lines.step)));
    const [from, to] = [outline.offsets[line]!, outline.offsets[line + 1]!];
    // An outline that does not reach the cut lies on one side of it: any line there will do.
    return from === to
      ? straightBorder(latitude, 0, 0)
      : straightBorder(latitude, outline.starts[from]!, outline.ends[to - 1]!);
  });
  return { firstRegion, borders };
}

function splitPiece(piece: Piece, divided: Divided, latitude: number): Piece[] {
  let pieces: Piece[] = [{ ...piece, owner: divided.firstRegion + divided.borders.length }];
  // From the northernmost border down: what lies south of it moves one region south.
  for (let index = divided.borders.length - 1; index >= 0; index--) {
    const border = divided.borders[index]!;
    const reach = southernReach(border, latitude);
    const [west, east] = [border.middle - reach, border.middle + reach];
    pieces = pieces.flatMap(({ start, end, owner }) =>
      owner !== divided.firstRegion + index + 1
        ? [{ start, end, owner }]
        : [
            { start, end: Math.min(end, west), owner },
            { start: Math.max(start, west), end: Math.min(end, east), owner: owner - 1 },
            { start: Math.max(start, east), end, owner },
          ].filter((part) => part.end > part.start),
    );
  }
  return pieces;
}

export interface RegionArea extends Region {
  readonly areaKm2: number;
}

/** km² of merged intervals inside Ukraine, by region; regions with nothing are left out. */
export function areaByRegion(held: LineIntervals, theatre: Theatre): RegionArea[] {
  const totals = new Float64Array(theatre.regions.length);
  const { lines } = theatre;
  for (let line = 0; line < lines.count; line++) {
    let k = held.offsets[line]!;
    const kEnd = held.offsets[line + 1]!;
    for (let part = theatre.offsets[line]!; part < theatre.offsets[line + 1]! && k < kEnd; part++) {
      const start = theatre.starts[part]!;
      const end = theatre.ends[part]!;
      while (k < kEnd && held.ends[k]! <= start) k++;
      let width = 0;
      for (let i = k; i < kEnd && held.starts[i]! < end; i++) {
        width += Math.min(end, held.ends[i]!) - Math.max(start, held.starts[i]!);
      }
      totals[theatre.owner[part]!]! += width * lines.weights[line]!;
    }
  }
  return theatre.regions
    .map((region, index) => ({ ...region, areaKm2: totals[index]! }))
    .filter((region) => region.areaKm2 > 0);
}
