/** Albers' equal-area conic projection of the sphere that has the Earth's surface: km east and south of a centre. */

const RADIANS = Math.PI / 180;
/** Radius of the sphere with the area of the WGS 84 ellipsoid, km. */
const AUTHALIC_RADIUS_KM = 6371.0072;

export interface Projection {
  readonly project: (longitude: number, latitude: number) => readonly [x: number, y: number];
  readonly invert: (x: number, y: number) => readonly [longitude: number, latitude: number];
}

/**
 * Equal areas stay equal, which is what a map of areas must keep. True to scale along both parallels (degrees); the
 * centre comes out at 0, 0. Snyder, Map Projections: A Working Manual (1987), equations 14-1 to 14-11.
 */
export function conicEqualArea(
  parallels: readonly [south: number, north: number],
  centre: readonly [longitude: number, latitude: number],
): Projection {
  const [sin1, sin2] = [Math.sin(parallels[0] * RADIANS), Math.sin(parallels[1] * RADIANS)];
  const n = (sin1 + sin2) / 2;
  const c = Math.cos(parallels[0] * RADIANS) ** 2 + 2 * n * sin1;
  const rho = (latitude: number) => (AUTHALIC_RADIUS_KM * Math.sqrt(c - 2 * n * Math.sin(latitude * RADIANS))) / n;
  const origin = rho(centre[1]);
  return {
    project: (longitude, latitude) => {
      const theta = n * (longitude - centre[0]) * RADIANS;
      const r = rho(latitude);
      return [r * Math.sin(theta), r * Math.cos(theta) - origin];
    },
    invert: (x, y) => {
      const down = y + origin;
      const r = Math.hypot(x, down) / AUTHALIC_RADIUS_KM;
      return [centre[0] + Math.atan2(x, down) / n / RADIANS, Math.asin((c - (r * n) ** 2) / (2 * n)) / RADIANS];
    },
  };
}

/** Ukraine: true to scale at 46.5 and 50.5 degrees north. */
export const ukraine: Projection = conicEqualArea([46.5, 50.5], [32, 48.5]);
