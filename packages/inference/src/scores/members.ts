import { errors } from "./errors.ts";

/** A forecast as equally likely values of one quantity. */
export type Members = ArrayLike<number>;

/** Checks that an ensemble can be scored: enough members, all finite, and a finite observation. */
export function checkMembers(score: string, members: Members, observed: number, least = 1): void {
  if (members.length < least) throw errors.tooFewMembers(score, members.length, least);
  if (!Number.isFinite(observed)) throw errors.notFinite(score, "the observation", observed);
  for (let i = 0; i < members.length; i++) {
    if (!Number.isFinite(members[i]!)) throw errors.notFinite(score, `member ${i}`, members[i]!);
  }
}

/** Mean and population variance, by two passes. */
export function meanAndVariance(members: Members): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  for (let i = 0; i < members.length; i++) sum += members[i]!;
  const mean = sum / members.length;
  let squares = 0;
  for (let i = 0; i < members.length; i++) squares += (members[i]! - mean) ** 2;
  return { mean, variance: squares / members.length };
}
