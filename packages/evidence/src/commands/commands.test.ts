import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromParquet } from "../database/parquet.ts";
import { openStore, type Store } from "../database/store.ts";
import { errors } from "../errors.ts";
import { areaByOblast, areaBySector } from "../geo/grid.ts";
import { loadEvidence } from "../reading/load.ts";
import { replay } from "../snapshot/grid-weeks.ts";
import { readChanges, readParts } from "../snapshot/load-state.ts";
import { SNAPSHOT } from "../testing.ts";
import { LISTS, listData, showSeries } from "./browse.ts";
import { plotData } from "./plot.ts";
import { layOut, runQuery } from "./query.ts";
import { trace, traceText } from "./trace.ts";

const cache = mkdtempSync(join(tmpdir(), "logjam-store-"));
let store: Store;
let buildTime: number;
beforeAll(async () => {
  const start = performance.now();
  store = await openStore({ data: SNAPSHOT, cache });
  buildTime = performance.now() - start;
});
afterAll(() => store.close());

describe("the store", () => {
  it("is one file, built in seconds and found again", async () => {
    expect(buildTime).toBeLessThan(5000);
    expect(readdirSync(cache).filter((name) => !name.endsWith(".wal"))).toHaveLength(1);
    const again = await openStore({ data: SNAPSHOT, cache });
    expect((await again.query("SELECT 1 AS one")).rows).toEqual([[1]]);
    again.close();
  });
  it("holds what the plain reader holds", async () => {
    const { rows } = await store.query(
      "SELECT date::VARCHAR, sum(area_km2) FROM area_weekly WHERE sector <> 'crimea' GROUP BY 1 ORDER BY 1",
    );
    const area = loadEvidence(SNAPSHOT).hindsight().weeklyArea();
    expect(rows.map(([date]) => date)).toEqual(area.map(({ date }) => date));
    for (const [i, row] of rows.entries()) expect(row[1] as number).toBeCloseTo(area[i]!.areaKm2, 5);
  });
  it.each([
    "DROP TABLE sources",
    "CREATE TABLE x (a INTEGER)",
    "UPDATE observations SET value = 0",
    "SELECT 1; SELECT 2",
    "SET threads = 1",
    "ATTACH 'x.duckdb'",
    "INSTALL httpfs",
    "",
  ])("refuses %j", async (sql) => {
    await expect(store.query(sql)).rejects.toMatchObject({ code: "sql/refused" });
  });
  it.each([
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY sources TO '/tmp/x.csv'",
    "SELECT * FROM glob('/*')",
    "SELEC 1",
    "SELECT nothing FROM sources",
    "SELECT 1/",
  ])("gives no access and a clear complaint: %s", async (sql) => {
    const found = await store.query(sql).then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(found).toMatchObject({ nextStep: expect.stringContaining("logjam data list tables") });
    expect(existsSync("/tmp/x.csv")).toBe(false);
  });
  it("says when a snapshot cannot be made a store of", async () => {
    const broken = mkdtempSync(join(tmpdir(), "logjam-store-"));
    writeFileSync(
      join(broken, "datapackage.json"),
      '{"resources": [{"name": "x", "path": "x.csv", "format": "csv", "schema": {"fields": [{"name": "a", "type": "integer"}]}}]}',
    );
    await expect(openStore({ data: broken, cache })).rejects.toMatchObject({ code: "snapshot/broken" });
    expect(readdirSync(cache).filter((name) => name.includes(".tmp"))).toEqual([]);
  });
});

