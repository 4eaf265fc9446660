/** Scores of forecasts of several quantities at once. Members are row-major: [member][dimension]. Lower is better. */
import { numerics } from "@logjam/lang";
import type { CrpsForm } from "./crps-ensemble.ts";
import { errors } from "./errors.ts";
import { checkMembers } from "./members.ts";

function checkVectors(score: string, members: ArrayLike<number>, observed: ArrayLike<number>, least: number): number {
  for (let d = 0; d < observed.length; d++) checkMembers(score, [0], observed[d]!);
  checkMembers(score, members, 0);
  const count = members.length / observed.length;
  if (!Number.isInteger(count) || count < least) throw errors.tooFewMembers(score, count, least);
  return count;
}

/**
 * Energy score: mean |x - y| less half the mean |x - x'| in Euclidean distance, the CRPS of several dimensions
 * (Gneiting & Raftery 2007, section 4.3). `fair` leaves a member's distance from itself out of the mean.
 */
export function energyScore(members: ArrayLike<number>, observed: ArrayLike<number>, form: CrpsForm): number {
  const count = checkVectors("energyScore", members, observed, form === "fair" ? 2 : 1);
  const size = observed.length;
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    let square = 0;
    for (let d = 0; d < size; d++) square += (members[i * size + d]! - observed[d]!) ** 2;
    distance += Math.sqrt(square);
    for (let j = 0; j < i; j++) {
      square = 0;
      for (let d = 0; d < size; d++) {
        const gap = members[i * size + d]! - members[j * size + d]!;
        square += gap * gap;
      }
      spread += Math.sqrt(square);
    }
  }
  return distance / count - spread / (count * (form === "fair" ? count - 1 : count));
}

/**
 * Variogram score of order p (Scheuerer & Hamill 2015): sum over all ordered pairs of dimensions of
 * (|y_i - y_j|^p - mean |x_i - x_j|^p)^2. It sees wrong dependence, and is blind to a shift of everything.
 */
export function variogramScore(members: ArrayLike<number>, observed: ArrayLike<number>, p: number): number {
  const count = checkVectors("variogramScore", members, observed, 1);
  const size = observed.length;
  const power = (gap: number) => (p === 0.5 ? Math.sqrt(gap) : p === 1 ? gap : numerics.pow(gap, p));
  let score = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      let expected = 0;
      for (let k = 0; k < count; k++) expected += power(Math.abs(members[k * size + i]! - members[k * size + j]!));
      score += 2 * (power(Math.abs(observed[i]! - observed[j]!)) - expected / count) ** 2;
    }
  }
  return score;
}
