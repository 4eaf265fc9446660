/**
 * 8. The Ardennes by Bayes: how little thirty-two days say about the exponents.
 *
 * For the two sides together, y_t = gamma + (X_t - mean X) phi + delta I_t + error, where y_t holds the logarithms of
 * both sides' losses on day t, X_t = [[ln A, ln G], [ln G, ln A]] those of their strengths (A Allies, G Germans), I_t is
 * -1 on the first five days (the Germans attack) and 1 after. phi holds the exponents: own strength, enemy strength.
 *
 *   gamma ~ N((8, 8), I), phi ~ N((1/2, 1/2), I/4), delta ~ N(0, [[0.1, -0.05], [-0.05, 0.1]]), V ~ IW(3, I)
 *
 * Given V all six coefficients are jointly normal; given these, V is inverse Wishart: Gibbs sampling alternates.
 *
 * Source: M. P. Wiper, L. I. Pettit & K. D. S. Young, *Naval Research Logistics* 47 (2000) 541-558, in the form and with
 * the priors of github.com/yiyuezhuo/lanchester-model-review. Reproduced: the ten posterior means given there, within
 * 0.03. Ours: the sampler, on our own random streams.
 */
import { column, readColumns } from "./support/data-file.ts";
import { cholesky, inverse2, type Matrix, solveLower, solveLowerTransposed, type Vector } from "./support/matrix.ts";
import { RandomStream } from "./support/random-stream.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

/** One day: the two responses, and the 2 by 6 matrix of regressors for (gamma, phi, delta). */
export interface Day {
  readonly response: Vector;
  readonly regressors: Matrix;
}

/** The regression of Wiper, Pettit & Young, days 2 to 33. */
export function regressionDays(): readonly Day[] {
  const data = readColumns("ardennes-wiper-pettit-young.csv", " ");
  const logs = (name: string) => column(data, name).map(Math.log);
  const [allies, germans] = [logs("ForcesAllies"), logs("ForcesGermans")];
  const centred = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [a, g] = [centred(allies), centred(germans)];
  const losses = [logs("CasualtiesAllies"), logs("CasualtiesGermans")];
  return a.map((own, t) => {
    const phase = t < 5 ? -1 : 1;
    return {
      response: [losses[0]![t]!, losses[1]![t]!],
      regressors: [
        [1, 0, own, g[t]!, phase, 0],
        [0, 1, g[t]!, own, 0, phase],
      ],
    };
  });
}

/** The prior of the coefficients (mean, and precision by 2 by 2 blocks) and of V: degrees of freedom and scale. */
export interface RegressionPrior {
  readonly mean: Vector;
  readonly precisionBlocks: readonly Matrix[];
  readonly freedom: number;
  readonly scale: Matrix;
}

const identity: Matrix = [
  [1, 0],
  [0, 1],
];

export const PRIOR: RegressionPrior = {
  mean: [8, 8, 0.5, 0.5, 0, 0],
  precisionBlocks: [
    identity,
    [
      [4, 0],
      [0, 4],
    ],
    inverse2([
      [0.1, -0.05],
      [-0.05, 0.1],
    ]),
  ],
  freedom: 3,
  scale: identity,
};

/** Mean and Cholesky factor of the precision of the coefficients, given the inverse of V. */
export function coefficientsGiven(
  inverseV: Matrix,
  days: readonly Day[],
  prior: RegressionPrior,
): { readonly mean: Vector; readonly factor: Matrix } {
  const size = prior.mean.length;
  const precision = prior.mean.map((_, i) =>
    prior.mean.map((_, j) => {
      const block = Math.floor(i / 2);
      return Math.floor(j / 2) === block ? prior.precisionBlocks[block]![i % 2]![j % 2]! : 0;
    }),
  );
  const pull = precision.map((row) => row.reduce((sum, value, j) => sum + value * prior.mean[j]!, 0));
  for (const { response, regressors } of days) {
    for (let i = 0; i < size; i++) {
      for (let p = 0; p < 2; p++) {
        for (let q = 0; q < 2; q++) {
          const weight = regressors[p]![i]! * inverseV[p]![q]!;
          pull[i]! += weight * response[q]!;
          for (let j = 0; j < size; j++) precision[i]![j]! += weight * regressors[q]![j]!;
        }
      }
    }
  }
  const factor = cholesky(precision);
  return { mean: solveLowerTransposed(factor, solveLower(factor, pull)), factor };
}

