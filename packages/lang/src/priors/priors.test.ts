import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constant, f, model, output, parameter, samplePriors } from "../index.ts";
import { betaQuantile, betaShareBelow, logGamma } from "./beta.ts";
import { beta, logitNormal, lognormal, lognormalRange, normal, triangular, uniform } from "./families.ts";
import { normalQuantile, normalShareBelow } from "./normal.ts";
import { interval, type Prior, showPrior } from "./prior.ts";

const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe("the standard normal", () => {
  // Abramowitz and Stegun, tables 26.1 and 26.5, and their continuations.
  it.each([
    [0.5, 0],
    [0.75, 0.674489750196082],
    [0.95, 1.64485362695147],
    [0.975, 1.95996398454005],
    [0.995, 2.5758293035489],
    [1e-10, -6.36134090240406],
  ])("has the quantile %f -> %f", (u, z) => {
    expect(normalQuantile(u)).toBeCloseTo(z, 12);
  });
  it("has quantile and share as inverses", () => {
    fc.assert(
      fc.property(share, (u) => {
        expect(normalShareBelow(normalQuantile(u)) / u).toBeCloseTo(1, 8);
      }),
    );
  });
  it("is symmetric", () => {
    fc.assert(
      fc.property(share, (u) => {
        expect(normalQuantile(1 - u)).toBeCloseTo(-normalQuantile(u), 6);
      }),
    );
  });
});

describe("the beta distribution", () => {
  it("has ln Gamma at whole and half numbers", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });
  it("is uniform for (1, 1), and x^2 for (2, 1)", () => {
    fc.assert(
      fc.property(share, (u) => {
        expect(betaQuantile(u, 1, 1)).toBeCloseTo(u, 12);
        expect(betaQuantile(u, 2, 1)).toBeCloseTo(Math.sqrt(u), 12);
      }),
      { numRuns: 30 },
    );
  });
  it("has the share 0.6875 below 0.5 for (2, 3)", () => expect(betaShareBelow(0.5, 2, 3)).toBeCloseTo(0.6875, 13));
});

const families: readonly (readonly [string, Prior])[] = [
  ["lognormal", lognormal({ median: 0.02, p95: 0.08 })],
  ["lognormalRange", lognormalRange({ low: 1, central: 3, high: 20 })],
  ["normal", normal({ mean: -2, sd: 3 })],
  ["uniform", uniform({ low: -1, high: 4 })],
  ["triangular", triangular({ low: 0, mode: 1, high: 5 })],
  ["beta", beta({ mean: 0.3, sd: 0.1 })],
  ["logitNormal", logitNormal({ median: 0.2, p95: 0.5 })],
];

describe.each(families)("%s", (_, prior) => {
  it("never falls with u", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        expect(prior.quantile(Math.min(a, b))).toBeLessThanOrEqual(prior.quantile(Math.max(a, b)));
      }),
      { numRuns: 50 },
    );
  });
  it("has the mean and standard deviation that it states", () => {
    const n = 5000;
    const values = Array.from({ length: n }, (_, k) => prior.quantile((k + 0.5) / n));
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
    // The midpoint rule misses a little of the tails.
    expect(Math.abs(mean - prior.mean)).toBeLessThan(0.005 * prior.sd);
    expect(Math.abs(sd / prior.sd - 1)).toBeLessThan(0.04);
  });
  it("shows its family and numbers", () => expect(showPrior(prior)).toMatch(/^\w+\((\w+ -?[\d.]+(, )?)+\)$/));
});

describe("what authors state", () => {
  it("lies where it is stated", () => {
    expect(lognormal({ median: 0.02, p95: 0.08 }).quantile(0.95)).toBeCloseTo(0.08, 14);
    const range = lognormalRange({ low: 1, central: 3, high: 20 });
    expect([0.05, 0.5, 0.95].map((u) => range.quantile(u))).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(3, 12),
      expect.closeTo(20, 12),
    ]);
    expect(logitNormal({ median: 0.2, p95: 0.5 }).quantile(0.95)).toBeCloseTo(0.5, 12);
    expect(interval(uniform({ low: 0, high: 10 }), 0.9)).toEqual([expect.closeTo(0.5, 12), expect.closeTo(9.5, 12)]);
  });
});

describe("samplePriors", () => {
  const source = "Invented.";
  const a = parameter({ unit: "1", meaning: "A.", prior: normal({ mean: 0, sd: 1 }), source });
  const b = parameter({ unit: "1", meaning: "B.", prior: uniform({ low: 0, high: 1 }), source });
  const both = output({ unit: "1", meaning: "Both.", formula: f`${a} + ${b}` });
  const alone = model("one", { m: { b, c: constant({ unit: "1", meaning: "C.", value: 1, source }) } });
  const together = model("two", { m: { a, b, both } });

  it("gives a parameter the same draws whatever other parameters there are", () => {
    const one = samplePriors(alone, { members: 10, seed: 5n });
    const two = samplePriors(together, { members: 10, seed: 5n });
    expect([...two.subarray(10)]).toEqual([...one]);
  });
  it("gives the same members in one piece or in two", () => {
    const whole = samplePriors(alone, { members: 10, seed: 5n });
    const tail = samplePriors(alone, { members: 7, seed: 5n, firstMember: 3 });
    expect([...tail]).toEqual([...whole.subarray(3)]);
  });
  it("follows the prior: Kolmogorov-Smirnov at a false-alarm rate of 1e-6", () => {
    const n = 20_000;
    const sorted = samplePriors(alone, { members: n, seed: 11n }).sort();
    const gap = sorted.reduce((most, value, k) => Math.max(most, Math.abs(value - (k + 0.5) / n)), 0);
    expect(gap * Math.sqrt(n)).toBeLessThan(Math.sqrt(-0.5 * Math.log(1e-6 / 2)));
  });
});
