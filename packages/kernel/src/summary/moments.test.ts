import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "./events.ts";
import { LEAF, LeafBuffer, leafLength, Moments } from "./moments.ts";
import { Sketch } from "./sketch.ts";

/** Leaves of one cell for a list of values. */
function leavesOf(values: readonly number[]): Float64Array {
  const count = Math.ceil(values.length / LEAF);
  const leaves = new Float64Array(count * leafLength(1));
  for (let leaf = 0; leaf < count; leaf++) {
    const part = Float64Array.from(values.slice(leaf * LEAF, (leaf + 1) * LEAF));
    const buffer = new LeafBuffer(1);
    buffer.add(0, part, 0, Array.from(part.keys()));
    buffer.count = part.length;
    buffer.finish(leaves, leaf * leafLength(1), [new Sketch()]);
  }
  return leaves;
}

describe("moments", () => {
  it("are those of all values together", () => {
    const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2, maxLength: 700, size: "max" }),
        fc.constantFrom(0, 1e6),
        (values, shift) => {
          const moved = values.map((each) => each + shift);
          const moments = new Moments(1);
          moments.merge(leavesOf(moved));
          const mean = moved.reduce((sum, each) => sum + each, 0) / moved.length;
          const variance = moved.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (moved.length - 1);
          expect(moments.count).toBe(moved.length);
          expect(Math.abs(moments.mean[0]! - mean)).toBeLessThan(1e-9 * (1 + Math.abs(shift)));
          expect(Math.abs(moments.variance(0) - variance)).toBeLessThan(1e-7 * (1 + variance));
          expect([moments.least[0], moments.greatest[0]]).toEqual([Math.min(...moved), Math.max(...moved)]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("pass over leaves without members", () => {
    const moments = new Moments(1);
    moments.merge(new Float64Array(leafLength(1)));
    moments.merge(leavesOf([1, 2, 3]));
    expect([moments.count, moments.mean[0], moments.variance(0)]).toEqual([3, 2, 1]);
  });
});

describe("Wilson's interval", () => {
  it("is the published one: 10 of 50 at 95 %", () => {
    const { share, low, high } = wilson(10, 50);
    expect(share).toBe(0.2);
    expect(low).toBeCloseTo(0.1124, 4);
    expect(high).toBeCloseTo(0.3304, 4);
  });

  it("holds the share, stays within 0 and 1, and knows nothing of nobody", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const { share, low, high } = wilson(Math.min(a, b), Math.max(a, b, 1));
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      }),
    );
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});
