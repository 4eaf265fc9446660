import { stripArea } from "./authalic.ts";
import type { Polygon } from "./polygon.ts";

/**
 * Area by scanlines. Each parallel at the middle of a narrow strip is cut exactly with every polygon edge (straight in
 * longitude and latitude, as RFC 7946 says); within a polygon even-odd decides what is inside, and the intervals of
 * overlapping polygons are merged, so nothing counts twice. Self-crossing, unclosed or duplicated rings need no repair,
 * and no case can fail as general polygon clippers do. The error is that of the midpoint rule across strips of 111 m.
 */
export interface Scanlines {
  readonly south: number;
  /** Height of a strip in degrees. */
  readonly step: number;
  readonly count: number;
  /** km² per degree of longitude, for each strip. */
  readonly weights: Float64Array;
}

/** Disjoint intervals of longitude per line: those of line i are at offsets[i] … offsets[i+1]. */
export interface LineIntervals {
  readonly offsets: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

export const DEFAULT_STEP_DEGREES = 0.001;

/** Lines from `south` to `north`; both are rounded outward to whole strips, so that sector borders fall between lines. */
export function makeScanlines(south: number, north: number, step: number = DEFAULT_STEP_DEGREES): Scanlines {
  const perDegree = Math.round(1 / step);
  const first = Math.floor(south * perDegree);
  const count = Math.ceil(north * perDegree) - first;
  const weights = Float64Array.from({ length: count }, (_, i) =>
    stripArea((first + i) / perDegree, (first + i + 1) / perDegree),
  );
  return { south: first / perDegree, step: 1 / perDegree, count, weights };
}

export const latitudeOfLine = (lines: Scanlines, line: number): number => lines.south + (line + 0.5) * lines.step;

/** The union of the polygons as merged intervals on every line. */
export function intervalsOf(polygons: readonly Polygon[], lines: Scanlines): LineIntervals {
  const found = new IntervalBuffer();
  for (const polygon of polygons) forEachInterval(polygon, lines, found.push.bind(found));
  return mergeByLine(found, lines.count);
}

class IntervalBuffer {
  line = new Int32Array(4096);
  start = new Float64Array(4096);
  end = new Float64Array(4096);
  length = 0;

  push(line: number, start: number, end: number): void {
    if (this.length === this.line.length) {
      this.line = grown(this.line, new Int32Array(this.length * 2));
      this.start = grown(this.start, new Float64Array(this.length * 2));
      this.end = grown(this.end, new Float64Array(this.length * 2));
    }
    this.line[this.length] = line;
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.length++;
  }
}

function grown<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/**
 * Crossings of one polygon's edges with the lines, sorted along each line and paired: even-odd. Calls back with each
 * interval; those of one line come west to east and do not overlap.
 */
export function forEachInterval(
  polygon: Polygon,
  lines: Scanlines,
  each: (line: number, start: number, end: number) => void,
): void {
  const [lowest, highest] = lineRange(polygon, lines);
  if (highest < lowest) return;
  const crossings: number[][] = Array.from({ length: highest - lowest + 1 }, () => []);
  for (const ring of polygon) {
    const points = ring.length / 2;
    for (let i = 0; i < points; i++) {
      const j = i + 1 === points ? 0 : i + 1;
      const y1 = rowOf(ring[2 * i + 1]!, lines);
      const y2 = rowOf(ring[2 * j + 1]!, lines);
      if (y1 === y2) continue;
      const x1 = ring[2 * i]!;
      const slope = (ring[2 * j]! - x1) / (y2 - y1);
      // Half open, lower end in and upper end out: a vertex on a line counts once.
      const first = Math.max(lowest, Math.ceil(Math.min(y1, y2)));
      const last = Math.min(highest, Math.ceil(Math.max(y1, y2)) - 1);
      for (let line = first; line <= last; line++) crossings[line - lowest]!.push(x1 + slope * (line - y1));
    }
  }
  for (const [index, onLine] of crossings.entries()) {
    onLine.sort((a, b) => a - b);
    for (let k = 0; k + 1 < onLine.length; k += 2) each(lowest + index, onLine[k]!, onLine[k + 1]!);
  }
}

/** Latitude in units of lines: line i lies at i. */
const rowOf = (latitude: number, lines: Scanlines): number => (latitude - lines.south) / lines.step - 0.5;

/** The first and last line that can cross the polygon. */
function lineRange(polygon: Polygon, lines: Scanlines): [number, number] {
  let south = Infinity;
  let north = -Infinity;
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i += 2) {
      south = Math.min(south, ring[i]!);
      north = Math.max(north, ring[i]!);
    }
  }
  return [Math.max(0, Math.ceil(rowOf(south, lines))), Math.min(lines.count - 1, Math.ceil(rowOf(north, lines)) - 1)];
}

function mergeByLine(found: IntervalBuffer, count: number): LineIntervals {
  const { from, order } = orderByLine(found, count);
  const offsets = new Int32Array(count + 1);
  const starts = new Float64Array(found.length);
  const ends = new Float64Array(found.length);
  let length = 0;
  for (let line = 0; line < count; line++) {
    const lineStart = length;
    const onLine = order.subarray(from[line]!, from[line + 1]!);
    if (onLine.length > 1) onLine.sort((a, b) => found.start[a]! - found.start[b]!);
    for (const i of onLine) {
      const start = found.start[i]!;
      const end = found.end[i]!;
      if (length > lineStart && start <= ends[length - 1]!) ends[length - 1] = Math.max(ends[length - 1]!, end);
      else {
        starts[length] = start;
        ends[length] = end;
        length++;
      }
    }
    offsets[line + 1] = length;
  }
  return { offsets, starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

/** Indices of the intervals, line after line (a counting sort): those of line i are at from[i] … from[i+1]. */
function orderByLine(found: IntervalBuffer, count: number): { from: Int32Array; order: Int32Array } {
  const from = new Int32Array(count + 1);
  for (let i = 0; i < found.length; i++) from[found.line[i]! + 1]!++;
  for (let line = 0; line < count; line++) from[line + 1]! += from[line]!;
  const next = from.slice();
  const order = new Int32Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const line = found.line[i]!;
    order[next[line]!] = i;
    next[line]!++;
  }
  return { from, order };
}

/** km² of merged intervals. */
export function areaOfIntervals(intervals: LineIntervals, lines: Scanlines): number {
  let area = 0;
  for (let line = 0; line < lines.count; line++) {
    let width = 0;
    for (let k = intervals.offsets[line]!; k < intervals.offsets[line + 1]!; k++) {
      width += intervals.ends[k]! - intervals.starts[k]!;
    }
    area += width * lines.weights[line]!;
  }
  return area;
}
