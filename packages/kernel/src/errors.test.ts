import { describe, expect, it } from "vitest";
import { badOption, irFormat, unknownOutput, wrongLength } from "./errors.ts";
import { compileKernel } from "./kernel.ts";
import { runEnsemble } from "./run/ensemble.ts";
import type { EnsembleInput, EnsembleOptions } from "./run/ensemble-types.ts";
import { attritionRun } from "./testing/attrition-run.ts";

describe("what a kernel refuses", () => {
  const run = attritionRun(4, 3);

  it("an output that is not there, with the nearest name", () => {
    const wrong = () => compileKernel(run.ir, { outputs: ["Amo[A]"] });
    expect(wrong).toThrow(unknownOutput("Amo[A]", "Ammo[A]").message);
  });

  it("another format of model", () => {
    const ir = { ...run.ir, format: 2 } as unknown as typeof run.ir;
    expect(() => compileKernel(ir)).toThrow(irFormat(2).message);
  });

  it("shapes that do not fit the random streams", () => {
    const wrong = () => compileKernel(run.ir, { shape: { lanes: 6, groupSize: 10 } });
    expect(wrong).toThrow(badOption("shape.lanes", 6, "a multiple of 4").message);
    expect(() => compileKernel(run.ir, { shape: { lanes: 4, groupSize: 0 } })).toThrow(
      /^kernel\/option: shape\.groupSize/,
    );
  });

  const event = { name: "e", output: "Ammo[A]", is: "atLeast", threshold: Number.NaN } as const;
  const cases: readonly [string, Partial<EnsembleInput>, EnsembleOptions, string][] = [
    ["no members", { members: 0 }, {}, badOption("members", 0, "a whole number above 0").message],
    ["no steps", { steps: 0 }, {}, badOption("steps", 0, "a whole number above 0").message],
    [
      "a first member in the middle of a quad",
      { firstMember: 2 },
      {},
      badOption("firstMember", 2, "a multiple of 4, at least 0").message,
    ],
    [
      "a seed of 65 bits",
      { seed: 1n << 64n },
      {},
      badOption("seed", 1n << 64n, "a whole number of 64 bits, at least 0").message,
    ],
    [
      "too few parameters",
      { parameters: new Float64Array(3) },
      {},
      wrongLength("parameters", 3, 20, "[parameter][member]").message,
    ],
    [
      "a source that gives too few",
      { parameters: () => new Float64Array(1) },
      {},
      wrongLength("parameters", 1, 20, "[parameter][member]").message,
    ],
    [
      "series of another model",
      { series: new Float64Array(1) },
      {},
      wrongLength("series", 1, 0, "[step][series]").message,
    ],
    ["too few initial states", { initial: new Float64Array(2) }, {}, "kernel/length: initial holds 2 numbers"],
    ["blocks of nothing", {}, { blockMembers: 0 }, badOption("blockMembers", 0, "a whole number above 0").message],
    ["half a worker", {}, { workers: 0.5 }, badOption("workers", 0.5, "a whole number, at least 0").message],
    [
      "a record of nobody",
      {},
      { records: [4] },
      badOption("records", 4, "a member of the run (0 to 3), in rising order").message,
    ],
    ["records out of order", {}, { records: [2, 1] }, "kernel/option: records is 1"],
    [
      "an event without threshold",
      {},
      { events: [event] },
      badOption("threshold of event e", Number.NaN, "a number").message,
    ],
    [
      "an event of an unknown output",
      {},
      { events: [{ ...event, output: "Ammo" }] },
      "kernel/unknown-output: the model has no output Ammo.",
    ],
  ];
  it.each(cases)("%s", async (_, input, options, message) => {
    await expect(runEnsemble({ ...run, ...input }, options)).rejects.toThrow(message);
  });

  it("to go on when it is told to stop", async () => {
    const stopped = AbortSignal.abort(new Error("enough"));
    await expect(runEnsemble(run, { signal: stopped })).rejects.toThrow("enough");
    await expect(runEnsemble(run, { signal: stopped, workers: 1 })).rejects.toThrow("enough");
  });
});
