import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  checkModel,
  compile,
  interpret,
  interpretMember,
  type Model,
  model,
  output,
  renderDiagnostic,
  samplePriors,
  stock,
} from "../index.ts";
import { modelOf, type Recipe, randomIr, randomModel, randomRecipe, randomRun } from "./index.ts";

/** A random model with a stock beside every computed quantity that begins as it, and records both. */
function probed(recipe: Recipe): { made: Model; pairs: readonly (readonly [string, string])[] } {
  const bare = modelOf({ declared: recipe.declared.filter(({ kind }) => !["noise", "studentT"].includes(kind)) });
  const own = [...bare.quantities, ...bare.rules].filter(({ subject, owner }) => subject === "model" && !owner);
  const probes: Record<string, unknown> = {};
  for (const { shortName, value } of bare.quantities.filter(({ subject }) => subject === "results")) {
    const { over, unit } = value;
    const probe = stock({ over, unit, meaning: "A probe.", initial: value });
    Object.assign(probes, {
      [shortName]: value,
      [`${shortName}Probe`]: probe,
      [`${shortName}Next`]: assign(probe, probe),
    });
    probes[`${shortName}Twin`] = output({ over, unit, meaning: "The probe.", formula: probe });
  }
  const made = model("probed", {
    model: Object.fromEntries(own.map((member) => [member.shortName, member.value])),
    probes,
  });
  const names = compile(made).outputs.map(({ name }) => name);
  return {
    made,
    pairs: names.filter((name) => name.includes("Twin")).map((name) => [name, name.replace("Twin", "")]),
  };
}

describe("random models", () => {
  it("begin a stock that starts as a quantity with that quantity's value in the first step, to the bit", () => {
    fc.assert(
      fc.property(randomRecipe(8), (recipe) => {
        const { made, pairs } = probed(recipe);
        const ir = compile(made);
        const parameters = samplePriors(made, { members: 4, seed: 1n });
        const series = new Float64Array(ir.series.length).fill(1.25);
        const { outputs } = interpret({ ir, members: 4, steps: 1, seed: 1n, parameters, series });
        const at = (name: string) => outputs[ir.outputs.findIndex((one) => one.name === name) * 4 + 3]!;
        for (const [probe, name] of pairs) expect(Object.is(at(probe), at(name))).toBe(true);
      }),
      { numRuns: 60, seed: 20260101 },
    );
  });

  it("are sound, and run", () => {
    fc.assert(
      fc.property(
        randomRun(
          randomModel().map((made) => {
            expect(checkModel(made).map(renderDiagnostic)).toEqual([]);
            return compile(made);
          }),
        ),
        (input) => {
          const { outputs, failed } = interpret(input);
          expect(outputs.length).toBe(input.ir.outputs.length * input.steps * input.members);
          expect(failed!.length).toBe(input.members);
        },
      ),
      { numRuns: 120, seed: 20260101 },
    );
  });

  it("give each member the same bits alone as among others", () => {
    fc.assert(
      fc.property(randomRun(randomIr()), fc.nat(8), (input, pick) => {
        const member = pick % input.members;
        const together = interpret(input).outputs.filter((_, k) => k % input.members === member);
        expect(interpretMember(input, member).outputs).toEqual(together);
      }),
      { numRuns: 300, seed: 20260101 },
    );
  });

  it("have operations whose operands come first", () => {
    fc.assert(
      fc.property(randomIr(), (ir) => {
        ir.values.forEach((op, k) => {
          for (const field of ["a", "b", "c"] as const) if (field in op) expect((op as never)[field]).toBeLessThan(k);
          if (op.op === "lag") expect(ir.lags[op.index]!.of).toBeLessThan(k);
        });
      }),
      { numRuns: 200, seed: 20260101 },
    );
  });
});
