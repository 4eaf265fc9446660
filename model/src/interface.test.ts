import { checkModel, compile, interpret, type Model, renderDiagnostic, samplePriors, seriesTable } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { m0, m1, m2 } from "./index.ts";
import { seriesFor } from "./testing/series-for.ts";

const outcomesOf = (model: Model) =>
  [...model.outputs, ...model.outcomes].filter((o) => o.name.startsWith("outcomes."));
const nested = [m0, m1, m2];

describe("three versions, one interface", () => {
  it.each(nested)("$name is sound", (model) => {
    expect(checkModel(model).map(renderDiagnostic)).toEqual([]);
  });

  it.each(nested)("$name starts from finite stocks, whether the first week is on record or not", (model) => {
    const ir = compile(model);
    for (const known of [0, 1]) {
      const names = model.series.map(({ name }) => name);
      const numberFor = (name: string) => (name.endsWith(".known") ? known : name.includes("initialArea") ? 10_000 : 0);
      const series = seriesFor(model, ir, 1, Object.fromEntries(names.map((name) => [name, numberFor(name)])));
      const parameters = samplePriors(model, { members: 8, seed: 3n });
      const initials = ir.states.map(({ name, initial }) => ({ name: `start.${name}`, unit: "1", value: initial }));
      const began = { ...ir, values: ir.initials, outputs: initials, states: [], lags: [], draws: [] };
      const { outputs } = interpret({ ir: began, members: 8, steps: 1, seed: 3n, parameters, series });
      const failed = initials.filter((_, s) => outputs.subarray(8 * s, 8 * s + 8).some((x) => !Number.isFinite(x)));
      expect(failed).toEqual([]);
    }
  });

  it("what a simpler version tells, a fuller one tells under the same name and in the same unit", () => {
    for (let k = 1; k < nested.length; k++) {
      const fuller = new Map(outcomesOf(nested[k]!).map((o) => [o.name, o.unit]));
      for (const { name, unit } of outcomesOf(nested[k - 1]!)) expect([name, fuller.get(name)]).toEqual([name, unit]);
    }
  });

  it.each(nested)(
    "$name never takes an outcome back, and counts a lower threshold no later than a higher one",
    (model) => {
      const members = 24;
      const steps = 157;
      const ir = compile(model);
      const known = (name: string) => (name.includes("initialArea") ? 10_000 : 0);
      const values = Object.fromEntries(model.series.map(({ name }) => [name, known(name)]));
      const series = seriesTable(model, ir, { steps, values });
      const { outputs } = interpret({
        ir,
        members,
        steps,
        seed: 8n,
        series,
        parameters: samplePriors(model, { members, seed: 8n }),
      });
      const at = (name: string, step: number, m: number) =>
        outputs[(ir.outputs.findIndex((o) => o.name === name) * steps + step) * members + m]!;
      for (const outcome of ["outcomes.brokenForUkraine", "outcomes.brokenForRussia", "outcomes.standstill"]) {
        const easier = outcome === "outcomes.standstill" ? ["stated", "upper"] : ["stated", "lower"];
        for (let m = 0; m < members; m++)
          for (let t = 1; t < steps; t++) {
            expect(at(`${outcome}[stated]`, t, m)).toBeGreaterThanOrEqual(at(`${outcome}[stated]`, t - 1, m));
            expect(at(`${outcome}[${easier[1]}]`, t, m)).toBeGreaterThanOrEqual(at(`${outcome}[${easier[0]}]`, t, m));
          }
      }
    },
  );
});
