import { isoOfUnix } from "../calendar.ts";
import { errors } from "../errors.ts";
import { type Polygon, polygonsOf } from "../geo/polygon.ts";
import { isObject } from "../text/json.ts";
import { FILL_ROLES, fillOf } from "./deepstate-colours.ts";
import { type Content, featuresOf, type Importer, type Note, type Reading, reading } from "./frame.ts";
import { checkInTheatre } from "./map-checks.ts";

/**
 * DeepState's full map, one GeoJSON per publication; layers are told apart by fill colour. The file's own content holds
 * no date: its name is the Unix time of publication (UTC).
 */
export const deepstateArchive: Importer = {
  id: "deepstate-archive",
  title: "DeepState map with all layers (GeoJSON, often gzip; named by Unix time)",
  source: "deepstate-archive",
  recognisedBy:
    "a GeoJSON FeatureCollection whose polygons carry a fill colour and whose names hold DeepState's layers",
  detect: (content) =>
    featuresOf(content.json())?.some((feature) => isObject(feature) && fillOf(feature.properties) !== undefined) ===
    true,
  read: readArchive,
};

function readArchive(content: Content): Reading {
  const published = publishedAt(content.path);
  const occupied: Polygon[] = [];
  const contested: Polygon[] = [];
  const unknown = new Map<string, number>();
  const colours = new Set<string>();
  for (const [index, feature] of (featuresOf(content.json()) ?? []).entries()) {
    const place = `${content.path}, feature ${index + 1}`;
    if (!isObject(feature)) throw errors.geometryShape(place, "a GeoJSON feature", typeof feature);
    const colour = fillOf(feature.properties);
    if (colour === undefined || feature.geometry === null) continue;
    colours.add(colour);
    const role = FILL_ROLES[colour];
    if (role === undefined) unknown.set(colour, (unknown.get(colour) ?? 0) + 1);
    if (role === "occupied") occupied.push(...polygonsOf(feature.geometry, place));
    if (role === "contested") contested.push(...polygonsOf(feature.geometry, place));
  }
  if (occupied.length === 0) throw errors.noOccupiedLayer(content.path, [...colours]);
  checkInTheatre(occupied, content.path);
  const notes: Note[] = [...unknown].map(([colour, count]) => ({
    place: content.path,
    text: `fill colour ${colour} is not known: ${count} feature(s) count neither as occupied nor as contested`,
  }));
  return reading({
    maps: [
      {
        form: "archive",
        date: published.slice(0, 10),
        publishedAt: published,
        path: content.path,
        occupied,
        contested,
        showsContested: true,
      },
    ],
    notes,
  });
}

/** 2014 to 2100: other numbers in a name are no times of publication. */
const EARLIEST_UNIX = 1_400_000_000;
const LATEST_UNIX = 4_102_444_800;

function publishedAt(path: string): string {
  const digits = /(?:^|[^0-9])(\d{10})(?:\D|$)/.exec(path.split("/").at(-1) ?? "")?.[1];
  const seconds = Number(digits ?? Number.NaN);
  if (!(seconds >= EARLIEST_UNIX && seconds < LATEST_UNIX)) {
    throw errors.undated(path, "its name should be the Unix time of publication, such as 1649098980.geojson.gz");
  }
  return `${isoOfUnix(seconds)}T${new Date(seconds * 1000).toISOString().slice(11, 19)}Z`;
}
