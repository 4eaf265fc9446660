import { compile, interpret, type Model, samplePriors } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { m1, m2 } from "./index.ts";
import { seriesFor } from "./testing/series-for.ts";
import { withoutNoise } from "./testing/without-noise.ts";

const members = 40;
const weeks = 105;

function after(model: Model, stepsPerWeek: number, name: string): Float64Array {
  // Shocks are drawn once a step: without them the equations alone remain.
  const ir = withoutNoise(compile(model, { outputs: [name], stepsPerWeek }));
  const steps = (weeks - 1) * stepsPerWeek + 1;
  const flat = model.levers.some((l) => l.name === "layers.effortLayer") ? { "layers.effortLayer": 0 } : {};
  const series = seriesFor(model, ir, steps, { "front.initialArea": 10_000, ...flat });
  const parameters = samplePriors(model, { members, seed: 31n });
  return interpret({ ir, members, steps, seed: 31n, series, parameters }).outputs.slice((steps - 1) * members);
}

describe.each([m1, m2])("$name and the length of its step", (model) => {
  it.each(["outcomes.areaHeld", "outcomes.forceAtFront[ru]", "outcomes.fires[ua]", "outcomes.aidDelivered"])(
    "%s after two years hardly hangs on it: half the step moves no member's by more than a twentieth, a quarter by less again",
    (name) => {
      const [week, half, quarter] = [1, 2, 4].map((n) => after(model, n, name)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const gap = (a: Float64Array, b: Float64Array) =>
        Math.max(...a.map((x, m) => Math.abs(x - b[m]!) / Math.abs(b[m]!)));
      expect(gap(week, half)).toBeLessThan(0.05);
      expect(gap(half, quarter)).toBeLessThan(gap(week, half));
    },
  );
});
