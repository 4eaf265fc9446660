import { normalShareBelow } from "@logjam/lang";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalLogDensity } from "../densities.ts";
import { normalDraws } from "../draws/draws.ts";
import { crpsEnsemble, crpsWeighted } from "./crps-ensemble.ts";
import {
  crpsBeta,
  crpsBinomial,
  crpsExponential,
  crpsGamma,
  crpsLognormal,
  crpsNegativeBinomial,
} from "./crps-positive.ts";
import {
  crpsNormal,
  crpsSymmetric,
  crpsTruncated,
  laplaceLaw,
  logisticLaw,
  normalLaw,
  studentLaw,
} from "./crps-symmetric.ts";
import { dawidSebastiani } from "./dawid-sebastiani.ts";
import { errors } from "./errors.ts";
import { knownAnswers } from "./known-answers/read.ts";

interface Normal {
  readonly obs: number;
  readonly mu: number;
  readonly sigma: number;
  readonly crps: number;
}
interface Ensemble {
  readonly obs: number;
  readonly members: number[];
  readonly weights: number[];
  readonly crps_nrg: number;
  readonly crps_fair: number | null;
}
interface Other {
  readonly distribution: string;
  readonly params: Record<string, number>;
  readonly obs: number;
  readonly crps: number;
  readonly crps_quadrature?: number | null;
  readonly crps_direct_sum?: number;
}
interface Answers {
  readonly gaussian: (Normal & { log_score_neg_ln: number; dss: number; pit: number })[];
  readonly gaussian_published: Normal[];
  readonly other_distributions: Other[];
  readonly ensemble_unweighted: Ensemble[];
  readonly ensemble_weighted: Ensemble[];
  readonly ensemble_10: Ensemble & {
    published: number;
    weights_0_to_9: { ours_nrg_weighted: number; crps_qd: number };
  };
}
const answers = knownAnswers<Answers>("crps.json");

