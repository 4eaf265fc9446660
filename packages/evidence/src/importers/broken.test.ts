import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { rawFilesAt } from "../archive/raw-paths.ts";
import { zipOf } from "../archive/zip-writer.ts";
import { EvidenceError } from "../errors.ts";
import { intervalsOf } from "../geo/scanlines.ts";
import { areaByRegion, makeTheatre } from "../geo/theatre.ts";
import { SAMPLES, sample } from "../testing.ts";
import { importFile } from "./registry.ts";

const text = (name: string): string => readFileSync(join(SAMPLES, name), "utf8");
const bytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;
const json = (name: string): ReturnType<typeof JSON.parse> => JSON.parse(text(name));
const edit = (name: string, change: (content: ReturnType<typeof JSON.parse>) => void): string => {
  const content = json(name);
  change(content);
  return JSON.stringify(content);
};
const complaint = (run: () => unknown): EvidenceError => {
  try {
    run();
  } catch (cause) {
    if (cause instanceof EvidenceError) return cause;
    throw cause;
  }
  throw new Error("no complaint");
};

const [ARCHIVE, DAILY, BOUNDARY] = ["1700000000.geojson", "deepstatemap_data_20250106.geojson", "boundary.geojson"];
const [PERSONNEL, EQUIPMENT, KIEL] = ["losses_personnel.json", "losses_equipment.json", "kiel_donor_months.csv"];
const [AREA, ESTIMATES, MEDUZA, LIVE, ORYX] = [
  "economist_area.csv",
  "economist_estimates.csv",
  "meduza_weekly.csv",
  "liveuamap.csv",
  "oryx_daily.csv",
];

/** The place of the directory, in the archive's last bytes, made wrong. */
const damaged = (archive: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(archive);
  copy[copy.length - 5] = 255;
  return copy;
};

/** name of the case, name of the file, content, code of the complaint, and what its place or reason must hold. */
interface Case {
  readonly title: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly code: string;
  readonly pattern: RegExp;
}
type Row = readonly [title: string, name: string, content: string | Uint8Array, code: string, pattern?: RegExp];

