import { f, model, output, parameter, series, uniform } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { column, readColumns } from "./data-file.ts";
import { cholesky, inverse2, solveLower, solveLowerTransposed } from "./matrix.ts";
import { runModel } from "./run-model.ts";
import { textTable } from "./text-table.ts";

const source = "Invented for the test.";
const slope = parameter({ unit: "1/week", meaning: "Slope.", prior: uniform({ low: 1, high: 2 }), source });
const shift = series({ unit: "1", meaning: "Shift.", gap: "error", source });
const line = output({ unit: "1", meaning: "A line.", formula: f`${slope} * time + ${shift}` });
const straight = model("straight", { line: { slope, shift, line } });

describe("running a model by name", () => {
  it("takes one number for all members or one each, and draws the rest", () => {
    const series = { "line.shift": [5, 6, 7] };
    const run = runModel(straight, { steps: 3, members: 2, parameters: { "line.slope": [1, 10] }, series });
    expect(run.track("line.line", 1)).toEqual([5, 16, 27]);
    expect(run.across("line.line", 2)).toEqual([9, 27]);
    const drawn = runModel(straight, { steps: 2, members: 50, seed: 4n, series }).across("line.line", 1);
    expect(Math.min(...drawn)).toBeGreaterThan(7);
    expect(Math.max(...drawn)).toBeLessThan(8);
    expect(new Set(drawn).size).toBe(50);
  });

  it("refuses names and places that do not exist, with the nearest known name", () => {
    const series = { "line.shift": 0 };
    expect(() => runModel(straight, { steps: 2, parameters: { "line.slop": 1 }, series })).toThrow(
      "There is no parameter line.slop. Did you mean line.slope?",
    );
    expect(() => runModel(straight, { steps: 2, members: 2, parameters: { "line.slope": [1] }, series })).toThrow(
      "line.slope has 1 values for 2 members.",
    );
    const run = runModel(straight, { steps: 2, series });
    expect(() => run.at("line.lime", 0)).toThrow("There is no output line.lime. Did you mean line.line?");
    expect(() => run.at("line.line", 2)).toThrow("2 steps and 1 members; asked for step 2, member 0");
  });
});

describe("data files", () => {
  it("are read by column", () => {
    const table = readColumns("ardennes-daily.csv", ",");
    expect(column(table, "day")).toHaveLength(33);
    expect(column(table, "red_tanks")[1]).toBe(747);
    expect(() => column(table, "red_tank")).toThrow(/There is no column red_tank/);
  });

  it("are refused with file and line when separated by something else", () => {
    expect(() => readColumns("rubio-campillo-01.csv", ",")).toThrow(/rubio-campillo-01.csv:2: 1 numbers should stand/);
  });
});

describe("small matrices", () => {
  const a = [
    [4, 2, 1],
    [2, 5, 3],
    [1, 3, 6],
  ];
  it("solves by Cholesky factors", () => {
    const factor = cholesky(a);
    const x = solveLowerTransposed(factor, solveLower(factor, [1, 2, 3]));
    a.forEach((row, i) => {
      expect(row.reduce((sum, value, j) => sum + value * x[j]!, 0)).toBeCloseTo(i + 1, 12);
    });
    expect(() =>
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow("not positive definite");
  });
  it("inverts two by two", () => {
    expect(
      inverse2([
        [2, 1],
        [1, 3],
      ]),
    ).toEqual([
      [0.6, -0.2],
      [-0.2, 0.4],
    ]);
  });
});

describe("tables", () => {
  it("keep whole columns whole and align the rest", () => {
    expect(
      textTable(
        ["a", "whole", "part"],
        [
          ["x", 1000, 0.5],
          ["yy", 2, 1],
        ],
        2,
      ),
    ).toBe("a   whole  part\n--  -----  ----\nx   1,000  0.50\nyy      2  1.00\n");
  });
});
