import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDraws, uniformDraws } from "../draws/draws.ts";
import { coveragePValue, uniformity } from "./coverage.ts";
import { crpsEnsemble } from "./crps-ensemble.ts";
import { dawidSebastianiEnsemble } from "./dawid-sebastiani.ts";
import { errors } from "./errors.ts";
import { baselineLogScore, brier, ignorance, shareAbove } from "./event-scores.ts";
import { knownAnswers } from "./known-answers/read.ts";
import { logScoreEnsemble } from "./log-score.ts";
import { pitEnsemble } from "./pit.ts";
import { centralInterval, intervalScore, quantileScore } from "./quantile-scores.ts";
import { binomialShareUpTo, chiSquareTail, gammaShareBelow, studentShareBelow } from "./special-functions.ts";
import { energyScore, variogramScore } from "./vector-scores.ts";

interface Answers {
  readonly interval_score: {
    cases: { obs: number; lower: number; upper: number; target_coverage: number; value: number }[];
    published: number[];
  };
  readonly interval_score_vs_views_QIS: {
    cases: {
      obs: number;
      members: number[];
      alpha: number;
      lower: number;
      upper: number;
      interval_score: number;
      views_QIS_value: number;
    }[];
  };
  readonly quantile_score: { cases: { obs: number; q: number; tau: number; value: number }[] };
  readonly brier: { y_true: number[]; ensembles?: number[][]; prob?: number[]; threshold: number; value: number }[];
  readonly ignorance: {
    cases: { obs: number; members: number[]; bins: number[]; value: number }[];
    views_bins: number[];
  };
  readonly energy_score: {
    obs: number[];
    members: number[][];
    exact_nrg: number;
    exact_fair: number;
    nrg: number;
    fair: number;
  };
  readonly variogram_score: { obs: number[]; members: number[][]; exact_p_half: number; exact_p_one: number };
  readonly dawid_sebastiani: { obs: number; members: number[]; value: number; published: number };
  readonly log_score_bernoulli_metaculus_style: { cases: { p: number; score: number }[] };
  readonly proper_score_table: { naive_expected: Record<string, number> };
}
const answers = knownAnswers<Answers>("scores.json");

