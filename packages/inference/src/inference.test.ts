import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addLogLikelihood,
  type BlockObservation,
  contraction,
  correlation,
  effectiveSampleSize,
  meanInterval,
  normalLogDensity,
  quantiles,
  rankCorrelation,
  student4LogDensity,
  systematicResample,
  temperedWeights,
  type WeeklyObservation,
  weightedQuantiles,
  weightsAtPower,
  wilson,
} from "./index.ts";

const integrate = (density: (x: number) => number, from: number, to: number, n = 40_000) => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(density(from + ((i + 0.5) * (to - from)) / n));
  return (sum * (to - from)) / n;
};

describe("densities", () => {
  it("integrate to one", () => {
    expect(integrate((x) => normalLogDensity(x, 2, 3), -30, 34)).toBeCloseTo(1, 8);
    expect(integrate((x) => student4LogDensity(x, -1, 2), -2000, 2000, 400_000)).toBeCloseTo(1, 6);
  });
  it("have the printed values at the mode", () => {
    expect(Math.exp(normalLogDensity(0, 0, 1))).toBeCloseTo(0.3989422804, 9);
    expect(Math.exp(student4LogDensity(0, 0, 1))).toBeCloseTo(0.375, 12);
  });
});

describe("importance weights", () => {
  const logLikelihoods = fc.array(fc.double({ min: -500, max: 0, noNaN: true }), { minLength: 20, maxLength: 200 });

  it("add up to one, and tempering keeps the effective sample size", () => {
    fc.assert(
      fc.property(logLikelihoods, fc.integer({ min: 1, max: 15 }), (logs, least) => {
        const result = temperedWeights(Float64Array.from(logs), least);
        expect(result.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        expect(result.effectiveSampleSize).toBeGreaterThanOrEqual(least - 1e-9);
        expect(result.power).toBeGreaterThanOrEqual(0);
        expect(result.power).toBeLessThanOrEqual(1);
      }),
    );
  });
  it("do not temper where there is no need", () => {
    expect(temperedWeights(new Float64Array(50), 10).power).toBe(1);
  });
  it("count equal weights fully and a single one once", () => {
    expect(effectiveSampleSize(new Float64Array(8).fill(1 / 8))).toBeCloseTo(8, 12);
    expect(effectiveSampleSize(Float64Array.of(0, 1, 0))).toBe(1);
  });
  it("give a draw that failed no weight, and say so where all failed", () => {
    expect(weightsAtPower(Float64Array.of(Number.NaN, 0), 1)).toEqual(Float64Array.of(0, 1));
    expect(() => weightsAtPower(Float64Array.of(Number.NaN), 1)).toThrow(/no draw has a finite likelihood/);
  });
  it("recover a Gaussian posterior: prior N(0,1), one observation 1.5 with deviation 0.5", () => {
    // Exact posterior: mean 1.2, variance 0.2. The draws are normal quantiles, so there is no sampling noise.
    const draws = Float64Array.from({ length: 4001 }, (_, i) => -5 + i / 400);
    const logs = draws.map((x) => normalLogDensity(x, 0, 1) + normalLogDensity(1.5, x, 0.5));
    const weights = weightsAtPower(logs, 1);
    const mean = draws.reduce((a, x, i) => a + x * weights[i]!, 0);
    const variance = draws.reduce((a, x, i) => a + (x - mean) ** 2 * weights[i]!, 0);
    expect(mean).toBeCloseTo(1.2, 6);
    expect(variance).toBeCloseTo(0.2, 6);
  });
});

describe("systematic resampling", () => {
  it("takes each draw floor or ceil of count * weight times", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (raw, uniform) => {
          const total = raw.reduce((a, b) => a + b, 0);
          const weights = Float64Array.from(raw, (w) => w / total);
          const counts = new Float64Array(raw.length);
          for (const i of systematicResample(weights, 500, uniform)) counts[i] = counts[i]! + 1;
          for (const [i, count] of counts.entries()) expect(Math.abs(count - 500 * weights[i]!)).toBeLessThan(1 + 1e-6);
        },
      ),
    );
  });
});

describe("quantiles", () => {
  it("match R's type 7", () => {
    expect(quantiles([1, 2, 3, 4], [0, 0.25, 0.5, 1])).toEqual([1, 1.75, 2.5, 4]);
  });
  it("weigh", () => {
    expect(weightedQuantiles([3, 1, 2], [0.2, 0.7, 0.1], [0.5, 0.75, 0.9])).toEqual([1, 2, 3]);
  });
});

