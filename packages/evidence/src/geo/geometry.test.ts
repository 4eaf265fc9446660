import fc from "fast-check";
import { greatCircleDistance, gridDisk, latLngToCell } from "h3-js";
import { describe, expect, it } from "vitest";
import { stripArea } from "./authalic.ts";
import { distanceFromLine, frontGeometry, frontLength } from "./front.ts";
import { areaBySector, makeGrid, sharesOf } from "./grid.ts";
import { simplifyOblasts } from "./outline.ts";
import { type Polygon, polygonsOf } from "./polygon.ts";
import { areaOfIntervals, intervalsOf, makeScanlines } from "./scanlines.ts";
import { southernReach, straightBorder } from "./sectors.ts";
import { areaByRegion, makeTheatre, type Oblast } from "./theatre.ts";

const lines = makeScanlines(47, 50, 0.001);
const ring = (points: readonly (readonly [number, number])[]): Float64Array => Float64Array.from(points.flat());
const box = (west: number, south: number, east: number, north: number): Polygon => [
  ring([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]),
];
const area = (...polygons: Polygon[]): number => areaOfIntervals(intervalsOf(polygons, lines), lines);

describe("areas on the ellipsoid", () => {
  it("give the whole Earth: 510,065,622 km2 for WGS 84", () => {
    expect(stripArea(-90, 90) * 360).toBeCloseTo(510_065_621.7, 0);
  });
  it("give a box between parallels exactly, or to a strip where its edges fall between lines", () => {
    expect(area(box(36, 48, 37, 48.5))).toBeCloseTo(stripArea(48, 48.5), 6);
    expect(Math.abs(area(box(36, 48.00033, 37, 48.50071)) - stripArea(48.00033, 48.50071))).toBeLessThan(
      stripArea(48, 48.001),
    );
  });
  it("come closer as the strips get finer", () => {
    const circle: Polygon = [
      ring(
        Array.from({ length: 720 }, (_, i) => [
          37 + 0.5 * Math.cos((i * Math.PI) / 360),
          48.5 + 0.4 * Math.sin((i * Math.PI) / 360),
        ]),
      ),
    ];
    const at = (step: number): number => {
      const fine = makeScanlines(47, 50, step);
      return areaOfIntervals(intervalsOf([circle], fine), fine);
    };
    const truth = at(0.0001);
    expect(Math.abs(at(0.01) / truth - 1)).toBeLessThan(1e-3);
    expect(Math.abs(at(0.001) / truth - 1)).toBeLessThan(2e-5);
  });
});