describe("scores match the known answers", () => {
  it.each(answers.interval_score.cases)("interval: observed $obs, coverage $target_coverage", (a) => {
    expect(intervalScore(a.obs, a.lower, a.upper, a.target_coverage)).toBeCloseTo(a.value, 12);
  });
  it("interval, as published", () => {
    const found = answers.interval_score.cases
      .slice(0, 4)
      .map((a) => intervalScore(a.obs, a.lower, a.upper, a.target_coverage));
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(answers.interval_score.published[i]!, 12);
    });
  });
  it.each(answers.interval_score_vs_views_QIS.cases)("interval of an ensemble: observed $obs, alpha $alpha", (a) => {
    const { lower, upper } = centralInterval(a.members, 1 - a.alpha);
    expect([lower, upper]).toEqual([expect.closeTo(a.lower, 12), expect.closeTo(a.upper, 12)]);
    const score = intervalScore(a.obs, lower, upper, 1 - a.alpha);
    expect(score).toBeCloseTo(a.interval_score, 10);
    // The doubled penalty of another library's score is not ours.
    expect(Math.abs(score - a.views_QIS_value)).toBeGreaterThan(1);
  });
  it.each(answers.quantile_score.cases)("quantile: observed $obs, quantile $q, level $tau", (a) => {
    expect(quantileScore(a.obs, a.q, a.tau)).toBeCloseTo(a.value, 12);
  });
  it.each(answers.brier)("Brier: threshold $threshold, value $value", (a) => {
    const scores = a.y_true.map((y, i) => {
      const probability = a.prob?.[i] ?? shareAbove(a.ensembles![i]!, a.threshold);
      return brier(probability, y > a.threshold);
    });
    expect(scores.reduce((sum, s) => sum + s, 0) / scores.length).toBeCloseTo(a.value, 14);
  });
  it.each(answers.ignorance.cases)("ignorance: observed $obs", (a) => {
    expect(ignorance(a.members, a.obs, a.bins)).toBeCloseTo(a.value, 14);
    expect(() => ignorance(a.members, 12, a.bins)).toThrow(errors.outsideBins(12, 0, 12).message);
    // With the bins of the 2023 competition all members and the observation fall in bins of their own.
    expect(ignorance(a.members, a.obs, answers.ignorance.views_bins)).toBeCloseTo(-Math.log2(3 / 15), 14);
  });
  it("energy score, both forms", () => {
    const { obs, members, exact_nrg, exact_fair, nrg, fair } = answers.energy_score;
    expect(energyScore(members.flat(), obs, "nrg")).toBeCloseTo(exact_nrg, 14);
    expect(energyScore(members.flat(), obs, "fair")).toBeCloseTo(exact_fair, 14);
    expect([exact_nrg, exact_fair]).toEqual([expect.closeTo(nrg, 7), expect.closeTo(fair, 7)]);
  });
  it("variogram score of order 1/2 and 1, all ordered pairs", () => {
    const { obs, members, exact_p_half, exact_p_one } = answers.variogram_score;
    expect(variogramScore(members.flat(), obs, 0.5)).toBeCloseTo(exact_p_half, 14);
    expect(variogramScore(members.flat(), obs, 1)).toBeCloseTo(exact_p_one, 14);
    expect(variogramScore(members.flat(), obs, 0.999999)).toBeCloseTo(exact_p_one, 5);
  });
  it("Dawid-Sebastiani score", () => {
    const { obs, members, value, published } = answers.dawid_sebastiani;
    expect(dawidSebastianiEnsemble(members, obs)).toBeCloseTo(value, 12);
    expect(value).toBeCloseTo(published, 6);
    expect(() => dawidSebastianiEnsemble([3, 3], 3)).toThrow(/score\/not-finite/);
  });
  it("baseline log score of an event", () => {
    for (const { p, score } of answers.log_score_bernoulli_metaculus_style.cases) {
      expect(baselineLogScore(p, true)).toBeCloseTo(score, 10);
      expect(baselineLogScore(1 - p, false)).toBeCloseTo(score, 10);
    }
  });
  it("the improper score of the known answers rewards a false probability; ours do not", () => {
    const truth = 1 / 6;
    const expected = (score: (p: number, happened: boolean) => number, p: number) =>
      truth * score(p, true) + (1 - truth) * score(p, false);
    const naive = (p: number, happened: boolean) => (happened ? p : 1 - p);
    const [low, central, high] = Object.values(answers.proper_score_table.naive_expected);
    expect([0.05, 0.17, 0.3].map((p) => expected(naive, p))).toEqual([
      expect.closeTo(low!, 1),
      expect.closeTo(central!, 1),
      expect.closeTo(high!, 1),
    ]);
    expect(low).toBeGreaterThan(central!);
    for (const p of [0.05, 0.3]) {
      expect(expected(brier, p)).toBeGreaterThan(expected(brier, truth));
      expect(expected(baselineLogScore, p)).toBeLessThan(expected(baselineLogScore, truth));
    }
  });
});

const value = fc.double({ min: -100, max: 100, noNaN: true });

describe("identities", () => {
  it("an interval score is 2 / alpha times the pinball losses of its ends", () => {
    fc.assert(
      fc.property(value, value, value, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (y, a, b, coverage) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        const alpha = 1 - coverage;
        const pinball = quantileScore(y, lower, alpha / 2) + quantileScore(y, upper, 1 - alpha / 2);
        expect(intervalScore(y, lower, upper, coverage)).toBeCloseTo((2 / alpha) * pinball, 7);
      }),
    );
  });
  it("the CRPS is twice the integral of pinball losses over all levels", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), value, (members, y) => {
        const sorted = Float64Array.from(members).sort();
        const n = 4000 * sorted.length;
        let sum = 0;
        for (let i = 0; i < n; i++) {
          const level = (i + 0.5) / n;
          sum += quantileScore(y, sorted[Math.floor(level * sorted.length)]!, level);
        }
        expect((2 * sum) / n).toBeCloseTo(crpsEnsemble(members, y, "nrg"), 2);
      }),
      { numRuns: 20 },
    );
  });
  it("in one dimension the energy score is the CRPS", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), value, (members, y) => {
        expect(energyScore(members, [y], "nrg")).toBeCloseTo(crpsEnsemble(members, y, "nrg"), 9);
        expect(energyScore(members, [y], "fair")).toBeCloseTo(crpsEnsemble(members, y, "fair"), 9);
      }),
    );
  });
  it("the variogram score does not see a common shift", () => {
    const members = [1, 4, 2, 2, 9, 1];
    expect(
      variogramScore(
        members.map((x) => x + 7),
        [3, 5],
        0.5,
      ),
    ).toBeCloseTo(variogramScore(members, [3, 5], 0.5), 12);
  });
});

