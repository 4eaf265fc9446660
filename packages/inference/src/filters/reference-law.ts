import { cholesky } from "./matrix.ts";

/**
 * A normal law fitted to particles, as the reference of their moves: mean, and the Cholesky factor of a covariance that
 * is drawn toward its diagonal where particles are few for the dimensions, and made a tenth wider.
 */
export interface ReferenceLaw {
  readonly mean: readonly number[];
  readonly factor: readonly (readonly number[])[];
}

const WIDER = 1.1;

/** Fits the reference to particles, [coordinate][particle]. */
export function fitReference(positions: readonly Float64Array[]): ReferenceLaw {
  const [dimensions, count] = [positions.length, positions[0]!.length];
  const mean = positions.map((values) => values.reduce((sum, x) => sum + x, 0) / count);
  const shrink = dimensions / (dimensions + count / 2);
  const centred = positions.map((values, i) => values.map((z) => z - mean[i]!));
  const covariance = centred.map(() => new Array<number>(dimensions).fill(0));
  for (let i = 0; i < dimensions; i++)
    for (let j = 0; j <= i; j++) {
      const found = (WIDER * product(centred[i]!, centred[j]!)) / (count - 1);
      covariance[i]![j] = i === j ? found + 1e-6 : (1 - shrink) * found;
      covariance[j]![i] = covariance[i]![j]!;
    }
  return { mean, factor: cholesky(covariance) };
}

/** Coordinates in which the reference is standard normal: w with z = mean + L w. */
export function toReference({ mean, factor }: ReferenceLaw, positions: readonly Float64Array[]): Float64Array[] {
  const standard: Float64Array[] = [];
  positions.forEach((values, i) => {
    const rest = values.map((z) => z - mean[i]!);
    for (let k = 0; k < i; k++) addMultiple(rest, -factor[i]![k]!, standard[k]!);
    const own = factor[i]![i]!;
    standard.push(rest.map((x) => x / own));
  });
  return standard;
}

/** The inverse of `toReference`. */
export function fromReference({ mean, factor }: ReferenceLaw, standard: readonly Float64Array[]): Float64Array[] {
  return standard.map((values, i) => {
    const z = new Float64Array(values.length).fill(mean[i]!);
    for (let k = 0; k <= i; k++) addMultiple(z, factor[i]![k]!, standard[k]!);
    return z;
  });
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let m = 0; m < a.length; m++) sum += a[m]! * b[m]!;
  return sum;
}

/** sums += by * values: particles lie side by side in memory, so the loop over them is the inner one. */
function addMultiple(sums: Float64Array, by: number, values: Float64Array): void {
  for (let m = 0; m < sums.length; m++) sums[m] = sums[m]! + by * values[m]!;
}
