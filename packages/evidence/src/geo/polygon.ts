import { errors } from "../errors.ts";
import { describe, isObject } from "../text/json.ts";

/** A ring as [longitude, latitude, longitude, latitude, …] in degrees; the closing point may be left out. */
export type Ring = Float64Array;
/** An outer ring and its holes. Inside is decided by even-odd over all its rings, so self-crossing rings have a meaning. */
export type Polygon = readonly Ring[];

/**
 * All polygons of a GeoJSON geometry: Polygon, MultiPolygon, GeometryCollection (nested ones too). Points and lines
 * have no area and give none. A third coordinate is dropped; rings of fewer than three points are dropped.
 */
export function polygonsOf(geometry: unknown, place: string, depth = 0): Polygon[] {
  if (!isObject(geometry) || depth > 8) throw errors.geometryShape(place, "a GeoJSON geometry", describe(geometry));
  switch (geometry.type) {
    case "Polygon":
      return [polygonFrom(geometry.coordinates, place)].filter((polygon) => polygon.length > 0);
    case "MultiPolygon":
      return list(geometry.coordinates, place)
        .map((rings) => polygonFrom(rings, place))
        .filter((polygon) => polygon.length > 0);
    case "GeometryCollection":
      return list(geometry.geometries, place).flatMap((member) => polygonsOf(member, place, depth + 1));
    case "Point":
    case "MultiPoint":
    case "LineString":
    case "MultiLineString":
      return [];
    default:
      throw errors.geometryShape(place, "a GeoJSON geometry type", describe(geometry.type));
  }
}

function list(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) throw errors.geometryShape(place, "a list of coordinates", describe(value));
  return value;
}

const polygonFrom = (rings: unknown, place: string): Polygon =>
  list(rings, place)
    .map((ring) => ringFrom(ring, place))
    .filter((ring) => ring.length >= 6);

function ringFrom(points: unknown, place: string): Ring {
  const source = list(points, place);
  const ring = new Float64Array(source.length * 2);
  for (const [i, point] of source.entries()) {
    const longitude = Array.isArray(point) ? point[0] : undefined;
    const latitude = Array.isArray(point) ? point[1] : undefined;
    if (
      typeof longitude !== "number" ||
      typeof latitude !== "number" ||
      Math.abs(longitude) > 180 ||
      Math.abs(latitude) > 90
    ) {
      throw errors.coordinate(place, describe(point));
    }
    ring[2 * i] = longitude;
    ring[2 * i + 1] = latitude;
  }
  return ring;
}

/** The box around polygons: [west, south, east, north] in degrees; undefined when there are none. */
export function boundsOf(polygons: Iterable<Polygon>): [number, number, number, number] | undefined {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 0; i < ring.length; i += 2) {
        box[0] = Math.min(box[0], ring[i]!);
        box[1] = Math.min(box[1], ring[i + 1]!);
        box[2] = Math.max(box[2], ring[i]!);
        box[3] = Math.max(box[3], ring[i + 1]!);
      }
    }
  }
  return box[0] === Infinity ? undefined : box;
}

/** Polygons as a GeoJSON MultiPolygon with closed rings. */
export function toMultiPolygon(polygons: readonly Polygon[]): { type: "MultiPolygon"; coordinates: number[][][][] } {
  const closed = (ring: Ring): number[][] => {
    const points: number[][] = [];
    for (let i = 0; i < ring.length; i += 2) points.push([ring[i]!, ring[i + 1]!]);
    const [first, last] = [points[0]!, points.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) points.push([...first]);
    return points;
  };
  return { type: "MultiPolygon", coordinates: polygons.map((polygon) => polygon.map(closed)) };
}
