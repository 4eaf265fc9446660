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
  const covariance = positions.map((a, i) =>
    positions.map((b, j) => {
      let sum = 0;
      for (let m = 0; m < count; m++) sum += (a[m]! - mean[i]!) * (b[m]! - mean[j]!);
      const found = (WIDER * sum) / (count - 1);
      return i === j ? found + 1e-6 : (1 - shrink) * found;
    }),
  );
  return { mean, factor: cholesky(covariance) };
}

/** Coordinates in which the reference is standard normal: w with z = mean + L w. */
export function toReference({ mean, factor }: ReferenceLaw, positions: readonly Float64Array[]): Float64Array[] {
  const standard: Float64Array[] = [];
  positions.forEach((values, i) => {
    standard.push(
      values.map((z, m) => {
        let rest = z - mean[i]!;
        for (let k = 0; k < i; k++) rest -= factor[i]![k]! * standard[k]![m]!;
        return rest / factor[i]![i]!;
      }),
    );
  });
  return standard;
}

/** The inverse of `toReference`. */
export function fromReference({ mean, factor }: ReferenceLaw, standard: readonly Float64Array[]): Float64Array[] {
  return standard.map((values, i) =>
    values.map((_, m) => {
      let z = mean[i]!;
      for (let k = 0; k <= i; k++) z += factor[i]![k]! * standard[k]![m]!;
      return z;
    }),
  );
}
