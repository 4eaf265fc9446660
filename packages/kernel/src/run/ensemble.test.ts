import { interpret } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { startWorker } from "../pool/start-worker.ts";
import { attritionRun } from "../testing/attrition-run.ts";
import { IrBuilder } from "../testing/ir-builder.ts";
import { firstDifference } from "../testing/same-bits.ts";
import { createEnsemble } from "./create-ensemble.ts";
import { runEnsemble } from "./ensemble.ts";
import type { EnsembleOptions, EnsembleResult } from "./ensemble-types.ts";

const EVENTS = [
  { name: "A advances", output: "total advance", is: "atLeast", threshold: 5 },
  { name: "A is back at the end", output: "total advance", is: "atMost", threshold: 0, when: "end" },
] as const;

/** Everything a result says, as numbers. */
function digest(result: EnsembleResult): Float64Array {
  const numbers: number[] = [...result.outputs, ...result.final, ...result.failed.members];
  const { summary } = result;
  for (const name of summary?.outputs ?? []) {
    for (let step = 0; step < summary!.steps; step += 3) {
      numbers.push(
        summary!.mean(name, step),
        summary!.variance(name, step),
        summary!.least(name, step),
        summary!.greatest(name, step),
      );
      for (const q of [0, 0.05, 0.5, 0.95, 1]) numbers.push(summary!.quantile(name, step, q));
    }
  }
  for (const { name } of EVENTS) {
    numbers.push(
      ...result.events.passage(name).counts,
      result.events.passage(name).never,
      result.events.probability(name).low,
    );
  }
  return Float64Array.from(numbers);
}

describe("an ensemble of the benchmark model with noise", () => {
  const run = attritionRun(1100, 20);
  const options: EnsembleOptions = { summarise: true, records: [0, 7, 513, 1099], events: EVENTS, final: true };
  const wanted = runEnsemble(run, options).then(digest);

  it.each([
    ["scalar code", { width: 1 }],
    ["equation by equation", { shape: "wide" }],
    ["all equations at once", { shape: "fused" }],
    ["another tile", { shape: { lanes: 12, groupSize: 333 } }],
    ["blocks of 256", { blockMembers: 256 }],
    ["one block", { blockMembers: 5000 }],
    ["one worker", { workers: 1, blockMembers: 256 }],
    ["two workers", { workers: 2, blockMembers: 256 }],
    ["three workers", { workers: 3, blockMembers: 300 }],
  ] as const)("%s: the same bits", async (_, variant) => {
    const got = digest(await runEnsemble(run, { ...options, ...variant }));
    expect(firstDifference(got, await wanted)).toBeUndefined();
  });

  it("has the interpreter's bits", async () => {
    const few = attritionRun(9, 20);
    const got = await runEnsemble(few, { final: true });
    const reference = interpret(few);
    expect(firstDifference(got.outputs, reference.outputs)).toBeUndefined();
    expect(firstDifference(got.final, reference.final)).toBeUndefined();
  });

  it("takes members from a function block by block, in blocks of any size", async () => {
    const source = (from: number, count: number): Float64Array =>
      Float64Array.from(
        { length: 5 * count },
        (_, i) => run.parameters[Math.floor(i / count) * 1100 + from + (i % count)]!,
      );
    const all = await runEnsemble(run);
    const parts = await runEnsemble({ ...run, parameters: source }, { blockMembers: 52, workers: 2 });
    expect(firstDifference(parts.outputs, all.outputs)).toBeUndefined();
  });

  it("summarises what the records say", async () => {
    const all = await runEnsemble(run, { records: "all", summarise: true, events: EVENTS });
    const [row, step] = [5, 19];
    const values = Array.from(all.outputs.subarray((row * 20 + step) * 1100, (row * 20 + step + 1) * 1100));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    const summary = all.summary!;
    expect(summary.members).toBe(1100);
    expect(summary.mean("Ammo[A]", step)).toBeCloseTo(mean, 8);
    expect(summary.variance("Ammo[A]", step) / variance).toBeCloseTo(1, 10);
    const sorted = values.sort((a, b) => a - b);
    for (const q of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const exact = sorted[Math.floor(q * 1099)]!;
      expect(Math.abs(summary.quantile("Ammo[A]", step, q) / exact - 1)).toBeLessThan(1 / 256);
    }
    const advance = all.outputs.subarray(0, 20 * 1100);
    const reached = Array.from({ length: 1100 }, (_, m) => m).filter((m) =>
      Array.from({ length: 20 }, (_, t) => advance[t * 1100 + m]!).some((value) => value >= 5),
    ).length;
    expect(all.events.probability("A advances").share).toBe(reached / 1100);
  });
});

describe("an ensemble that is kept", () => {
  it("runs again and again with the same workers and the same bits, also after one has died", async () => {
    const run = attritionRun(600, 12);
    const wanted = await runEnsemble(run, { final: true });
    const handles: ReturnType<typeof startWorker>[] = [];
    const ensemble = createEnsemble(run.ir, {
      final: true,
      workers: 2,
      startWorker: () => {
        const handle = startWorker();
        handles.push(handle);
        return handle;
      },
    });
    for (let round = 0; round < 4; round++) {
      const got = await ensemble.run(run, { blockMembers: 100 });
      expect(firstDifference(got.outputs, wanted.outputs)).toBeUndefined();
      expect(firstDifference(got.final, wanted.final)).toBeUndefined();
      if (round < 2) expect(handles.length).toBe(2);
      if (round === 1) handles[0]!.stop();
    }
    expect(handles.length).toBe(3);
    ensemble.close();
  });
});

describe("members that fail", () => {
  const builder = new IrBuilder();
  const start = builder.named("start", builder.parameter("start"));
  const level = builder.state("level", 1);
  const root = builder.named("root", builder.unary("sqrt", builder.sub(start, builder.step())));
  builder.next(level, builder.add(level, root));
  builder.output("level", level);
  const ir = builder.build("failing");
  const members = 600;
  const parameters = Float64Array.from({ length: members }, (_, m) => (m === 300 || m === 5 ? 3 : 100));
  const run = { ir, members, steps: 8, seed: 1n, series: new Float64Array(0), parameters };

  it.each([0, 2])("are counted and explained, and the others go on (%i workers)", async (workers) => {
    const result = await runEnsemble(run, { summarise: true, workers, blockMembers: 256 });
    expect(result.failed.members).toEqual([5, 300]);
    expect(result.failed.explained[1]).toMatchObject({ member: 300, step: 4, quantity: "root", operation: "sqrt" });
    expect(result.summary!.members).toBe(598);
    expect(Number.isFinite(result.summary!.mean("level", 7))).toBe(true);
  });
});

describe("workers that die", () => {
  const run = attritionRun(2048, 10);

  it("are replaced, and their blocks are run again", async () => {
    let started = 0;
    const killing = () => {
      const handle = startWorker();
      if (started++ === 0) setTimeout(() => handle.stop(), 250);
      return handle;
    };
    const calm = await runEnsemble(run, { summarise: true });
    const shaken = await runEnsemble(run, { summarise: true, workers: 2, blockMembers: 256, startWorker: killing });
    expect(shaken.summary!.mean("Ammo[A]", 9)).toBe(calm.summary!.mean("Ammo[A]", 9));
  });

  it("end the run with a clear error when every one dies", async () => {
    const dead = () => {
      const handle = startWorker();
      handle.stop();
      return handle;
    };
    await expect(runEnsemble(run, { workers: 2, startWorker: dead })).rejects.toThrow(
      /kernel\/(no-workers|worker-lost)/,
    );
  });
});
