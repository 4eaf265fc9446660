import { compile, interpret, type Model, samplePriors, seriesTable } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { m1, m2 } from "./index.ts";

/** Shocks that are drawn once a step: without them the equations alone remain. */
const SHOCKS =
  /claimsDeviation|deathsDeviation|willVolatility|[tT]urnDeviation|shockDeviation|wandering|burstiness|optimism|turnSize|breakthroughHazard|baseHazard/;
const members = 40;
const weeks = 105;

function after(model: Model, stepsPerWeek: number, name: string): Float64Array {
  const ir = compile(model, { outputs: [name], stepsPerWeek });
  const steps = (weeks - 1) * stepsPerWeek + 1;
  const known = (series: string) => (series.includes("initialArea") ? 10_000 : 0);
  const values = Object.fromEntries(model.series.map((s) => [s.name, known(s.name)]));
  const flat = model.levers.some((l) => l.name === "layers.effortLayer") ? { "layers.effortLayer": 0 } : {};
  const series = seriesTable(model, ir, { steps, values: { ...values, ...flat } });
  const parameters = samplePriors(model, { members, seed: 31n });
  ir.parameters.forEach((p, row) => {
    if (SHOCKS.test(p)) parameters.fill(0, row * members, (row + 1) * members);
  });
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