const ROWS: readonly Row[] = [
  // Whole files.
  ["empty", KIEL, "", "file/empty"],
  ["blank", KIEL, " \n\n ", "file/empty"],
  ["only a byte order mark", KIEL, "\uFEFF", "file/empty"],
  ["UTF-16", KIEL, Buffer.from(`\uFEFF${text(KIEL)}`, "utf16le"), "text/encoding", /UTF-16/],
  ["UTF-16 big endian", KIEL, Uint8Array.from([0xfe, 0xff, 0, 65, 0, 66]), "text/encoding"],
  ["Windows-1251", KIEL, Buffer.from(text(KIEL).replace("Norway", "\xd3\xea\xf0\xe0"), "latin1"), "text/encoding"],
  ["zero bytes", KIEL, text(KIEL).replace("Norway", "Nor\0way"), "text/encoding", /binary/],
  [
    "a picture",
    "map.png",
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    "text/encoding",
  ],
  ["a web page instead of data", KIEL, "<!doctype html><html><body>404</body></html>", "import/unknown"],
  ["a table of no known source", "x.csv", "a,b\n1,2\n", "import/unknown", /a, b/],
  ["JSON of no known source", "x.json", '{"a": 1}', "import/unknown"],
  ["truncated gzip", ARCHIVE, gzipSync(text(ARCHIVE)).subarray(0, 200), "gzip/broken"],
  [
    "damaged gzip",
    ARCHIVE,
    Uint8Array.from(gzipSync(text(ARCHIVE)), (b, i) => (i > 40 && i < 60 ? b ^ 255 : b)),
    "gzip/broken",
  ],
  ["gzip bomb", ARCHIVE, gzipSync(Buffer.alloc(70 * 1024 * 1024)), "gzip/too-large"],
  ["gzip of nothing", ARCHIVE, gzipSync(""), "file/empty"],
  // CSV as such.
  ["row cut off", KIEL, text(KIEL).slice(0, -25), "csv/width", /:4/],
  ["cut inside quotes", KIEL, text(KIEL).slice(0, text(KIEL).lastIndexOf("Atlantis") + 3), "csv/quote", /:4/],
  ["row with a field too many", AREA, text(AREA).replace("18.1", "18.1,7"), "csv/width", /:2/],
  ["unquoted comma", ESTIMATES, text(ESTIMATES).replace('"1,200"', "1,200"), "csv/width", /:4/],
  ["column twice", LIVE, "date,area,area\n2024-01-01,1,1\n", "csv/duplicate-column"],
  ["header only", LIVE, "date,area\n", "csv/no-rows"],
  ["field without end", LIVE, `date,area\n2024-01-01,${"9".repeat(200_000)}\n`, "csv/field-too-long"],
  ["semicolons for commas", ESTIMATES, text(ESTIMATES).replaceAll(",", ";"), "import/unknown"],
  // Renamed or missing columns.
  ["column renamed", KIEL, text(KIEL).replace('"military"', '"military_aid"'), "csv/column-missing", /military/],
  [
    "column in capitals",
    ORYX,
    text(ORYX).replace("equipment_type", "Equipment_Type"),
    "csv/column-missing",
    /Equipment_Type/,
  ],
  ["column dropped", MEDUZA, text(MEDUZA).replace("EDAssembledLow", "Low"), "csv/column-missing", /EDAssembledLow/],
  [
    "column with a blank inside",
    ESTIMATES,
    text(ESTIMATES).replace("estimate_low", "estimate low"),
    "csv/column-missing",
  ],
  // Numbers.
  ["NaN", AREA, text(AREA).replace("110000000000.5", "NaN"), "value/number", /:2, column/],
  ["Infinity", AREA, text(AREA).replace("110000000000.5", "Infinity"), "value/number"],
  ["1e308", LIVE, text(LIVE).replace("111000.5", "1e308"), "value/number", /1e308/],
  ["negative area", LIVE, text(LIVE).replace("111000.5", "-5"), "value/number", /at least 0/],
  ["negative area in m2", AREA, text(AREA).replace("110000000000.5", "-110000000000.5"), "value/number"],
  ["area of a planet", LIVE, text(LIVE).replace("111000.5", "510000000"), "value/number", /at most/],
  ["hexadecimal", LIVE, text(LIVE).replace("111000.5", "0x1B198"), "value/number"],
  ["decimal comma", LIVE, text(LIVE).replace("111000.5", '"111000,5"'), "value/number"],
  ["empty cell where a number must be", LIVE, text(LIVE).replace("111000.5", ""), "value/number"],
  ["word for a number", ORYX, text(ORYX).replace("10,1,2,3,16,2024", "ten,1,2,3,16,2024"), "value/number"],
  ["half a tank", ORYX, text(ORYX).replace("10,1,2,3,16,2024", "10.5,1,2,2.5,16,2024"), "value/number", /whole/],
  [
    "parts that do not add up",
    ORYX,
    text(ORYX).replace("11,1,2,3,17,2024", "11,1,2,3,71,2024"),
    "value/number",
    /sum of its parts/,
  ],
  [
    "totals that do not add up",
    "k.csv",
    text("kiel_totals.csv").replace("0.75,0.5", "0.85,0.5"),
    "value/number",
    /sum of its parts/,
  ],
  ["negative aid", KIEL, text(KIEL).replace("0.5,0.1,0.1,0.3", "-0.5,0.1,0.1,0.3"), "value/number"],
  ["share above 100 %", "k.csv", text("kiel_eu_shares.csv").replace("3.75", "375"), "value/number"],
  ["value outside its interval", MEDUZA, text(MEDUZA).replace("520.5", "5205"), "value/number", /bounds/],
  ["low above high", ESTIMATES, text(ESTIMATES).replace("100,200", "200,100"), "value/number"],
  ["estimate without any number", ESTIMATES, text(ESTIMATES).replace("100,200", ","), "value/number"],
  ["misplaced thousands separator", ESTIMATES, text(ESTIMATES).replace("1,200", "12,00"), "value/number"],
  // Dates.
  ["no such day", LIVE, text(LIVE).replace("2024-01-02", "2024-02-30"), "value/date", /:3/],
  ["American date", LIVE, text(LIVE).replace("2024-01-02", "01/02/2024"), "value/date"],
  ["time of day", LIVE, text(LIVE).replace("2024-01-01 00:00:00", "2024-01-01 13:45:00"), "value/date"],
  ["month 13", KIEL, text(KIEL).replace("2024,3,", "2024,13,"), "value/number"],
  ["year 20244", KIEL, text(KIEL).replace("2024,3,", "20244,3,"), "value/number"],
  ["month first", ESTIMATES, text(ESTIMATES).replace("16/01/2024", "01/16/2024"), "value/date"],
  ["ISO date in a day/month/year column", ESTIMATES, text(ESTIMATES).replace("16/01/2024", "2024-01-16"), "value/date"],
  ["week 53 in a year without one", MEDUZA, text(MEDUZA).replace("2024,52", "2024,53"), "value/date", /2024-W53/],
  ["week 0", MEDUZA, text(MEDUZA).replace("2024,52", "2024,0"), "value/number"],
  // Duplicates.
  ["date twice", LIVE, `${text(LIVE)}2024-01-02,5\n`, "value/duplicate", /:4/],
  ["date twice, once with a time", LIVE, `${text(LIVE)}2024-01-02 00:00:00,5\n`, "value/duplicate"],
  [
    "donor-month twice",
    KIEL,
    `${text(KIEL)}"Norway","NOR",2024,1,0,0,0,0,0,0,1,1\n`,
    "value/duplicate",
    /Norway 2024-01/,
  ],
  ["week twice", MEDUZA, `${text(MEDUZA)}${text(MEDUZA).split("\n")[1]}\n`, "value/duplicate"],
  [
    "type and day twice, one with a line break",
    ORYX,
    `${text(ORYX)}Ukraine,Surface-To-Air Missile Systems,1,0,0,0,1,2024-01-02,0\n`,
    "value/duplicate",
  ],
  ["claim of one day twice", PERSONNEL, edit(PERSONNEL, (list) => list.push(list[2])), "value/duplicate", /2024-01-03/],
  // Text.
  ["formula in a name", KIEL, text(KIEL).replace("Norway", "=HYPERLINK(1)"), "value/formula"],
  ["formula with an at sign", KIEL, text(KIEL).replace("Norway", "@SUM(A1)"), "value/formula"],
  ["formula with a minus", ESTIMATES, text(ESTIMATES).replace("Another", "-cmd|' /C calc'!A0"), "value/formula"],
  ["formula with a plus", ORYX, text(ORYX).replace("Russia,Tanks,10", "+A1,Tanks,10"), "value/formula"],
  [
    "unknown country",
    ORYX,
    text(ORYX).replace("Russia,Tanks,10", "Prussia,Tanks,10"),
    "value/text",
    /Russia or Ukraine/i,
  ],
  ["unknown kind of estimate", ESTIMATES, text(ESTIMATES).replace("casualties", "wounded"), "value/text"],
  ["donor without a name", KIEL, text(KIEL).replace('"Norway"', '""'), "value/text"],
  // JSON.
  ["JSON cut off", PERSONNEL, text(PERSONNEL).slice(0, 200), "json/broken", /:\d+:\d+/],
  ["JSON with a stray comma", PERSONNEL, text(PERSONNEL).replace("},", "},,"), "json/broken", /:\d+:\d+/],
  ["claim without a date", PERSONNEL, edit(PERSONNEL, (list) => delete list[3].date), "value/date", /entry 4/],
  ["claim with a number for a date", PERSONNEL, edit(PERSONNEL, (list) => (list[3].date = 20240104)), "value/date"],
  ["entry that is no object", PERSONNEL, edit(PERSONNEL, (list) => (list[3] = 7)), "json/shape", /entry 4/],
  [
    "number as text",
    PERSONNEL,
    edit(PERSONNEL, (list) => (list[3].personnel = "1030")),
    "value/number",
    /entry 4, personnel/,
  ],
  ["negative losses", EQUIPMENT, edit(EQUIPMENT, (list) => (list[3].tank = -53)), "value/number"],
  ["1e308 tanks", EQUIPMENT, text(EQUIPMENT).replace('"tank": 53', '"tank": 1e308'), "value/number"],
  [
    "cumulative count that falls by a digit",
    PERSONNEL,
    edit(PERSONNEL, (list) => (list[5].personnel = 105)),
    "value/cumulative-falls",
    /entry 6/,
  ],
  // Maps.
  ["GeoJSON cut off", ARCHIVE, text(ARCHIVE).slice(0, 500), "json/broken"],
  ["no features", ARCHIVE, '{"type":"FeatureCollection","features":[]}', "import/unknown"],
  [
    "no occupied layer",
    ARCHIVE,
    text(ARCHIVE).replace("#a52714", "#0f9d58").replace("#880e4f", "#0f9d58"),
    "deepstate/no-occupied-layer",
    /#0f9d58/,
  ],
  [
    "coordinates swapped",
    DAILY,
    edit(DAILY, ({ features }) => {
      for (const polygon of features[0].geometry.coordinates)
        for (const ring of polygon) for (const point of ring) point.reverse();
    }),
    "geometry/swapped",
  ],
  [
    "another part of the world",
    DAILY,
    edit(DAILY, ({ features }) => {
      for (const polygon of features[0].geometry.coordinates)
        for (const ring of polygon) for (const point of ring) point[0] -= 120;
    }),
    "geometry/outside",
  ],
  [
    "projected coordinates",
    DAILY,
    edit(DAILY, ({ features }) => (features[0].geometry.coordinates[0][0][1] = [4_118_000, 6_106_000])),
    "geometry/coordinate",
  ],
  [
    "coordinate as text",
    DAILY,
    edit(DAILY, ({ features }) => (features[0].geometry.coordinates[0][0][1] = ["38.5", "48"])),
    "geometry/coordinate",
  ],
  [
    "coordinate null",
    DAILY,
    edit(DAILY, ({ features }) => (features[0].geometry.coordinates[0][0][1] = [null, 48])),
    "geometry/coordinate",
  ],
  ["rings missing", DAILY, edit(DAILY, ({ features }) => (features[0].geometry.coordinates = 5)), "geometry/shape"],
  [
    "unknown geometry type",
    ARCHIVE,
    text(ARCHIVE).replace('"type": "Polygon"', '"type": "Circle"'),
    "geometry/shape",
    /Circle/,
  ],
  [
    "collections nested without end",
    ARCHIVE,
    edit(ARCHIVE, ({ features }) => {
      let geometry = features[1].geometry;
      for (let i = 0; i < 30; i++) geometry = { type: "GeometryCollection", geometries: [geometry] };
      features[1].geometry = geometry;
    }),
    "geometry/shape",
  ],
  ["map without a date", "map.geojson", text(ARCHIVE), "map/undated"],
  ["Unix time of another century", "9999999999.geojson", text(ARCHIVE), "map/undated"],
  [
    "name and content of different days",
    "deepstatemap_data_20250113.geojson",
    text(DAILY),
    "value/date",
    /20250113|2025-01-13/,
  ],
  [
    "daily map without any date",
    "map.geojson",
    text(DAILY).replace("deepstatemap_data_20250106", "map"),
    "map/undated",
  ],
  [
    "oblast without area",
    BOUNDARY,
    edit(BOUNDARY, (feature) => (feature.geometry = { type: "Point", coordinates: [37, 48] })),
    "geometry/shape",
  ],
];

