import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { listFiles } from "../files.ts";
import { toMultiPolygon } from "../geo/polygon.ts";
import { observationsTable } from "../snapshot/detail-tables.ts";
import { readObservations } from "../snapshot/load-state.ts";
import { rawFolder, SAMPLES, sample, textFile } from "../testing.ts";
import { formatCsv } from "../text/csv.ts";
import { contentOf } from "./frame.ts";
import { IMPORTERS, importFile } from "./registry.ts";

const SAMPLE_OF: Record<string, string> = {
  boundaries: "boundary.geojson",
  "deepstate-archive": "1700000000.geojson",
  "deepstate-daily": "deepstatemap_data_20250106.geojson",
  "general-staff-personnel": "losses_personnel.json",
  "general-staff-equipment": "losses_equipment.json",
  "general-staff-corrections": "losses_correction.json",
  "kiel-donor-months": "kiel_donor_months.csv",
  "kiel-totals": "kiel_totals.csv",
  "kiel-procurement": "kiel_procurement.csv",
  "kiel-eu-shares": "kiel_eu_shares.csv",
  "kiel-weapons": "kiel_weapons.csv",
  "kiel-release": "kiel_release.csv",
  "economist-area": "economist_area.csv",
  "economist-estimates": "economist_estimates.csv",
  "meduza-weekly": "meduza_weekly.csv",
  "meduza-columns": "meduza_columns.txt",
  liveuamap: "liveuamap.csv",
  "oryx-daily": "oryx_daily.csv",
  "oryx-totals": "oryx_totals.csv",
  "ardennes-daily": "ardennes_daily.csv",
  "ardennes-wiper": "ardennes_wiper.txt",
  battles: "battles.csv",
};

it("has a sample for every importer, and no sample without one", () => {
  expect(Object.keys(SAMPLE_OF).sort()).toEqual(IMPORTERS.map(({ id }) => id).sort());
  expect(Object.values(SAMPLE_OF).sort()).toEqual(readdirSync(SAMPLES).sort());
});

describe.each(IMPORTERS)("$id", (importer) => {
  const name = SAMPLE_OF[importer.id]!;

  it("alone recognises its sample, with the name hidden", () => {
    const content = contentOf(sample(name, ""));
    expect(IMPORTERS.filter((other) => other.detect(content)).map(({ id }) => id)).toEqual([importer.id]);
  });

  it("recognises it packed with gzip, too", () => {
    const packed = { path: "", bytes: gzipSync(sample(name).bytes) };
    expect(IMPORTERS.find((other) => other.detect(contentOf(packed)))?.id).toBe(importer.id);
  });

  it("gives observations that survive being written and read again", () => {
    const { reading } = importFile(sample(name));
    const observations = reading.observations.map((o) => ({ ...o, path: name, source: importer.source }));
    const table = observationsTable(importer.source, "");
    const header = table.fields.map((field) => field.name);
    if (observations.length === 0)
      return expect(["boundaries", "deepstate-archive", "deepstate-daily", "meduza-columns"]).toContain(importer.id);
    const text = formatCsv(header, observations.map(table.cells));
    expect(readObservations(text, "again.csv", importer.source)).toEqual(observations);
  });
});

describe("maps", () => {
  it("reads layers by fill colour, and keeps them through a daily map", () => {
    const map = importFile(sample("1700000000.geojson")).reading.maps[0]!;
    expect(map).toMatchObject({ form: "archive", date: "2023-11-14", publishedAt: "2023-11-14T22:13:20Z" });
    expect([map.occupied.length, map.contested.length]).toEqual([2, 2]);
    const again = JSON.stringify({
      type: "FeatureCollection",
      name: "deepstatemap_data_20231114",
      features: [{ type: "Feature", properties: {}, geometry: toMultiPolygon(map.occupied) }],
    });
    const daily = importFile(textFile("", again)).reading.maps[0]!;
    expect(daily).toMatchObject({ form: "daily", date: "2023-11-14" });
    expect(daily.occupied).toEqual(map.occupied);
  });

  it("says which fill colours it does not know", () => {
    const text = readFileSync(join(SAMPLES, "1700000000.geojson"), "utf8").replace("#0f9d58", "#123456");
    expect(importFile(textFile("1700000000.geojson", text)).reading.notes[0]?.text).toContain("#123456");
  });

  it.each(["#A52714", "#a52714ff", "rgb(165, 39, 20)"])("takes %s for occupied", (fill) => {
    const text = readFileSync(join(SAMPLES, "1700000000.geojson"), "utf8").replace("#a52714", fill);
    expect(importFile(textFile("1700000000.geojson", text)).reading.maps[0]?.occupied).toHaveLength(2);
  });
});

describe("what the samples say", () => {
  const values = (name: string, series: string) =>
    importFile(sample(name)).reading.observations.filter((o) => o.series === series);

  it("adds the two counts of vehicles that the source later joined", () => {
    expect(values("losses_equipment.json", "general-staff.vehicle").map(({ value }) => value)).toEqual([
      160, 161, 162, 163, 169, 170, 171, 172,
    ]);
  });
  it("turns billions into euros and months into days", () => {
    expect(values("kiel_donor_months.csv", "kiel.military")[0]).toMatchObject({
      date: "2024-01-01",
      value: 300_000_000,
      unit: "EUR/month",
      place: "United States",
      row: "row 2",
    });
  });
  it("turns square metres into square kilometres", () => {
    expect(values("economist_area.csv", "economist.area")[1]).toMatchObject({ value: 110_001, unit: "km2" });
  });
  it("reads day/month/year, thousands separators and bounds without a value", () => {
    const [bounds, number] = values("economist_estimates.csv", "estimates.ukraine.deaths");
    expect(bounds).toMatchObject({ date: "2024-09-07", low: 100, high: 200 });
    expect(bounds).not.toHaveProperty("value");
    expect(number).toMatchObject({ value: 1200 });
  });
  it("counts ISO weeks across the turn of the year, and mends exchanged bounds", () => {
    const [first, second] = values("meduza_weekly.csv", "meduza.deaths");
    expect([first?.date, second?.date]).toEqual(["2024-12-23", "2024-12-30"]);
    expect(second).toMatchObject({ low: 300, high: 340 });
    expect(second?.note).toContain("exchanged");
  });
  it("gives Oryx's names that hold a count one series", () => {
    expect(
      values("oryx_daily.csv", "oryx.russia.losses-excluding-recon-drones-and-trucks").map(({ value }) => value),
    ).toEqual([16, 17]);
    expect(values("oryx_daily.csv", "oryx.ukraine.surface-to-air-missile-systems")).toHaveLength(1);
  });
});

const raw = rawFolder();
describe.skipIf(raw === undefined)("the real raw files", () => {
  const paths = raw === undefined ? [] : listFiles(raw).filter((path) => !path.startsWith("deepstate-"));
  it.each(paths)("%s is recognised with its name hidden, by one importer", (path) => {
    const content = contentOf({ path: "", bytes: readFileSync(join(raw!, path)) });
    const found = IMPORTERS.filter((importer) => importer.detect(content));
    expect(found).toHaveLength(1);
    const { reading } = importFile({ path, bytes: readFileSync(join(raw!, path)) });
    expect(
      reading.observations.every(({ value, low, high }) =>
        [value, low, high].every((n) => n === undefined || Number.isFinite(n)),
      ),
    ).toBe(true);
  });
});
