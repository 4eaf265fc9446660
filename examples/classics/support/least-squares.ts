export interface Fit {
  readonly coefficients: readonly number[];
  /** 1 - (sum of squared residuals) / (sum of squares about the mean of the response). */
  readonly rSquared: number;
}

/**
 * Least squares by Householder reflections: the coefficients c that minimise |rows c - response|^2. `rows` holds one
 * row of regressors per observation. Throws RangeError when a column is a combination of those before it.
 */
export function leastSquares(rows: readonly (readonly number[])[], response: readonly number[]): Fit {
  const count = rows[0]?.length ?? 0;
  const a = rows.map((row) => [...row]);
  const b = [...response];
  for (let k = 0; k < count; k++) reflect(a, b, k, count);
  const coefficients = new Array<number>(count).fill(0);
  for (let k = count - 1; k >= 0; k--) {
    let sum = b[k]!;
    for (let j = k + 1; j < count; j++) sum -= a[k]![j]! * coefficients[j]!;
    coefficients[k] = sum / a[k]![k]!;
  }
  const fitted = rows.map((row) => row.reduce((sum, value, k) => sum + value * coefficients[k]!, 0));
  return { coefficients, rSquared: 1 - sumOfSquares(response, fitted) / sumOfSquares(response, [mean(response)]) };
}

/** Turns column k of `a` from row k down into (length, 0, 0, ...), and the other columns and `b` along with it. */
function reflect(a: number[][], b: number[], k: number, count: number): void {
  const length = Math.hypot(...a.slice(k).map((row) => row[k]!));
  const whole = Math.hypot(...a.map((row) => row[k]!));
  if (!(length > 1e-12 * whole)) throw new RangeError(`Regressor ${k + 1} is a combination of the ones before it.`);
  const target = a[k]![k]! > 0 ? -length : length;
  const normal = a.map((row, i) => (i < k ? 0 : i === k ? row[k]! - target : row[k]!));
  const square = normal.reduce((sum, value) => sum + value * value, 0);
  const mirror = (read: (i: number) => number, write: (i: number, value: number) => void) => {
    const share = (2 * normal.reduce((sum, value, i) => sum + value * read(i), 0)) / square;
    for (let i = k; i < a.length; i++) write(i, read(i) - share * normal[i]!);
  };
  for (let j = k; j < count; j++) {
    mirror(
      (i) => a[i]![j]!,
      (i, value) => {
        a[i]![j] = value;
      },
    );
  }
  mirror(
    (i) => b[i]!,
    (i, value) => {
      b[i] = value;
    },
  );
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sum of squared differences; a single fitted value stands for all. */
export const sumOfSquares = (values: readonly number[], fitted: readonly number[]): number =>
  values.reduce((sum, value, k) => sum + (value - (fitted.length === 1 ? fitted[0]! : fitted[k]!)) ** 2, 0);