describe("results", () => {
  const sql =
    "SELECT 'a,\"b\"' AS text, '=1+1' AS formula, 1.5 AS number, NULL AS nothing, DATE '2024-02-29' AS day, 12345678901234567890::HUGEINT AS large";

  it("are CSV whose cells no spreadsheet runs", async () => {
    expect(await runQuery(store, sql, "csv")).toBe(
      `text,formula,number,nothing,day,large\n"a,""b""",'=1+1,1.5,,2024-02-29,12345678901234567890\n`,
    );
  });
  it("are JSON", async () => {
    expect(JSON.parse((await runQuery(store, sql, "json")) as string)).toEqual([
      { text: 'a,"b"', formula: "=1+1", number: 1.5, nothing: null, day: "2024-02-29", large: "12345678901234567890" },
    ]);
  });
  it("are a table with numbers to the right", async () => {
    expect(await runQuery(store, "SELECT 'x' AS name, 7 AS n UNION ALL SELECT 'longer', 12 ORDER BY n", "table")).toBe(
      "name     n\n------  --\nx        7\nlonger  12\n",
    );
  });
  it("are Parquet that reads back", async () => {
    const file = join(cache, "result.parquet");
    writeFileSync(file, await runQuery(store, "SELECT range AS n, 2 * range AS m FROM range(3)", "parquet"));
    expect(await fromParquet(file, ["n", "m"])).toEqual([
      [0, 0],
      [1, 2],
      [2, 4],
    ]);
  });
  it("of an unknown format are refused by name", async () => {
    await expect(layOut({ columns: [], rows: [], truncated: false }, "xlsx" as "csv")).rejects.toMatchObject({
      code: "query/unknown",
    });
  });
  it("stop at the limit and say so", async () => {
    expect(await store.query("SELECT * FROM range(100)", { limit: 5 })).toMatchObject({
      truncated: true,
      rows: [[0], [1], [2], [3], [4]],
    });
  });
});

describe("trace", () => {
  it("leads an area to its map, the terms, and what to know", async () => {
    const found = await trace(store, "area-weekly", ["2023-06-12", "kherson"]);
    expect(found.value).toMatch(/^\d+(\.\d+)? km2$/);
    expect(found.rows[0]).toMatch(/^deepstate-archive\/\d+\.geojson\.gz, .*2023-06-12/);
    expect(found.annotations.join()).toMatch(/redrawn/);
    expect(found.annotations.join()).toMatch(/Kakhovka/);
    expect(found.sources.map(({ citation }) => citation).join()).toMatch(/DeepState.*OpenStreetMap/);
  });
  it("leads a claim to its entry", async () => {
    const found = await trace(store, "losses-weekly", ["2025-03-03", "personnel"]);
    expect(found).toMatchObject({
      value: expect.stringContaining("878070"),
      rows: [expect.stringContaining("entry 1103")],
    });
    expect(found.annotations[0]).toContain("+1,650");
  });
  it("leads aid to every donor's line, and their sum is the number", async () => {
    const found = await trace(store, "aid-monthly", ["2023-10", "uk-nordic-baltic-poland", "military"]);
    const parts = found.rows.map((row) => Number(/, (\d+) EUR$/.exec(row)![1]));
    expect(parts.reduce((a, b) => a + b, 0)).toBe(Number(/^\d+/.exec(found.value)![0]));
    expect(traceText(found)).toContain("Kiel Institute");
  });
  it("says that aid without a row counts as zero", async () => {
    expect((await trace(store, "aid-monthly", ["2022-01", "us", "military"])).rows[0]).toContain("counts as zero");
  });
  it("leads any number of the three main tables somewhere", async () => {
    const areas = await store.query("SELECT date::VARCHAR, sector FROM area_weekly USING SAMPLE 15 (reservoir, 1)");
    const losses = await store.query(
      "SELECT date::VARCHAR, category FROM losses_weekly USING SAMPLE 15 (reservoir, 1)",
    );
    const aid = await store.query(
      "SELECT month, donor_group, kind, measure FROM aid_monthly USING SAMPLE 15 (reservoir, 1)",
    );
    for (const [name, { rows }] of Object.entries({
      "area-weekly": areas,
      "losses-weekly": losses,
      "aid-monthly": aid,
    })) {
      for (const row of rows) {
        const found = await trace(store, name, row.map(String));
        expect(found.rows.length).toBeGreaterThan(0);
        expect(found.sources.length).toBeGreaterThan(0);
      }
    }
  });
  it("leads observations, with bounds, to their row", async () => {
    const found = await trace(store, "meduza.deaths", ["2023-11-27"]);
    expect(found.rows[0]).toMatch(/meduza_2026_weekly\.csv, row \d+/);
  });
  it.each([
    ["area-weekly", ["2023-11-27", "khersn"], "query/unknown", /Did you mean kherson/],
    ["area-weekly", ["2023-11-27"], "query/keys", /date, sector/],
    ["area-weakly", ["2023-11-27"], "query/unknown", /Did you mean area-weekly/],
    ["general-staff.tank", ["2019-01-01"], "query/no-observation", /2022-02-25/],
  ] as const)("of %s %j says what is wrong", async (name, keys, code, pattern) => {
    const found = await trace(store, name, keys).then(
      () => undefined,
      (cause: unknown) => cause as Error & { code: string },
    );
    expect(found?.code).toBe(code);
    expect(found?.message).toMatch(pattern);
  });
});

