import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BASE_UNITS } from "./base-units.ts";
import { type Dimension, over, PURE, power, same, showDimension, times } from "./dimension.ts";
import { parseUnit } from "./parse-unit.ts";

const parse = (text: string): Dimension => {
  const result = parseUnit(text, BASE_UNITS);
  if ("problem" in result) throw new Error(`${text}: ${JSON.stringify(result)}`);
  return result.dimension;
};
const dimension: fc.Arbitrary<Dimension> = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(BASE_UNITS)), fc.integer({ min: -3, max: 3 })), { maxLength: 4 })
  .map((factors) =>
    factors.reduce<Dimension>((sum, [unit, exponent]) => times(sum, new Map([[unit, 1]]), exponent), PURE),
  );

describe("parseUnit", () => {
  it.each([
    ["1", "1"],
    ["person", "person"],
    ["EUR/week", "EUR/week"],
    ["km^2/week", "km^2/week"],
    ["person/(km*week)", "person/(km*week)"],
    ["person/km/week", "person/(km*week)"],
    ["person/km*week", "person*week/km"],
    ["1/week", "1/week"],
    ["(person/week)*week", "person"],
    ["km^-2", "1/km^2"],
    [" round * person ^ 2 ", "round*person^2"],
  ])("reads %s as %s", (text, shown) => expect(showDimension(parse(text))).toBe(shown));

  it.each([
    ["persn", { problem: "unknown", word: "persn" }],
    ["", { problem: "syntax", found: "the end" }],
    ["person/", { problem: "syntax", found: "the end" }],
    ["person^x", { problem: "syntax", found: "x" }],
    ["person km", { problem: "syntax", found: "km" }],
    ["(person", { problem: "syntax", found: "the end" }],
    ["2*km", { problem: "syntax", found: "2" }],
  ])("does not read %j", (text, problem) => expect(parseUnit(text, BASE_UNITS)).toEqual(problem));

  it("does not take names of object methods for units", () => {
    expect(parseUnit("constructor", BASE_UNITS)).toEqual({ problem: "unknown", word: "constructor" });
  });

  it("reads back what showDimension writes", () => {
    fc.assert(
      fc.property(dimension, (one) => {
        expect(same(parse(showDimension(one)), one)).toBe(true);
      }),
    );
  });
});

describe("dimensions", () => {
  it("form a group under multiplication", () => {
    fc.assert(
      fc.property(dimension, dimension, dimension, (a, b, c) => {
        expect(same(times(times(a, b), c), times(a, times(b, c)))).toBe(true);
        expect(same(times(a, b), times(b, a))).toBe(true);
        expect(same(times(a, PURE), a)).toBe(true);
        expect(same(over(a, a), PURE)).toBe(true);
      }),
    );
  });
  it("raise to powers by repeated multiplication", () => {
    fc.assert(
      fc.property(dimension, (a) => {
        expect(same(power(a, 3), times(a, times(a, a)))).toBe(true);
        expect(same(power(power(a, 2), 0.5), a)).toBe(true);
      }),
    );
  });
});
