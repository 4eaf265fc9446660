import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { floatSorter } from "./sort-floats.ts";

describe("sorting by radix", () => {
  const sorted = floatSorter(64);

  it("gives the order of the platform's own sort, without what is not finite", () => {
    fc.assert(
      fc.property(fc.float32Array({ maxLength: 64 }), (row) => {
        const wanted = row.filter(Number.isFinite).sort();
        expect([...sorted(row)]).toEqual([...wanted]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("sorts numbers of one size, of both signs, and none at all", () => {
    expect([...sorted(Float32Array.of(3, -1, -3, 2, 0, -2, 1))]).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect([...sorted(new Float32Array(64).fill(7))]).toEqual(new Array(64).fill(7));
    expect([...sorted(new Float32Array(0))]).toEqual([]);
    expect([...sorted(Float32Array.of(Number.NaN, 1, Number.POSITIVE_INFINITY))]).toEqual([1]);
  });
});
