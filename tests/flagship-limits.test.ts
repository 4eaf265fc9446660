import { compileKernel, runEnsemble, runKernel } from "@logjam/kernel";
import { compile, findFailure, type Ir, type Model, samplePriors, seriesTable } from "@logjam/lang";
import { m1, m2 } from "@logjam/model";
import { describe, expect, it } from "vitest";

/** A model without a record: the equations hold from the first week on. */
function inputOf(model: Model, ir: Ir, members: number, steps: number) {
  const known = (name: string) => (name.startsWith("front.initialArea") ? 10_000 : name === "history.mud" ? 0.4 : 0);
  const values = Object.fromEntries(model.series.map(({ name }) => [name, known(name)]));
  return {
    ir,
    members,
    steps,
    seed: 2023n,
    series: seriesTable(model, ir, { steps, values }),
    parameters: samplePriors(model, { members, seed: 2023n }),
  };
}

describe.each([m1, m2])("$name at its limits", (model) => {
  const ir = compile(model);

  it("stays finite for ten years in 100,000 draws from the priors", async () => {
    const outputs = [
      "outcomes.areaHeld",
      "outcomes.claimsExpected",
      "outcomes.aidDelivered",
      "outcomes.forceAtFront[ua]",
      "outcomes.forceAtFront[ru]",
      "outcomes.fires[ua]",
      "outcomes.fires[ru]",
    ];
    const block = 20_000;
    for (let first = 0; first < 100_000; first += block) {
      const input = inputOf(model, ir, block, 521);
      const parameters = samplePriors(model, { members: block, seed: 2023n, firstMember: first });
      const result = await runEnsemble(
        { ...input, parameters, firstMember: first },
        { outputs, records: "none", workers: 2, shape: "wide", explainFailures: 1 },
      );
      expect(result.failed.explained).toEqual([]);
      expect(result.failed.members).toEqual([]);
    }
  }, 600_000);

  it("stays finite from every stock at zero, one at a time and all at once", () => {
    const plain = inputOf(model, ir, 4, 157);
    const start = ir.states.map((_, s) => s);
    const kernel = compileKernel(ir, { shape: "wide" });
    const began = runKernel(compileKernel(ir, { shape: "wide", final: true }), inputOf(model, ir, 4, 1));
    for (const zeroed of [start, ...start.map((s) => [s])]) {
      const initial = Float64Array.from(began.final);
      for (const s of zeroed) initial.fill(0, s * 4, s * 4 + 4);
      const run = runKernel(kernel, { ...plain, initial });
      const failed = run.outputs.findIndex((value) => !Number.isFinite(value));
      const why = failed < 0 ? undefined : findFailure({ ...plain, initial }, failed % 4);
      expect({ zeroed: zeroed.length > 1 ? "all" : ir.states[zeroed[0]!]!.name, why }).toEqual({
        zeroed: expect.anything(),
        why: undefined,
      });
    }
  }, 120_000);

  it("gives the same numbers when fewer of them are recorded", () => {
    const input = inputOf(model, ir, 8, 157);
    const all = runKernel(compileKernel(ir), input);
    for (const name of ["outcomes.areaHeld", "outcomes.strategicDefeat[stated]"]) {
      const one = runKernel(compileKernel(ir, { outputs: [name] }), input);
      const row = ir.outputs.findIndex((o) => o.name === name) * 157 * 8;
      expect(one.outputs).toEqual(all.outputs.slice(row, row + 157 * 8));
    }
  });
});
