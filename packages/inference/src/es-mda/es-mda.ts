import { normalDraws } from "../draws/draws.ts";
import { cholesky, solveCholesky } from "../filters/matrix.ts";

/**
 * Data with independent Gaussian errors, and a model of them over parameters in standard terms: each coordinate is
 * standard normal a priori. `predict` says what each member expects, [datum][member], for positions [coordinate][member].
 */
export interface GaussianData {
  readonly observed: readonly number[];
  /** Standard deviation of each datum's error. */
  readonly deviations: readonly number[];
  readonly coordinates: number;
  readonly predict: (positions: readonly Float64Array[]) => readonly Float64Array[] | Promise<readonly Float64Array[]>;
}

export interface EsMdaOptions {
  readonly members: number;
  readonly seed: bigint;
  /** Factors by which the errors' variances are inflated, pass by pass; their reciprocals add up to 1. Default 4, 4, 4, 4. */
  readonly inflation?: readonly number[];
  readonly onPass?: (pass: number, of: number) => void;
}

export interface EsMdaSample {
  /** Equally weighted draws, [coordinate][member]. */
  readonly positions: readonly Float64Array[];
  /** Members whose predictions were not finite in some pass: they stay where they stood then, and are counted out. */
  readonly failed: number;
}

/** What the data may be weighed with in rounding: reciprocals of inflation factors add up to 1 to this. */
const TOLERANCE = 1e-6;

/**
 * The ensemble smoother with multiple data assimilation (Emerick & Reynolds, Computers & Geosciences 55, 2013, eq. 10 and
 * 19): the data are assimilated several times, each time with errors inflated, and the ensemble moves by its own regression of
 * parameters on predictions. Exact for linear models with Gaussian errors as the ensemble grows; an approximation for
 * others. Deterministic from the seed.
 */
export async function esMda(data: GaussianData, options: EsMdaOptions): Promise<EsMdaSample> {
  const { observed, deviations, coordinates, predict } = data;
  const { members, seed, inflation = [4, 4, 4, 4], onPass } = options;
  check(data, inflation);
  const normals = normalDraws(seed, members);
  const positions = Array.from({ length: coordinates }, (_, k) => normals("es-mda/start", 0, k));
  const lost = new Uint8Array(members);
  for (const [pass, factor] of inflation.entries()) {
    const predicted = await predict(positions);
    const sound = soundMembers(predicted, lost);
    if (sound.length < 2) throw new RangeError("es-mda/failed: fewer than two members have finite predictions.");
    // Inflated errors, drawn anew for every datum, member and pass: [datum][member].
    const scales = deviations.map((deviation) => Math.sqrt(factor) * deviation);
    const gaps = predicted.map((row, d) => {
      const errors = normals("es-mda/errors", pass, d);
      return Float64Array.from(sound, (m) => observed[d]! + scales[d]! * errors[m]! - row[m]!);
    });
    const centred = predicted.map((row) => anomalies(row, sound));
    const moves = solved(centred, scales, gaps);
    for (const values of positions) move(values, sound, centred, moves);
    onPass?.(pass + 1, inflation.length);
  }
  return { positions, failed: lost.reduce((sum, x) => sum + x, 0) };
}

function check({ observed, deviations }: GaussianData, inflation: readonly number[]): void {
  if (observed.length !== deviations.length)
    throw new RangeError(
      `es-mda/length: ${observed.length} data and ${deviations.length} deviations. Give one deviation for each datum.`,
    );
  const odd = deviations.findIndex((deviation) => !(deviation > 0));
  if (odd >= 0)
    throw new RangeError(`es-mda/deviation: datum ${odd} has the deviation ${deviations[odd]}. Give a positive one.`);
  const sum = inflation.reduce((total, factor) => total + 1 / factor, 0);
  if (!(Math.abs(sum - 1) <= TOLERANCE) || inflation.some((factor) => !(factor > 0)))
    throw new RangeError(
      `es-mda/inflation: the reciprocals of ${inflation.join(", ")} add up to ${sum}, so the data would count ${sum} times. Give positive factors whose reciprocals add up to 1.`,
    );
}

/** Members all of whose predictions have been finite so far; marks the others in `lost`. */
function soundMembers(predicted: readonly Float64Array[], lost: Uint8Array): number[] {
  for (const row of predicted)
    row.forEach((value, m) => {
      if (!Number.isFinite(value)) lost[m] = 1;
    });
  return Array.from(lost.keys()).filter((m) => lost[m] === 0);
}

/** Departures of some members from their mean, over the square root of their number less 1. */
function anomalies(row: Float64Array, members: readonly number[]): Float64Array {
  const values = Float64Array.from(members, (m) => row[m]!);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const root = Math.sqrt(values.length - 1);
  return values.map((x) => (x - mean) / root);
}

/** (C_dd + R)^-1 (d - predicted) for each member, [datum][member], where C_dd is the covariance of predictions. */
function solved(
  centred: readonly Float64Array[],
  scales: readonly number[],
  gaps: readonly Float64Array[],
): Float64Array[] {
  // In units of the errors, so that data of any unit weigh alike in the factorisation.
  const whitened = centred.map((row, d) => row.map((x) => x / scales[d]!));
  const covariance = whitened.map((a, i) => whitened.map((b, j) => product(a, b) + (i === j ? 1 : 0)));
  const factor = cholesky(covariance);
  const out = gaps.map((row) => new Float64Array(row.length));
  const count = gaps[0]?.length ?? 0;
  for (let m = 0; m < count; m++) {
    const x = solveCholesky(
      factor,
      gaps.map((row, d) => row[m]! / scales[d]!),
    );
    x.forEach((value, d) => {
      out[d]![m] = value / scales[d]!;
    });
  }
  return out;
}

/** Moves one coordinate of the sound members by its covariance with the predictions. */
function move(
  values: Float64Array,
  sound: readonly number[],
  centred: readonly Float64Array[],
  moves: readonly Float64Array[],
): void {
  const own = anomalies(values, sound);
  const gains = centred.map((row) => product(own, row));
  for (const [at, m] of sound.entries()) {
    let sum = 0;
    for (let d = 0; d < gains.length; d++) sum += gains[d]! * moves[d]![at]!;
    values[m] = values[m]! + sum;
  }
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let m = 0; m < a.length; m++) sum += a[m]! * b[m]!;
  return sum;
}
