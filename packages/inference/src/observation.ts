/** How a recorded series scores a member: weekly innovations and slow levels, both with stated errors. */
import { numerics } from "@logjam/lang";
import { normalLogDensity, student4LogDensity } from "./densities.ts";

/**
 * One observed series and the outputs of the model that speak of it. `difference` compares values, `logRatio` their
 * logarithms (for positive quantities).
 */
export interface Observation {
  readonly id: string;
  readonly title: string;
  readonly form: "difference" | "logRatio";
  /** Output that the structure of the model explains: scored in means over blocks of weeks. */
  readonly explained: string;
  /** Standard deviation of a block's mean about what is explained: the model's stated shortfall. */
  readonly blockDeviation: number;
  readonly blockWeeks: number;
  /** Output that the model expects from one week to the next, and the parameter that scales a week's surprise. */
  readonly weekly?: { readonly expected: string; readonly scaleParameter: string };
}

/** Values of one member by week; a week without an observation is NaN and is passed over. */
export interface MemberSeries {
  readonly observed: ArrayLike<number>;
  readonly explained: ArrayLike<number>;
  readonly expected?: ArrayLike<number>;
  readonly scale?: number;
}

const gap = (form: Observation["form"], observed: number, modelled: number): number =>
  form === "difference" ? observed - modelled : numerics.log(observed) - numerics.log(modelled);

/**
 * Log-likelihood of one member: Student's law with 4 degrees of freedom for weekly surprises (single weeks are redrawn
 * or misreported), a normal law for the mean gap in each block.
 */
export function logLikelihood(observation: Observation, member: MemberSeries): number {
  let sum = 0;
  let [blockSum, blockCount] = [0, 0];
  const weeks = member.observed.length;
  for (let week = 0; week < weeks; week++) {
    const observed = member.observed[week]!;
    if (!Number.isNaN(observed)) {
      if (member.expected !== undefined && member.scale !== undefined)
        sum += student4LogDensity(gap(observation.form, observed, member.expected[week]!), 0, member.scale);
      blockSum += gap(observation.form, observed, member.explained[week]!);
      blockCount += 1;
    }
    if ((week + 1) % observation.blockWeeks === 0 || week + 1 === weeks) {
      // A short last block says less: its mean is allowed to stray further.
      if (blockCount > 0) {
        const deviation = observation.blockDeviation * Math.sqrt(observation.blockWeeks / blockCount);
        sum += normalLogDensity(blockSum / blockCount, 0, deviation);
      }
      [blockSum, blockCount] = [0, 0];
    }
  }
  return sum;
}
