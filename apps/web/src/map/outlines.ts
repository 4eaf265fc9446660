/** The oblasts' outlines on the plane: the land, and the borders within it. */
import type { Lines } from "./brush.ts";
import { chained } from "./chained.ts";
import type { Projection } from "./projection.ts";

export interface Outlines {
  /** Rings as x, y, x, y … in km. */
  readonly rings: readonly Float64Array[];
  /** The country's coast and border. */
  readonly coast: Lines;
  /** The two lines that divide Donetsk oblast into sectors. */
  readonly cuts: readonly Float64Array[];
}

interface Feature {
  readonly properties: { readonly "iso3166-2": string };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** Latitudes at which the sectors of Donetsk oblast meet; see docs/evidence.md. */
const DONETSK = { code: "UA-14", cuts: [48.0, 48.55] } as const;

/** Reads `outlines.geojson` as the snapshot has it (MultiPolygon features). */
export function layOutlines(geojson: string, { project }: Projection): Outlines {
  const { features } = JSON.parse(geojson) as { features: readonly Feature[] };
  const polygons = (feature: Feature) => feature.geometry.coordinates as readonly (readonly [number, number][])[][];
  const flat = (points: readonly (readonly [number, number])[]) =>
    Float64Array.from(points.flatMap(([longitude, latitude]) => project(longitude, latitude)));
  const donetsk = features.find(({ properties }) => properties["iso3166-2"] === DONETSK.code);
  const cuts = DONETSK.cuts.flatMap((latitude) => {
    const ends = (donetsk ? polygons(donetsk) : []).flatMap((rings) =>
      rings.flatMap((ring) => crossingsOf(ring, latitude)),
    );
    if (ends.length < 2) return [];
    return [
      flat([
        [Math.min(...ends), latitude],
        [Math.max(...ends), latitude],
      ]),
    ];
  });
  const rings = features.flatMap((feature) => polygons(feature).flatMap((one) => one.map(flat)));
  return { rings, coast: coastOf(rings), cuts };
}

/** Edges that only one oblast has. Neighbours share their borders point by point. */
function coastOf(rings: readonly Float64Array[]): Lines {
  const edges = new Map<string, Float64Array>();
  const shared = new Set<string>();
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const ends = [`${ring[i]} ${ring[i + 1]}`, `${ring[i + 2]} ${ring[i + 3]}`].sort();
      const key = ends.join(" ");
      if (edges.has(key)) shared.add(key);
      edges.set(key, ring.subarray(i, i + 4));
    }
  return chained([...edges].flatMap(([key, edge]) => (shared.has(key) ? [] : [edge])));
}

/** Longitudes at which a ring crosses a parallel. */
function crossingsOf(ring: readonly (readonly [number, number])[], latitude: number): number[] {
  return ring.flatMap(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return y < latitude === nextY < latitude ? [] : [x + ((latitude - y) / (nextY - y)) * (nextX - x)];
  });
}
