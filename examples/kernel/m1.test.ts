import { compileKernel, createEnsemble, loadPrebuilt, prebuild, runKernel, SHAPES } from "@logjam/kernel";
import { interpret, type RunInput } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { m1Run } from "./m1-run.ts";
import { outlook, outlookText } from "./outlook.ts";

describe("M1 on the kernel", () => {
  const run = m1Run(70, 60) as RunInput;
  const wanted = interpret(run);
  const expectBits = (got: Float64Array, from: Float64Array): void => {
    expect(got.length).toBe(from.length);
    expect(got.findIndex((value, i) => !Object.is(value, from[i]))).toBe(-1);
  };

  it.each([
    ["SIMD, all equations at once", { width: 2, shape: SHAPES.fused }],
    ["SIMD, equation by equation", { width: 2, shape: SHAPES.wide }],
    ["scalar", { width: 1, shape: SHAPES.wide }],
  ] as const)("has the interpreter's bits: %s", (_, options) => {
    const got = runKernel(compileKernel(run.ir, { ...options, final: true }), run);
    expectBits(got.outputs, wanted.outputs);
    expectBits(got.final, wanted.final);
  });

  it("has them prebuilt", async () => {
    const kernel = await loadPrebuilt(run.ir, await prebuild(run.ir));
    expectBits(runKernel(kernel, run).outputs, wanted.outputs);
  });

  it("has them on one, two and three workers and in blocks of any size", async () => {
    for (const workers of [1, 2, 3]) {
      const ensemble = createEnsemble(run.ir, { workers });
      for (const blockMembers of [4, 28, 100]) {
        expectBits((await ensemble.run(run, { blockMembers })).outputs, wanted.outputs);
      }
      ensemble.close();
    }
  });

  it("gives an outlook", async () => {
    const text = outlookText(await outlook(300, 0));
    expect(text).toMatch(/week 156: .* \.\. .* \.\. /);
    expect(text).toContain("300 members, 0 failed");
  });
});
