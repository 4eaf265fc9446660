/** Which parameters a result hangs on, and what it is where one of them is low or high: a split of the members at hand. */
import {
  clusteredMean,
  clusteredShare,
  correlation,
  type Estimate,
  quantiles,
  ranks as ranksOf,
  wilson,
  Z95,
} from "@logjam/inference";
import type { Change, Driver, Quarter } from "./answer.ts";
import type { Fit } from "./fit.ts";
import { holds } from "./propositions.ts";
import type { Study } from "./study.ts";

/** Members looked at by their parameters: ranks are taken once for all results. */
export interface RankedMembers {
  readonly study: Study;
  readonly fit: Fit;
  /** [parameter][member], ties at their mean rank. */
  readonly ranks: readonly Float64Array[];
  /** Members of one group have the same parameters, so that they are not independent of each other. */
  readonly groups: Int32Array;
}

/** The parameters that a verdict names. */
export const DRIVERS = 3;

/**
 * How many standard errors a rank correlation must lie from zero to be told from chance. Of two hundred parameters that do
 * nothing, the one that happens to go furthest lies beyond 3.7 in one case of twenty.
 */
const CLEAR = 3.7;

export function rankMembers(study: Study, fit: Fit): RankedMembers {
  return {
    study,
    fit,
    ranks: study.model.parameters.map((_, p) => ranksOf(columnOf(fit, p))),
    groups: sharedParameters(fit),
  };
}

const columnOf = ({ parameters, members }: Fit, parameter: number): Float64Array =>
  parameters.subarray(parameter * members, (parameter + 1) * members);

/** The group of each member: those of one particle, and of particles that moves have left where they were copied. */
export function sharedParameters({
  parameters,
  members,
  draws,
}: Pick<Fit, "parameters" | "members" | "draws">): Int32Array {
  const rows = parameters.length / members;
  const ofDraw = new Map<number, number>();
  const ofValues = new Map<string, number>();
  return Int32Array.from({ length: members }, (_, m) => {
    const known = ofDraw.get(draws[m]!);
    if (known !== undefined) return known;
    const values = Array.from({ length: rows }, (_, p) => parameters[p * members + m]!).join(" ");
    const group = ofValues.get(values) ?? ofValues.size;
    ofValues.set(values, group);
    ofDraw.set(draws[m]!, group);
    return group;
  });
}

/**
 * The parameters whose ranks go most with a result over the members (Spearman's correlation), most important first. None
 * where the result is the same in all members. `values` are one a member.
 */
export function driversOf({ fit, ranks, groups }: RankedMembers, values: Float64Array): Driver[] {
  if (values.every((value) => value === values[0])) return [];
  const ranked = ranksOf(values);
  return fit.summary.parameters
    .map(({ name, meaning, contraction }, p) => ({
      p,
      driver: { name, meaning, contraction, rankCorrelation: correlation(ranks[p]!, ranked) },
    }))
    .sort(
      ({ driver: a }, { driver: b }) =>
        Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation) || (a.name < b.name ? -1 : 1),
    )
    .slice(0, DRIVERS)
    .map(({ p, driver }) => ({
      ...driver,
      clear: Math.abs(driver.rankCorrelation) > CLEAR * deviationOfCorrelation(ranks[p]!, ranked, groups),
    }));
}

/** Standard error of a correlation over members that share parameters: the influence of each, summed by group. */
function deviationOfCorrelation(x: Float64Array, y: Float64Array, groups: Int32Array): number {
  const [a, b] = [standardised(x), standardised(y)];
  const r = correlation(a, b);
  const influence = a.map((u, m) => u * b[m]! - (r * (u * u + b[m]! * b[m]!)) / 2);
  const { low, high } = clusteredMean(influence, groups);
  return (high - low) / (2 * Z95);
}

function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  return values.map((v) => (v - mean) / deviation);
}

/** A result put to a bar: shares of members by Wilson's interval, differences by the normal one. */
export interface Asked {
  readonly values: Float64Array;
  readonly kind: "probability" | "contrast";
  readonly bar: number;
  readonly direction: "at-least" | "at-most";
}

/** The result among the quarter of members in which a parameter is lowest, and among that in which it is highest. */
export function changeWith({ study, fit, groups }: RankedMembers, name: string, asked: Asked): Change {
  const p = study.model.parameters.findIndex((parameter) => parameter.name === name);
  const { meaning, unit } = study.model.parameters[p]!;
  const column = columnOf(fit, p);
  const [first, third] = quantiles(column, [0.25, 0.75]) as [number, number];
  return {
    parameter: { name, meaning, unit },
    lowest: quarter(asked, groups, first, (m) => column[m]! <= first),
    highest: quarter(asked, groups, third, (m) => column[m]! >= third),
  };
}

function quarter(asked: Asked, groups: Int32Array, bound: number, within: (member: number) => boolean): Quarter {
  const members = Int32Array.from(groups.keys()).filter(within);
  const values = Float64Array.from(members, (m) => asked.values[m]!);
  const shared = members.map((m) => groups[m]!);
  const estimate: Estimate =
    asked.kind === "probability"
      ? clusteredShare(values, shared)
      : values.every((value) => value === values[0])
        ? neverSeen(values[0]!, shared)
        : clusteredMean(values, shared);
  return { bound, ...estimate, holds: holds(estimate, asked.bar, asked.direction) };
}

/** A difference that no member showed may still be there, as rarely as an event that none of so many groups showed. */
function neverSeen(value: number, groups: Int32Array): Estimate {
  const { high } = wilson(0, new Set(groups).size);
  return { value, low: value - high, high: value + high };
}
