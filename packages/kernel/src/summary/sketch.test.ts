import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergePacked, packSketches, RELATIVE_ERROR, Sketch } from "./sketch.ts";

const numbers = fc.array(
  fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, 1, -1, 5e-324, 1e-300, 1e300, Number.MAX_VALUE),
  ),
  { minLength: 1, maxLength: 60 },
);

const sketchOf = (values: readonly number[]): Sketch => {
  const sketch = new Sketch();
  for (const value of values) sketch.add(value);
  return sketch;
};

/** What quantiles say, at many shares. */
const answers = (sketch: Sketch): number[] => Array.from({ length: 21 }, (_, i) => sketch.quantile(i / 20));

describe("the quantile sketch", () => {
  it("is within its stated error of the exact order statistic", () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.floor(q * (sorted.length - 1))]!;
        const greatest = Math.max(...values.map(Math.abs));
        const error = Math.abs(sketchOf(values).quantile(q) - exact);
        expect(error).toBeLessThanOrEqual(Math.max(RELATIVE_ERROR * Math.abs(exact), greatest * 2 ** -23, 5e-308));
      }),
      { numRuns: 2000 },
    );
  });

  it("says the same in whatever order and pieces the values came, packed or not", () => {
    fc.assert(
      fc.property(numbers, fc.nat(60), fc.nat(60), (values, first, second) => {
        const [a, b] = [Math.min(first, second), Math.max(first, second)];
        const pieces = [values.slice(a, b), values.slice(b).reverse(), values.slice(0, a)];
        const merged = new Sketch();
        for (const piece of pieces) mergePacked([merged], packSketches([sketchOf(piece)]));
        const whole = sketchOf(values);
        whole.collapse();
        expect(merged.count).toBe(values.length);
        expect(answers(merged)).toEqual(answers(whole));
      }),
      { numRuns: 1000 },
    );
  });

  it("does not grow with the number of values", () => {
    const sketch = new Sketch();
    let state = 1;
    let afterMany = 0;
    for (let i = 0; i < 400_000; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      sketch.add((state / 2 ** 31 - 1) * 2 ** ((state >>> 5) % 100));
      if (i === 200_000) afterMany = packSketches([sketch]).length;
    }
    expect(packSketches([sketch]).length).toBeLessThan(afterMany * 1.01);
    expect(packSketches([sketch]).length).toBeLessThan(2 * 25 * 256 + 200);
  });
});
