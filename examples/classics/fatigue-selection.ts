/**
 * 10. Rubio-Campillo's choice among four laws, by approximate Bayesian computation.
 *
 * Which law explains 1,079 battles of 1620-1905 best? Draw a law (each equally likely) and a distribution of power
 * ratios (gamma, its mean and spread uniform on 0 to 5); fight all battles of a period; compare with history; keep the
 * best few of the draws. The share of a law among what is kept is its posterior probability.
 *
 * Source: X. Rubio-Campillo, *PLOS ONE* 11(1) (2016) e0146491; data and rounding to whole men as in
 * github.com/xrubio/lanchester (whose code was not used). Reproduced: the fatigue law has more than 3/4 of the posterior
 * in all four periods, and the power ratio is lower in the last period than in the first. Ours: the program. Each draw
 * has random streams of its own, so a draw that is already worse than the best few can be dropped half-way without
 * disturbing any other; that makes it fast.
 *
 * How decisive it is depends on how few are kept. For 1861-1905 and 100,000 draws, fatigue has 0.65 of the best 1 %,
 * 0.79 of the best 0.5 %, 0.98 of the best 0.25 % and all of the best 0.1 %: the nearer to history, the clearer.
 *
 * What it does not show: a battle stops at the historical losses of one side, so only the ratio of losses is tested.
 */
import { LAWS, type Law } from "./fatigue-battle.ts";
import { column, readColumns } from "./support/data-file.ts";
import { RandomStream } from "./support/random-stream.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

export interface Battle {
  readonly redStrength: number;
  readonly blueStrength: number;
  readonly redHistorical: number;
  readonly blueHistorical: number;
}

/** ln(e + step) for the first steps of a battle: few last longer, and the logarithm is the loop's dearest part. */
const WEARINESS: readonly number[] = Array.from({ length: 4096 }, (_, step) => Math.log(Math.E + step));

export const PERIODS = ["1620-1701", "1702-1792", "1793-1860", "1861-1905"] as const;

/** The battles of a period, 0 to 3. */
export function battlesOf(period: number): readonly Battle[] {
  const table = readColumns(`rubio-campillo-0${period + 1}.csv`, ";");
  const blueStrengths = column(table, "B0");
  const redHistorical = column(table, "Rc");
  const blueHistorical = column(table, "Bc");
  return column(table, "R0").map((redStrength, k) => ({
    redStrength,
    blueStrength: blueStrengths[k]!,
    redHistorical: redHistorical[k]!,
    blueHistorical: blueHistorical[k]!,
  }));
}

/**
 * Fights one battle, in men (Red's losses, Blue's losses): the equations of `fatigue-battle.ts`, as a plain loop that
 * stops when the battle does. With `wholeMen` what is left is cut to whole men after each step, as published.
 */
export function fight(battle: Battle, law: Law, powerRatio: number, wholeMen = true): readonly [number, number] {
  const { redStrength, blueStrength } = battle;
  const redStop = redStrength - battle.redHistorical;
  const blueStop = blueStrength - battle.blueHistorical;
  const scale = 100 / (law === "linear" ? redStrength * blueStrength : Math.max(redStrength, blueStrength));
  let red = redStrength;
  let blue = blueStrength;
  for (let step = 0; red > redStop && blue > blueStop; step++) {
    const vigour = law === "fatigue" ? scale / (WEARINESS[step] ?? Math.log(Math.E + step)) : scale;
    const redLosses = vigour * (law === "linear" ? red * blue : law === "square" ? blue : red);
    const blueLosses = vigour * powerRatio * (law === "linear" ? red * blue : law === "square" ? red : blue);
    red = wholeMen ? Math.trunc(red - redLosses) : red - redLosses;
    blue = wholeMen ? Math.trunc(blue - blueLosses) : blue - blueLosses;
  }
  return [redStrength - red, blueStrength - blue];
}

/** One draw from the prior. */
export interface Draw {
  readonly law: Law;
  /** Mean and standard deviation of the battles' power ratios. */
  readonly meanRatio: number;
  readonly sdRatio: number;
}

/** The prior of draw number `k`: the law uniform over the four, mean and spread uniform on (0, 5). */
export function drawPrior(seed: bigint, k: number): Draw {
  const random = new RandomStream(seed, "fatigue-selection/prior", k);
  const law = LAWS[Math.floor(random.uniform() * LAWS.length)]!;
  return { law, meanRatio: 5 * random.uniform(), sdRatio: 5 * random.uniform() };
}

/**
 * The distance of a draw from history: over all battles and both sides, |simulated - historical| / historical. Gives up
 * with Infinity once the sum exceeds `limit`.
 */
function distance(battles: readonly Battle[], draw: Draw, random: RandomStream, limit: number): number {
  const { law, meanRatio, sdRatio } = draw;
  const shape = (meanRatio / sdRatio) ** 2;
  const scale = (sdRatio * sdRatio) / meanRatio;
  let sum = 0;
  for (const battle of battles) {
    const [red, blue] = fight(battle, law, random.gamma(shape) * scale);
    sum += Math.abs(red - battle.redHistorical) / battle.redHistorical;
    sum += Math.abs(blue - battle.blueHistorical) / battle.blueHistorical;
    if (sum > limit) return Number.POSITIVE_INFINITY;
  }
  return sum;
}

export interface Selection {
  /** Share of each law among the draws that were kept. */
  readonly posterior: Readonly<Record<Law, number>>;
  /** Mean over the kept draws of their mean power ratio, whatever their law. */
  readonly powerRatio: number;
  readonly kept: readonly (Draw & { readonly distance: number })[];
}

/** Rejection ABC on a period's battles: the best `keep` of `draws`, nearest first. The same seed gives the same answer. */
export function selectLaw(
  battles: readonly Battle[],
  request: { seed: bigint; draws: number; keep: number },
): Selection {
  const { seed, draws, keep } = request;
  const kept: (Draw & { readonly distance: number })[] = [];
  for (let k = 0; k < draws; k++) {
    const draw = drawPrior(seed, k);
    const limit = kept.length < keep ? Number.POSITIVE_INFINITY : kept.at(-1)!.distance;
    const found = distance(battles, draw, new RandomStream(seed, "fatigue-selection/power ratios", k), limit);
    if (found >= limit) continue;
    const position = kept.findIndex((other) => found < other.distance);
    kept.splice(position < 0 ? kept.length : position, 0, { ...draw, distance: found });
    if (kept.length > keep) kept.pop();
  }
  const share = (law: Law) => kept.filter((draw) => draw.law === law).length / kept.length;
  return {
    posterior: {
      linear: share("linear"),
      square: share("square"),
      logarithmic: share("logarithmic"),
      fatigue: share("fatigue"),
    },
    powerRatio: kept.reduce((sum, { meanRatio }) => sum + meanRatio, 0) / kept.length,
    kept,
  };
}

/** Posterior probabilities of the laws, and the power ratio, for each period. */
export function table(): string {
  const rows = PERIODS.map((label, period) => {
    const battles = battlesOf(period);
    const { posterior, powerRatio } = selectLaw(battles, { seed: 1n, draws: 8000, keep: 20 });
    return [label, battles.length, ...LAWS.map((law) => posterior[law]), powerRatio];
  });
  return textTable(["period", "battles", ...LAWS, "power ratio"], rows);
}

printIfStarted(import.meta.url, table);
