import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { madeUpWorld } from "../../../../tests/browser/page/made-up-world.ts";
import { synthesise, syntheticRecord } from "../../../../tests/browser/page/synthetic.ts";
import type { Setting } from "../contract.ts";
import { textsFor } from "../i18n/text.tsx";
import { stack } from "./aid-by-donor.tsx";
import { csvOf } from "./csv.ts";
import { placeLabels } from "./end-labels.ts";
import { panelsOf } from "./fan-groups.ts";
import { fanTable, summaryOf } from "./fan-panel.tsx";
import { outcomeTable } from "./outcome-section.tsx";
import { inOrder, outcomeClass } from "./outcome-style.ts";
import { bandPath, extentOf, linePath, monthTicks, planeOf } from "./plane.ts";

const world = madeUpWorld();
const en = textsFor("en");
const setting: Setting = {
  asOf: "2023-11-27",
  model: "M2",
  scenario: "not-lose",
  levers: {},
  seed: "1",
  horizonWeeks: 52,
  byWeek: 26,
  view: { section: "question", hindsight: false, embed: false },
};

describe("a plane", () => {
  const plane = planeOf({ width: 400, height: 200, from: 0, to: 100, low: 0.3, high: 9.7, left: 40, right: 20 });

  it("begins and ends at ticks that enclose the data, and maps back what it maps", () => {
    expect(plane.ticks[0]).toBeLessThanOrEqual(0.3);
    expect(plane.ticks.at(-1)).toBeGreaterThanOrEqual(9.7);
    expect([plane.x(0), plane.x(100)]).toEqual([40, 380]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (time) => {
        expect(plane.timeAt(plane.x(time))).toBeCloseTo(time, 9);
      }),
    );
  });

  it("breaks a line at what is not finite, and draws no band from one point", () => {
    const line = linePath(
      plane,
      [0, 1, Number.NaN, 3].map((value, time) => ({ time: time * 10, value })),
    );
    expect(line.match(/M/g)).toHaveLength(2);
    expect(bandPath(plane, [0, 1], [1, Number.NaN], [2, 3])).toBe("");
    expect(bandPath(plane, [0, 1], [1, 1], [2, 3])).toMatch(/^M.*Z$/);
  });

  it("has months as ticks, never more than asked for while steps suffice", () => {
    const [from, to] = [Date.UTC(2022, 10, 7), Date.UTC(2025, 5, 1)];
    for (const most of [3, 6, 12, 40]) expect(monthTicks(from, to, most).length).toBeLessThanOrEqual(most);
    expect(monthTicks(from, to, 4).map((time) => new Date(time).getUTCMonth())).toEqual([0, 0, 0]);
  });

  it("spans something where there is nothing", () => expect(extentOf([[], [Number.NaN]])).toEqual([0, 1]));
});

it("labels keep their order and their distance while there is room", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 10, max: 290, noNaN: true }), { minLength: 1, maxLength: 10 }), (ys) => {
      const placed = placeLabels(
        ys.map((y, i) => ({ id: String(i), text: "", y })),
        18,
        10,
        290,
      );
      for (let i = 1; i < placed.length; i++) expect(placed[i]!.y - placed[i - 1]!.y).toBeGreaterThanOrEqual(18 - 1e-9);
      for (const { y } of placed) expect(y >= 10 - 1e-9 && y <= 290 + 1e-9).toBe(true);
    }),
  );
});

it("CSV quotes what needs it, and writes numbers with a point and gaps as nothing", () => {
  expect(
    csvOf({
      columns: ["a,b", "c"],
      rows: [
        ['say "x"', 0.5],
        ["y", Number.NaN],
      ],
    }),
  ).toBe('"a,b",c\r\n"say ""x""",0.5\r\ny,\r\n');
});

const plain = { hindsight: false, difference: false };

