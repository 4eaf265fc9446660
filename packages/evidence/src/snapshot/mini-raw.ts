import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "../calendar.ts";

/** For tests: made-up raw files of the sources that a snapshot needs, for as many weeks as asked, over one oblast. */
export interface MiniRaw {
  /** Weeks of daily maps from 6 January 2025; the archive form gives the two Mondays before. */
  readonly weeks: number;
  /** Billions that the United States allocate in January 2025. */
  readonly januaryAid?: number;
  /** Tanks claimed on 1 January 2025. */
  readonly firstTanks?: number;
  /** Only what came after this many weeks, as a later download of dated files would bring. */
  readonly after?: number;
}

const FIRST = "2025-01-06";

const square = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Writes the files to a new folder and returns it. */
export function miniRaw({ weeks, januaryAid = 0.5, firstTanks = 100, after = 0 }: MiniRaw): string {
  const folder = mkdtempSync(join(tmpdir(), "logjam-raw-"));
  const put = (path: string, content: unknown): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  };
  for (let week = after; week < weeks; week++) {
    const name = `deepstatemap_data_${addDays(FIRST, 7 * week).replaceAll("-", "")}`;
    const geometry = { type: "MultiPolygon", coordinates: [[square(38 - 0.05 * week, 47, 39, 49)]] };
    put(`deepstate-daily/${name}.geojson`, {
      type: "FeatureCollection",
      name,
      features: [{ type: "Feature", properties: {}, geometry }],
    });
  }
  if (after === 0) {
    for (const [i, unix] of [1735000000, 1735600000].entries()) {
      const polygon = { type: "Polygon", coordinates: [square(38.2 - 0.1 * i, 47, 39, 49)] };
      put(`deepstate-archive/${unix}.geojson`, {
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: { name: "made up", fill: "#a52714" }, geometry: polygon }],
      });
    }
    const oblast = { type: "Polygon", coordinates: [square(37, 47.5, 39, 49)] };
    put("boundaries/UA_14.geojson", {
      type: "Feature",
      properties: { "iso3166-2": "UA-14", name: "made-up oblast" },
      geometry: oblast,
    });
  }
  const days = Array.from({ length: 7 * weeks + 5 }, (_, day) => addDays("2025-01-01", day));
  put(
    "general-staff/personnel.json",
    days.map((date, day) => ({ date, day, personnel: 1000 + 10 * day, "personnel*": "about" })),
  );
  put(
    "general-staff/equipment.json",
    days.map((date, day) => ({ date, day, tank: day === 0 ? firstTanks : 100 + day, APC: 200 + day })),
  );
  const months = Math.ceil(weeks / 4);
  const aid = Array.from({ length: months }, (_, month) => {
    const billions = month === 0 ? januaryAid : 0.25;
    return `"United States","USA",2025,${month + 1},${billions},0,0,${billions},${billions},0,20000,0.01`;
  });
  put(
    "kiel/data_explorer.csv",
    `"country","iso","year","month","total","financial","humanitarian","military","commitments","to_be_allocated","gdp","pct_gdp"\n${aid.join("\n")}\n`,
  );
  return folder;
}
