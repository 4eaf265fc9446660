import type { Polygon, Ring } from "./polygon.ts";
import type { Oblast } from "./theatre.ts";

/**
 * Oblast borders simplified for drawing, so that neighbours still share theirs: rings are cut at the points where
 * borders meet, and each piece is thinned once, in a direction of its own (Douglas and Peucker 1973).
 */
export function simplifyOblasts(oblasts: readonly Oblast[], toleranceDegrees: number): Oblast[] {
  const rings = oblasts.flatMap(({ polygons }) => polygons.flatMap((polygon) => polygon.map(pointsOf)));
  const junctions = findJunctions(rings);
  const thin = (ring: Ring): Ring => thinRing(pointsOf(ring), junctions, toleranceDegrees);
  return oblasts.map((oblast) => ({
    ...oblast,
    polygons: oblast.polygons
      .map((polygon): Polygon => polygon.map(thin).filter((ring) => ring.length >= 8))
      .filter((polygon) => polygon.length > 0),
  }));
}

type Point = readonly [number, number];
const keyOf = (point: Point): string => `${point[0]},${point[1]}`;

const DECIMALS = 1e4;

/** A ring's points at 10 m, without the closing point and without repetitions. */
function pointsOf(ring: Ring): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const point: Point = [Math.round(ring[i]! * DECIMALS) / DECIMALS, Math.round(ring[i + 1]! * DECIMALS) / DECIMALS];
    if (points.length === 0 || keyOf(points.at(-1)!) !== keyOf(point)) points.push(point);
  }
  while (points.length > 1 && keyOf(points[0]!) === keyOf(points.at(-1)!)) points.pop();
  return points;
}

/** Points with more than two different neighbours over all rings: where three borders meet, or one begins to be shared. */
function findJunctions(rings: readonly (readonly Point[])[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const ring of rings) {
    for (const [i, point] of ring.entries()) {
      const found = neighbours.get(keyOf(point)) ?? new Set<string>();
      found.add(keyOf(ring[(i + 1) % ring.length]!)).add(keyOf(ring[(i + ring.length - 1) % ring.length]!));
      neighbours.set(keyOf(point), found);
    }
  }
  return new Set([...neighbours].filter(([, found]) => found.size > 2).map(([key]) => key));
}

function thinRing(points: readonly Point[], junctions: ReadonlySet<string>, tolerance: number): Ring {
  const cuts = points.flatMap((point, i) => (junctions.has(keyOf(point)) ? [i] : []));
  if (cuts.length === 0) cuts.push(0, Math.floor(points.length / 2));
  const kept = cuts.flatMap((from, n) => {
    const to = cuts[(n + 1) % cuts.length]!;
    const piece = to > from ? points.slice(from, to + 1) : [...points.slice(from), ...points.slice(0, to + 1)];
    return thinPiece(piece, tolerance).slice(0, -1);
  });
  return Float64Array.from([...kept, ...kept.slice(0, 1)].flat());
}

/** Both neighbours see a shared piece, in opposite directions: it is always thinned from its lesser end. */
function thinPiece(piece: readonly Point[], tolerance: number): Point[] {
  const forward = keyOf(piece[0]!) <= keyOf(piece.at(-1)!);
  const kept = thinned(forward ? piece : piece.toReversed(), tolerance);
  return forward ? kept : kept.reverse();
}

function thinned(points: readonly Point[], tolerance: number): Point[] {
  const keep = new Uint8Array(points.length);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const pending: [number, number][] = [[0, points.length - 1]];
  for (let span = pending.pop(); span !== undefined; span = pending.pop()) {
    const [first, last] = span;
    let farthest = -1;
    let distance = tolerance;
    for (let i = first + 1; i < last; i++) {
      const away = distanceToSegment(points[i]!, points[first]!, points[last]!);
      if (away > distance) [farthest, distance] = [i, away];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    pending.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

/** Longitudes count for two thirds at 48° north. */
const LONGITUDE_SCALE = 0.67;

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [x, y] = [(point[0] - from[0]) * LONGITUDE_SCALE, point[1] - from[1]];
  const [dx, dy] = [(to[0] - from[0]) * LONGITUDE_SCALE, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
  return Math.hypot(x - t * dx, y - t * dy);
}
