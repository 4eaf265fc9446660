import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkSnapshot } from "../commands/check.ts";
import { EvidenceError } from "../errors.ts";
import { loadState } from "../snapshot/load-state.ts";
import { SNAPSHOT } from "../testing.ts";
import { loadEvidence } from "./load.ts";

const copy = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "logjam-load-"));
  cpSync(SNAPSHOT, folder, { recursive: true });
  return folder;
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

const area = readFileSync(join(SNAPSHOT, "area-weekly.csv"), "utf8");
const damaged = (change: (text: string) => string): string => change(area);

describe("a damaged snapshot", () => {
  it.each([
    ["is empty", "area-weekly.csv", "", "file/empty", /area-weekly\.csv/],
    [
      "is cut off",
      "area-weekly.csv",
      damaged((text) => text.slice(0, text.lastIndexOf(",", 5000))),
      "csv/width",
      /area-weekly\.csv:\d+/,
    ],
    ["has only a header", "area-weekly.csv", `${area.split("\n")[0]}\n`, "csv/no-rows", /area-weekly\.csv/],
    [
      "lost a column",
      "area-weekly.csv",
      damaged((text) => text.replace("area_km2", "area")),
      "csv/column-missing",
      /:1/,
    ],
    [
      "has a word for a number",
      "area-weekly.csv",
      damaged((text) => text.replace(/north,0\.00,[\d.]+/, "north,0.00,many")),
      "value/number",
      /:2, column contested_km2/,
    ],
    [
      "has a negative area",
      "area-weekly.csv",
      damaged((text) => text.replace("kharkiv,", "kharkiv,-")),
      "value/number",
      /:3/,
    ],
    [
      "has an unknown sector",
      "area-weekly.csv",
      damaged((text) => text.replace("kharkiv", "karkiv")),
      "value/text",
      /:3/,
    ],
    [
      "has a map of the future",
      "area-weekly.csv",
      damaged((text) => text.replace("published,2022-04-04", "published,2032-04-04")),
      "value/date",
      /:2/,
    ],
    [
      "was changed by hand",
      "area-weekly.csv",
      damaged((text) => text.replace(/north,0\.00,[\d.]+/, "north,0.00,1.00")),
      "snapshot/changed",
      /area-weekly\.csv/,
    ],
    ["is not UTF-8", "losses-weekly.csv", "date,category\n\xff\xfe", "text/encoding", /losses-weekly/],
    [
      "has no date",
      "losses-weekly.csv",
      readFileSync(join(SNAPSHOT, "losses-weekly.csv"), "utf8").replace("2022-02-28", "28 Feb"),
      "value/date",
      /:2/,
    ],
    [
      "has a month 13",
      "aid-monthly.csv",
      readFileSync(join(SNAPSHOT, "aid-monthly.csv"), "utf8").replace("2022-01,", "2022-13,"),
      "value/date",
      /:2/,
    ],
    ["is no JSON", "datapackage.json", '{"resources": [', "json/broken", /datapackage\.json:1/],
    ["lists nothing", "datapackage.json", "{}", "snapshot/broken", /datapackage\.json/],
  ] as const)("whose file %s says so", (_title, name, content, code, place) => {
    const folder = copy();
    writeFileSync(
      join(folder, name),
      Buffer.from(content, name === "losses-weekly.csv" && content.includes("\xff") ? "latin1" : "utf8"),
    );
    const found = complaint(() => loadEvidence(folder));
    expect(found.code).toBe(code);
    expect(found.place).toMatch(place);
    expect(found.nextStep).not.toBe("");
  });

  it("without a file, or a folder, says which and what to do", () => {
    const folder = copy();
    rmSync(join(folder, "aid-monthly.csv"));
    const found = complaint(() => loadEvidence(folder));
    expect(found).toMatchObject({ code: "file/missing", place: join(folder, "aid-monthly.csv") });
    expect(found.nextStep).toContain("logjam data build");
    expect(complaint(() => loadEvidence(join(folder, "nowhere"))).code).toBe("file/missing");
  });

  it("is not added to: an import reads nothing that was changed", async () => {
    const folder = copy();
    writeFileSync(
      join(folder, "map-areas.csv"),
      readFileSync(join(folder, "map-areas.csv"), "utf8").replace(/north,0\.00,[\d.]+/, "north,0.00,1.00"),
    );
    await expect(loadState(folder)).rejects.toMatchObject({ code: "snapshot/changed" });
  });

  it("fails the check at the cell", async () => {
    const folder = copy();
    const file = join(folder, "line-weekly.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace("2022-04-04,kharkiv,", "2022-04-04,kharkiv,x"));
    const findings = await checkSnapshot(folder);
    expect(findings.map(({ place }) => place)).toContain(file);
    expect(findings.some(({ place }) => place.includes("line-weekly.csv:3, column front_km"))).toBe(true);
  });

  it("fails the check when the descriptor breaks the standard", async () => {
    const folder = copy();
    const file = join(folder, "datapackage.json");
    const descriptor = JSON.parse(readFileSync(file, "utf8"));
    descriptor.resources[0].name = 5;
    descriptor.licenses = [];
    writeFileSync(file, JSON.stringify(descriptor));
    const findings = await checkSnapshot(folder);
    expect(findings.map(({ text }) => text).join("\n")).toMatch(
      /resources\.0[\s\S]*licenses|licenses[\s\S]*resources\.0/,
    );
  });
});
