import { type IsoDate, isIsoDate } from "../calendar.ts";
import { errors } from "../errors.ts";
import { polygonsOf } from "../geo/polygon.ts";
import { isObject } from "../text/json.ts";
import { fillOf } from "./deepstate-colours.ts";
import { type Content, featuresOf, type Importer, type Reading, reading } from "./frame.ts";
import { checkInTheatre } from "./map-checks.ts";

/** DeepState's occupied area of one day as one MultiPolygon, without properties; `name` in the file holds the date. */
export const deepstateDaily: Importer = {
  id: "deepstate-daily",
  title: "DeepState map, occupied area of one day (GeoJSON MultiPolygon)",
  source: "deepstate-daily",
  recognisedBy: "a GeoJSON FeatureCollection of one to a few (multi)polygons without fill colour or oblast properties",
  detect: (content) => {
    const json = content.json();
    const features = featuresOf(json);
    return (
      isObject(json) &&
      json.type === "FeatureCollection" &&
      features !== undefined &&
      features.length > 0 &&
      features.every((feature) => isObject(feature) && isPlain(feature))
    );
  },
  read: readDaily,
};

function isPlain(feature: Record<string, unknown>): boolean {
  const { geometry, properties } = feature;
  const type = isObject(geometry) ? geometry.type : undefined;
  const areal = type === "MultiPolygon" || type === "Polygon" || type === "GeometryCollection";
  return areal && fillOf(properties) === undefined && !(isObject(properties) && "iso3166-2" in properties);
}

function readDaily(content: Content): Reading {
  const date = dateOf(content);
  const occupied = (featuresOf(content.json()) ?? []).flatMap((feature, index) =>
    polygonsOf((feature as Record<string, unknown>).geometry, `${content.path}, feature ${index + 1}`),
  );
  checkInTheatre(occupied, content.path);
  return reading({
    maps: [
      { form: "daily", date, publishedAt: date, path: content.path, occupied, contested: [], showsContested: false },
    ],
  });
}

const dateIn = (text: string): IsoDate | undefined => {
  const match = /(20\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/.exec(text);
  const date = match === null ? "" : `${match[1]}-${match[2]}-${match[3]}`;
  return isIsoDate(date) ? date : undefined;
};

/** The date inside the file; failing that, the date in its name. If both exist they must agree. */
function dateOf(content: Content): IsoDate {
  const inside = (content.json() as Record<string, unknown>).name;
  const fromContent = typeof inside === "string" ? dateIn(inside) : undefined;
  const fromName = dateIn(content.path.split("/").at(-1) ?? "");
  if (fromContent !== undefined && fromName !== undefined && fromContent !== fromName) {
    throw errors.badDate(content.path, fromName, `in the file itself (${fromContent})`);
  }
  const date = fromContent ?? fromName;
  if (date === undefined) {
    throw errors.undated(
      content.path,
      "neither its `name` nor the file's name holds one, such as deepstatemap_data_20240708",
    );
  }
  return date;
}
