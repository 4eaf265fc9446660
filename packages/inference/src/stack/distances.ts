import type { Members } from "../scores/members.ts";

/** Members less a shift, ascending: levels are large against their spread. Failed members are left out. */
export function ascending(members: Members, shift: number): Float64Array {
  const gaps = new Float64Array(members.length);
  let count = 0;
  for (let i = 0; i < members.length; i++) if (Number.isFinite(members[i]!)) gaps[count++] = members[i]! - shift;
  return gaps.subarray(0, count).sort();
}

/** E|X|. */
export function meanSize(values: Members): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum / values.length;
}

/**
 * E|X - X'| over all pairs of one or two ensembles in ascending order, each member with itself included: the exact mean
 * distance of two draws from their step functions. One pass over both.
 */
export function meanDistance(first: Float64Array, second: Float64Array): number {
  let [below, belowSum, total] = [0, 0, 0];
  let secondSum = 0;
  for (const y of second) secondSum += y;
  for (const x of first) {
    while (below < second.length && second[below]! <= x) belowSum += second[below++]!;
    total += below * x - belowSum + (secondSum - belowSum) - (second.length - below) * x;
  }
  return total / (first.length * second.length);
}
