import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkSnapshot } from "../commands/check.ts";
import { importPaths } from "../commands/import.ts";
import { errors } from "../errors.ts";
import { listFiles } from "../files.ts";
import { SECTORS } from "../geo/sectors.ts";
import { loadEvidence } from "../reading/load.ts";
import { rawFolder, SNAPSHOT } from "../testing.ts";
import { buildSnapshot } from "./build.ts";
import { miniRaw } from "./mini-raw.ts";

const fresh = (): string => mkdtempSync(join(tmpdir(), "logjam-data-"));
const namesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(namesIn(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]));

describe("a snapshot of made-up files", () => {
  let built: string;
  beforeAll(async () => {
    built = fresh();
    await buildSnapshot({ raw: miniRaw({ weeks: 8 }), out: built });
  });

  it("is sound, and the same again byte for byte", async () => {
    expect(await checkSnapshot(built)).toEqual([]);
    const again = fresh();
    await buildSnapshot({ raw: miniRaw({ weeks: 8 }), out: again });
    expect(contents(again)).toEqual(contents(built));
  });

  it("built in part and brought up to date is what a whole build gives", async () => {
    const part = fresh();
    await buildSnapshot({ raw: miniRaw({ weeks: 3 }), out: part });
    const report = await importPaths([miniRaw({ weeks: 8, after: 3 })], { data: part });
    expect(report).toMatchObject({ applied: true, before: "2025-01-20", after: "2025-02-24" });
    for (const name of readdirSync(built)) {
      // The list of files keeps the older vintages; the descriptor holds its checksum.
      if (name === "source-files.csv" || name === "datapackage.json") continue;
      expect(readFileSync(join(part, name)), name).toEqual(readFileSync(join(built, name)));
    }
    expect(readFileSync(join(part, "source-files.csv"), "utf8")).toContain("personnel.json@");
    expect(await checkSnapshot(part)).toEqual([]);
  });

  it("imports the same files again without a change", async () => {
    const data = fresh();
    cpSync(built, data, { recursive: true });
    const report = await importPaths([miniRaw({ weeks: 8 })], { data });
    expect(report.changes).toEqual([]);
    expect(contents(data)).toEqual(contents(built));
  });

  it("takes a revised number over and keeps the older vintage", async () => {
    const data = fresh();
    cpSync(built, data, { recursive: true });
    const report = await importPaths([miniRaw({ weeks: 8, januaryAid: 0.75 })], { data });
    expect(report.changes.find(({ series }) => series === "kiel.military")).toMatchObject({
      changed: 1,
      conflict: false,
    });
    expect(readFileSync(join(data, "superseded.csv"), "utf8")).toContain("kiel.military,2025-01-01,500000000");
    const aid = loadEvidence(data).hindsight().monthlyAid({ group: "us", kind: "military" });
    expect(aid[0]?.valueEur).toBe(750_000_000);
    expect(await checkSnapshot(data)).toEqual([]);
  });

  it("takes a row away that a revising source moved elsewhere, so that it does not count twice, and keeps it as superseded", async () => {
    const raw = miniRaw({ weeks: 8 });
    const file = join(raw, "kiel", "data_explorer.csv");
    const original = readFileSync(file, "utf8");
    writeFileSync(file, `${original}"Norway","NOR",2025,1,0.5,0,0,0.5,0.5,0,1,1\n`);
    const data = fresh();
    await buildSnapshot({ raw, out: data });
    writeFileSync(file, `${original}"Norway","NOR",2025,2,0.5,0,0,0.5,0.5,0,1,1\n`);
    const report = await importPaths([file], { data });
    expect(report.changes.find(({ series }) => series === "kiel.military")).toMatchObject({ added: 1, missing: 1 });
    const aid = loadEvidence(data).hindsight().monthlyAid({ group: "uk-nordic-baltic-poland", kind: "military" });
    expect(aid.map(({ valueEur }) => valueEur)).toEqual([0, 500_000_000]);
    expect(readFileSync(join(data, "superseded.csv"), "utf8")).toContain(
      "kiel.military,2025-01-01,500000000,,,EUR/month,Norway",
    );
  });

  it("refuses a changed number of a source that does not revise, and changes nothing", async () => {
    const data = fresh();
    cpSync(built, data, { recursive: true });
    const raw = miniRaw({ weeks: 8, firstTanks: 101 });
    await expect(importPaths([raw], { data })).rejects.toMatchObject({ code: errors.importConflict("", []).code });
    expect(contents(data)).toEqual(contents(built));
    await importPaths([raw], { data, dryRun: true });
    expect(contents(data)).toEqual(contents(built));
    const report = await importPaths([raw], { data, acceptChanges: true });
    expect(report.applied).toBe(true);
    expect(readFileSync(join(data, "superseded.csv"), "utf8")).toContain("general-staff.tank,2025-01-01,100");
  });

  it("applies nothing when one file of many is broken", async () => {
    const data = fresh();
    cpSync(built, data, { recursive: true });
    const raw = miniRaw({ weeks: 9, after: 8 });
    writeFileSync(
      join(raw, "kiel", "data_explorer.csv"),
      readFileSync(join(raw, "kiel", "data_explorer.csv"), "utf8").slice(0, -20),
    );
    await expect(importPaths([raw], { data })).rejects.toMatchObject({ code: "csv/width" });
    expect(contents(data)).toEqual(contents(built));
  });

  it("carries a missing week forward and says so", async () => {
    const raw = miniRaw({ weeks: 8 });
    const gap = join(raw, "deepstate-daily", "deepstatemap_data_20250127.geojson");
    writeFileSync(gap, readFileSync(join(raw, "deepstate-daily", "deepstatemap_data_20250120.geojson")));
    const { rmSync } = await import("node:fs");
    rmSync(gap);
    const out = fresh();
    await buildSnapshot({ raw, out });
    const weeks = loadEvidence(out).hindsight().weeklyArea("donetsk-south");
    const [before, missing, next] = ["2025-01-20", "2025-01-27", "2025-02-03"].map(
      (date) => weeks.find((week) => week.date === date)!,
    );
    expect(missing).toMatchObject({ status: "carried", areaKm2: before!.areaKm2 });
    expect(next!.status).toBe("published");
  });

  it("names the missing source when a folder lacks one", async () => {
    const raw = miniRaw({ weeks: 2 });
    const { rmSync } = await import("node:fs");
    rmSync(join(raw, "kiel"), { recursive: true });
    await expect(buildSnapshot({ raw, out: fresh() })).rejects.toMatchObject({ code: "raw/incomplete" });
    rmSync(join(raw, "boundaries"), { recursive: true });
    await expect(buildSnapshot({ raw, out: fresh() })).rejects.toMatchObject({ code: "raw/incomplete" });
  });

  it("cannot be written where a file stands in the way, and leaves it", async () => {
    const file = join(fresh(), "file");
    writeFileSync(file, "mine");
    await expect(buildSnapshot({ raw: miniRaw({ weeks: 2 }), out: join(file, "data") })).rejects.toMatchObject({
      code: "file/unwritable",
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

describe("the committed snapshot", () => {
  it("is sound: descriptor, checksums, every cell, the grid against the polygons", async () => {
    expect(await checkSnapshot(SNAPSHOT)).toEqual([]);
  });
  it("is at most 12 MB", () => {
    // What is computed from the evidence lies beside it: posteriors, scores, the ledger.
    const evidence = listFiles(SNAPSHOT).filter((name) => !/^(posterior|track-record|forecasts)\//.test(name));
    const bytes = evidence.reduce((sum, name) => sum + statSync(join(SNAPSHOT, name)).size, 0);
    expect(bytes).toBeLessThan(12e6);
  });

  const known = loadEvidence(SNAPSHOT).hindsight();
  // Computed independently with GEOS on an equal-area projection; occupied, inside Ukraine, Crimea included.
  it.each([
    ["2022-06-27", 122_141],
    ["2022-12-12", 106_625],
    ["2023-06-12", 107_070],
    ["2023-11-13", 106_814],
    ["2024-07-22", 107_704],
    ["2025-02-17", 110_561],
    ["2025-12-22", 114_264],
  ])("holds %s: %i km2 within 0.3 %%", (date, expected) => {
    const found = known.weeklyArea("area-with-crimea").find((week) => week.date === date)!.areaKm2;
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.003);
  });
  it.each([
    ["kharkiv", 900],
    ["luhansk", 25_794],
    ["donetsk-north", 701],
    ["donetsk-centre", 4_173],
    ["donetsk-south", 11_648],
    ["zaporizhzhia", 19_674],
    ["kherson", 18_947],
    ["crimea", 26_847],
  ] as const)("holds %s on 2024-10-14: %i km2 within 0.3 %%", (sector, expected) => {
    const found = known.weeklyArea(sector).find((week) => week.date === "2024-10-14")!.areaKm2;
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.003);
  });
  it("has sectors that add up to the total on every Monday", () => {
    const bySector = SECTORS.map((sector) => known.weeklyArea(sector));
    for (const [i, total] of known.weeklyArea("area-with-crimea").entries()) {
      expect(bySector.reduce((sum, weeks) => sum + weeks[i]!.areaKm2, 0)).toBeCloseTo(total.areaKm2, 6);
    }
  });
});

const raw = rawFolder();
it.skipIf(raw === undefined)("the committed snapshot is what the raw files build", { timeout: 120_000 }, async () => {
  const out = fresh();
  await buildSnapshot({ raw: raw!, out });
  expect(existsSync(join(out, "datapackage.json"))).toBe(true);
  expect(namesIn(SNAPSHOT)).toEqual(namesIn(out));
  for (const [name, bytes] of Object.entries(contents(out))) {
    expect(readFileSync(join(SNAPSHOT, name)).toString("base64") === bytes, name).toBe(true);
  }
});
