import binaryen from "binaryen";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel } from "../kernel.ts";
import { runKernel } from "../run/run-kernel.ts";
import { attritionRun } from "../testing/attrition-run.ts";
import { randomRun } from "../testing/random-ir.ts";
import { firstDifference } from "../testing/same-bits.ts";
import { bitsOf, bothLanes, signed, unsigned } from "./bytes.ts";
import { simdSupported } from "./support.ts";

describe("the encoder", () => {
  it("writes LEB128 that reads back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        expect(unsigned(value).reduce((sum, byte, i) => sum + (byte & 0x7f) * 2 ** (7 * i), 0)).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const bytes = signed(value);
        const raw = bytes.reduce((sum, byte, i) => sum | (BigInt(byte & 0x7f) << BigInt(7 * i)), 0n);
        expect(BigInt.asIntN(Math.min(7 * bytes.length, 64), raw)).toBe(value);
      }),
    );
  });

  it("writes constants with all their bits", () => {
    expect(bitsOf(-0)).toBe(1n << 63n);
    expect(bothLanes(0x0102030405060708n)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("finds SIMD in this engine", () => expect(simdSupported()).toBe(true));

  it("writes modules that binaryen accepts", () => {
    fc.assert(
      fc.property(randomRun, fc.constantFrom(1 as const, 2 as const), ({ ir }, width) => {
        const module = binaryen.readBinary(compileKernel(ir, { width, final: true }).bytes);
        module.setFeatures(binaryen.Features.SIMD128);
        expect(module.validate()).toBe(1);
        module.dispose();
      }),
      { numRuns: 100 },
    );
  });

  it("writes code that means the same after binaryen has read, optimised and written it", () => {
    const run = attritionRun(8, 30);
    const kernel = compileKernel(run.ir, { width: 2, shape: "wide" });
    const module = binaryen.readBinary(kernel.bytes);
    module.setFeatures(binaryen.Features.SIMD128);
    module.optimize();
    const bytes = new Uint8Array(module.emitBinary());
    const got = runKernel({ ...kernel, bytes }, run);
    expect(firstDifference(got.outputs, runKernel(kernel, run).outputs)).toBeUndefined();
  });
});
