import { numerics } from "@logjam/lang";
import { errors } from "./errors.ts";
import { checkMembers, type Members, meanAndVariance } from "./members.ts";

/** Dawid–Sebastiani score of a mean and variance: (y - mean)^2 / variance + ln variance; lower is better. */
export const dawidSebastiani = (observed: number, mean: number, variance: number): number =>
  (observed - mean) ** 2 / variance + numerics.log(variance);

/** Dawid–Sebastiani score of an ensemble, by its mean and population variance; the members must not all be equal. */
export function dawidSebastianiEnsemble(members: Members, observed: number): number {
  checkMembers("dawidSebastiani", members, observed, 2);
  const { mean, variance } = meanAndVariance(members);
  if (!(variance > 0)) throw errors.notFinite("dawidSebastiani", "the score of members without spread", Number.NaN);
  return dawidSebastiani(observed, mean, variance);
}
