import { errors } from "../errors.ts";
import { boundsOf, type Polygon } from "../geo/polygon.ts";

/** Longitudes and latitudes of Ukraine, roughly: [west, south, east, north]. */
const UKRAINE = [22, 44, 40.5, 52.5] as const;

/** The map must touch Ukraine; a map that would do so with latitude and longitude exchanged says so. */
export function checkInTheatre(polygons: readonly Polygon[], place: string): void {
  const box = boundsOf(polygons);
  if (box !== undefined && overlaps(box[0], box[1], box[2], box[3])) return;
  if (box !== undefined && overlaps(box[1], box[0], box[3], box[2])) throw errors.coordinatesSwapped(place);
  throw errors.outsideTheatre(place);
}

const overlaps = (west: number, south: number, east: number, north: number): boolean =>
  west < UKRAINE[2] && east > UKRAINE[0] && south < UKRAINE[3] && north > UKRAINE[1];
