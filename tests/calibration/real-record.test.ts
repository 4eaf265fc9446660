/** The record that the fits are given adds up; planted defects in it do not. */
import { addWeeks, type PublicRecord, weeksBetween } from "@logjam/analysis";
import { loadEvidence } from "@logjam/evidence";
import { describe, expect, it } from "vitest";
import { recordFor, START } from "../../apps/cli/src/ask/record.ts";
import { type Anchors, faultsOf } from "./check-record.ts";

const evidence = loadEvidence(new URL("../../data", import.meta.url).pathname);

function anchorsAt(asOf: string): Anchors {
  const then = evidence.asOf(asOf);
  const areaOn = (day: string) => then.weeklyArea().find(({ date }) => date === day)!.areaKm2;
  const claimedOn = (day: string) => then.weeklyLosses("personnel").find(({ date }) => date === day)!.cumulative;
  return {
    weeks: weeksBetween(START, asOf),
    area: [areaOn(START), areaOn(asOf)],
    claims: [claimedOn(START), claimedOn(asOf)],
  };
}

const dates = ["2023-07-03", "2024-09-02", "2025-12-01"];

describe.each(["m1", "m2"] as const)("%s's record", (model) => {
  it.each(dates)("as of %s adds up", (asOf) => {
    expect(faultsOf(recordFor(evidence, asOf, 0).records[model], anchorsAt(asOf))).toEqual([]);
  });

  const asOf = "2024-09-02";
  const record = recordFor(evidence, asOf, 0).records[model];
  const anchors = anchorsAt(asOf);
  /** Rows whose names match, changed, both where they are followed and where they are scored. */
  const planted = (match: RegExp, change: (row: readonly number[]) => number[]): string[] => {
    const all = (rows: PublicRecord["known"]) =>
      Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, match.test(name) ? change(row) : row]));
    return faultsOf({ ...record, known: all(record.known), scored: all(record.scored) }, anchors);
  };
  const CLAIMS = /observedClaims\[ru\]|^claims$/;
  const LINE = /observedChange|^line/;

  it("planted defect: claims given to Ukraine", () => {
    const known = {
      ...record.known,
      "history.observedClaims[ua]": record.known["history.observedClaims[ru]"]!,
      "history.observedClaims[ru]": record.known["history.observedClaims[ua]"]!,
    };
    expect(faultsOf({ ...record, known }, anchors)).toEqual(
      expect.arrayContaining(["claims-end", "claims-followed", "ukraine"]),
    );
  });
  it("planted defect: claims a month, claims in thousands, claims since the beginning", () => {
    for (const change of [
      (row: readonly number[]) => row.map((x) => x * 4.348),
      (row: readonly number[]) => row.map((x) => x / 1_000),
      (row: readonly number[]) => row.map((_, week) => row.slice(0, week + 1).reduce((a, b) => a + b, 0)),
    ])
      expect(planted(CLAIMS, change)).toContain("claims-end");
  });
  it("planted defect: a line in square miles, or of the other side", () => {
    expect(planted(LINE, (row) => row.map((x) => x / 2.59))).toContain("area-end");
    expect(planted(LINE, (row) => row.map((x) => -x))).toContain("area-end");
  });
  it("planted defect: weeks shifted by one, against the first day or against what is scored", () => {
    const late = (row: readonly number[]) => [0, ...row.slice(0, -1)];
    expect(planted(CLAIMS, late)).toContain("claims-end");
    expect(planted(LINE, late)).toContain("area-end");
    expect(planted(/^claims$/, late)).toEqual(["claims-followed"]);
    expect(planted(/^line$/, late)).toEqual(["line-followed"]);
  });
  it("planted defect: a future row", () => {
    expect(planted(CLAIMS, (row) => [...row, 9_000])).toContain("future");
    const next = recordFor(evidence, addWeeks(asOf, 1), 0).records[model];
    expect(faultsOf(next, anchors)).toEqual(expect.arrayContaining(["future", "claims-end"]));
  });
  it("planted defect: a week taken out", () => {
    expect(planted(CLAIMS, (row) => row.toSpliced(40, 1))).toEqual(expect.arrayContaining(["future", "claims-end"]));
    expect(planted(LINE, (row) => row.with(40, Number.NaN))).toContain("area-end");
  });
  it("planted defect: deaths a month, or killed and wounded together", () => {
    for (const factor of [4.348, 4])
      expect(planted(/observedDeaths\[ru\]|^deaths$/, (row) => row.map((x) => x * factor))).toEqual(["deaths-share"]);
  });
});
