import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, log, pow, sinCosQuarterTurns } from "./numerics.ts";

/** How many doubles lie between two positive numbers, the second included. */
function ulps(found: number, right: number): number {
  const bits = new BigInt64Array(Float64Array.of(found, right).buffer);
  return Math.abs(Number(bits[0]! - bits[1]!));
}
const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("our own elementary functions", () => {
  it("exp is within 4 units in the last place of the engine's", () => {
    fc.assert(
      fc.property(double(-700, 700), (x) => {
        expect(ulps(exp(x), Math.exp(x))).toBeLessThanOrEqual(5);
      }),
      { numRuns: 2000 },
    );
  });
  it("exp saturates, and keeps NaN", () => {
    expect(exp(1e9)).toBe(exp(709));
    expect(exp(-1e9)).toBe(exp(-708));
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(0)).toBe(1);
  });
  it("log is within 2 units in the last place of the engine's", () => {
    const positive = fc.oneof(double(1e-300, 1e-3), double(1e-3, 0.7), double(1.4, 1e3), double(1e3, 1e300));
    fc.assert(
      fc.property(positive, (x) => {
        expect(ulps(Math.abs(log(x)), Math.abs(Math.log(x)))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2000 },
    );
  });
  it("log is NaN below zero, and ln of the smallest normal number at zero", () => {
    expect(log(-1)).toBeNaN();
    expect(log(0)).toBe(log(2.2250738585072014e-308));
    expect(log(1)).toBe(0);
  });
  it("pow agrees with exp and log, and is NaN for negative bases", () => {
    fc.assert(
      fc.property(double(1e-6, 1e6), double(-5, 5), (x, y) => {
        expect(Math.abs(pow(x, y) / x ** y - 1)).toBeLessThan(1e-13);
      }),
    );
    expect(pow(-2, 3)).toBeNaN();
  });
  it("sine and cosine lie on the circle, and are exact at quarter turns", () => {
    fc.assert(
      fc.property(double(0, 8), (quarters) => {
        const [sine, cosine] = sinCosQuarterTurns(quarters);
        expect(sine * sine + cosine * cosine).toBeCloseTo(1, 14);
        expect(sine).toBeCloseTo(Math.sin((quarters * Math.PI) / 2), 13);
      }),
    );
    expect(sinCosQuarterTurns(1).map(Math.abs)).toEqual([1, 0]);
    expect(sinCosQuarterTurns(3)[0]).toBe(-1);
  });
});