describe("polygons as they come", () => {
  it("count overlaps once", () => {
    expect(area(box(36, 48, 37, 48.5), box(36.5, 48, 37.5, 48.5))).toBeCloseTo(1.5 * stripArea(48, 48.5), 6);
    expect(area(box(36, 48, 37, 48.5), box(36, 48, 37, 48.5))).toBeCloseTo(stripArea(48, 48.5), 6);
  });
  it("leave holes out, unless another polygon fills them", () => {
    const holed: Polygon = [box(36, 48, 38, 49)[0]!, box(36.5, 48.2, 37, 48.4)[0]!];
    expect(area(holed)).toBeCloseTo(2 * stripArea(48, 49) - 0.5 * stripArea(48.2, 48.4), 6);
    expect(area(holed, box(36.5, 48.2, 37, 48.4))).toBeCloseTo(2 * stripArea(48, 49), 6);
  });
  it("take a self-crossing ring for its two lobes", () => {
    const bowTie: Polygon = [
      ring([
        [36, 48],
        [37, 49],
        [37, 48],
        [36, 49],
      ]),
    ];
    const half =
      area([
        ring([
          [36, 48],
          [36, 49],
          [36.5, 48.5],
        ]),
      ]) +
      area([
        ring([
          [37, 48],
          [37, 49],
          [36.5, 48.5],
        ]),
      ]);
    expect(area(bowTie)).toBeCloseTo(half, 6);
  });
  it("do not care about closing points, repeated points, or direction", () => {
    const plain = area(box(36, 48, 37, 48.5));
    expect(
      area([
        ring([
          [36, 48],
          [36, 48],
          [37, 48],
          [37, 48.5],
          [36, 48.5],
          [36, 48],
        ]),
      ]),
    ).toBeCloseTo(plain, 9);
    expect(
      area([
        ring([
          [36, 48.5],
          [37, 48.5],
          [37, 48],
          [36, 48],
        ]),
      ]),
    ).toBeCloseTo(plain, 9);
  });
  it("are found in collections, with a third coordinate, and points have none", () => {
    const geometry = {
      type: "GeometryCollection",
      geometries: [
        { type: "Point", coordinates: [36, 48, 0] },
        {
          type: "Polygon",
          coordinates: [
            [
              [36, 48, 0],
              [37, 48, 0],
              [37, 48.5, 0],
              [36, 48, 0],
            ],
          ],
        },
      ],
    };
    expect(polygonsOf(geometry, "here")).toHaveLength(1);
  });
  it("union is no smaller than a part and no larger than the sum (random triangles)", () => {
    const point = fc.tuple(
      fc.double({ min: 35, max: 38, noNaN: true }),
      fc.double({ min: 47.1, max: 49.9, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point, point), { minLength: 2, maxLength: 5 }), (triangles) => {
        const polygons = triangles.map((triangle): Polygon => [ring(triangle)]);
        const each = polygons.map((polygon) => area(polygon));
        const union = area(...polygons);
        expect(union).toBeGreaterThanOrEqual(Math.max(...each) - 1e-6);
        expect(union).toBeLessThanOrEqual(each.reduce((a, b) => a + b, 0) + 1e-6);
        expect(area(...polygons.toReversed())).toBeCloseTo(union, 6);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

const oblast = (id: string, polygon: Polygon): Oblast => ({ id, name: id, polygons: [polygon] });

describe("sectors", () => {
  it("partition an oblast: their areas add up to the whole", () => {
    const theatre = makeTheatre([oblast("14", box(36.6, 47.2, 39, 49))]);
    const parts = areaByRegion(intervalsOf([box(30, 40, 45, 55)], theatre.lines), theatre);
    expect(parts.map(({ sector }) => sector)).toEqual(["donetsk-south", "donetsk-centre", "donetsk-north"]);
    expect(parts.reduce((sum, { areaKm2 }) => sum + areaKm2, 0)).toBeCloseTo(2.4 * stripArea(47.2, 49), 6);
  });
  it("are parted by straight lines, which bulge north of the parallel by the sagitta R Δλ²/8 sinφ cosφ", () => {
    const border = straightBorder(48, 36.6, 39);
    expect(southernReach(border, 48)).toBeCloseTo(1.2, 9);
    const radians = Math.PI / 180;
    const sagitta = ((2.4 * radians) ** 2 / 8) * Math.sin(48 * radians) * Math.cos(48 * radians);
    expect(southernReach(border, 48 + sagitta / radians)).toBeLessThan(0.02);
    expect(southernReach(border, 48.1)).toBe(0);
  });
  it("give overlapping borders to one oblast only", () => {
    const theatre = makeTheatre([oblast("63", box(36, 49, 37, 50)), oblast("09", box(36.9, 49, 38, 50))]);
    const parts = areaByRegion(intervalsOf([box(30, 40, 45, 55)], theatre.lines), theatre);
    expect(parts.reduce((sum, { areaKm2 }) => sum + areaKm2, 0)).toBeCloseTo(2 * stripArea(49, 50), 6);
  });
});

describe("the control grid", () => {
  const theatre = makeTheatre([oblast("63", box(35, 48, 39, 50.5))], 0.002);
  const grid = makeGrid(theatre);
  const west = intervalsOf([box(30, 40, 37, 55)], theatre.lines);
  const shares = sharesOf(west, grid);

  it("tiles the land exactly", () => {
    expect(grid.parts.reduce((sum, { areaKm2 }) => sum + areaKm2, 0)).toBeCloseTo(4 * stripArea(48, 50.5), 3);
    expect(new Set(grid.keys).size).toBe(grid.keys.length);
  });
  it("gives the held area to 0.01 %", () => {
    const held = areaBySector(grid.parts, shares).kharkiv;
    expect(Math.abs(held / (2 * stripArea(48, 50.5)) - 1)).toBeLessThan(1e-4);
  });
  it("finds the length of straight lines at any angle within 3 %", () => {
    const geometry = frontGeometry(grid.parts);
    const straight = [
      [37, 48, 37, 50.5],
      [35, 49.2, 39, 49.2],
      [35, 48, 39, 50.5],
    ] as const;
    const sides = [
      west,
      intervalsOf([box(30, 40, 45, 49.2)], theatre.lines),
      intervalsOf(
        [
          [
            ring([
              [35, 48],
              [39, 48],
              [39, 50.5],
            ]),
          ],
        ],
        theatre.lines,
      ),
    ];
    for (const [i, [x1, y1, x2, y2]] of straight.entries()) {
      const truth = greatCircleDistance([y1, x1], [y2, x2], "km");
      const found = frontLength(geometry, sharesOf(sides[i]!, grid)).kharkiv;
      expect(Math.abs(found / truth - 1)).toBeLessThan(0.03);
    }
  });
  it("has no line where all or nothing is held", () => {
    const geometry = frontGeometry(grid.parts);
    expect(frontLength(geometry, new Uint16Array(grid.parts.length)).kharkiv).toBe(0);
    expect(frontLength(geometry, new Uint16Array(grid.parts.length).fill(1000)).kharkiv).toBe(0);
    expect(distanceFromLine(geometry, new Uint16Array(grid.parts.length)).size).toBe(0);
  });
  it("measures the distance from the line, negative on the held side", () => {
    const distances = distanceFromLine(frontGeometry(grid.parts), shares);
    const [held, free] = [latLngToCell(49, 36, 6), latLngToCell(49, 38, 6)];
    const truth = greatCircleDistance([49, 36], [49, 37], "km");
    expect(Math.abs(distances.get(held)! + truth)).toBeLessThan(8);
    expect(Math.abs(distances.get(free)! - truth)).toBeLessThan(8);
  });
  it("knows its neighbours", () => {
    const cells = new Set(grid.parts.map(({ cell }) => cell));
    expect(gridDisk(latLngToCell(49, 37, 6), 1).every((cell) => cells.has(cell))).toBe(true);
  });
});

describe("outlines", () => {
  it("keep shared borders shared, and areas nearly", () => {
    const wave = Array.from({ length: 101 }, (_, i): [number, number] => [37 + 0.01 * Math.sin(i), 48 + i / 100]);
    const left = oblast("63", [ring([[36, 48], ...wave, [36, 49]])]);
    const right = oblast("09", [ring([[38, 49], ...wave.toReversed(), [38, 48]])]);
    const thin = simplifyOblasts([left, right], 0.008);
    const points = thin.map(
      ({ polygons }) =>
        new Set(
          Array.from(
            { length: polygons[0]![0]!.length / 2 },
            (_, i) => `${polygons[0]![0]![2 * i]},${polygons[0]![0]![2 * i + 1]}`,
          ),
        ),
    );
    const shared = [...points[0]!].filter((point) => points[1]!.has(point));
    expect(points[0]!.size).toBeLessThan(101);
    expect(shared.length).toBe(points[0]!.size - 2);
    const sum = area(...thin.flatMap(({ polygons }) => polygons));
    expect(Math.abs(sum / (2 * stripArea(48, 49)) - 1)).toBeLessThan(0.002);
  });
});
