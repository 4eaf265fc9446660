import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateInvalid } from "./errors.ts";
import {
  formatDay,
  formatNumber,
  formatPercent,
  formatPercentInterval,
  formatPoints,
  formatPointsInterval,
  parseDay,
} from "./number-format.ts";

describe("numbers", () => {
  it.each([
    [0, "0"],
    [111601.4, "111,601"],
    [-1234567, "\u22121,234,567"],
    [43.7, "43.7"],
    [43, "43"],
    [0.02134, "0.0213"],
    [999.6, "1,000"],
    [-0.0000001, "0"],
    [Number.NaN, "n/a"],
  ])("%d is said %s", (value, text) => expect(formatNumber(value)).toBe(text));

  it("never lose more than half a percent", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (value) => {
        const said = Number(formatNumber(value).replaceAll(",", ""));
        return Math.abs(said - value) <= 0.00501 * value;
      }),
    );
  });
});

describe("probabilities", () => {
  it.each([
    [0, "<1\u202f%"],
    [0.0049, "<1\u202f%"],
    [0.03, "3\u202f%"],
    [0.994, "99\u202f%"],
    [0.9951, ">99\u202f%"],
    [1, ">99\u202f%"],
  ])("%d is said %s", (value, text) => expect(formatPercent(value)).toBe(text));

  it("have intervals that are rounded outwards", () => {
    expect(formatPercentInterval(0.291, 0.378)).toBe("29–38\u202f%");
    expect(formatPercentInterval(0.07, 0.07)).toBe("7–7\u202f%");
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [from = Number.NaN, to = Number.NaN] = formatPercentInterval(low, high)
          .replace(/\D+$/, "")
          .split("–")
          .map(Number);
        return from <= low * 100 + 1e-6 && to >= high * 100 - 1e-6 && to - from <= (high - low) * 100 + 2;
      }),
    );
  });

  it("have differences in points, with their sign", () => {
    expect(formatPoints(0.123)).toBe("+12\u202fpoints");
    expect(formatPoints(-0.123)).toBe("\u221212\u202fpoints");
    expect(formatPoints(0.001)).toBe("0\u202fpoints");
    expect(formatPointsInterval(-0.031, 0.052)).toBe("\u22124 to +6\u202fpoints");
  });
});

describe("days", () => {
  it("are said in English", () => expect(formatDay("2023-11-27")).toBe("27 Nov 2023"));
  it.each(["2023-02-31", "27 Nov 2023", "2023-1-1", ""])("refuses %s", (text) =>
    expect(() => parseDay(text)).toThrow(dateInvalid(text).message),
  );
});
