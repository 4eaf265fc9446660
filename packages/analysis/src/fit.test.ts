import {
  assign,
  compile,
  f,
  interpret,
  model,
  normal,
  output,
  parameter,
  samplePriors,
  series,
  stock,
} from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { timeline } from "./calendar.ts";
import { fitByImportance } from "./fit.ts";
import type { PublicRecord, Study } from "./study.ts";

/** A level that changes by an unknown drift a week: the fit's answer is known in closed form. */
const drift = parameter({
  unit: "km^2/week",
  meaning: "Drift.",
  prior: normal({ mean: 0, sd: 10 }),
  source: "Made up.",
});
const idle = parameter({
  unit: "1",
  meaning: "Moves nothing that is scored.",
  prior: normal({ mean: 0, sd: 1 }),
  source: "Made up.",
});
const known = series({ unit: "1", meaning: "1 while known.", source: "Set.", gap: "error" });
const level = stock({ unit: "km^2", meaning: "Level.", initial: 0 });
const next = assign(level, f`${level} + ${known} * ${drift} * timeStep`);
const explained = output({ unit: "km^2/week", meaning: "Change explained.", formula: f`${drift}` });
const shown = output({ unit: "1", meaning: "Idle.", formula: f`${idle} + 0 * ${known}` });
const held = output({ unit: "km^2", meaning: "Level.", formula: f`${level}` });
const toy = model("Toy", { history: { known }, line: { drift, idle, level, next, explained, shown, held } });

const study: Study = {
  model: toy,
  observations: [
    {
      id: "change",
      title: "Change",
      form: "difference",
      explained: "line.explained",
      blockDeviation: 4,
      blockWeeks: 4,
    },
  ],
  leverGroups: [],
  thresholds: { stated: "stated", lower: "lower", upper: "upper" },
  fans: [],
  caveats: [],
};
const time = timeline("2023-01-02", "2023-05-22", 13);
const record = (values: readonly number[]): PublicRecord => ({
  start: "2023-01-02",
  known: {},
  scored: { change: values },
  hindsight: {},
  always: {},
  series: {},
});
const settings = { draws: 20_000, members: 4_000, seed: 5n, leastEffective: 100 };
const column = (parameters: Float64Array, p: number) =>
  parameters.subarray(p * settings.members, (p + 1) * settings.members);

describe("the first fit", () => {
  it("finds the posterior that is known: prior N(0, 10), five block means of 6 with deviation 4", async () => {
    // 20 weeks in five blocks: precision 1/100 + 5/16, mean (5 * 6 / 16) / precision.
    const precision = 1 / 100 + 5 / 16;
    const fit = await fitByImportance(study, record(new Array(20).fill(6)), time, settings, interpret, () => {});
    const index = toy.parameters.findIndex((p) => p.name === "line.drift");
    const values = column(fit.parameters, index);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo((5 * 6) / 16 / precision, 0.7);
    expect(Math.sqrt(variance * precision)).toBeGreaterThan(0.9);
    expect(Math.sqrt(variance * precision)).toBeLessThan(1.1);
    expect(fit.summary.likelihoodPower).toBe(1);
    expect(fit.summary.parameters[index]!.contraction).toBeCloseTo(1 - 1 / precision / 100, 1);
    expect(Math.abs(fit.summary.parameters[1 - index]!.contraction)).toBeLessThan(0.1);
  });

  it("recovers what was simulated at the nominal rate: 80 % intervals hold the truth in 40 trials", async () => {
    const trials = 40;
    const truths = samplePriors(toy, { members: trials, seed: 99n });
    const ir = compile(toy);
    const row = ir.parameters.indexOf("line.drift");
    const noise = samplePriors(toy, { members: trials * 5, seed: 77n });
    let inside = 0;
    for (let trial = 0; trial < trials; trial++) {
      const truth = truths[row * trials + trial]!;
      // Block means stray by the stated deviation: the second parameter's prior is standard normal noise.
      const values = Array.from(
        { length: 20 },
        (_, week) => truth + 4 * noise[(1 - row) * trials * 5 + trial * 5 + Math.floor(week / 4)]!,
      );
      const fit = await fitByImportance(
        study,
        record(values),
        time,
        { ...settings, draws: 4_000, members: 1_000 },
        interpret,
        () => {},
      );
      const sorted = Float64Array.from(fit.parameters.subarray(row * 1_000, (row + 1) * 1_000)).sort();
      if (sorted[100]! <= truth && truth <= sorted[899]!) inside += 1;
    }
    // Binomial(40, 0.8): fewer than 24 or more than 39 by chance in fewer than 1 of 300 runs.
    expect(inside).toBeGreaterThanOrEqual(24);
    expect(inside).toBeLessThanOrEqual(39);
  });

  it("tempers, and says so, where few draws explain the record", async () => {
    const sharp: Study = { ...study, observations: [{ ...study.observations[0]!, blockDeviation: 0.01 }] };
    const fit = await fitByImportance(sharp, record(new Array(20).fill(25)), time, settings, interpret, () => {});
    expect(fit.summary.likelihoodPower).toBeLessThan(0.1);
    expect(fit.summary.effectiveSampleSize).toBeGreaterThanOrEqual(100);
  });
});
