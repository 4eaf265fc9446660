import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkModel, compile, interpret, interpretMember, renderDiagnostic } from "../index.ts";
import { randomIr, randomModel, randomRun } from "./index.ts";

describe("random models", () => {
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