describe("special functions", () => {
  it("have the tabulated values", () => {
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
    expect(studentShareBelow(2.7764451051977987, 4)).toBeCloseTo(0.975, 12);
    expect(gammaShareBelow(2, 1)).toBeCloseTo(1 - Math.exp(-2), 14);
    const direct = [0, 1, 2, 3].reduce((sum, k) => sum + [1, 10, 45, 120][k]! * 0.3 ** k * 0.7 ** (10 - k), 0);
    expect(binomialShareUpTo(3, 10, 0.3)).toBeCloseTo(direct, 13);
  });
});

describe("log score", () => {
  it("of many normal members is near that of the normal law, from above", () => {
    const members = normalDraws(3n, 4000)("test/log", 0);
    for (const y of [-1.5, 0, 0.7, 2]) {
      const exact = 0.5 * y * y + 0.9189385332046727;
      expect(Math.abs(logScoreEnsemble(members, y, 1e-6) - exact)).toBeLessThan(0.12);
    }
  });
  it("punishes a miss without going to infinity, and no sharpness beyond the resolution", () => {
    const sharp = Array.from({ length: 50 }, () => 10);
    expect(logScoreEnsemble(sharp, 1e5, 1)).toBeLessThan(70);
    expect(logScoreEnsemble(sharp, 1e5, 1)).toBeGreaterThan(40);
    expect(logScoreEnsemble(sharp, 10, 1)).toBeCloseTo(-Math.log(0.375), 12);
    expect(logScoreEnsemble(sharp, 10, 2)).toBeCloseTo(Math.log(2) - Math.log(0.375), 12);
  });
});

describe("calibration", () => {
  const trials = 2000;
  const truth = normalDraws(11n, trials)("test/truth", 0);
  const ties = uniformDraws(11n, trials)("test/ties", 0);
  const draws = normalDraws(12n, trials);
  const columns = Array.from({ length: 39 }, (_, k) => draws("test/members", 0, k));
  const pits = (spread: number, round = false) =>
    Float64Array.from({ length: trials }, (_, t) => {
      const shown = (x: number) => (round ? Math.round(x) : x);
      return pitEnsemble(
        columns.map((c) => shown(spread * c[t]!)),
        shown(truth[t]!),
        ties[t]!,
      );
    });
  // False alarms of each check below: 1 in 10,000 at the stated limits.
  const limit = 1e-4;
  it("a calibrated ensemble has uniform transforms, also where values tie", () => {
    expect(uniformity(pits(1), 20).pValue).toBeGreaterThan(limit);
    expect(uniformity(pits(1, true), 20).pValue).toBeGreaterThan(limit);
  });
  it("shares the unit interval among ranks: known by hand", () => {
    expect(pitEnsemble([1, 2], 3, 0.5)).toBeCloseTo(2.5 / 3, 15);
    expect(pitEnsemble([1, 2], 0, 0.5)).toBeCloseTo(0.5 / 3, 15);
    expect(pitEnsemble([1, 2, 2, 5], 2, 0.5)).toBeCloseTo(2.5 / 5, 15);
  });
  it("planted defect: an overconfident ensemble is caught by transforms and by coverage", () => {
    expect(uniformity(pits(0.7), 20).pValue).toBeLessThan(limit);
    const coveredBy = (spread: number) => {
      let covered = 0;
      for (let t = 0; t < 200; t++) {
        const { lower, upper } = centralInterval(
          columns.map((c) => spread * c[t]!),
          0.8,
        );
        if (truth[t]! >= lower && truth[t]! <= upper) covered += 1;
      }
      return coveragePValue(covered, 200, 0.8);
    };
    expect(coveredBy(1.05)).toBeGreaterThan(0.001);
    expect(coveredBy(0.6)).toBeLessThan(0.001);
    expect(coveredBy(2)).toBeLessThan(0.001);
  });
  it("counts fall into their bins, the ends included", () => {
    expect(uniformity([0, 0.1, 0.5, 0.99, 1], 2).counts).toEqual([2, 3]);
  });
  it("a coverage P-value is exact: 8 of 10 at 80 % is unremarkable, 2 of 10 is not", () => {
    expect(coveragePValue(8, 10, 0.8)).toBe(1);
    expect(coveragePValue(2, 10, 0.8)).toBeCloseTo(2 * 0.0000779264, 8);
  });
});
