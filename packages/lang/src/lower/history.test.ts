import { describe, expect, it } from "vitest";
import { simulate } from "../fixtures/simulate.ts";
import { constant, f, NEVER, outcome, output, series } from "../index.ts";

const x = series({ unit: "person/week", meaning: "X.", gap: "error", source: "Invented." });
const one = constant({ unit: "person", meaning: "One.", value: 1, source: "Invented." });
const show = (formula: ReturnType<typeof f>, unit = "1") => output({ unit, meaning: "Shown.", formula });

/** What a formula of x gives for these weekly values of x. */
function path(formula: ReturnType<typeof f>, values: readonly number[], unit = "1"): number[] {
  const used = output({ unit: "person", meaning: "Used.", formula: one });
  return simulate({ x, one, used, y: show(formula, unit) }, { steps: values.length, values: { "m.x": values } }).path(
    "y",
  );
}
const conditions = [0, 1, 1, 0, 1, 1, 1, 1, 0];

describe("the functions of the past", () => {
  it("lag shows the first value until it has passed", () => {
    expect(path(f`lag(${x}, 2 week)`, [5, 6, 7, 8, 9], "person/week")).toEqual([5, 5, 5, 6, 7]);
    expect(path(f`lag(${x}, 1)`, [5, 6, 7], "person/week")).toEqual([5, 5, 6]);
  });
  it("lag of a formula of lags", () => {
    expect(path(f`lag(${x} + lag(${x}, 1), 2)`, [1, 2, 3, 4, 5, 6], "person/week")).toEqual([2, 2, 2, 3, 5, 7]);
  });
  it("rollingSum adds the last weeks, this one included, and begins with what there is", () => {
    expect(path(f`rollingSum(${x}, 3 week)`, [1, 2, 3, 4, 5], "person")).toEqual([1, 3, 6, 9, 12]);
    expect(path(f`rollingSum(${x}, 1)`, [1, 2, 3], "person")).toEqual([1, 2, 3]);
  });
  it("forWeeks needs consecutive weeks", () => {
    expect(path(f`forWeeks(${x} > 0, 2 week)`, conditions)).toEqual([0, 0, 1, 0, 0, 1, 1, 1, 0]);
    expect(path(f`forWeeks(${x} > 0, 1)`, conditions)).toEqual(conditions);
  });
  it("ever stays true, everBy only counts what came in time", () => {
    expect(path(f`ever(${x} > 0)`, conditions)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(path(f`everBy(${x} > 0, 1 week)`, conditions)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(path(f`everBy(${x} > 0, 0 week)`, conditions)).toEqual(conditions.map(() => 0));
  });
  it("firstWeek tells when, and is beyond any horizon before", () => {
    expect(path(f`firstWeek(${x} * timeStep > ${one})`, [0, 1, 2, 0, 3], "week")).toEqual([NEVER, NEVER, 2, 2, 2]);
  });
  it("an outcome can use them all", () => {
    const won = outcome({
      title: "Won",
      meaning: "Three weeks in a row.",
      formula: f`ever(forWeeks(${x} > 0, 3 week)) and firstWeek(${x} > 0) <= 3 * timeStep`,
    });
    const run = simulate({ x, won }, { steps: conditions.length, values: { "m.x": conditions } });
    expect(run.path("won")).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });
});
