import { geoConicEqualArea } from "d3-geo";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ukraine } from "./projection.ts";

const longitude = fc.double({ min: 22, max: 41, noNaN: true });
const latitude = fc.double({ min: 44, max: 53, noNaN: true });

describe("the equal-area conic projection", () => {
  it("is what d3-geo draws, scaled to km", () => {
    const theirs = geoConicEqualArea()
      .parallels([46.5, 50.5])
      .rotate([-32, 0])
      .center([0, 48.5])
      .translate([0, 0])
      .scale(6371.0072);
    fc.assert(
      fc.property(longitude, latitude, (x, y) => {
        const ours = ukraine.project(x, y);
        const [east, south] = theirs([x, y])!;
        expect(ours[0]).toBeCloseTo(east, 6);
        expect(ours[1]).toBeCloseTo(south, 6);
      }),
    );
  });
  it("comes back", () => {
    fc.assert(
      fc.property(longitude, latitude, (x, y) => {
        const [east, north] = ukraine.invert(...ukraine.project(x, y));
        expect(east).toBeCloseTo(x, 9);
        expect(north).toBeCloseTo(y, 9);
      }),
    );
  });
  it("keeps areas: a small box has the area it has on the ground", () => {
    fc.assert(
      fc.property(longitude, latitude, (x, y) => {
        const d = 0.01;
        const corners = [
          [x, y],
          [x + d, y],
          [x + d, y + d],
          [x, y + d],
        ].map(([a, b]) => ukraine.project(a!, b!));
        const flat = corners.reduce((sum, [ax, ay], i) => {
          const [bx, by] = corners[(i + 1) % 4]!;
          return sum + (ax * by - bx * ay) / 2;
        }, 0);
        const radians = Math.PI / 180;
        const ground = 6371.0072 ** 2 * d * radians * (Math.sin((y + d) * radians) - Math.sin(y * radians));
        expect(Math.abs(flat) / ground).toBeCloseTo(1, 5);
      }),
    );
  });
});
