/**
 * Areas on the WGS 84 ellipsoid. A strip of constant latitude maps to a strip of the cylindrical equal-area projection
 * by the authalic latitude β: the area between two parallels per radian of longitude is a²/2·(q(φ₂) − q(φ₁)) with
 *   q(φ) = (1 − e²)·[ sin φ / (1 − e² sin² φ) + atanh(e sin φ) / e ]      (Snyder, USGS PP 1395, eq. 3-12)
 */
const SEMI_MAJOR_KM = 6378.137;
const ECCENTRICITY_SQUARED = 0.006694379990141317;
const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);
const RADIANS = Math.PI / 180;

const q = (latitude: number): number => {
  const sine = Math.sin(latitude * RADIANS);
  return (
    (1 - ECCENTRICITY_SQUARED) *
    (sine / (1 - ECCENTRICITY_SQUARED * sine * sine) + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY)
  );
};

/** km² between two parallels per degree of longitude. */
export const stripArea = (south: number, north: number): number =>
  ((SEMI_MAJOR_KM * SEMI_MAJOR_KM) / 2) * (q(north) - q(south)) * RADIANS;
