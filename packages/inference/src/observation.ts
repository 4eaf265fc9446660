/** How a recorded series scores members: week by week against its own expectation, or in means over blocks of weeks. */
import { numerics } from "@logjam/lang";
import { normalLogDensity } from "./densities.ts";

interface Scored {
  readonly id: string;
  readonly title: string;
  /** `difference` compares values, `logRatio` their logarithms (for positive quantities). */
  readonly form: "difference" | "logRatio";
  /** Output of the model that the series is compared with. */
  readonly expected: string;
}

/**
 * A week's surprise follows Student's law with 4 degrees of freedom (single weeks are redrawn or misreported), whose
 * scale the model itself states, as an output or as a parameter.
 */
export interface WeeklyObservation extends Scored {
  readonly kind: "weekly";
  readonly deviation: { readonly output: string } | { readonly parameter: string };
}

/** The mean gap of each block of weeks follows a normal law: for series that a model explains in the mean alone. */
export interface BlockObservation extends Scored {
  readonly kind: "block";
  /** Standard deviation of a whole block's mean about what the model expects: its stated shortfall. */
  readonly blockDeviation: number;
  readonly blockWeeks: number;
}

export type Observation = WeeklyObservation | BlockObservation;

/** What the members of a run say of one series, [week][member]; `deviation` may also hold one value per member. */
export interface MemberSeries {
  readonly observed: ArrayLike<number>;
  readonly expected: Float64Array;
  readonly deviation?: Float64Array;
  readonly members: number;
}

/** Adds each member's log-likelihood of the series to `sums`; weeks without an observation (NaN) are passed over. */
export function addLogLikelihood(observation: Observation, series: MemberSeries, sums: Float64Array): void {
  if (observation.kind === "weekly") addWeekly(observation, series, sums);
  else addBlocks(observation, series, sums);
}

const LN_3_8 = numerics.log(0.375);

function addWeekly({ form }: WeeklyObservation, series: MemberSeries, sums: Float64Array): void {
  const { observed, expected, deviation, members } = series;
  if (deviation === undefined) throw new RangeError("observation/deviation: a weekly observation needs its scale.");
  const varies = deviation.length > members;
  for (let week = 0; week < observed.length; week++) {
    const value = observed[week]!;
    if (Number.isNaN(value)) continue;
    const logValue = form === "logRatio" ? numerics.log(value) : 0;
    for (let m = 0; m < members; m++) {
      const at = week * members + m;
      const gap = form === "logRatio" ? logValue - numerics.log(expected[at]!) : value - expected[at]!;
      const scale = deviation[varies ? at : m]!;
      const z = gap / scale;
      const t = 1 + 0.25 * z * z;
      // ln of 3/8 t^(-5/2) / scale with one logarithm.
      sums[m] = sums[m]! + LN_3_8 - numerics.log(t * t * Math.sqrt(t) * scale);
    }
  }
}

function addBlocks(observation: BlockObservation, series: MemberSeries, sums: Float64Array): void {
  const { form, blockDeviation, blockWeeks } = observation;
  const { observed, expected, members } = series;
  const weeks = observed.length;
  for (let first = 0; first < weeks; first += blockWeeks) {
    const rows: number[] = [];
    for (let week = first; week < Math.min(weeks, first + blockWeeks); week++)
      if (!Number.isNaN(observed[week]!)) rows.push(week);
    if (rows.length === 0) continue;
    // A short last block says less: its mean is allowed to stray further.
    const scale = blockDeviation * Math.sqrt(blockWeeks / rows.length);
    for (let m = 0; m < members; m++) {
      let gap = 0;
      for (const week of rows) {
        const modelled = expected[week * members + m]!;
        gap +=
          form === "difference" ? observed[week]! - modelled : numerics.log(observed[week]!) - numerics.log(modelled);
      }
      sums[m] = sums[m]! + normalLogDensity(gap / rows.length, 0, scale);
    }
  }
}