/** Equal to within a relative or absolute error of `tolerance`, whichever is larger. */
const near = (found: number, wanted: number, tolerance: number) =>
  expect(Math.abs(found - wanted), `${found} against ${wanted}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(wanted)),
  );

describe("closed forms match the known answers", () => {
  it.each(answers.gaussian)("normal: observed $obs, mean $mu, deviation $sigma", (a) => {
    near(crpsNormal(a.obs, a.mu, a.sigma), a.crps, 1e-13);
    near(-normalLogDensity(a.obs, a.mu, a.sigma), a.log_score_neg_ln, 1e-14);
    near(dawidSebastiani(a.obs, a.mu, a.sigma ** 2), a.dss, 1e-14);
    near(normalShareBelow((a.obs - a.mu) / a.sigma), a.pit, 1e-14);
  });
  it("normal, as published by scoringRules", () => {
    for (const a of answers.gaussian_published) near(crpsNormal(a.obs, a.mu, a.sigma), a.crps, 1e-8);
  });

  const forms: Record<string, (y: number, p: Record<string, number>) => number> = {
    logistic: (y, p) => crpsSymmetric(logisticLaw, y, p["loc"], p["scale"]),
    student_t: (y, p) => crpsSymmetric(studentLaw(p["df"]!), y, p["loc"], p["scale"]),
    laplace: (y, p) => crpsSymmetric(laplaceLaw, y, p["loc"], p["scale"]),
    lognormal: (y, p) => crpsLognormal(y, p["meanlog"]!, p["sdlog"]!),
    exponential: (y, p) => crpsExponential(y, p["rate"]!),
    gamma: (y, p) => crpsGamma(y, p["shape"]!, p["rate"]!),
    beta: (y, p) => crpsBeta(y, p["a"]!, p["b"]!),
    truncated_logistic: (y, p) => crpsTruncated(logisticLaw, y, p["lower"]!, p["upper"]!),
    truncated_t: (y, p) => crpsTruncated(studentLaw(p["df"]!), y, p["lower"]!, p["upper"]!),
    negative_binomial: (y, p) => crpsNegativeBinomial(y, p["size"]!, p["prob"]!),
    binomial: (y, p) => crpsBinomial(y, p["n"]!, p["p"]!),
  };
  it.each(answers.other_distributions)("$distribution: observed $obs", (a) => {
    const found = forms[a.distribution]!(a.obs, a.params);
    near(found, a.crps, 5e-7); // published to 7 digits
    if (typeof a.crps_quadrature === "number") near(found, a.crps_quadrature, 1e-9);
    if (typeof a.crps_direct_sum === "number") near(found, a.crps_direct_sum, 1e-9);
  });
  it("cover every family of the known answers", () => {
    expect(new Set(answers.other_distributions.map((a) => a.distribution))).toEqual(new Set(Object.keys(forms)));
  });

  it("agree with quadrature of (F - step)^2 anywhere", () => {
    const laws = [normalLaw, logisticLaw, laplaceLaw, studentLaw(3), studentLaw(7.5)];
    for (const law of laws) {
      for (const y of [-2.3, 0, 0.4, 5]) {
        const [from, to, n] = [-400, 400, 160_000];
        let sum = 0;
        for (let i = 0; i < n; i++) {
          const x = from + ((i + 0.5) * (to - from)) / n;
          sum += (law.share(x) - (x >= y ? 1 : 0)) ** 2;
        }
        near((sum * (to - from)) / n, crpsSymmetric(law, y), 2e-3);
      }
    }
  });
});

describe("ensembles match the known answers", () => {
  it.each(answers.ensemble_unweighted)("members $members, observed $obs", (a) => {
    near(crpsEnsemble(a.members, a.obs, "nrg"), a.crps_nrg, 1e-15);
    if (a.crps_fair === null) {
      expect(() => crpsEnsemble(a.members, a.obs, "fair")).toThrow(errors.tooFewMembers("crpsEnsemble", 1, 2).message);
    } else near(crpsEnsemble(a.members, a.obs, "fair"), a.crps_fair, 1e-15);
  });
  it.each(answers.ensemble_weighted)("members $members, weights $weights, observed $obs", (a) => {
    near(crpsWeighted(a.members, a.weights, a.obs, "nrg"), a.crps_nrg, 1e-15);
  });
  it("ten members", () => {
    const a = answers.ensemble_10;
    near(crpsEnsemble(a.members, a.obs, "nrg"), a.crps_nrg, 1e-14);
    near(crpsEnsemble(a.members, a.obs, "nrg"), a.published, 1e-7);
    near(crpsEnsemble(a.members, a.obs, "fair"), a.crps_fair!, 1e-14);
    const weights = a.members.map((_, i) => i);
    near(crpsWeighted(a.members, weights, a.obs, "nrg"), a.weights_0_to_9.ours_nrg_weighted, 1e-14);
    near(crpsWeighted(a.members, weights, a.obs, "nrg"), a.weights_0_to_9.crps_qd, 1e-7);
  });
});

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const ensemble = fc.array(value, { minLength: 2, maxLength: 40 });

describe("the ensemble score's properties", () => {
  it("is the double sum that defines it", () => {
    fc.assert(
      fc.property(ensemble, value, (members, y) => {
        const m = members.length;
        const distance = members.reduce((sum, x) => sum + Math.abs(x - y), 0) / m;
        const pairs = members.reduce((sum, x) => sum + members.reduce((s, z) => s + Math.abs(x - z), 0), 0);
        near(crpsEnsemble(members, y, "nrg"), distance - pairs / (2 * m * m), 1e-10);
        near(crpsEnsemble(members, y, "fair"), distance - pairs / (2 * m * (m - 1)), 1e-10);
      }),
    );
  });
  it("moves with the quantity: shifts do not matter, units do", () => {
    fc.assert(
      fc.property(ensemble, value, fc.double({ min: 0.01, max: 100, noNaN: true }), (members, y, unit) => {
        const score = crpsEnsemble(members, y, "fair");
        const shifted = members.map((x) => x + 80_000);
        near(crpsEnsemble(shifted, y + 80_000, "fair"), score, 1e-9);
        const scaled = members.map((x) => x * unit);
        near(crpsEnsemble(scaled, y * unit, "fair"), score * unit, 1e-9);
      }),
    );
  });
  it("with equal weights is the unweighted score, in both forms", () => {
    fc.assert(
      fc.property(ensemble, value, (members, y) => {
        const weights = members.map(() => 0.7);
        near(crpsWeighted(members, weights, y, "nrg"), crpsEnsemble(members, y, "nrg"), 1e-10);
        near(crpsWeighted(members, weights, y, "fair"), crpsEnsemble(members, y, "fair"), 1e-10);
      }),
    );
  });
  it("refuses what cannot be scored, and says why", () => {
    expect(() => crpsEnsemble([1, Number.NaN], 0, "fair")).toThrow(
      errors.notFinite("crpsEnsemble", "member 1", Number.NaN).message,
    );
    expect(() => crpsEnsemble([1, 2], Number.NaN, "fair")).toThrow(
      errors.notFinite("crpsEnsemble", "the observation", Number.NaN).message,
    );
    expect(() => crpsWeighted([1, 2], [1], 0, "nrg")).toThrow(/1 for 2 members/);
    expect(() => crpsWeighted([1, 2], [-1, 2], 0, "nrg")).toThrow(/hold -1 at member 0/);
    expect(() => crpsWeighted([1, 2], [0, 0], 0, "nrg")).toThrow(/add up to 0/);
    expect(() => crpsWeighted([1, 2], [0, 1], 0, "fair")).toThrow(/rest on one member/);
  });
});

describe("a planted defect is caught: the unfair form in place of the fair one", () => {
  // 3,000 ensembles of 5 members from the law of the observation: the fair mean is the law's own CRPS, 1/sqrt(pi).
  const trials = 3000;
  const truth = normalDraws(7n, trials)("test/truth", 0);
  const draws = normalDraws(7n, trials);
  const members = [0, 1, 2, 3, 4].map((k) => draws("test/members", 0, k));
  const meanOf = (form: "fair" | "nrg") => {
    let sum = 0;
    for (let t = 0; t < trials; t++)
      sum += crpsEnsemble(
        members.map((m) => m[t]!),
        truth[t]!,
        form,
      );
    return sum / trials;
  };
  // Standard deviation of one score is about 0.6, so 4 standard errors are 0.045: false alarms 1 in 16,000.
  const tolerance = 0.045;
  it("the fair mean is that of the law, the unfair one is not", () => {
    expect(Math.abs(meanOf("fair") - 1 / Math.sqrt(Math.PI))).toBeLessThan(tolerance);
    expect(Math.abs(meanOf("nrg") - 1 / Math.sqrt(Math.PI))).toBeGreaterThan(2 * tolerance);
  });
  it("is proper: the law of the observation beats laws that are shifted, too sharp or too wide", () => {
    const scoreOf = (shift: number, factor: number) => {
      let sum = 0;
      for (let t = 0; t < trials; t++)
        sum += crpsEnsemble(
          members.map((m) => shift + factor * m[t]!),
          truth[t]!,
          "fair",
        );
      return sum / trials;
    };
    const own = scoreOf(0, 1);
    for (const [shift, factor] of [
      [0.4, 1],
      [-0.4, 1],
      [0, 0.4],
      [0, 2],
    ] as const)
      expect(scoreOf(shift, factor)).toBeGreaterThan(own + 0.01);
  });
  it("keeps its numbers: the closed form of the standard normal at 0", () => {
    expect(crpsNormal(0, 0, 1)).toBeCloseTo(Math.sqrt(2 / Math.PI) - 1 / Math.sqrt(Math.PI), 15);
  });
});
