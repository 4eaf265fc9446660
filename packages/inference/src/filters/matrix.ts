/** Small dense matrices as rows, for the linear-Gaussian cases. Sizes are few: clarity over speed. */
export type Matrix = readonly (readonly number[])[];
export type Vector = readonly number[];

export const multiply = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
export const transpose = (a: Matrix): number[][] => a[0]!.map((_, j) => a.map((row) => row[j]!));
export const add = (a: Matrix, b: Matrix, factor = 1): number[][] =>
  a.map((row, i) => row.map((x, j) => x + factor * b[i]![j]!));
export const apply = (a: Matrix, x: Vector): number[] => a.map((row) => row.reduce((sum, y, k) => sum + y * x[k]!, 0));

/** Lower Cholesky factor of a symmetric positive definite matrix; throws RangeError where it is not. */
export function cholesky(a: Matrix): number[][] {
  const factor = a.map((row) => row.map(() => 0));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      if (i === j && !(sum > 0)) throw new RangeError("filter/not-positive: the matrix is not positive definite.");
      factor[i]![j] = i === j ? Math.sqrt(sum) : sum / factor[j]![j]!;
    }
  }
  return factor;
}

/** x with (L L') x = b, from a Cholesky factor L. */
export function solveCholesky(factor: Matrix, b: Vector): number[] {
  const x = [...b];
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= factor[k]![i]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}
