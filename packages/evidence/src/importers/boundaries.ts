import { errors } from "../errors.ts";
import { polygonsOf } from "../geo/polygon.ts";
import type { Oblast } from "../geo/theatre.ts";
import { isObject } from "../text/json.ts";
import { type Content, featuresOf, type Importer, reading } from "./frame.ts";

/** Oblast polygons from OpenStreetMap, one feature per file, told by `iso3166-2` (UA-14) and `admin_level`. */
export const boundaries: Importer = {
  id: "boundaries",
  title: "Oblast boundary (GeoJSON feature with iso3166-2)",
  source: "boundaries",
  recognisedBy: "GeoJSON whose features have the property iso3166-2 with a value such as UA-14",
  detect: (content) => {
    const features = featuresOf(content.json());
    return features !== undefined && features.length > 0 && features.every((feature) => isoCode(feature) !== undefined);
  },
  read: (content) => reading({ oblasts: readOblasts(content) }),
};

function isoCode(feature: unknown): string | undefined {
  const properties = isObject(feature) ? feature.properties : undefined;
  const code = isObject(properties) ? properties["iso3166-2"] : undefined;
  return typeof code === "string" ? /^UA-(\d{2})$/.exec(code)?.[1] : undefined;
}

/** Five decimals of a degree are a metre: what the snapshot stores, so that it measures as the raw files do. */
const toMetre = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

function readOblasts(content: Content): Oblast[] {
  return (featuresOf(content.json()) ?? []).map((feature, index) => {
    const place = `${content.path}, feature ${index + 1}`;
    const { geometry, properties } = feature as { geometry: unknown; properties: Record<string, unknown> };
    const polygons = polygonsOf(geometry, place).map((polygon) => polygon.map((ring) => ring.map(toMetre)));
    if (polygons.length === 0) throw errors.geometryShape(place, "a polygon", "an oblast without area");
    const name = properties["name:en"] ?? properties.name;
    return { id: isoCode(feature)!, name: typeof name === "string" ? name : isoCode(feature)!, polygons };
  });
}
