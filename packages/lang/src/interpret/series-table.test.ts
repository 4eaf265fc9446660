import { describe, expect, it } from "vitest";
import { compile, f, indexSet, lever, model, output, series } from "../index.ts";
import { fillGaps } from "./gaps.ts";
import { type SeriesError, seriesTable } from "./series-table.ts";

const side = indexSet("side", ["ua", "ru"]);
const source = "Invented.";
const effort = lever({
  over: [side],
  unit: "1",
  meaning: "Effort.",
  range: [0, 2],
  default: { ua: 1, ru: 0.5 },
  source,
});
const price = lever({ unit: "EUR/round", meaning: "Price.", range: [1, 9], default: 4, source });
const intake = series({ unit: "person/week", meaning: "Intake.", gap: "hold", source });
const strict = series({ unit: "1", meaning: "Strict.", gap: "error", source });
const shown = output({
  over: [side],
  unit: "1",
  meaning: "Shown.",
  formula: f`${effort} * ${strict} * if(${intake} > 0 and ${price} > 0, 1, 0)`,
});
const made = model("tables", { m: { effort, price, intake, strict, shown } });
const ir = compile(made);
const NONE = Number.NaN;
const table = (values: Record<string, number | readonly number[]>, steps = 2) => [
  ...seriesTable(made, ir, { steps, values: { "m.intake": 5, "m.strict": 1, ...values } }),
];

describe("seriesTable", () => {
  it("fills in defaults, numbers for all steps, and values per step, in the order of the IR", () => {
    expect(ir.series).toEqual(["m.effort[ua]", "m.effort[ru]", "m.price", "m.intake", "m.strict"]);
    expect(table({ "m.intake": [7, 8, 9] })).toEqual([1, 0.5, 4, 7, 1, 1, 0.5, 4, 8, 1]);
  });
  it("takes a quantity's name for all its elements, and an element's own before it", () => {
    expect(table({ "m.effort": 2, "m.effort[ru]": 1.5 }, 1)).toEqual([2, 1.5, 4, 5, 1]);
  });
  it.each([
    [
      "a misspelt name",
      { "m.intke": 3 },
      "run/unknown-series: tables has no lever or series m.intke. Did you mean m.intake?",
    ],
    [
      "a lever out of its range",
      { "m.price": [4, 12] },
      "run/lever-range: m.price is 12 at step 1, outside its range 1 to 9 EUR/round.",
    ],
    [
      "too few values",
      { "m.intake": [4] },
      "run/short: m.intake has 1 values for 2 steps. Give one per step, or one number for all.",
    ],
    [
      "a gap that may not be",
      { "m.strict": [1, NONE] },
      "run/gap: m.strict has no number at step 1, and its gap rule (error) does not fill it.",
    ],
    [
      "a series that is nothing but gaps",
      { "m.intake": [NONE, NONE] },
      "run/gap: m.intake has no number at step 0, and its gap rule (hold) does not fill it.",
    ],
    ["a lever that is no number", { "m.price": NONE }, "run/gap: m.price has no number at step 0."],
  ])("refuses %s", (_, values, message) => expect(() => table(values as Record<string, number>)).toThrow(message));
  it("names every fault at once", () => {
    try {
      seriesTable(made, ir, { steps: 2, values: { "m.strickt": 1 } });
      expect.unreachable();
    } catch (error) {
      expect((error as SeriesError).faults.map((fault) => fault.split(":")[0])).toEqual([
        "run/unknown-series",
        "run/no-data",
        "run/no-data",
      ]);
    }
  });
});

describe("fillGaps", () => {
  const column = [NONE, 1, NONE, NONE, 4, NONE];
  it("holds, draws a line, puts zero, or leaves it", () => {
    expect(fillGaps(column, "hold")).toEqual([1, 1, 1, 1, 4, 4]);
    expect(fillGaps(column, "linear")).toEqual([1, 1, 2, 3, 4, 4]);
    expect(fillGaps(column, "zero")).toEqual([0, 1, 0, 0, 4, 0]);
    expect(fillGaps(column, "error")).toEqual(column);
  });
});
