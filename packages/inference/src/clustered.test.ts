import { describe, expect, it } from "vitest";
import { clusteredMean, clusteredShare, meanOfSums, shareOfSums } from "./clustered.ts";
import { meanInterval, wilson } from "./intervals.ts";

const values = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
const alone = values.map((_, i) => i);

describe("clustered intervals", () => {
  it("are the plain ones where every member has a draw of its own", () => {
    const share = clusteredShare(values, alone);
    expect(share.low).toBeCloseTo(wilson(100, 400).low, 12);
    const mean = clusteredMean(values, alone);
    expect(mean.high).toBeCloseTo(meanInterval(values).high, 3);
  });
  it("do not narrow when every member is written down ten times", () => {
    const repeated = values.flatMap((v) => new Array<number>(10).fill(v));
    const draws = alone.flatMap((d) => new Array<number>(10).fill(d));
    expect(clusteredShare(repeated, draws).low).toBeCloseTo(clusteredShare(values, alone).low, 12);
    expect(clusteredMean(repeated, draws).high).toBeCloseTo(clusteredMean(values, alone).high, 12);
    expect(wilson(1000, 4000).low).toBeGreaterThan(clusteredShare(repeated, draws).low + 0.02);
  });
  it("are the same wherever the members of a draw stand", () => {
    const draws = values.map((_, i) => i % 37);
    const order = values.map((_, i) => i).sort((a, b) => draws[a]! - draws[b]! || a - b);
    const sorted = [order.map((i) => values[i]!), order.map((i) => draws[i]!)] as const;
    expect(clusteredShare(values, draws).low).toBeCloseTo(clusteredShare(...sorted).low, 12);
    expect(clusteredMean(values, draws).high).toBeCloseTo(clusteredMean(...sorted).high, 12);
  });
  it("have the same bits from the sums of each draw", () => {
    const draws = values.map((_, i) => i % 37);
    const sums = new Float64Array(37);
    const sizes = new Float64Array(37);
    values.forEach((value, i) => {
      sums[draws[i]!]! += value;
      sizes[draws[i]!]!++;
    });
    expect(shareOfSums(sums, sizes)).toEqual(clusteredShare(values, draws));
    expect(meanOfSums(sums, sizes)).toEqual(clusteredMean(values, draws));
  });
  it("say how little zero successes mean", () => {
    const none = new Array<number>(100).fill(0);
    const fewDraws = none.map((_, i) => Math.floor(i / 20));
    expect(clusteredShare(none, fewDraws).high).toBeCloseTo(wilson(0, 5).high, 12);
  });
});
