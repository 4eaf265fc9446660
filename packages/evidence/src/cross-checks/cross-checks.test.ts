import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { piecesOf } from "../commands/plot.ts";
import { openStore } from "../database/store.ts";
import { REPOSITORY, SNAPSHOT } from "../testing.ts";
import { comparisonTable, crossChecks } from "./cross-checks.ts";

it("the page shows the offsets of this snapshot, and figures that exist", async () => {
  const store = await openStore({ data: SNAPSHOT, cache: mkdtempSync(join(tmpdir(), "logjam-checks-")) });
  const page = readFileSync(join(REPOSITORY, "docs", "evidence.md"), "utf8");
  for (const check of await crossChecks(store)) expect(page).toContain(comparisonTable(check));
  store.close();
  const figures = [...page.matchAll(/\]\((figures\/[^)]+)\)/g)].map((match) => match[1]!);
  expect(figures.length).toBeGreaterThanOrEqual(4);
  for (const figure of figures) {
    const svg = readFileSync(join(REPOSITORY, "docs", figure), "utf8");
    expect(svg).toContain("Source:");
    expect(svg).toContain("Data to");
    expect(existsSync(join(REPOSITORY, "docs", figure))).toBe(true);
  }
});

it("knows the killed share that the sources' own annual figures give", async () => {
  const store = await openStore({ data: SNAPSHOT, cache: mkdtempSync(join(tmpdir(), "logjam-checks-")) });
  const share = (await crossChecks(store)).find(({ name }) => name === "killed-share")!;
  // 128.3k deaths of 430k claimed casualties in 2024, 149.1k of 418k in 2025: mean of running quarters, within a tenth.
  expect(share.years.find(({ year }) => year === 2024)!.mean).toBeCloseTo(0.298, 1);
  expect(share.years.find(({ year }) => year === 2025)!.mean).toBeCloseTo(0.359, 1);
  store.close();
});

it("lines are broken at gaps", () => {
  const points = ["2022-05-01", "2022-06-08", "2024-09-30", "2024-10-05"].map((date) => ({ date, value: 1 }));
  expect(piecesOf("x", points).map(({ label, points: piece }) => [label, piece.length])).toEqual([
    ["x (to 2022-06-08)", 2],
    ["x", 2],
  ]);
});
