import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalLogDensity } from "../densities.ts";
import { normalDraws, uniformDraws } from "../draws/draws.ts";
import { knownAnswers } from "../scores/known-answers/read.ts";
import { filterRegimes } from "./hidden-regimes.ts";
import { kalmanFilter, type LinearGaussian } from "./kalman.ts";
import { cholesky, type Matrix, multiply, solveCholesky, transpose } from "./matrix.ts";
import { type ParticleModel, particleFilter } from "./particle-filter.ts";
import { checkRanks, truthRank } from "./rank-statistics.ts";
import { temperedSample } from "./tempered-sampler.ts";

interface Step {
  readonly pred_obs_mean: number[];
  readonly pred_obs_cov: number[][];
  readonly filt_mean: number[];
  readonly filt_cov: number[][];
  readonly loglik_cum: number;
}
interface Answers {
  readonly local_level: { y: number[]; steps: Step[]; loglik: number };
  readonly constant_velocity: {
    T: Matrix;
    Z: Matrix;
    Q: Matrix;
    H: Matrix;
    x0: number[];
    P0: Matrix;
    y: number[];
    steps: Step[];
    loglik: number;
  };
  readonly es_mda_static: {
    G: Matrix;
    m0: number[];
    C0: Matrix;
    R: number[];
    d: number[];
    posterior_mean: number[];
    posterior_cov: Matrix;
    log_evidence: number;
  };
}
const answers = knownAnswers<Answers>("../../filters/known-answers/kalman_linear_gaussian.json");

const localLevel: LinearGaussian = {
  transition: [[1]],
  transitionNoise: [[0.25]],
  observation: [[1]],
  observationNoise: [[0.5]],
  mean: [0],
  covariance: [[1]],
};
const { T, Z, Q, H, x0, P0 } = answers.constant_velocity;
const constantVelocity: LinearGaussian = {
  transition: T,
  transitionNoise: Q,
  observation: Z,
  observationNoise: H,
  mean: x0,
  covariance: P0,
};