const CASES = ROWS.map(
  ([title, name, content, code, pattern = /./]): Case => ({ title, name, content, code, pattern }),
);

describe("broken inputs", () => {
  it("are at least eighty", () => expect(CASES.length).toBeGreaterThanOrEqual(80));

  it.each(CASES)("$title", ({ name, content, code, pattern }) => {
    const found = complaint(() => importFile({ path: name, bytes: bytes(content) }));
    expect(found.code).toBe(code);
    expect(found.place).toContain(name);
    expect(`${found.place} ${found.reason} ${found.nextStep}`).toMatch(pattern);
    expect(found.reason.length).toBeGreaterThan(10);
    expect(found.nextStep.length).toBeGreaterThan(10);
  });
});

describe("repairs, documented and lossless", () => {
  const observationsOf = (name: string, content: string): unknown =>
    importFile({ path: name, bytes: bytes(content) }).reading.observations;
  const original = (name: string): unknown => importFile(sample(name)).reading.observations;

  it.each([KIEL, AREA, LIVE, ORYX, PERSONNEL])("a byte order mark is dropped (%s)", (name) => {
    expect(observationsOf(name, `\uFEFF${text(name)}`)).toEqual(original(name));
  });
  it.each([KIEL, AREA, LIVE, MEDUZA])("CRLF line ends are taken (%s)", (name) => {
    expect(observationsOf(name, text(name).replaceAll("\n", "\r\n"))).toEqual(original(name));
  });
  it("shuffled columns are read by name", () => {
    expect(observationsOf(LIVE, "area,date\n111000.5,2024-01-01\n111001.5,2024-01-02\n")).toEqual(original(LIVE));
  });
  it("a new column is read around, and noted", () => {
    const { reading } = importFile({
      path: LIVE,
      bytes: bytes("date,area,source\n2024-01-01,111000.5,x\n2024-01-02,111001.5,y\n"),
    });
    expect(reading.observations).toEqual(original(LIVE));
    expect(reading.notes[0]?.text).toContain('"source"');
  });
  it("a new category of the General Staff is noted", () => {
    const { reading } = importFile({
      path: EQUIPMENT,
      bytes: bytes(edit(EQUIPMENT, (list) => (list[0]["ground robots"] = 3))),
    });
    expect(reading.notes[0]?.text).toContain("ground robots");
  });
  it("shuffled entries are put in order of date", () => {
    const shuffled = importFile({ path: PERSONNEL, bytes: bytes(edit(PERSONNEL, (list) => list.reverse())) }).reading
      .observations;
    expect(shuffled.map(({ date, value }) => [date, value])).toEqual(
      importFile(sample(PERSONNEL)).reading.observations.map(({ date, value }) => [date, value]),
    );
  });
  it("small falls of a cumulative count are the source's corrections, and stay", () => {
    const found = importFile({ path: PERSONNEL, bytes: bytes(edit(PERSONNEL, (list) => (list[5].personnel = 1035))) })
      .reading.observations;
    expect(found[5]?.value).toBe(1035);
  });
  it("a last line without a line break counts", () =>
    expect(observationsOf(LIVE, text(LIVE).trimEnd())).toEqual(original(LIVE)));
  it("a self-crossing ring is measured by even-odd", () => {
    const theatre = makeTheatre(importFile(sample(BOUNDARY)).reading.oblasts);
    const bowTie = [
      [37, 48],
      [38, 48.5],
      [38, 48],
      [37, 48.5],
      [37, 48],
    ];
    const map = importFile({
      path: DAILY,
      bytes: bytes(edit(DAILY, ({ features }) => (features[0].geometry.coordinates = [[bowTie]]))),
    }).reading.maps[0]!;
    const area = areaByRegion(intervalsOf(map.occupied, theatre.lines), theatre).reduce(
      (sum, { areaKm2 }) => sum + areaKm2,
      0,
    );
    expect(area).toBeGreaterThan(2040);
    expect(area).toBeLessThan(2100);
  });
  it("a ring of two points has no area and is dropped", () => {
    const edited = edit(DAILY, ({ features }) =>
      features[0].geometry.coordinates.push([
        [
          [37, 48],
          [37.5, 48],
        ],
      ]),
    );
    expect(importFile({ path: DAILY, bytes: bytes(edited) }).reading.maps[0]!.occupied).toHaveLength(2);
  });
});

