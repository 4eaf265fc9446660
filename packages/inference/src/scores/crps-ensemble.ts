import { errors } from "./errors.ts";
import { checkMembers, type Members } from "./members.ts";

/**
 * `nrg` scores the ensemble's own step function: (1/m) sum |x - y| - 1/(2 m^2) sum sum |x - x'|. It charges small
 * ensembles for being small. `fair` divides the second term by m (m - 1) instead, and is unbiased for the law that the
 * members were drawn from (Ferro 2014, doi:10.1002/qj.2270): forecasts with unlike numbers of members compare fairly.
 */
export type CrpsForm = "nrg" | "fair";

/** Continuous ranked probability score of an ensemble, in the unit of the quantity; lower is better. */
export function crpsEnsemble(members: Members, observed: number, form: CrpsForm): number {
  const count = members.length;
  checkMembers("crpsEnsemble", members, observed, form === "fair" ? 2 : 1);
  // Gaps from the observation first: levels are large against their spread.
  const gaps = Float64Array.from({ length: count }, (_, i) => members[i]! - observed).sort();
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    distance += Math.abs(gaps[i]!);
    spread += (2 * i + 1 - count) * gaps[i]!;
  }
  return distance / count - spread / (count * (form === "fair" ? count - 1 : count));
}

/**
 * CRPS of a weighted ensemble; weights need not add up to 1. `fair` divides the spread by 1 - sum w^2, which for equal
 * weights is the fair form above.
 */
export function crpsWeighted(members: Members, weights: ArrayLike<number>, observed: number, form: CrpsForm): number {
  checkMembers("crpsWeighted", members, observed);
  const total = checkWeights(weights, members.length);
  const order = Array.from({ length: members.length }, (_, i) => i).sort((a, b) => members[a]! - members[b]! || a - b);
  let [distance, spread, below, belowSum, squares] = [0, 0, 0, 0, 0];
  for (const i of order) {
    const weight = weights[i]! / total;
    const gap = members[i]! - observed;
    distance += weight * Math.abs(gap);
    spread += weight * (below * gap - belowSum);
    below += weight;
    belowSum += weight * gap;
    squares += weight * weight;
  }
  if (form === "nrg") return distance - spread;
  if (squares >= 1) throw errors.badWeights("crpsWeighted", "rest on one member, which has no fair score");
  return distance - spread / (1 - squares);
}

function checkWeights(weights: ArrayLike<number>, members: number): number {
  if (weights.length !== members)
    throw errors.badWeights("crpsWeighted", `are ${weights.length} for ${members} members`);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i]! >= 0)) throw errors.badWeights("crpsWeighted", `hold ${weights[i]} at member ${i}`);
    total += weights[i]!;
  }
  if (!(total > 0) || !Number.isFinite(total)) throw errors.badWeights("crpsWeighted", `add up to ${total}`);
  return total;
}
