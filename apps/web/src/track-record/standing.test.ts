import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { trackRecordData } from "../../build/track-record-data.ts";
import { beaten, HORIZONS, NAIVE, OURS, speaker, standings, verdictOf } from "./standing.ts";
import type { TrackRecord, TrackRow } from "./track-record-file.ts";

const row = (forecaster: string, weeks: number, skill: number, low: number, high: number): TrackRow => ({
  target: "area-total",
  weeks,
  forecaster,
  origins: 20,
  crps: 100 * (1 - skill),
  skill,
  skillLow: low,
  skillHigh: high,
  bestNaive: "drift-4",
  covered50: 0.5,
  covered80: 0.8,
  covered95: 0.95,
});
const record: TrackRecord = {
  format: "logjam-track-record/1",
  first: "2023-06-05",
  last: "2025-12-01",
  origins: 31,
  rows: [
    row("drift-4", 4, 0, 0, 0),
    row("m2", 4, 0.2, 0.05, 0.3),
    row("m1", 4, 0.25, 0.1, 0.3),
    row("drift-4", 13, 0, 0, 0),
    row("m2", 13, -0.3, -0.6, -0.1),
    row("local-rate", 13, 0.1, -0.1, 0.2),
  ],
};

describe("what the track record says", () => {
  it("lets one forecaster speak for the models: not the one that did best by luck", () => {
    expect(speaker(record, "area-total")).toBe("m2");
    expect(speaker(record, "tank")).toBeUndefined();
  });
  it("tells better from worse only where the interval leaves zero out", () => {
    const [four, thirteen, half] = standings(record, "area-total");
    expect(verdictOf(four!.ours!)).toBe("better");
    expect(four!.best!.forecaster).toBe("m1");
    expect(verdictOf(thirteen!.ours!)).toBe("worse");
    expect(half).toEqual({ weeks: 26, ours: undefined, best: undefined });
  });
  it("says where others did better", () => {
    expect(beaten(record).map(({ weeks, best }) => [weeks, best.forecaster])).toEqual([[13, "local-rate"]]);
  });
  it("reads the committed record: every target has every naive rule at every horizon", () => {
    const real = trackRecordData(fileURLToPath(new URL("../../../../data", import.meta.url)));
    expect(real.origins).toBeGreaterThan(20);
    expect(OURS).toContain(speaker(real, "area-total"));
    for (const rule of NAIVE)
      for (const weeks of HORIZONS)
        expect(
          real.rows.some((one) => one.target === "area-total" && one.forecaster === rule && one.weeks === weeks),
        ).toBe(true);
  });
});
