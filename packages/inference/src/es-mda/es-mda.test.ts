import { describe, expect, it } from "vitest";
import { cholesky, type Matrix } from "../filters/matrix.ts";
import { knownAnswers } from "../scores/known-answers/read.ts";
import { esMda, type GaussianData } from "./es-mda.ts";

interface Answers {
  readonly es_mda_static: {
    G: Matrix;
    m0: number[];
    C0: Matrix;
    R: number[];
    d: number[];
    posterior_mean: number[];
    posterior_cov: Matrix;
  };
}
const known = knownAnswers<Answers>("../../filters/known-answers/kalman_linear_gaussian.json").es_mda_static;
const factor = cholesky(known.C0);

/** Parameters of one member from its standard position. */
const parameters = (positions: readonly Float64Array[], m: number): number[] =>
  known.m0.map((mean, i) => mean + factor[i]!.reduce((sum, x, k) => sum + x * positions[k]![m]!, 0));

const linear: GaussianData = {
  observed: known.d,
  deviations: known.R.map(Math.sqrt),
  coordinates: 3,
  predict: (positions) =>
    known.G.map((row) =>
      Float64Array.from(positions[0]!, (_, m) => parameters(positions, m).reduce((sum, x, k) => sum + row[k]! * x, 0)),
    ),
};

describe("ES-MDA", () => {
  it.each([[[1]], [[4, 4, 4, 4]], [[28 / 3, 7, 4, 2]]])(
    "gives the exact posterior of the linear-Gaussian case with inflation %j",
    async (inflation) => {
      const members = 10_000;
      const { positions, failed } = await esMda(linear, { members, seed: 5n, inflation });
      expect(failed).toBe(0);
      const draws = Array.from({ length: members }, (_, m) => parameters(positions, m));
      const mean = known.m0.map((_, i) => draws.reduce((sum, x) => sum + x[i]!, 0) / members);
      known.posterior_cov.forEach((row, i) => {
        // Standard errors 1 / sqrt(10,000) = 0.01 deviations for means, 0.014 for variances; limits are five of them.
        expect(Math.abs(mean[i]! - known.posterior_mean[i]!) / Math.sqrt(row[i]!)).toBeLessThan(0.05);
        row.forEach((wanted, j) => {
          const found = draws.reduce((sum, x) => sum + (x[i]! - mean[i]!) * (x[j]! - mean[j]!), 0) / (members - 1);
          const scale = Math.sqrt(row[i]! * known.posterior_cov[j]![j]!);
          expect(Math.abs(found - wanted) / scale).toBeLessThan(0.07);
        });
      });
    },
  );

  it("is deterministic, and another seed differs", async () => {
    const run = async (seed: bigint) => (await esMda(linear, { members: 50, seed })).positions;
    expect(await run(1n)).toEqual(await run(1n));
    expect(await run(1n)).not.toEqual(await run(2n));
  });

  it("leaves the prior where the data say nothing, and tells its passes", async () => {
    const passes: number[][] = [];
    const vague = { ...linear, deviations: known.R.map(() => 1e6) };
    const { positions } = await esMda(vague, {
      members: 2_000,
      seed: 3n,
      onPass: (pass, of) => passes.push([pass, of]),
    });
    expect(passes).toEqual([1, 2, 3, 4].map((pass) => [pass, 4]));
    for (const values of positions) {
      const mean = values.reduce((sum, x) => sum + x, 0) / 2_000;
      expect(Math.abs(mean)).toBeLessThan(0.12);
      expect(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 1_999).toBeCloseTo(1, 0);
    }
  });

  it("counts out members whose predictions are not finite, and goes on with the others", async () => {
    const broken: GaussianData = {
      ...linear,
      predict: async (positions) =>
        (await linear.predict(positions)).map((row) => row.map((x, m) => (m % 10 === 0 ? Number.NaN : x))),
    };
    const { positions, failed } = await esMda(broken, { members: 4_000, seed: 8n });
    expect(failed).toBe(400);
    const sound = Array.from({ length: 4_000 }, (_, m) => m).filter((m) => m % 10 !== 0);
    const first = sound.reduce((sum, m) => sum + parameters(positions, m)[0]!, 0) / sound.length;
    expect(Math.abs(first - known.posterior_mean[0]!)).toBeLessThan(0.05);
    const none = { ...linear, predict: () => known.d.map(() => new Float64Array(8).fill(Number.NaN)) };
    await expect(esMda(none, { members: 8, seed: 1n })).rejects.toThrow(/es-mda\/failed/);
  });

  it("planted defect: data that would count twice, or half, are refused; so are deviations of nothing", async () => {
    for (const inflation of [
      [2, 2, 2, 2],
      [4, 4],
      [1, -1, 1],
    ])
      await expect(esMda(linear, { members: 8, seed: 1n, inflation })).rejects.toThrow(/es-mda\/inflation/);
    await expect(esMda({ ...linear, deviations: [0.1, 0, 0.1, 0.1] }, { members: 8, seed: 1n })).rejects.toThrow(
      /es-mda\/deviation: datum 1/,
    );
    await expect(esMda({ ...linear, deviations: [0.1] }, { members: 8, seed: 1n })).rejects.toThrow(/es-mda\/length/);
  });
});
