import { normalDraws, student4Draws } from "@logjam/inference";
import { describe, expect, it } from "vitest";
import { checkSurprises, type Surprises } from "./predictive-checks.ts";

const weekly = { id: "line", title: "Line", kind: "weekly" } as const;
const settings = { seed: 7n, replicates: 400 };
const WEEKS = 150;
/** Surprises of one member a world, as the law gives them. */
const underLaw = (seed: bigint, change: (z: number, week: number) => number = (z) => z): Surprises => {
  const draws = student4Draws(seed, 4);
  return Array.from({ length: WEEKS }, (_, week) =>
    draws("world", week)
      .subarray(0, 1)
      .map((z) => change(z, week)),
  );
};
const failed = (surprises: Surprises) =>
  checkSurprises(weekly, surprises, settings)
    .statistics.filter(({ fails }) => fails)
    .map(({ name }) => name);

describe("predictive checks", () => {
  it("pass at the stated rate where the law holds: each statistic fails in about one world of twenty", () => {
    const worlds = 40;
    const failures = Array.from({ length: worlds }, (_, w) => failed(underLaw(100n + BigInt(w)))).flat();
    // 200 statistics at 5 %, dependent within a world: more than 27 by chance in fewer than 1 of 1000 runs.
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThan(28);
  });
  it("give the law's own numbers", () => {
    const { statistics, observed } = checkSurprises(weekly, underLaw(5n), settings);
    expect(observed).toBe(WEEKS);
    const [within50, within80, within95, lag] = statistics;
    for (const [one, share] of [
      [within50!, 0.5],
      [within80!, 0.8],
      [within95!, 0.95],
    ] as const) {
      expect(one.low).toBeLessThan(share);
      expect(one.high).toBeGreaterThan(share);
      // Binomial: 1.96 sqrt(p (1 - p) / 150), either side.
      expect(one.high - one.low).toBeCloseTo(2 * 1.96 * Math.sqrt((share * (1 - share)) / WEEKS), 1);
    }
    expect(lag!.low).toBeCloseTo(-1.96 / Math.sqrt(WEEKS), 1);
    expect(lag!.high).toBeCloseTo(1.96 / Math.sqrt(WEEKS), 1);
  });
  it("catch a model that is too sure, too unsure, slow to learn, or knows no exceptions", () => {
    expect(failed(underLaw(5n, (z) => 2 * z))).toEqual(expect.arrayContaining(["within50", "within80", "within95"]));
    expect(failed(underLaw(5n, (z) => z / 2))).toEqual(expect.arrayContaining(["within50", "within80"]));
    let last = 0;
    const runs = underLaw(5n, (z) => {
      last = 0.5 * last + 0.87 * z;
      return last;
    });
    expect(failed(runs)).toContain("autocorrelation");
    expect(failed(underLaw(5n, (z, week) => (week === 70 ? 40 : z)))).toContain("largest");
  });
  it("pass over what was not observed, in the record and under the law alike", () => {
    const gaps = underLaw(5n, (z, week) => (week % 3 === 1 ? Number.NaN : z));
    const checked = checkSurprises(weekly, gaps, settings);
    expect(checked.observed).toBe(100);
    for (const { value, low, high } of checked.statistics) for (const x of [value, low, high]) expect(x).not.toBeNaN();
  });
  it("hold means of blocks against the normal law", () => {
    const draws = normalDraws(9n, 4);
    const blocks = Array.from({ length: 200 }, (_, b) => draws("blocks", b).subarray(0, 1));
    const { statistics } = checkSurprises({ ...weekly, kind: "block" }, blocks, settings);
    expect(statistics.filter(({ fails }) => fails)).toEqual([]);
    expect(statistics[2]!.low).toBeGreaterThan(0.9);
  });
});
