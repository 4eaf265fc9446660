import { describe, expect, it } from "vitest";
import { normalDraws } from "../draws/draws.ts";
import { blockLengthFor, bootstrapMean, bootstrapSkill } from "./block-bootstrap.ts";

const options = { blockLength: 3, replicates: 400, seed: 5n };

describe("block length", () => {
  it("is the overlap of one forecast, at least the cube root, at most a third", () => {
    expect(blockLengthFor(31, 4, 4.35)).toBe(4);
    expect(blockLengthFor(27, 4, 4.35)).toBe(3);
    expect(blockLengthFor(60, 26, 4.35)).toBe(6);
    expect(blockLengthFor(19, 52, 4.35)).toBe(6);
    expect(blockLengthFor(2, 52, 4.35)).toBe(1);
  });
});

describe("block bootstrap", () => {
  it("is deterministic, and another seed gives other limits", () => {
    const values = normalDraws(1n, 40)("test", 0);
    expect(bootstrapMean(values, options)).toEqual(bootstrapMean(values, options));
    expect(bootstrapMean(values, options).low).not.toBe(bootstrapMean(values, { ...options, seed: 6n }).low);
  });
  it("keeps a constant, and holds the mean", () => {
    expect(bootstrapMean([2, 2, 2, 2], options)).toEqual({ value: 2, low: 2, high: 2 });
    const { value, low, high } = bootstrapMean([1, 2, 3, 4, 5, 6], options);
    expect(value).toBe(3.5);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });
  it("has the standard error of a mean where values are independent", () => {
    const values = normalDraws(2n, 400)("test", 0);
    const { low, high } = bootstrapMean(values, { ...options, blockLength: 1, replicates: 2000 });
    expect((high - low) / (2 * 1.96)).toBeCloseTo(1 / 20, 2);
  });
  it("planted defect: single draws are too sure of a series in runs; blocks are not", () => {
    // Runs of 10 equal values: the standard error is that of 40 independent values, 3.2 times that of 400.
    const runs = normalDraws(3n, 40)("test", 0);
    const values = Float64Array.from({ length: 400 }, (_, i) => runs[Math.floor(i / 10)]!);
    const width = (blockLength: number) => {
      const { low, high } = bootstrapMean(values, { ...options, blockLength, replicates: 1000 });
      return high - low;
    };
    expect(width(20)).toBeGreaterThan(2 * width(1));
  });
  it("skill is 1 - ratio of means, paired by origin", () => {
    const reference = [4, 8, 2, 6, 10, 12, 3, 7];
    const half = reference.map((x) => x / 2);
    expect(bootstrapSkill(half, reference, options)).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
    expect(bootstrapSkill(reference, reference, options)).toEqual({ value: 0, low: 0, high: 0 });
  });
});
