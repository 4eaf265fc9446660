import { effectiveOrigins } from "./effective-origins.ts";
import { type StackFamily, targetsOf } from "./family.ts";
import { minimiseOnSimplex, type Quadratic } from "./simplex.ts";
import { knownAt, pairIndex, type StackCell, type StackRecord } from "./stack-record.ts";

export interface LearntWeights {
  /** By component, at least 0, adding up to 1. */
  readonly weights: Float64Array;
  /** Earlier origins with a known outcome at any horizon. */
  readonly origins: number;
  /** Independent ones, in the mean over horizons. */
  readonly effective: number;
}

export interface WeightOptions {
  /**
   * How much evidence it takes to leave equal weights: putting all weight on one component must gain this share of the
   * CRPS per independent origin. 2: with 10 independent origins, 20 %.
   */
  readonly shrinkage: number;
}

export const WEIGHT_OPTIONS: WeightOptions = { shrinkage: 2 };

/**
 * Weights of a linear pool, from earlier origins whose outcomes were known at `origin`. They minimise
 *
 *     mean over horizons of r_h L_h(w)  +  (shrinkage / E) |w - 1/K|² K / (K - 1)
 *
 * L_h is the mean CRPS of the pool at horizon h over origins, relative to that of equal weights, target by target by the
 * family's shares; e_h the number of origins that do not overlap; r_h = e_h / (1 + e_h) trusts a horizon by how often it
 * was seen; E is the mean of e_h. With nothing known, weights are equal. The problem is quadratic and convex: the CRPS of
 * a mixture is linear less ½ w B w, and B, being distances, is negative along the simplex.
 */
export function learnWeights(
  records: readonly StackRecord[],
  components: readonly string[],
  family: StackFamily,
  origin: string,
  horizons: readonly number[],
  { shrinkage }: WeightOptions = WEIGHT_OPTIONS,
): LearntWeights {
  const count = components.length;
  const known = knownAt(
    records.filter((record) => components.every((component) => record.components.includes(component))),
    (record) => record.cells.filter(({ target }) => targetsOf(family).includes(target)),
    origin,
  );
  const sum: Quadratic = {
    linear: new Float64Array(count),
    quadratic: Array.from({ length: count }, () => new Float64Array(count)),
  };
  let effective = 0;
  for (const horizonWeeks of horizons) {
    const found = known.filter(({ cell }) => cell.horizonWeeks === horizonWeeks);
    const seen = effectiveOrigins(new Set(found.map(({ record }) => record.origin)).size, horizonWeeks);
    effective += seen / horizons.length;
    for (const [target, share] of Object.entries(family.shares)) {
      const cells = found.filter(({ cell }) => cell.target === target);
      addRelative(sum, meanOf(cells, components), (seen / (1 + seen) / horizons.length) * share);
    }
  }
  const origins = new Set(known.map(({ record }) => record.origin)).size;
  if (effective === 0 || count === 1) return { weights: new Float64Array(count).fill(1 / count), origins, effective };
  return { weights: minimiseOnSimplex(shrunk(sum, shrinkage / effective)), origins, effective };
}

interface Found {
  readonly record: StackRecord;
  readonly cell: StackCell;
}

/** The mean CRPS over cells as a function of weights: `linear` is the distance to outcomes, `quadratic` minus the spread. */
function meanOf(cells: readonly Found[], components: readonly string[]): Quadratic {
  const count = components.length;
  const linear = new Float64Array(count);
  const quadratic = Array.from({ length: count }, () => new Float64Array(count));
  for (const { record, cell } of cells) {
    const places = components.map((component) => record.components.indexOf(component));
    const all = record.components.length;
    for (let k = 0; k < count; k++) {
      linear[k]! += cell.toObserved[places[k]!]! / cells.length;
      for (let l = 0; l < count; l++)
        quadratic[k]![l]! -= cell.between[pairIndex(places[k]!, places[l]!, all)]! / cells.length;
    }
  }
  return { linear, quadratic };
}

/** Adds a mean CRPS, relative to its value at equal weights. */
function addRelative(sum: Quadratic, { linear, quadratic }: Quadratic, weight: number): void {
  const count = linear.length;
  let atEqual = 0;
  for (let k = 0; k < count; k++)
    atEqual += linear[k]! / count + (0.5 * quadratic[k]!.reduce((row, q) => row + q, 0)) / count ** 2;
  // Nothing known, or every forecast exact: there is nothing to choose by.
  if (!(atEqual > 0)) return;
  for (let k = 0; k < count; k++) {
    sum.linear[k]! += (weight * linear[k]!) / atEqual;
    for (let l = 0; l < count; l++) sum.quadratic[k]![l]! += (weight * quadratic[k]![l]!) / atEqual;
  }
}

/** Adds strength |w - 1/K|² K / (K - 1), which is 0 at equal weights and `strength` at any single component. */
function shrunk({ linear, quadratic }: Quadratic, strength: number): Quadratic {
  const count = linear.length;
  const factor = (strength * count) / (count - 1);
  return {
    linear: linear.map((a) => a - (2 * factor) / count),
    quadratic: quadratic.map((row, k) => row.map((q, l) => (k === l ? q + 2 * factor : q))),
  };
}
