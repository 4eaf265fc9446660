/** Scores of probabilities: of an event, and of bins. */
import { numerics } from "@logjam/lang";
import { errors } from "./errors.ts";
import { checkMembers, type Members } from "./members.ts";

const INVERSE_LN_2 = 1.4426950408889634;

/** Brier score (p - 1{event})^2 of one probability; lower is better, 0 to 1. */
export const brier = (probability: number, happened: boolean): number => (probability - (happened ? 1 : 0)) ** 2;

/** Share of the members above a threshold: an ensemble's probability of the event `value > threshold`. */
export function shareAbove(members: Members, threshold: number): number {
  checkMembers("shareAbove", members, threshold);
  let above = 0;
  for (let i = 0; i < members.length; i++) if (members[i]! > threshold) above += 1;
  return above / members.length;
}

/**
 * Ignorance in bits with one pseudo-member in each bin: -log2((members in the observed bin + 1) / (members + bins)).
 * Bins are half-open [edge, next edge). Lower is better.
 */
export function ignorance(members: Members, observed: number, edges: readonly number[]): number {
  checkMembers("ignorance", members, observed);
  const binOf = (value: number) => edges.findLastIndex((edge) => edge <= value);
  const bins = edges.length - 1;
  const bin = binOf(observed);
  if (bin < 0 || bin >= bins) throw errors.outsideBins(observed, edges[0]!, edges[bins]!);
  let inBin = 0;
  for (let i = 0; i < members.length; i++) if (binOf(members[i]!) === bin) inBin += 1;
  return -numerics.log((inBin + 1) / (members.length + bins)) * INVERSE_LN_2;
}

/** Metaculus' baseline score of a probability of an event: 100 (log2 p + 1), p of what happened; higher is better. */
export const baselineLogScore = (probability: number, happened: boolean): number =>
  100 * (numerics.log(happened ? probability : 1 - probability) * INVERSE_LN_2 + 1);
