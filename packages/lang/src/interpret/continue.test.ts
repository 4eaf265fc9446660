import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runErrors } from "../errors/run-errors.ts";
import { randomRun, runInTwo } from "../testing/index.ts";
import { randomIr } from "../testing/random-ir.ts";
import { interpret } from "./interpret.ts";

const runs = randomRun(randomIr(), { steps: 12 }).filter(({ steps }) => steps >= 2);

describe("a run that goes on where it stood", () => {
  it("has the bits of one that never stopped, wherever it is cut", () => {
    fc.assert(
      fc.property(runs, fc.nat(997), (input, at) => {
        const cut = 1 + (at % (input.steps - 1));
        const whole = interpret(input);
        const split = runInTwo(input, cut, interpret);
        expect(split.outputs).toEqual(whole.outputs);
        expect(split.final).toEqual(whole.final);
        expect(split.past).toEqual(whole.past);
      }),
      { numRuns: 400 },
    );
  });

  it("is refused where states are given twice, or steps are no steps", () => {
    const [input] = fc.sample(runs, { numRuns: 1, seed: 1 });
    const { final, past } = interpret(input!);
    const from = { step: 0, states: final, past };
    const again = { ...input!, from };
    expect(() => interpret(again)).toThrow(runErrors.whole("from.step", 0, 1));
    const series = new Float64Array(input!.ir.series.length * (2 + input!.steps));
    expect(() => interpret({ ...again, series, initial: final, from: { ...from, step: 2 } })).toThrow(
      runErrors.twoStarts(),
    );
  });
});
