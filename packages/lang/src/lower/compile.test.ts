import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attrition } from "../fixtures/attrition.ts";
import { simulate } from "../fixtures/simulate.ts";
import { compile, constant, f, model, output, series } from "../index.ts";
import { operandsOf } from "../interpret/program.ts";
import type { BinaryName } from "../ir/ir.ts";
import { randomModel } from "../testing/index.ts";
import { binaryValue, OpList } from "./op-list.ts";

describe("compile", () => {
  it("gives the same IR every time", () => expect(compile(attrition)).toEqual(compile(attrition)));

  it("computes nothing twice, whatever the order of a sum or product", () => {
    const x = series({ unit: "1", meaning: "X.", gap: "error", source: "Invented." });
    const a = output({ unit: "1", meaning: "A.", formula: f`exp(${x} * 2) + ${x}` });
    const b = output({ unit: "1", meaning: "B.", formula: f`${x} + exp(2 * ${x})` });
    const ir = compile(model("shared", { m: { x, a, b } }));
    expect(ir.outputs[0]!.value).toBe(ir.outputs[1]!.value);
    expect(ir.values.map(({ op }) => op)).toEqual(["series", "number", "mul", "exp", "add"]);
  });

  it("folds what is known, with the run's own arithmetic", () => {
    const c = constant({ unit: "1", meaning: "C.", value: 0.3, source: "Invented." });
    const y = output({ unit: "1", meaning: "Y.", formula: f`exp(${c}) * 2 / 7` });
    const ir = compile(model("folded", { m: { c, y } }));
    const op = ir.values[ir.outputs[0]!.value]!;
    expect(op).toEqual({ op: "number", value: (Math.exp(0.3) * 2) / 7 });
  });

  it("records what is asked for, and leaves out what that does not need", () => {
    const all = compile(attrition);
    const few = compile(attrition, { outputs: ["war.losses[ru]", "war.collapsed"] });
    expect(few.outputs.map(({ name }) => name)).toEqual(["war.losses[ru]", "war.collapsed"]);
    expect(few.parameters).toEqual(all.parameters);
    expect(few.series).toEqual(all.series);
    expect(few.states.length).toBeLessThan(all.states.length);
    const options = { steps: 20, members: 5, values: { "war.intake": 3000 } };
    const wide = simulate(attrition, { ...options, outputs: ["war.losses", "war.collapsed", "results.lost"] });
    const narrow = simulate(attrition, { ...options, outputs: ["war.losses[ru]"] });
    expect(narrow.path("war.losses[ru]", 3)).toEqual(wide.path("war.losses[ru]", 3));
  });

  it("names the nearest quantity where one is unknown", () => {
    expect(() => compile(attrition, { outputs: ["war.loses"] })).toThrow(
      "run/unknown-output: attrition has no quantity war.loses. Did you mean war.losses?",
    );
  });

  it("puts states in the model's order, its own helpers last", () => {
    const names = compile(attrition).states.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(["war.troops[ua]", "war.troops[ru]", "war.trained.stage1[ua]"]);
    expect(names.at(-1)).toMatch(/^results\..*~/);
  });
});

describe("folding", () => {
  const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -1));
  const names: readonly BinaryName[] = ["add", "sub", "mul", "div", "min", "max", "less", "lessEqual", "equal"];

  it("never changes a bit: x * 1, x / 1, x - 0 and the like", () => {
    fc.assert(
      fc.property(number, number, fc.constantFrom(...names), fc.boolean(), (x, constantValue, name, left) => {
        const ops = new OpList();
        const variable = ops.add({ op: "parameter", index: 0 });
        const fixed = ops.number(constantValue);
        const result = left ? ops.binary(name, fixed, variable) : ops.binary(name, variable, fixed);
        const right = left ? binaryValue(name, constantValue, x) : binaryValue(name, x, constantValue);
        const op = ops.ops[result]!;
        const found = op.op === "parameter" ? x : op.op === "number" ? op.value : right;
        expect(Object.is(found, right)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the compiled operations", () => {
  it("are all needed, and come after their operands, in random models", () => {
    fc.assert(
      fc.property(randomModel(), (made) => {
        const ir = compile(made);
        const needed = new Set([...ir.outputs.map(({ value }) => value), ...ir.states.map(({ next }) => next)]);
        for (const { of } of ir.lags) needed.add(of);
        ir.values.forEach((op, k) => {
          for (const operand of operandsOf(op)) {
            expect(operand).toBeLessThan(k);
            needed.add(operand);
          }
        });
        expect(needed.size).toBe(ir.values.length);
      }),
      { numRuns: 40 },
    );
  });
});
