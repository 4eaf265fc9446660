import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverDocument } from "@logjam/figures/node";
import { afterAll, describe, expect, it } from "vitest";
import { readTrackRecord } from "./read-track-record.ts";
import { recordFigure } from "./record-figure.ts";
import { recordFixture, summaryRow } from "./record-fixture.ts";
import { plainRecord, speakerOf } from "./record-words.ts";
import { readSummaryCsv, summaryCsv } from "./summary-csv.ts";

const folder = mkdtempSync(join(tmpdir(), "logjam-record-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const record = recordFixture();

describe("a summary's file", () => {
  it("comes back as it was written", () => {
    expect(readSummaryCsv(summaryCsv(record.summary), "summary.csv")).toEqual(record.summary);
  });
  it("of other columns is refused, with the command that makes it anew", () => {
    expect(() => readSummaryCsv("target,skill\n", "summary.csv")).toThrow(
      expect.objectContaining({ code: "track-record/summary", nextStep: expect.stringContaining("logjam backtest") }),
    );
  });
  it("is read with the days of its forecasts; none is no error", () => {
    expect(readTrackRecord(folder)).toBeUndefined();
    mkdirSync(join(folder, "track-record/origins"), { recursive: true });
    writeFileSync(join(folder, "track-record/summary.csv"), summaryCsv(record.summary));
    for (const origin of record.origins) writeFileSync(join(folder, "track-record/origins", `${origin}.csv`), "");
    expect(readTrackRecord(folder)).toEqual(record);
  });
});

describe("the record in plain words", () => {
  const { lead, points } = plainRecord(record);
  const items = (title: RegExp) => points.find((point) => title.test(point.title))!;

  it("says how much smaller the error was, whether luck explains it, and whether the aim is reached", () => {
    expect(lead.at(-2)).toBe(
      "For the area that Russia holds, the error of its forecasts, against the best simple rule's, was smaller at every distance " +
        "(by 18 to 31 %). Luck alone does not explain it half a year ahead; elsewhere it could. The aim of 10 % is reached at every distance.",
    );
    expect(lead.at(-1)).toBe(
      "For claimed Russian personnel losses, the error of its forecasts, against the best simple rule's, was smaller four weeks ahead " +
        "(by 6 %), and larger a year ahead (by 5 %). Luck could explain all of that. The aim of 10 % is missed four weeks and a year ahead.",
    );
  });
  it("names every series and distance at which a rule did better, and which rule", () => {
    expect(items(/did better/).items).toEqual([
      "Claimed Russian personnel losses: a year ahead (“it goes on as in the last four weeks”; our error 5 % larger, which may be luck).",
      "Artillery claimed destroyed: four weeks ahead (“the pace falls back to its average”; our error 17 % larger).",
    ]);
  });
  it("names where skill cannot be told from none", () => {
    expect(items(/told from none/).items).toEqual([
      "The area that Russia holds: four weeks, a quarter and a year ahead.",
      "Claimed Russian personnel losses: at every distance.",
    ]);
  });
  it("holds coverage against what was asked, and leaves out what has no intervals", () => {
    expect(items(/ranges hold/).intro).toContain("72 to 88 %. 5 of 7 do.");
    expect(items(/ranges hold/).items).toEqual([
      "The area that Russia holds: too narrow a year ahead (47 %).",
      "Claimed Russian personnel losses: too wide four weeks ahead (91 %).",
    ]);
  });
  it("says since when it counts", () => {
    expect(items(/Since when/).intro).toContain("there is none yet");
    const kept = plainRecord(recordFixture({ ledger: { forecasts: 3, since: "2026-01-07" } }));
    expect(kept.points.at(-1)!.intro).toContain("begins on 7 Jan 2026");
  });
  it("lets the released forecast speak, never the one that did best; and says where none has been scored", () => {
    const luckier = [...record.summary, summaryRow("area-total", 4, [0.9, 0.8, 0.95], { forecaster: "m1" })];
    expect(speakerOf({ summary: luckier })).toBe("released");
    const rules = record.summary.filter(({ forecaster }) => forecaster === "drift-4");
    expect(plainRecord(recordFixture({ summary: rules })).lead.at(-1)).toContain("No forecast of this project");
  });
});

describe("its picture", () => {
  it("has a row for each distance, dated by the last outcome", () => {
    const svg = recordFigure(record, { document: serverDocument(), width: 868 });
    expect(svg.match(/weeks ahead|a quarter ahead|year ahead/gi)!.length).toBeGreaterThanOrEqual(6);
    expect(svg).toContain("29 Dec 2025");
    expect(svg).toMatch(/\+31\u202f% \(\+7 to \+39\)/);
  });
});
