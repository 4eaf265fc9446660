import { describe, expect, it } from "vitest";
import { compile, f, model, output, season, seriesTable } from "../index.ts";
import { seasonAt } from "./season.ts";

describe("season", () => {
  const mud = season({
    unit: "1",
    meaning: "Mud.",
    points: [
      [60, 0],
      [80, 1],
      [100, 0],
      [300, 0.5],
    ],
    source: "Invented.",
  });
  const made = model("seasons", {
    m: { mud, shown: output({ unit: "1", meaning: "Shown.", formula: f`2 * ${mud}` }) },
  });
  const ir = compile(made);

  it("runs straight between its days, and on from the last to the first", () => {
    const day = (iso: string) => Date.parse(iso) / 86_400_000;
    expect(
      seasonAt(
        [
          [60, 0],
          [80, 1],
        ],
        "linear",
        day("2023-03-12"),
      ),
    ).toBeCloseTo(0.5, 12);
    expect(
      seasonAt(
        [
          [0, 1],
          [182.625, 0],
        ],
        "linear",
        day("2023-12-31"),
      ),
    ).toBeCloseTo(1 - 1.25 / 182.625, 12);
    expect(
      seasonAt(
        [
          [60, 3],
          [80, 3],
        ],
        "monotone",
        day("2024-12-31"),
      ),
    ).toBe(3);
  });
  it("is filled in from the date of step 0", () => {
    const table = seriesTable(made, ir, { steps: 3, start: "2023-03-08", values: {} });
    expect([...table]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.65, 12), expect.closeTo(1, 12)]);
  });
  it("asks for the date where it is missing, and for a real one", () => {
    expect(() => seriesTable(made, ir, { steps: 3, values: {} })).toThrow(/run\/no-start: m.mud is a season/);
    expect(() => seriesTable(made, ir, { steps: 3, start: "8 March", values: {} })).toThrow(/run\/bad-start/);
  });
  it("can be replaced by data", () => {
    expect([...seriesTable(made, ir, { steps: 2, values: { "m.mud": 0.7 } })]).toEqual([0.7, 0.7]);
  });
});
