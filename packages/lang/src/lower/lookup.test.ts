import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LookupShape, Points } from "../declare/lookup.ts";
import { constant, evaluate, f, indexSet, lookup, model, output, series } from "../index.ts";
import { lowerLookup } from "./lookup.ts";
import { OpList } from "./op-list.ts";

function read(points: Points, shape: LookupShape, x: number): number {
  const ops = new OpList();
  return ops.valueOf(lowerLookup(points, shape, ops.number(x), ops))!;
}
const table: fc.Arbitrary<Points> = fc
  .array(fc.tuple(fc.double({ min: 0.01, max: 5, noNaN: true }), fc.double({ min: -10, max: 10, noNaN: true })), {
    minLength: 2,
    maxLength: 7,
  })
  .map((steps) => {
    let x = -3;
    return steps.map(([width, y]) => {
      x += width;
      return [x, y] as const;
    });
  });
const shape = fc.constantFrom<LookupShape>("linear", "monotone");

describe("tables", () => {
  it("give their end points exactly, cubic ones all, straight ones the others to rounding; ends hold outside", () => {
    fc.assert(
      fc.property(table, shape, (points, kind) => {
        points.forEach(([x, y], k) => {
          const exact = kind === "monotone" || k === 0 || k === points.length - 1;
          if (exact) expect(read(points, kind, x) === y).toBe(true);
          else expect(Math.abs(read(points, kind, x) - y)).toBeLessThan(1e-13);
        });
        expect(read(points, kind, points[0]![0] - 100) === points[0]![1]).toBe(true);
        expect(read(points, kind, points.at(-1)![0] + 100) === points.at(-1)![1]).toBe(true);
      }),
    );
  });
  it("stay between neighbouring points: no overshoot, and monotone where the points are", () => {
    fc.assert(
      fc.property(
        table,
        shape,
        fc.nat(5),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (points, kind, pick, a, b) => {
          const k = pick % (points.length - 1);
          const [[x0, y0], [x1, y1]] = [points[k]!, points[k + 1]!];
          const at = (share: number) => read(points, kind, x0 + share * (x1 - x0));
          const [near, far] = [at(Math.min(a, b)), at(Math.max(a, b))];
          const slack = 1e-9 * (1 + Math.abs(y0) + Math.abs(y1));
          expect((far - near) * Math.sign(y1 - y0)).toBeGreaterThanOrEqual(-slack);
          expect(near).toBeGreaterThanOrEqual(Math.min(y0, y1) - slack);
          expect(near).toBeLessThanOrEqual(Math.max(y0, y1) + slack);
        },
      ),
    );
  });
  it("run straight between points, by hand", () => {
    const points: Points = [
      [0, 1],
      [2, 0.5],
      [4, 0.1],
    ];
    expect(read(points, "linear", 1)).toBe(0.75);
    expect(read(points, "linear", 3)).toBeCloseTo(0.3, 15);
  });
  it("pass a straight line through the monotone shape unchanged", () => {
    expect(
      read(
        [
          [0, 0],
          [1, 2],
          [3, 6],
        ],
        "monotone",
        2.5,
      ),
    ).toBeCloseTo(5, 14);
  });
  it("pass NaN on to the left end, as max does", () =>
    expect(
      read(
        [
          [0, 1],
          [1, 2],
        ],
        "linear",
        Number.NaN,
      ),
    ).toBe(1));
});

describe("lookup by element", () => {
  const side = indexSet("side", ["ua", "ru"]);
  const depth = series({ unit: "km", meaning: "Depth.", gap: "hold", source: "Invented." });
  const cover = lookup({
    over: [side],
    input: "km",
    unit: "1",
    meaning: "Cover.",
    points: {
      ua: [
        [0, 1],
        [10, 0],
      ],
      ru: [
        [0, 0],
        [10, 1],
      ],
    },
    source: "Invented.",
  });
  const shown = output({ over: [side], unit: "1", meaning: "Shown.", formula: f`interpolate(${depth}, ${cover})` });
  const none = constant({ unit: "1", meaning: "None.", value: 0, source: "Invented." });
  model("lookups", { m: { depth, cover, shown, none } });

  it("reads each element's own table", () => {
    expect(evaluate(shown, { depth: 2.5 }, "ua")).toBe(0.75);
    expect(evaluate(shown, { depth: 2.5 }, "ru")).toBe(0.25);
  });
});