describe("intervals", () => {
  it("Wilson's interval has the published values for 10 in 100", () => {
    // Newcombe 1998 (doi:10.1002/(SICI)1097-0258(19980430)17:8<857), by formula.
    const e = wilson(10, 100);
    expect(e.low).toBeCloseTo(0.05523, 4);
    expect(e.high).toBeCloseTo(0.17437, 4);
  });
  it("covers at its nominal rate (binomial, p = 0.07, n = 200: exact coverage by summation)", () => {
    const [n, p] = [200, 0.07];
    let coverage = 0;
    let term = (1 - p) ** n;
    for (let k = 0; k <= n; k++) {
      const e = wilson(k, n);
      if (e.low <= p && p <= e.high) coverage += term;
      term *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
  });
  it("means carry their standard error", () => {
    const e = meanInterval([1, 2, 3, 4, 5]);
    expect(e.value).toBe(3);
    expect(e.high - 3).toBeCloseTo(1.959963984540054 * Math.sqrt(2.5 / 5), 12);
  });
});

describe("rank correlation", () => {
  it("is 1 for any rising map and -1 for any falling one", () => {
    const x = [0.1, 5, 2, 9, -4];
    expect(rankCorrelation(x, x.map(Math.exp))).toBeCloseTo(1, 12);
    expect(
      rankCorrelation(
        x,
        x.map((v) => -(v ** 3)),
      ),
    ).toBeCloseTo(-1, 12);
  });
  it("takes the mean rank of ties, and 0 where nothing varies", () => {
    expect(rankCorrelation([1, 1, 2, 2], [1, 2, 1, 2])).toBeCloseTo(0, 12);
    expect(correlation([1, 1, 1], [1, 2, 3])).toBe(0);
  });
});

describe("observation", () => {
  const about = { id: "line", title: "line", form: "difference", expected: "e" } as const;
  const weekly: WeeklyObservation = { ...about, kind: "weekly", deviation: { output: "d" } };
  const blocks: BlockObservation = { ...about, kind: "block", blockDeviation: 10, blockWeeks: 2 };
  const column = (...values: number[]) => Float64Array.from(values);
  it("adds up weekly surprises by Student's law, each in the scale that the member states for the week", () => {
    // Two members: [week][member].
    const sums = column(100, 200);
    const series = { expected: column(9, 0, 20, 20), deviation: column(4, 5, 2, 3), members: 2 };
    addLogLikelihood(weekly, { ...series, observed: [10, 20] }, sums);
    expect(sums[0]).toBeCloseTo(100 + student4LogDensity(1, 0, 4) + student4LogDensity(0, 0, 2), 10);
    expect(sums[1]).toBeCloseTo(200 + student4LogDensity(10, 0, 5) + student4LogDensity(0, 0, 3), 10);
  });
  it("takes one scale for all weeks of a member where a parameter states it, and compares logarithms", () => {
    const sums = new Float64Array(2);
    const series = { expected: column(100, 50, 100, 50), deviation: column(0.1, 0.2), members: 2 };
    addLogLikelihood({ ...weekly, form: "logRatio" }, { ...series, observed: [100, 200] }, sums);
    const of = (ratio: number, scale: number) => student4LogDensity(Math.log(ratio), 0, scale);
    expect(sums[0]).toBeCloseTo(of(1, 0.1) + of(2, 0.1), 10);
    expect(sums[1]).toBeCloseTo(of(2, 0.2) + of(4, 0.2), 10);
  });
  it("scores blocks by their mean gap, a short last one more loosely", () => {
    const sums = new Float64Array(1);
    addLogLikelihood(blocks, { observed: [10, 20, 5], expected: column(0, 0, 0), members: 1 }, sums);
    expect(sums[0]).toBeCloseTo(normalLogDensity(15, 0, 10) + normalLogDensity(5, 0, 10 * Math.SQRT2), 10);
  });
  it("passes over weeks without an observation", () => {
    const sums = column(3);
    const none = { observed: [Number.NaN, Number.NaN], expected: column(1, 2), deviation: column(1), members: 1 };
    addLogLikelihood(weekly, none, sums);
    addLogLikelihood(blocks, none, sums);
    expect(sums[0]).toBe(3);
  });
  it("is highest where the model explains the record, and as far above it as below in a log ratio", () => {
    const at = (level: number) => {
      const sums = new Float64Array(1);
      const series = { observed: [100, 100], expected: column(level, level), members: 1 };
      addLogLikelihood({ ...blocks, form: "logRatio", blockDeviation: 0.2 }, series, sums);
      return sums[0]!;
    };
    expect(at(100)).toBeGreaterThan(at(120));
    expect(at(120)).toBeCloseTo(at(100 / 1.2), 10);
  });
  it("refuses a weekly observation without a scale", () => {
    const series = { observed: [1], expected: column(1), members: 1 };
    expect(() => addLogLikelihood(weekly, series, new Float64Array(1))).toThrow(/observation\/deviation/);
  });
});

describe("contraction", () => {
  const draws = Float64Array.from({ length: 2001 }, (_, i) => (i - 1000) / 100);
  it("is 0 for equal weights", () => {
    expect(
      contraction(
        draws,
        draws.map(() => 1 / 2001),
      ),
    ).toBeCloseTo(0, 12);
  });
  it("is 3/4 where the posterior spread is half the prior's", () => {
    const prior = draws.map((x) => Math.exp((-x * x) / 2));
    const weights = prior.map((p, i) => p * Math.exp(-1.5 * draws[i]! ** 2));
    const both = [prior, weights].map((w) => w.map((x) => x / w.reduce((a, b) => a + b, 0)));
    const of = (w: Float64Array) => 1 - contraction(draws, w);
    expect(of(both[1]!) / of(both[0]!)).toBeCloseTo(0.25, 2);
  });
});
