import { describe, expect, it } from "vitest";
import {
  coefficientsGiven,
  type Day,
  gibbs,
  PRIOR,
  PUBLISHED_MEANS,
  QUANTITIES,
  regressionDays,
  table,
} from "./ardennes-gibbs.ts";
import { leastSquares } from "./support/least-squares.ts";
import { RandomStream } from "./support/random-stream.ts";

describe("the Bayesian Ardennes", () => {
  const posterior = gibbs(3n, 4000);

  it.each(QUANTITIES.map((name, k) => [name, k] as const))("has the published posterior mean of %s", (_, k) => {
    expect(Math.abs(posterior.mean[k]! - PUBLISHED_MEANS[k]!)).toBeLessThan(0.03);
  });

  it("agrees with an independent sampler, more closely", () => {
    const independent = [7.788, 8.012, 1.044, 0.701, -0.244, 0.034, 0.098, 0.028, 0.108];
    independent.forEach((value, k) => {
      expect(Math.abs(posterior.mean[k]! - value)).toBeLessThan(k < 6 ? 0.02 : 0.002);
    });
  });

  it("leaves the exponents uncertain by about 0.45", () => {
    expect(posterior.sd[2]!).toBeGreaterThan(0.38);
    expect(posterior.sd[2]!).toBeLessThan(0.5);
  });

  it("is deterministic from its seed, and differs between seeds by less than the sampling error", () => {
    const short = gibbs(5n, 100);
    expect(gibbs(5n, 100)).toEqual(short);
    expect(gibbs(6n, 100).mean).not.toEqual(short.mean);
  });

  it("becomes ordinary least squares when the prior says nothing and V is the identity", () => {
    const days = regressionDays();
    const identity = [
      [1, 0],
      [0, 1],
    ];
    const tiny = identity.map((row) => row.map((value) => value * 1e-9));
    const { mean } = coefficientsGiven(identity, days, { ...PRIOR, precisionBlocks: [tiny, tiny, tiny] });
    const { coefficients } = leastSquares(
      days.flatMap(({ regressors }) => regressors),
      days.flatMap(({ response }) => response),
    );
    coefficients.forEach((value, k) => {
      expect(mean[k]!).toBeCloseTo(value, 5);
    });
  });

  it("recovers coefficients and covariance from data that obey the model", () => {
    const truth = [7, 8, 1.2, 0.3, -0.2, 0.1];
    const random = new RandomStream(4n, "made-up days");
    const days: Day[] = Array.from({ length: 1500 }, (_, t) => {
      const [own, enemy, phase] = [random.normal(), random.normal(), t % 3 === 0 ? -1 : 1];
      const regressors = [
        [1, 0, own, enemy, phase, 0],
        [0, 1, enemy, own, 0, phase],
      ];
      const [z1, z2] = [random.normal(), random.normal()];
      const errors = [0.3 * z1, 0.1 * z1 + 0.2 * z2]; // V = [[0.09, 0.03], [0.03, 0.05]]
      const response = regressors.map((row, p) => row.reduce((sum, x, i) => sum + x * truth[i]!, errors[p]!));
      return { response, regressors };
    });
    const found = gibbs(2n, 150, days);
    truth.forEach((value, k) => {
      expect(Math.abs(found.mean[k]! - value)).toBeLessThan(5 * found.sd[k]!);
    });
    [0.09, 0.03, 0.05].forEach((value, k) => {
      expect(Math.abs(found.mean[6 + k]! - value)).toBeLessThan(0.015);
    });
  });

  it("prints its table", () => expect(table()).toContain("phi 1 (own)"));
});
