import { interpret } from "@logjam/lang";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prebuiltMismatch } from "./errors.ts";
import { compileKernel } from "./kernel.ts";
import { loadPrebuilt, prebuild } from "./prebuilt.ts";
import { runKernel } from "./run/run-kernel.ts";
import { attritionIr } from "./testing/attrition-ir.ts";
import { randomRun } from "./testing/random-ir.ts";
import { firstDifference } from "./testing/same-bits.ts";

describe("a prebuilt kernel", () => {
  it("has the bytes that compiling gives", async () => {
    const ir = attritionIr(true);
    const built = await prebuild(ir, { width: 2, shape: "wide" });
    expect(built.bytes).toEqual(compileKernel(ir, { width: 2, shape: "wide" }).bytes);
    expect(built).toEqual(await prebuild(ir, { width: 2, shape: "wide" }));
  });

  it("survives the way through JSON and gives the interpreter's bits", async () => {
    await fc.assert(
      fc.asyncProperty(randomRun, async (input) => {
        const { bytes, json } = await prebuild(input.ir, { final: true });
        const got = runKernel(await loadPrebuilt(input.ir, { bytes, json }), input);
        const wanted = interpret(input);
        expect(firstDifference(got.outputs, wanted.outputs)).toBeUndefined();
        expect(firstDifference(got.final, wanted.final)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it("is refused for another model", async () => {
    const built = await prebuild(attritionIr(false));
    const other = await prebuild(attritionIr(true));
    await expect(loadPrebuilt(attritionIr(true), built)).rejects.toThrow(
      prebuiltMismatch(built.irHash, other.irHash).message,
    );
  });
});