describe("archives and huge files", () => {
  const folder = mkdtempSync(join(tmpdir(), "logjam-broken-"));
  const archive = (name: string, content: Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const good = { name: "liveuamap/territory.csv", bytes: bytes(text(LIVE)) };

  it("a good archive gives its files", () => {
    expect([...rawFilesAt([archive("good.zip", zipOf([good]))])].map(({ path }) => path)).toEqual([good.name]);
  });
  it.each([
    ["path traversal", zipOf([{ ...good, name: "../../etc/cron.d/x" }]), "archive/entry"],
    ["path traversal with backslashes", zipOf([{ ...good, name: "..\\..\\x.csv" }]), "archive/entry"],
    ["absolute path", zipOf([{ ...good, name: "/etc/passwd" }]), "archive/entry"],
    ["drive letter", zipOf([{ ...good, name: "C:\\x.csv" }]), "archive/entry"],
    ["zip bomb that says so", zipOf([{ ...good, claimedSize: 900_000_000 }]), "archive/entry"],
    [
      "zip bomb that lies",
      zipOf([{ name: "a.csv", bytes: Buffer.alloc(80 * 1024 * 1024), claimedSize: 1000 }]),
      "archive/broken",
    ],
    [
      "many large entries",
      zipOf(Array.from({ length: 20 }, (_, i) => ({ ...good, name: `${i}.csv`, claimedSize: 60_000_000 }))),
      "archive/entry",
    ],
    ["encrypted entry", zipOf([{ ...good, encrypted: true }]), "archive/entry"],
    ["unknown packing", zipOf([{ ...good, method: 14 }]), "archive/entry"],
    ["archive cut off", zipOf([good]).subarray(0, 60), "archive/broken"],
    ["directory damaged", damaged(zipOf([good])), "archive/broken"],
  ] as const)("%s", (name, content, code) => {
    expect(complaint(() => [...rawFilesAt([archive(`${name}.zip`, content)])]).code).toBe(code);
  });
  it("a line of 2 GB never enters memory", () => {
    const path = join(folder, "huge.csv");
    const handle = openSync(path, "w");
    ftruncateSync(handle, 2 ** 31 + 5);
    closeSync(handle);
    const before = process.memoryUsage().rss;
    expect(complaint(() => [...rawFilesAt([path])]).code).toBe("file/too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });
  it("a missing path is named", () => {
    expect(complaint(() => [...rawFilesAt([join(folder, "none")])])).toMatchObject({ code: "import/missing" });
  });
});
