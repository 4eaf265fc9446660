import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastSquares } from "./least-squares.ts";

describe("least squares", () => {
  it("finds the line through (0, 1), (1, 2), (2, 4) that a pencil finds", () => {
    const { coefficients, rSquared } = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [1, 2, 4],
    );
    expect(coefficients[0]).toBeCloseTo(5 / 6, 12);
    expect(coefficients[1]).toBeCloseTo(3 / 2, 12);
    expect(rSquared).toBeCloseTo(1 - 1 / 6 / (14 / 3), 12);
  });

  it("leaves residuals that are orthogonal to every regressor", () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), { minLength: 8, maxLength: 20 }), (points) => {
        const rows = points.map(([x, z], k) => [1, x + Math.sin(k), z + Math.cos(3 * k)]);
        const response = points.map(([, , y]) => y);
        const { coefficients } = leastSquares(rows, response);
        const residuals = rows.map((row, k) => response[k]! - row.reduce((sum, x, j) => sum + x * coefficients[j]!, 0));
        for (let j = 0; j < 3; j++) {
          expect(rows.reduce((sum, row, k) => sum + row[j]! * residuals[k]!, 0)).toBeCloseTo(0, 8);
        }
      }),
      { seed: 8 },
    );
  });

  it("refuses a regressor that repeats another", () => {
    const rows = [1, 2, 3].map((x) => [1, x, 2 * x]);
    expect(() => leastSquares(rows, [1, 2, 3])).toThrow(/Regressor 3 is a combination/);
  });
});
