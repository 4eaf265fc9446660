/** The model's sectors, north to south; Crimea is measured but has no front; `elsewhere` is every other oblast. */
export const SECTORS = [
  "north",
  "kharkiv",
  "luhansk",
  "donetsk-north",
  "donetsk-centre",
  "donetsk-south",
  "zaporizhzhia",
  "kherson",
  "crimea",
  "elsewhere",
] as const;
export type Sector = (typeof SECTORS)[number];

/** The eight sectors with a front. */
export const FRONT_SECTORS: readonly Sector[] = SECTORS.slice(0, 8);

/** Oblasts by ISO 3166-2 number (Kyiv city is 30, Sevastopol 40, when a source gives them apart). */
const SECTOR_OF_OBLAST: Readonly<Record<string, Sector>> = {
  "18": "north",
  "30": "north",
  "32": "north",
  "59": "north",
  "74": "north",
  "63": "kharkiv",
  "09": "luhansk",
  "12": "donetsk-south",
  "23": "zaporizhzhia",
  "48": "kherson",
  "65": "kherson",
  "40": "crimea",
  "43": "crimea",
};

/** How one oblast is divided: borders from south to north, and the sectors between them (one more than borders). */
export interface OblastDivision {
  readonly sectors: readonly Sector[];
  /** Latitudes in degrees at which the oblast's outline is cut. */
  readonly cuts: readonly number[];
}

/** Donetsk at 48.00° and 48.55° N. */
const DIVISIONS: Readonly<Record<string, OblastDivision>> = {
  "14": { sectors: ["donetsk-south", "donetsk-centre", "donetsk-north"], cuts: [48.0, 48.55] },
};

export const divisionOf = (oblast: string): OblastDivision =>
  DIVISIONS[oblast] ?? { sectors: [SECTOR_OF_OBLAST[oblast] ?? "elsewhere"], cuts: [] };

const RADIANS = Math.PI / 180;

/**
 * The straight line on the ground (great circle) between two points of the same latitude φ₀ half an angle `half` from
 * their middle m runs north of the parallel: tan φ(x) = tan φ₀ · cos(x − m) / cos(half). Sector borders are such lines,
 * between the points where the oblast's outline crosses φ₀; against the parallel they differ by up to 0.7 km.
 */
export interface StraightBorder {
  readonly latitude: number;
  readonly middle: number;
  readonly half: number;
}

export const straightBorder = (latitude: number, west: number, east: number): StraightBorder => ({
  latitude,
  middle: (west + east) / 2,
  half: (east - west) / 2,
});

/**
 * On the parallel `latitude`, the longitudes south of the border: those within the returned distance of its middle;
 * zero when the whole parallel is north of it.
 */
export function southernReach(border: StraightBorder, latitude: number): number {
  const cosine = (Math.tan(latitude * RADIANS) * Math.cos(border.half * RADIANS)) / Math.tan(border.latitude * RADIANS);
  return cosine >= 1 ? 0 : Math.acos(cosine) / RADIANS;
}