/** A draw of the inverse of V from the Wishart with these degrees of freedom and inverse scale, by Bartlett's way. */
function drawInverseV(freedom: number, inverseScale: Matrix, random: RandomStream): Matrix {
  const l = cholesky(inverse2(inverseScale));
  const chi = (degrees: number) => Math.sqrt(2 * random.gamma(degrees / 2));
  const [a, b, c] = [chi(freedom), random.normal(), chi(freedom - 1)];
  const root = [
    [l[0]![0]! * a, 0],
    [l[1]![0]! * a + l[1]![1]! * b, l[1]![1]! * c],
  ];
  const entry = (i: number, j: number) => root[i]![0]! * root[j]![0]! + root[i]![1]! * root[j]![1]!;
  return [
    [entry(0, 0), entry(0, 1)],
    [entry(1, 0), entry(1, 1)],
  ];
}

function residualScale(coefficients: Vector, days: readonly Day[], scale: Matrix): Matrix {
  const sum = scale.map((row) => [...row]);
  for (const { response, regressors } of days) {
    const error = response.map((y, p) => y - regressors[p]!.reduce((fit, x, i) => fit + x * coefficients[i]!, 0));
    for (let p = 0; p < 2; p++) for (let q = 0; q < 2; q++) sum[p]![q]! += error[p]! * error[q]!;
  }
  return sum;
}

/** Names of what is sampled, in the order of the draws. */
export const QUANTITIES = [
  ...["gamma 1", "gamma 2", "phi 1 (own)", "phi 2 (enemy)", "delta 1", "delta 2"],
  ...["V 11", "V 12", "V 22"],
] as const;

export interface Posterior {
  readonly mean: Vector;
  readonly sd: Vector;
}

/** Posterior means and standard deviations from `draws` rounds after 200 that are thrown away. */
export function gibbs(seed: bigint, draws: number, days = regressionDays(), prior = PRIOR): Posterior {
  const random = new RandomStream(seed, "ardennes/gibbs");
  const burnIn = 200;
  const sums = QUANTITIES.map(() => 0);
  const squares = QUANTITIES.map(() => 0);
  let inverseV: Matrix = [
    [10, 0],
    [0, 10],
  ];
  for (let round = 0; round < burnIn + draws; round++) {
    const { mean, factor } = coefficientsGiven(inverseV, days, prior);
    const noise = solveLowerTransposed(
      factor,
      mean.map(() => random.normal()),
    );
    const coefficients = mean.map((value, i) => value + noise[i]!);
    inverseV = drawInverseV(prior.freedom + days.length, residualScale(coefficients, days, prior.scale), random);
    if (round < burnIn) continue;
    const v = inverse2(inverseV);
    [...coefficients, v[0]![0]!, v[0]![1]!, v[1]![1]!].forEach((value, k) => {
      sums[k]! += value;
      squares[k]! += value * value;
    });
  }
  const mean = sums.map((sum) => sum / draws);
  return { mean, sd: squares.map((square, k) => Math.sqrt(square / draws - mean[k]! ** 2)) };
}

/** What the notebook's chain of 500 draws gave (github.com/yiyuezhuo/lanchester-model-review). */
export const PUBLISHED_MEANS: Vector = [7.784, 8.018, 1.058, 0.704, -0.241, 0.035, 0.097, 0.027, 0.108];

/** Posterior means beside the published ones. */
export function table(): string {
  const { mean, sd } = gibbs(1n, 4000);
  const rows = QUANTITIES.map((name, k) => [name, PUBLISHED_MEANS[k]!, mean[k]!, sd[k]!]);
  return `${textTable(["quantity", "published", "ours", "posterior sd"], rows)}
The exponents phi are uncertain by nearly half a unit: from the linear law to the square law and beyond.\n`;
}

printIfStarted(import.meta.url, table);
