import { describe, expect, it } from "vitest";
import { simulate } from "../fixtures/simulate.ts";
import {
  ar1,
  assign,
  bernoulli,
  constant,
  f,
  lognormalNoise,
  noise,
  normalShareBelow,
  output,
  regime,
  stock,
  studentT,
} from "../index.ts";

const source = "Invented.";
const pure = (value: number) => constant({ unit: "1", meaning: "A number.", value, source });
const N = 20_000;

/** Kolmogorov and Smirnov's distance, times sqrt(n), against a distribution function. */
function distance(values: readonly number[], shareBelow: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const gaps = sorted.map((value, k) => Math.max((k + 1) / N - shareBelow(value), shareBelow(value) - k / N));
  return Math.max(...gaps) * Math.sqrt(N);
}
/** The bound that a true distribution passes with probability 1 - 1e-6: P(D sqrt(n) > d) < 2 exp(-2 d^2). */
const BOUND = Math.sqrt(-0.5 * Math.log(1e-6 / 2));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}
/** Whether a mean lies within 5 standard errors (a false-alarm rate of 6e-7). */
const near = (values: readonly number[], expected: number) =>
  Math.abs(mean(values) - expected) <= 5 * Math.sqrt(variance(values) / values.length);

describe("draws", () => {
  const z = noise({ stream: "z", kind: "normal", meaning: "Z." });
  const u = noise({ stream: "u", kind: "uniform", meaning: "U." });
  const probability = pure(0.3);
  const sd = pure(0.5);
  const freedom = pure(3);
  const struck = bernoulli({ stream: "struck", probability, meaning: "Struck." });
  const factor = lognormalNoise({ stream: "factor", sd, meaning: "Factor." });
  const middle = lognormalNoise({ stream: "middle", sd: f`2 * ${sd}`, centre: "median", meaning: "Factor." });
  const heavy = studentT({ stream: "heavy", freedom, meaning: "Heavy." });
  const show = (formula: ReturnType<typeof f>) => output({ unit: "1", meaning: "Shown.", formula });
  const shown = {
    yz: show(f`${z}`),
    yu: show(f`${u}`),
    yStruck: show(f`${struck}`),
    yFactor: show(f`${factor}`),
    yMiddle: show(f`${middle}`),
    yHeavy: show(f`${heavy}`),
  };
  const run = simulate(
    { z, u, probability, sd, freedom, struck, factor, middle, heavy, ...shown },
    { steps: 3, members: N, seed: 42n },
  );

  it("normal", () => expect(distance(run.across("yz", 1), normalShareBelow)).toBeLessThan(BOUND));
  it("uniform", () => expect(distance(run.across("yu", 1), (x) => x)).toBeLessThan(BOUND));
  it("independent from step to step and between streams", () => {
    const [a, b, c] = [run.across("yz", 0), run.across("yz", 1), run.across("yu", 1)];
    expect(
      near(
        a.map((value, k) => value * b[k]!),
        0,
      ),
    ).toBe(true);
    expect(
      near(
        b.map((value, k) => value * (c[k]! - 0.5)),
        0,
      ),
    ).toBe(true);
  });
  it("Bernoulli", () => {
    expect(new Set(run.across("yStruck", 2))).toEqual(new Set([0, 1]));
    expect(near(run.across("yStruck", 2), 0.3)).toBe(true);
  });
  it("lognormal with mean 1, or with median 1", () => {
    expect(near(run.across("yFactor", 0), 1)).toBe(true);
    expect(distance(run.across("yFactor", 0), (x) => normalShareBelow((Math.log(x) + 0.125) / 0.5))).toBeLessThan(
      BOUND,
    );
    expect(distance(run.across("yMiddle", 0), (x) => normalShareBelow(Math.log(x)))).toBeLessThan(BOUND);
  });
  it("Student's t with 3 degrees of freedom", () => {
    const shareBelow = (t: number) => {
      const x = t / Math.sqrt(3);
      return 0.5 + (Math.atan(x) + x / (1 + x * x)) / Math.PI;
    };
    expect(distance(run.across("yHeavy", 0), shareBelow)).toBeLessThan(BOUND);
  });
  it("stand at their medians in initial values", () => {
    const initial = stock({ unit: "1", meaning: "Medians.", initial: f`${z} + 10 * ${u} + 100 * ${heavy}` });
    const kept = assign(initial, f`${initial}`);
    const yInitial = show(f`${initial}`);
    const begun = simulate({ z, u, freedom, heavy, initial, kept, yInitial }, { steps: 1, members: 4, seed: 1n });
    expect(begun.across("yInitial", 0)).toEqual([5, 5, 5, 5]);
  });
});

describe("ar1", () => {
  const persistence = pure(0.8);
  const sd = constant({ unit: "km", meaning: "Spread.", value: 2, source });
  const drift = ar1({ stream: "drift", unit: "km", persistence, sd, meaning: "Drift." });
  const shown = output({ unit: "km", meaning: "Shown.", formula: drift });
  const run = simulate({ persistence, sd, drift, shown }, { steps: 41, members: N, seed: 3n });

  it("begins at 0 and has variance sd^2 (1 - persistence^2t) after t weeks", () => {
    expect(run.across("shown", 0).every((value) => value === 0)).toBe(true);
    for (const step of [1, 3, 40]) {
      const expected = 4 * (1 - 0.64 ** step);
      expect(
        near(
          run.across("shown", step).map((value) => value * value),
          expected,
        ),
      ).toBe(true);
    }
  });
  it("has correlation persistence from week to week", () => {
    const [now, next] = [run.across("shown", 39), run.across("shown", 40)];
    expect(
      near(
        now.map((value, k) => value * next[k]!),
        4 * 0.8,
      ),
    ).toBe(true);
  });
});

describe("regime", () => {
  const enterRate = constant({ unit: "1/week", meaning: "Enter.", value: 0.1, source });
  const leaveRate = constant({ unit: "1/week", meaning: "Leave.", value: 0.3, source });
  const surge = regime({ enter: enterRate, leave: f`1 * ${leaveRate}`, stream: "surge", meaning: "A surge." });
  const shown = output({ unit: "1", meaning: "Shown.", formula: surge });
  const run = simulate({ enterRate, leaveRate, surge, shown }, { steps: 60, members: N, seed: 9n });

  it("is 0 or 1, begins at 0, and tends to its long-run share", () => {
    const [enter, leave] = [1 - Math.exp(-0.1), 1 - Math.exp(-0.3)];
    expect(new Set(run.across("shown", 0))).toEqual(new Set([0]));
    expect(near(run.across("shown", 1), enter)).toBe(true);
    expect(near(run.across("shown", 59), enter / (enter + leave))).toBe(true);
    expect(new Set(run.across("shown", 59))).toEqual(new Set([0, 1]));
  });
  it("lasts as long as its hazard says", () => {
    const left = Array.from({ length: 400 }, (_, member) => run.path("shown", member)).flatMap((path) =>
      path.slice(0, -1).flatMap((value, step) => (value === 1 ? [1 - path[step + 1]!] : [])),
    );
    expect(near(left, 1 - Math.exp(-0.3))).toBe(true);
  });
});