describe("panels", () => {
  const result = synthesise(world, setting);
  const panels = panelsOf(world, result, syntheticRecord(setting.asOf), plain, en);

  it("show every series of the model once", () => {
    const shown = panels.flatMap(({ layers }) => layers.map(({ id }) => id));
    expect([...shown].sort()).toEqual(result.main.fans.map(({ series }) => series).sort());
  });

  it("put both sides of a quantity into one chart, and never two units", () => {
    const force = panels.find(({ layers }) => layers.some(({ id }) => id === "force-ua"))!;
    expect(force.layers.map(({ label }) => label)).toEqual(["Ukraine", "Russia"]);
    for (const { layers } of panels) expect(new Set(layers.map(({ fan }) => fan.unit)).size).toBe(1);
  });

  it("take one chart per series where two policies are compared", () => {
    const compared = synthesise(world, { ...setting, compare: "west" });
    for (const { layers } of panelsOf(world, compared, undefined, plain, en)) {
      expect(layers).toHaveLength(1);
      expect(layers[0]!.other).toBeDefined();
    }
  });

  it("show the difference by itself when asked: of runs, so without a record", () => {
    const compared = synthesise(world, { ...setting, compare: "west" });
    const apart = panelsOf(world, compared, syntheticRecord(setting.asOf), { hindsight: true, difference: true }, en);
    expect(apart).toHaveLength(compared.main.fans.length);
    for (const { layers, title } of apart) {
      expect(title).toMatch(/: the difference$/);
      expect(
        layers.every(({ other, history, hindsight }) => other === undefined && history.length + hindsight.length === 0),
      ).toBe(true);
    }
  });

  it("show what happened afterwards only when asked", () => {
    const later = (hindsight: boolean) =>
      panelsOf(world, result, syntheticRecord(setting.asOf), { ...plain, hindsight }, en).flatMap(({ layers }) =>
        layers.flatMap((layer) => layer.hindsight),
      );
    expect(later(false)).toEqual([]);
    expect(later(true).length).toBeGreaterThan(0);
    expect(later(true).every(({ date }) => date > setting.asOf && date <= result.dates.at(-1)!)).toBe(true);
  });

  it("tell their end in a sentence and their weeks in a table", () => {
    const area = panels.find(({ id }) => id === "area")!;
    expect(summaryOf(area, 26, en)).toMatch(
      /^Area held by Russia outside Crimea: the middle run goes from 66,500 to .* by 27 May 2024/,
    );
    const table = fanTable(area, en);
    expect(table.rows.filter(([date]) => (date as string) >= setting.asOf)).toHaveLength(53);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

it("the table of outcomes has a row per week and outcome that is shown", () => {
  const table = outcomeTable(world, synthesise(world, setting), ["brokenForUkraine", "halt"], en);
  expect(table.rows).toHaveLength(2 * 53);
});

it("outcomes have an order, and looks of their own within a side as far as four", () => {
  const order = inOrder(world.outcomes, ({ id }) => id).map(({ id }) => id);
  expect(order.slice(0, 2)).toEqual(["brokenForUkraine", "brokenForRussia"]);
  expect(outcomeClass(world.outcomes, "brokenForUkraine")).toBe("ukraine-0");
  expect(outcomeClass(world.outcomes, "brokenForRussia")).toBe("russia-0");
  const first = world.outcomes
    .filter(({ favours }) => favours === "russia")
    .map(({ id }) => outcomeClass(world.outcomes, id));
  expect(new Set(first).size).toBe(first.length);
});

it("donors' bars stand on one another", () => {
  const months = ["2023-01-01", "2023-02-01"].map((date) => ({ date, value: 2 }));
  const bars = stack(
    [
      { known: months, hindsight: [] },
      { known: months, hindsight: [{ date: "2023-03-01", value: 1 }] },
    ],
    true,
  );
  expect(bars.filter(({ place }) => place === 1).map(({ from, to, later }) => [from, to, later])).toEqual([
    [2, 4, false],
    [2, 4, false],
    [0, 1, true],
  ]);
});
