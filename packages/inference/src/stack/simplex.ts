/** f(w) = linear · w + ½ w · quadratic · w over weights that are at least 0 and add up to 1. */
export interface Quadratic {
  readonly linear: Float64Array;
  /** Symmetric, [row][column]; convex along the simplex: d · quadratic · d >= 0 for every d that adds up to 0. */
  readonly quadratic: readonly Float64Array[];
}

export function valueAt({ linear, quadratic }: Quadratic, weights: ArrayLike<number>): number {
  let value = 0;
  for (let k = 0; k < linear.length; k++) {
    let row = 0;
    for (let l = 0; l < linear.length; l++) row += quadratic[k]![l]! * weights[l]!;
    value += weights[k]! * (linear[k]! + 0.5 * row);
  }
  return value;
}

/** Steps at most; some tens per component are usual. */
const STEPS = 100_000;

/**
 * The minimum on the simplex, from equal weights: weight moves from the component that it serves worst to the one that it
 * would serve best, each time by the exact best amount (sequential minimal optimisation). It ends where no move gains:
 * where the gradients of all components in use agree within 1e-12 of their size, and no other is lower. Deterministic.
 */
export function minimiseOnSimplex(problem: Quadratic): Float64Array {
  const { linear, quadratic } = problem;
  const count = linear.length;
  const weights = new Float64Array(count).fill(1 / count);
  const gradient = linear.map((a, k) => a + quadratic[k]!.reduce((sum, q) => sum + q / count, 0));
  const size = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  for (let step = 0; step < STEPS; step++) {
    let [to, from] = [0, -1];
    for (let k = 0; k < count; k++) {
      if (gradient[k]! < gradient[to]!) to = k;
      if (weights[k]! > 0 && (from < 0 || gradient[k]! > gradient[from]!)) from = k;
    }
    const slope = gradient[from]! - gradient[to]!;
    if (!(slope > 1e-12 * size)) break;
    const curvature = quadratic[to]![to]! - 2 * quadratic[to]![from]! + quadratic[from]![from]!;
    const moved = Math.min(weights[from]!, curvature > 0 ? slope / curvature : Number.POSITIVE_INFINITY);
    weights[from] = moved === weights[from] ? 0 : weights[from]! - moved;
    weights[to]! += moved;
    for (let k = 0; k < count; k++) gradient[k]! += moved * (quadratic[k]![to]! - quadratic[k]![from]!);
  }
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}
