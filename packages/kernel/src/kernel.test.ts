import { compile, interpret } from "@logjam/lang";
import { randomModel, randomRun as runOf } from "@logjam/lang/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel, type KernelOptions } from "./kernel.ts";
import { runKernel } from "./run/run-kernel.ts";
import { randomRun } from "./testing/random-ir.ts";
import { firstDifference } from "./testing/same-bits.ts";

const VARIANTS: Record<string, KernelOptions> = {
  "SIMD, fused": { width: 2, shape: { lanes: 4, groupSize: 6000 } },
  "SIMD, wide": { width: 2, shape: { lanes: 12, groupSize: 3 } },
  "scalar, fused": { width: 1, shape: { lanes: 4, groupSize: 6000 } },
  "scalar, wide": { width: 1, shape: { lanes: 8, groupSize: 5 } },
};

/** Random models as authors write them: index sets, mappings, reductions, delays, histories. */
const randomLanguageRun = runOf(randomModel().map((model) => compile(model)));

describe("random models", () => {
  for (const [name, options] of Object.entries(VARIANTS)) {
    it(`${name}: to the bit what the definition says`, () => {
      fc.assert(
        fc.property(randomRun, (input) => {
          const wanted = interpret(input);
          const got = runKernel(compileKernel(input.ir, { ...options, final: true }), input);
          expect(firstDifference(got.outputs, wanted.outputs)).toBeUndefined();
          expect(firstDifference(got.final, wanted.final)).toBeUndefined();
          expect(got.failed).toEqual(wanted.failed);
        }),
        { numRuns: 800 },
      );
    });
  }
});

describe("random models written in the language", () => {
  it("compile to kernels with the interpreter's bits", () => {
    const variants = fc.constantFrom(...Object.values(VARIANTS));
    fc.assert(
      fc.property(randomLanguageRun, variants, (input, options) => {
        const wanted = interpret(input);
        const got = runKernel(compileKernel(input.ir, { ...options, final: true }), input);
        expect(firstDifference(got.outputs, wanted.outputs)).toBeUndefined();
        expect(firstDifference(got.final, wanted.final)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