describe("browsing", () => {
  it.each(LISTS)("lists %s", async (kind) => expect((await listData(store, kind)).rows.length).toBeGreaterThan(5));
  it("shows a span of series by star", async () => {
    const { rows } = await showSeries(store, { series: ["general-staff.t*"], from: "2023-11-27", to: "2023-11-28" });
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ["general-staff.tank", "2023-11-27", 5520],
      ["general-staff.tank", "2023-11-28", expect.any(Number)],
    ]);
  });
  it("refuses an unknown series and a wrong date", async () => {
    await expect(showSeries(store, { series: ["general-staff.tanks"] })).rejects.toThrow(
      /Did you mean general-staff\.tank/,
    );
    await expect(showSeries(store, { series: ["general-staff.tank"], from: "last week" })).rejects.toMatchObject({
      code: "value/date",
    });
  });
  it("gives figures a unit, a source, a date and the known artefacts", async () => {
    const found = await plotData(store, { series: ["deepstate.area.crimea"], to: "2023-01-02" });
    expect(found).toMatchObject({ unit: "km²", dataDate: "2023-01-02", source: expect.stringContaining("DeepState") });
    expect(found.annotations).toContainEqual({ date: "2022-09-19", label: "redraw" });
  });
  it("gives one value a day where two forms of a map meet, and euros in billions", async () => {
    const area = (
      await plotData(store, { series: ["deepstate.area.donetsk-centre"], from: "2024-07-01", to: "2024-07-15" })
    ).series[0]!;
    expect(area.points.map(({ date }) => date)).toEqual(["2024-07-01", "2024-07-08", "2024-07-15"]);
    expect(Math.max(...area.points.map(({ value }) => value))).toBeLessThan(4000);
    const aid = await plotData(store, { series: ["kiel.military"] });
    expect(aid.unit).toBe("billion EUR a month");
    expect(aid.series[0]!.points.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(162.919861, 5);
  });
  it("refuses figures of mixed units or too many series", async () => {
    await expect(plotData(store, { series: ["economist.area", "meduza.deaths"] })).rejects.toThrow(
      errors.notPlottable("economist.area, meduza.deaths", "they have different units (km2, person/week)"),
    );
    await expect(plotData(store, { series: ["general-staff.*"] })).rejects.toMatchObject({ code: "plot/series" });
  });
});

describe("the control grid, read back", () => {
  it("gives the areas by sector and oblast within 0.3 % of the polygons on every Monday", async () => {
    const parts = readParts(readFileSync(join(SNAPSHOT, "grid-parts.csv"), "utf8"), "grid-parts.csv");
    const changes = await readChanges(SNAPSHOT);
    const known = loadEvidence(SNAPSHOT).hindsight();
    const total = new Map(known.weeklyArea("area-with-crimea").map(({ date, areaKm2 }) => [date, areaKm2]));
    const kherson = new Map(known.weeklyArea("kherson").map(({ date, areaKm2 }) => [date, areaKm2]));
    for (const { date, held } of replay(parts.length, known.mondays, changes)) {
      const bySector = areaBySector(parts, held);
      const byOblast = [...areaByOblast(parts, held).values()].reduce((a, b) => a + b, 0);
      expect(Math.abs(byOblast / total.get(date)! - 1)).toBeLessThan(0.0005);
      expect(Math.abs(bySector.kherson / kherson.get(date)! - 1)).toBeLessThan(0.003);
    }
  });
  it("stores a share only when it changed", async () => {
    const changes = await readChanges(SNAPSHOT);
    const last = new Map<number, string>();
    for (const { part, held, contested } of changes) {
      expect(last.get(part) ?? "0 0").not.toBe(`${held} ${contested}`);
      last.set(part, `${held} ${contested}`);
    }
  });
});
