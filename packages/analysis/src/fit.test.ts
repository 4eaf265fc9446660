import { checkUsesNoFuture, type Forecaster, normalDraws, parametersOf, student4LogDensity } from "@logjam/inference";
import {
  assign,
  auxiliary,
  compile,
  f,
  interpret,
  lognormalRange,
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
import { columns, type FitSettings, fitFrom, fitPosterior, posteriorIdentity } from "./fit.ts";
import { knownRun } from "./record-score.ts";
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
const spread = parameter({
  unit: "km^2/week",
  meaning: "Size of surprises.",
  prior: lognormalRange({ low: 2, central: 4, high: 8 }),
  source: "Made up.",
});
const known = series({ unit: "1", meaning: "1 while known.", source: "Set.", gap: "error" });
const seen = series({ unit: "km^2/week", meaning: "Change on record.", source: "Set.", gap: "zero" });
const level = stock({ unit: "km^2", meaning: "Level.", initial: 0 });
const change = auxiliary({ unit: "km^2/week", meaning: "Change.", formula: f`if(${known} > 0, ${seen}, ${drift})` });
const next = assign(level, f`${level} + ${change} * timeStep`);
const expected = output({ unit: "km^2/week", meaning: "Change expected.", formula: f`${drift}` });
const shown = output({ unit: "1", meaning: "Idle.", formula: f`${idle} + 0 * ${known}` });
const doubled = output({ unit: "km^2/week", meaning: "Twice the size.", formula: f`2 * ${spread}` });
const held = output({ unit: "km^2", meaning: "Level.", formula: f`${level}` });
const toy = model("Toy", {
  history: { known, seen },
  line: { drift, idle, spread, doubled, level, change, next, expected, shown, held },
});

const study: Study = {
  model: toy,
  observations: [
    {
      id: "change",
      title: "Change",
      kind: "block",
      form: "difference",
      expected: "line.expected",
      blockDeviation: 4,
      blockWeeks: 4,
    },
  ],
  leverGroups: [],
  thresholds: { stated: "stated", lower: "lower", upper: "upper" },
  fans: [],
  caveats: ["Made up."],
};
const time = timeline("2023-01-02", "2023-05-22", 13);
const record = (values: readonly number[]): PublicRecord => ({
  start: "2023-01-02",
  known: { "history.seen": values },
  scored: { change: values },
  hindsight: {},
  always: {},
  series: {},
});
const settings: FitSettings = { particles: 1_000, seed: 5n };
const silent = () => {};
const fitted = (of: Study, values: readonly number[], by: FitSettings = settings) =>
  fitPosterior(of, record(values), time, by, interpret, silent);
const row = toy.parameters.findIndex((p) => p.name === "line.drift");

describe("the fit", () => {
  it("finds the posterior that is known: prior N(0, 10), five block means of 6 with deviation 4", async () => {
    // 20 weeks in five blocks: precision 1/100 + 5/16, mean (5 * 6 / 16) / precision.
    const precision = 1 / 100 + 5 / 16;
    const told: number[] = [];
    const posterior = await fitPosterior(
      study,
      record(new Array(20).fill(6)),
      time,
      settings,
      interpret,
      (stage, done, of) => {
        expect([stage, of]).toEqual(["fit", 100]);
        told.push(done);
      },
    );
    const values = parametersOf(posterior, toy).subarray(row * 1_000, (row + 1) * 1_000);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    // Some 500 effective draws: standard errors 0.045 deviations for the mean, 0.03 for the spread.
    expect(Math.abs(mean - (5 * 6) / 16 / precision) * Math.sqrt(precision)).toBeLessThan(0.2);
    expect(Math.abs(Math.sqrt(variance * precision) - 1)).toBeLessThan(0.15);
    // Evidence: five normal means that share the prior's variance.
    const evidence =
      -0.5 * (5 * Math.log(2 * Math.PI * 16) + Math.log(1 + 500 / 16)) - 0.5 * (180 / 16 - (30 / 16) ** 2 / precision);
    expect(Math.abs(posterior.logEvidence - evidence)).toBeLessThan(0.4);
    expect(posterior.powers.at(-1)).toBe(1);
    expect(posterior).toMatchObject({ model: "Toy", start: "2023-01-02", asOf: "2023-05-22", particles: 1_000 });
    expect(posterior.runs).toBe(1_000 * (1 + 5 * posterior.powers.length));
    expect(told.at(-1)).toBe(100);
    expect(told).toEqual([...told].sort((x, y) => x - y));
    const { summary, members, draws } = fitFrom(study, posterior, 2_500);
    expect([members, draws[999], draws[1_000], draws[2_499]]).toEqual([2_500, 999, 0, 499]);
    expect(summary).toMatchObject({ caveats: ["Made up."], runs: posterior.runs });
    expect(summary.parameters[row]!.contraction).toBeCloseTo(1 - 1 / precision / 100, 1);
    expect(Math.abs(summary.parameters[1 - row]!.contraction)).toBeLessThan(0.25);
    expect(summary.parameters[row]!.posterior.p50).toBeCloseTo(mean, 0);
  });

  it("is the same to the bit from the same seed, and another from another", async () => {
    const values = new Array(20).fill(6);
    const few = { particles: 64, seed: 1n };
    const [one, again, other] = [
      await fitted(study, values, few),
      await fitted(study, values, few),
      await fitted(study, values, { ...few, seed: 2n }),
    ];
    expect(again).toEqual(one);
    expect(other.codes).not.toEqual(one.codes);
    expect(other.identity).not.toBe(one.identity);
  });

  it("recovers what was simulated at the nominal rate: 80 % intervals hold the truth in 40 trials", async () => {
    const trials = 40;
    const truths = samplePriors(toy, { members: trials, seed: 99n });
    const position = compile(toy).parameters.indexOf("line.drift");
    const noise = normalDraws(77n, trials * 5)("test/blocks", 0);
    let inside = 0;
    for (let trial = 0; trial < trials; trial++) {
      const truth = truths[position * trials + trial]!;
      const values = Array.from({ length: 20 }, (_, week) => truth + 4 * noise[trial * 5 + Math.floor(week / 4)]!);
      const posterior = await fitted(study, values, { particles: 200, seed: BigInt(trial) });
      const sorted = parametersOf(posterior, toy)
        .slice(row * 200, (row + 1) * 200)
        .sort();
      if (sorted[20]! <= truth && truth <= sorted[179]!) inside += 1;
    }
    // Binomial(40, 0.8): fewer than 24 or more than 39 by chance in fewer than 1 of 300 runs.
    expect(inside).toBeGreaterThanOrEqual(24);
    expect(inside).toBeLessThanOrEqual(39);
  });

  it("reaches the whole likelihood, by small steps, where few draws of the prior explain the record", async () => {
    const sharp: Study = { ...study, observations: [{ ...study.observations[0]!, blockDeviation: 0.01 } as never] };
    const posterior = await fitted(sharp, new Array(20).fill(25), { particles: 300, seed: 3n });
    expect(posterior.powers.length).toBeGreaterThan(8);
    expect(posterior.powers.at(-1)).toBe(1);
    const values = parametersOf(posterior, toy).subarray(row * 300, (row + 1) * 300);
    for (const value of values) expect(Math.abs(value - 25)).toBeLessThan(0.05);
  });

  it("scores a member by the scale that it states itself, as an output or as a parameter", () => {
    const weekly = (deviation: { output: string } | { parameter: string }): Study => ({
      ...study,
      observations: [
        { id: "change", title: "Change", kind: "weekly", form: "difference", expected: "line.expected", deviation },
      ],
    });
    const parameters = Float64Array.from([3, -1, 0, 0, 2, 5]);
    expect(toy.parameters.map(({ name }) => name)).toEqual(["line.drift", "line.idle", "line.spread"]);
    for (const [scale, deviation] of [
      [1, { parameter: "line.spread" }],
      [2, { output: "line.doubled" }],
    ] as const) {
      const run = knownRun(weekly(deviation), record([6, Number.NaN, ...new Array(18).fill(1)]), time);
      const { outputs } = interpret({ ...run, members: 2, seed: 1n, parameters });
      const byHand = [
        [3, 2 * scale],
        [-1, 5 * scale],
      ].map(([at, wide]) => student4LogDensity(6, at!, wide!) + 18 * student4LogDensity(1, at!, wide!));
      const scored = run.score(outputs, parameters, 2);
      expect(scored[0]).toBeCloseTo(byHand[0]!, 9);
      expect(scored[1]).toBeCloseTo(byHand[1]!, 9);
    }
  });

  it("cuts neighbouring members out of a table", () => {
    expect([...columns(Float64Array.from([1, 2, 3, 4, 5, 6]), 3, 1, 2)]).toEqual([2, 3, 5, 6]);
  });
});

describe("planted defects in what the fit is given", () => {
  const values = Array.from({ length: 20 }, (_, week) => 6 + (week % 3));
  const few: FitSettings = { particles: 64, seed: 1n, movesPerStage: 2 };
  const withFuture = record([...values, 900, -900, 900]);

  it("rows after the as-of date do not matter to a bit, scored or followed", async () => {
    const [plain, leaked] = [
      await fitPosterior(study, record(values), time, few, interpret, silent),
      await fitPosterior(study, withFuture, time, few, interpret, silent),
    ];
    expect(leaked.codes).toEqual(plain.codes);
    expect(leaked.logEvidence).toBe(plain.logEvidence);
  });

  it("a record with rows after the as-of date has another identity, so that no kept posterior answers for it", async () => {
    const identity = (of: PublicRecord, by = few) => posteriorIdentity(study, of, time, by);
    const plain = await identity(record(values));
    expect(await identity(record([...values]))).toBe(plain);
    expect(await identity(withFuture)).not.toBe(plain);
  });

  it("an identity changes with the record, the week, the series, the priors, the observations and the settings", async () => {
    const plain = record(values);
    const wider = { ...study.observations[0]!, blockDeviation: 5 } as Study["observations"][number];
    const idleElsewhere = parameter({
      ...drift,
      unit: "km^2/week",
      meaning: "Drift.",
      prior: normal({ mean: 1, sd: 10 }),
      source: "Made up.",
    });
    const elsewhere = model("Toy", {
      history: { known, seen },
      line: {
        drift: idleElsewhere,
        shown: output({ unit: "km^2/week", meaning: "All.", formula: f`${idleElsewhere} + 0 * ${known} * ${seen}` }),
      },
    });
    const identities = await Promise.all([
      posteriorIdentity(study, plain, time, few),
      posteriorIdentity(study, record(values.with(7, 6.5)), time, few),
      posteriorIdentity(study, record([values[19]!, ...values.slice(0, 19)]), time, few),
      posteriorIdentity(study, { ...plain, known: { "history.known": values } }, time, few),
      posteriorIdentity(study, plain, timeline("2023-01-02", "2023-05-15", 13), few),
      posteriorIdentity({ ...study, observations: [wider] }, plain, time, few),
      posteriorIdentity({ ...study, model: elsewhere }, plain, time, few),
      posteriorIdentity(study, plain, time, { ...few, seed: 2n }),
      posteriorIdentity(study, plain, time, { ...few, particles: 65 }),
      posteriorIdentity(study, plain, time, { ...few, movesPerStage: 3 }),
    ]);
    expect(new Set(identities).size).toBe(identities.length);
  });

  it("a fit that reads a week past the origin is caught by the check for the future, an honest one passes", async () => {
    const whole = [...values, 40, 41, 42];
    const origin = time.asOf;
    const requestFrom = () => ({ origin, histories: {}, horizonWeeks: 1, members: 64, seed: 1n });
    const forecasterThat =
      (readsTo: string) =>
      (replaced: boolean): Forecaster => ({
        id: "fitted",
        title: "Fitted",
        family: "model",
        version: "1",
        forecasts: () => true,
        forecast: async () => {
          const rows = whole.map((value, week) => (replaced && week >= time.knownWeeks ? -500 : value));
          const posterior = await fitPosterior(
            study,
            record(rows),
            timeline(time.start, readsTo, 1),
            few,
            interpret,
            silent,
          );
          return { drift: parametersOf(posterior, toy).slice(row * 64, (row + 1) * 64) };
        },
      });
    await expect(checkUsesNoFuture(forecasterThat(origin), requestFrom)).resolves.toBeUndefined();
    await expect(checkUsesNoFuture(forecasterThat("2023-05-29"), requestFrom)).rejects.toThrow(/forecast\/uses-future/);
  });
});
