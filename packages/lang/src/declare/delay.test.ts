import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../fixtures/simulate.ts";
import { balance, constant, delay, f, output, series, smooth, stock } from "../index.ts";

const source = "Invented.";

/** A pipeline fed by data, and a reserve that what leaves it fills. */
function pipeline(order: number, mean: number, initial: "equilibrium" | "empty") {
  const intake = series({ unit: "person/week", meaning: "Intake.", gap: "error", source });
  const time = constant({ unit: "week", meaning: "Training time.", value: mean, source });
  const trained = delay({ input: intake, mean: time, order, meaning: "Trained.", initial });
  const reserve = stock({ unit: "person", meaning: "Reserve.", initial: 0 });
  return {
    intake,
    time,
    trained,
    reserve,
    reserveChange: balance(reserve, f`${trained}`),
    left: output({ unit: "person/week", meaning: "Leaving.", formula: trained }),
    inside: output({ unit: "person", meaning: "Inside.", formula: trained.content }),
    filled: output({ unit: "person", meaning: "Reserve.", formula: reserve }),
  };
}
const run = (order: number, mean: number, values: readonly number[], initial: "equilibrium" | "empty" = "empty") =>
  simulate(pipeline(order, mean, initial), { steps: values.length, values: { "m.intake": values } });

describe("delay", () => {
  it("conserves what passes through, to rounding, and never goes negative", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.constantFrom("equilibrium" as const, "empty" as const),
        (order, mean, values, initial) => {
          const { path } = run(order, mean, values, initial);
          const [inside, filled] = [path("inside"), path("filled")];
          let entered = inside[0]!;
          for (let step = 0; step < values.length; step++) {
            expect(Math.abs(inside[step]! + filled[step]! - entered)).toBeLessThanOrEqual(1e-9 * Math.max(1, entered));
            expect(inside[step]).toBeGreaterThanOrEqual(0);
            entered += values[step]!;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  it("stays in equilibrium under a steady input", () => {
    const { path } = run(
      3,
      12,
      Array.from({ length: 30 }, () => 100),
      "equilibrium",
    );
    for (const value of path("left")) expect(value).toBeCloseTo(100, 9);
    expect(path("inside")[0]).toBeCloseTo(1200, 9);
  });
  it("has the stated mean time in transit, plus the step in which one enters", () => {
    const values = Array.from({ length: 400 }, (_, step) => (step === 0 ? 1 : 0));
    for (const [order, mean] of [
      [1, 6],
      [3, 12],
      [4, 4],
    ] as const) {
      const left = run(order, mean, values).path("left");
      const total = left.reduce((sum, value) => sum + value, 0);
      const meanTime = left.reduce((sum, value, step) => sum + value * step, 0) / total;
      expect(total).toBeCloseTo(1, 9);
      expect(meanTime).toBeCloseTo(mean, 6);
    }
  });
  it("of order one empties geometrically", () => {
    const left = run(1, 4, [8, 0, 0, 0]).path("left");
    expect(left).toEqual([0, 2, 1.5, 1.125]);
  });
  it("with a mean below one step per stage takes one step per stage", () => {
    expect(run(2, 0.5, [8, 0, 0, 0]).path("left")).toEqual([0, 0, 8, 0]);
  });
});

describe("smooth", () => {
  it("starts at its input and approaches it geometrically", () => {
    const signal = series({ unit: "1", meaning: "Signal.", gap: "error", source });
    const time = constant({ unit: "week", meaning: "Time.", value: 2, source });
    const felt = smooth({ input: signal, time, meaning: "Felt." });
    const shown = output({ unit: "1", meaning: "Shown.", formula: felt });
    const { path } = simulate({ signal, time, felt, shown }, { steps: 5, values: { "m.signal": [4, 8, 8, 8, 8] } });
    expect(path("shown")).toEqual([4, 4, 6, 7, 7.5]);
  });
});