describe("Kalman filter", () => {
  it.each([
    ["local level", localLevel, answers.local_level],
    ["constant velocity", constantVelocity, answers.constant_velocity],
  ] as const)("%s matches the known answers at every step", (_, model, known) => {
    const steps = kalmanFilter(
      model,
      known.y.map((y) => [y]),
    );
    expect(steps).toHaveLength(known.steps.length);
    steps.forEach((step, t) => {
      const wanted = known.steps[t]!;
      expect(step.predictedMean[0]).toBeCloseTo(wanted.pred_obs_mean[0]!, 12);
      expect(step.predictedCovariance[0]![0]).toBeCloseTo(wanted.pred_obs_cov[0]![0]!, 12);
      step.mean.forEach((x, i) => {
        expect(x).toBeCloseTo(wanted.filt_mean[i]!, 12);
        step.covariance[i]!.forEach((c, j) => {
          expect(c).toBeCloseTo(wanted.filt_cov[i]![j]!, 12);
        });
      });
      expect(step.logLikelihood).toBeCloseTo(wanted.loglik_cum, 11);
    });
    expect(steps.at(-1)!.logLikelihood).toBeCloseTo(known.loglik, 11);
  });
  it("one step of it is the static linear-Gaussian posterior", () => {
    const { G, m0, C0, R, d, posterior_mean, posterior_cov, log_evidence } = answers.es_mda_static;
    const zero = C0.map((row) => row.map(() => 0));
    const identity = C0.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
    const noise = R.map((r, i) => R.map((_, j) => (i === j ? r : 0)));
    const model = { transition: identity, transitionNoise: zero, observation: G, observationNoise: noise };
    const [step] = kalmanFilter({ ...model, mean: m0, covariance: C0 }, [d]);
    step!.mean.forEach((x, i) => {
      expect(x).toBeCloseTo(posterior_mean[i]!, 12);
    });
    step!.covariance.flat().forEach((c, k) => {
      expect(c).toBeCloseTo(posterior_cov.flat()[k]!, 12);
    });
    expect(step!.logLikelihood).toBeCloseTo(log_evidence, 11);
  });
  it("solves by Cholesky, and refuses what is not positive definite", () => {
    const a = [
      [4, 1],
      [1, 3],
    ];
    const [x, y] = solveCholesky(cholesky(a), [1, 2]);
    expect([4 * x! + y!, x! + 3 * y!]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    expect(multiply(cholesky(a), transpose(cholesky(a)))[1]![1]).toBeCloseTo(3, 12);
    expect(() => cholesky([[0]])).toThrow(/not-positive/);
  });
});

/** A linear-Gaussian model for the particle filter: the same equations, by simulation. */
function particles(model: LinearGaussian, count: number, seed: bigint): ParticleModel<number> {
  const normals = normalDraws(seed, count);
  const start = cholesky(model.covariance);
  const noise = cholesky(model.transitionNoise);
  const deviation = Math.sqrt(model.observationNoise[0]![0]!);
  const size = model.mean.length;
  const mix = (factor: Matrix, draws: Float64Array[], i: number, m: number) =>
    factor[i]!.reduce((sum, x, k) => sum + x * draws[k]![m]!, 0);
  return {
    coordinates: size,
    start: (state) => {
      const draws = state.map((_, k) => normals("test/start", 0, k));
      for (let i = 0; i < size; i++)
        for (let m = 0; m < count; m++) state[i]![m] = model.mean[i]! + mix(start, draws, i, m);
    },
    move: (state, week) => {
      const draws = state.map((_, k) => normals("test/move", week, k));
      const before = state.map((values) => values.slice());
      for (let i = 0; i < size; i++)
        for (let m = 0; m < count; m++)
          state[i]![m] =
            model.transition[i]!.reduce((sum, x, k) => sum + x * before[k]![m]!, 0) + mix(noise, draws, i, m);
    },
    logDensity: (state, observed) => state[0]!.map((x) => normalLogDensity(observed, x, deviation)),
  };
}

describe("particle filter", () => {
  it.each([
    ["local level", localLevel, answers.local_level],
    ["constant velocity", constantVelocity, answers.constant_velocity],
  ] as const)("%s matches the exact filter within its Monte Carlo error", (_, model, known) => {
    const count = 20_000;
    const steps = particleFilter(particles(model, count, 3n), known.y, { particles: count, seed: 3n });
    // Standard errors are about sqrt(variance / effective size) <= 0.01; limits are five of them, over 28 checks:
    // false alarms below 1 in 10,000.
    steps.forEach((step, t) => {
      const wanted = known.steps[t]!;
      step.mean.forEach((x, i) => {
        const error = Math.sqrt(wanted.filt_cov[i]![i]! / (0.3 * count));
        expect(Math.abs(x - wanted.filt_mean[i]!)).toBeLessThan(5 * error);
        expect(step.variance[i]! / wanted.filt_cov[i]![i]!).toBeCloseTo(1, 0);
      });
    });
    expect(Math.abs(steps.at(-1)!.logLikelihood - known.loglik)).toBeLessThan(0.1);
  });
  it("is deterministic, and another seed differs", () => {
    const run = (seed: bigint) =>
      particleFilter(particles(localLevel, 200, seed), answers.local_level.y, { particles: 200, seed }).at(-1)!.mean;
    expect(run(1n)).toEqual(run(1n));
    expect(run(1n)).not.toEqual(run(2n));
  });
  it("says which week no particle can explain", () => {
    const model: ParticleModel<number> = {
      coordinates: 1,
      start: () => {},
      move: () => {},
      logDensity: (state, _, week) => state[0]!.map(() => (week < 2 ? 0 : Number.NEGATIVE_INFINITY)),
    };
    expect(() => particleFilter(model, [0, 0, 0], { particles: 4, seed: 1n })).toThrow(/filter\/lost.*week 2/);
  });
});

describe("hidden regimes", () => {
  it("match the sum over all paths", () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    const logDensity = fc.double({ min: -30, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        share,
        fc.array(logDensity, { minLength: 10, maxLength: 10 }),
        (start, stay0, stay1, logs) => {
          const transition = (from: number, to: number) => {
            const stay = from === 0 ? stay0 : stay1;
            return from === to ? stay : 1 - stay;
          };
          const { logLikelihood, shares, nextShares } = filterRegimes(
            { start: [start, 1 - start], transition },
            logs.map(Math.exp),
          );
          const ending = [0, 0];
          for (let path = 0; path < 32; path++) {
            const regimes = Array.from({ length: 5 }, (_, week) => (path >> week) & 1);
            let product = regimes[0] === 0 ? start : 1 - start;
            for (let week = 0; week < 5; week++) {
              if (week > 0) product *= transition(regimes[week - 1]!, regimes[week]!);
              product *= Math.exp(logs[2 * week + regimes[week]!]!);
            }
            ending[regimes[4]!]! += product;
          }
          const total = ending[0]! + ending[1]!;
          expect(logLikelihood).toBeCloseTo(Math.log(total), 9);
          expect(shares[0]).toBeCloseTo(ending[0]! / total, 9);
          expect(nextShares[0]).toBeCloseTo(shares[0]! * stay0 + shares[1]! * (1 - stay1), 12);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("tempered sampler", () => {
  it("recovers the linear-Gaussian posterior and its evidence", async () => {
    const { G, m0, C0, R, d, posterior_mean, posterior_cov, log_evidence } = answers.es_mda_static;
    const factor = cholesky(C0);
    const parameterAt = (positions: readonly Float64Array[], i: number, m: number) =>
      m0[i]! + factor[i]!.reduce((sum, x, k) => sum + x * positions[k]![m]!, 0);
    const count = 2000;
    const sample = await temperedSample(
      {
        coordinates: 3,
        logLikelihood: (positions) =>
          Float64Array.from({ length: count }, (_, m) => {
            const parameters = m0.map((_, i) => parameterAt(positions, i, m));
            return d.reduce((sum, y, j) => {
              const expected = G[j]!.reduce((total, g, k) => total + g * parameters[k]!, 0);
              return sum + normalLogDensity(y, expected, Math.sqrt(R[j]!));
            }, 0);
          }),
      },
      { particles: count, seed: 8n, movesPerStage: 6 },
    );
    const draws = m0.map((_, i) => Float64Array.from({ length: count }, (_, m) => parameterAt(sample.positions, i, m)));
    draws.forEach((values, i) => {
      const mean = values.reduce((sum, x) => sum + x, 0) / count;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count;
      const deviation = Math.sqrt(posterior_cov[i]![i]!);
      // An effective sample of about 500: standard errors 0.045 deviations for means, 0.063 for variances.
      expect(Math.abs(mean - posterior_mean[i]!) / deviation).toBeLessThan(0.2);
      expect(Math.abs(variance / posterior_cov[i]![i]! - 1)).toBeLessThan(0.3);
    });
    expect(Math.abs(sample.logEvidence - log_evidence)).toBeLessThan(0.3);
    expect(sample.powers.at(-1)).toBe(1);
    for (const share of sample.accepted) expect(share).toBeGreaterThan(0.05);
  });
  it("gives back the prior where there are no data", async () => {
    const sample = await temperedSample(
      { coordinates: 1, logLikelihood: (positions) => new Float64Array(positions[0]!.length) },
      { particles: 1000, seed: 2n },
    );
    const mean = sample.positions[0]!.reduce((sum, x) => sum + x, 0) / 1000;
    expect(Math.abs(mean)).toBeLessThan(0.2);
    expect(sample.logEvidence).toBeCloseTo(0, 12);
  });
});

describe("simulation-based calibration, where calibration is perfect by construction", () => {
  // Normal mean, prior N(0, 1), three observations of deviation 1: posterior N(sum / 4, 1 / 4), drawn exactly.
  const simulations = 600;
  const truths = normalDraws(21n, simulations)("test/truth", 0);
  const data = [0, 1, 2].map((k) => normalDraws(21n, simulations)("test/data", 0, k));
  const ties = uniformDraws(21n, simulations)("test/ties", 0);
  const ranks = (width: number, shift: number) =>
    Float64Array.from({ length: simulations }, (_, s) => {
      const sum = data.reduce((total, column) => total + truths[s]! + column[s]!, 0);
      const draws = normalDraws(BigInt(s), 50)("test/posterior", 0).map((z) => shift + sum / 4 + 0.5 * width * z);
      return truthRank(draws, truths[s]!, ties[s]!);
    });
  it("passes exact posteriors, and catches those that are too sharp, too wide or shifted", () => {
    const checks = checkRanks(
      { exact: ranks(1, 0), sharp: ranks(0.7, 0), wide: ranks(1.5, 0), shifted: ranks(1, 0.2) },
      10,
      0.001,
    );
    expect(checks.map(({ parameter, uniform }) => [parameter, uniform])).toEqual([
      ["exact", true],
      ["sharp", false],
      ["wide", false],
      ["shifted", false],
    ]);
  });
});
