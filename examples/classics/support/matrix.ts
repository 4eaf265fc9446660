/** Small dense matrices as arrays of rows: just what Gibbs sampling of a regression needs. */
export type Matrix = readonly (readonly number[])[];
export type Vector = readonly number[];

/** Lower triangular L with L L' = a. Throws RangeError unless `a` is symmetric and positive definite. */
export function cholesky(a: Matrix): Matrix {
  const l = a.map((row) => row.map(() => 0));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i === j && !(sum > 0)) throw new RangeError("The matrix is not positive definite.");
      l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!;
    }
  }
  return l;
}

/** x with L x = b. */
export function solveLower(l: Matrix, b: Vector): number[] {
  const x: number[] = [];
  for (let i = 0; i < l.length; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= l[i]![k]! * x[k]!;
    x[i] = sum / l[i]![i]!;
  }
  return x;
}

/** x with L' x = b. */
export function solveLowerTransposed(l: Matrix, b: Vector): number[] {
  const x = new Array<number>(l.length).fill(0);
  for (let i = l.length - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < l.length; k++) sum -= l[k]![i]! * x[k]!;
    x[i] = sum / l[i]![i]!;
  }
  return x;
}

/** Inverse of a symmetric 2 by 2 matrix. */
export function inverse2(a: Matrix): Matrix {
  const [p, q, r] = [a[0]![0]!, a[0]![1]!, a[1]![1]!];
  const determinant = p * r - q * q;
  return [
    [r / determinant, -q / determinant],
    [-q / determinant, p / determinant],
  ];
}
