import { toMultiPolygon } from "../geo/polygon.ts";
import type { Oblast } from "../geo/theatre.ts";

/** Five decimals are a metre; the source's points are no finer than that in what they mean. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === "number" ? Math.round(value * 1e5) / 1e5 : value;

/** Oblasts as a GeoJSON FeatureCollection that the boundary importer reads back; one feature to a line. */
export function oblastsGeoJson(oblasts: readonly Oblast[]): string {
  const features = oblasts.map(({ id, name, polygons }) =>
    JSON.stringify(
      { type: "Feature", properties: { "iso3166-2": `UA-${id}`, name }, geometry: toMultiPolygon(polygons) },
      rounded,
    ),
  );
  const attribution = JSON.stringify("© OpenStreetMap contributors, ODbL 1.0");
  return `{"type":"FeatureCollection","attribution":${attribution},"features":[\n${features.join(",\n")}\n]}\n`;
}
