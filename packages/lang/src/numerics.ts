/**
 * exp, log, pow, sine and cosine of our own, from IEEE additions, multiplications, divisions and bit moves alone: the
 * engines' own functions differ in the last bit, and a run must give the same bits everywhere. Every kernel repeats
 * these operations in this order. Polynomials: exp by Taylor to degree 12 on |r| <= ln2/2; log after FreeBSD's e_log.c;
 * sine and cosine after its k_sin.c and k_cos.c (coefficients by Sun Microsystems, freely granted).
 */
const LOG2_E = 1.4426950408889634;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ROUND_MAGIC = 6755399441055744; // 1.5 * 2^52: adding and subtracting it rounds to the nearest integer
const PI_HALF = 1.5707963267948966;
const SQRT2 = 1.4142135623730951;

/** Where exp saturates, so that scaling by a power of two never leaves the normal range. */
export const EXP_LOWEST = -708;
export const EXP_HIGHEST = 709;
/** The smallest normal number: log takes anything in [0, it) for it. */
export const TINY = 2.2250738585072014e-308;

export const EXP_COEFFICIENTS: readonly number[] = Array.from({ length: 13 }, (_, k) => {
  let factorial = 1;
  for (let i = 2; i <= k; i++) factorial *= i;
  return 1 / factorial;
});
export const LOG_COEFFICIENTS: readonly number[] = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];
export const SIN_COEFFICIENTS: readonly number[] = [
  -0.16666666666666632, 0.00833333333332249, -0.0001984126982985795, 0.0000027557313707070068, -2.5050760253406863e-8,
  1.58969099521155e-10,
];
export const COS_COEFFICIENTS: readonly number[] = [
  0.0416666666666666, -0.001388888888887411, 0.00002480158728947673, -2.7557314351390663e-7, 2.087572321298175e-9,
  -1.1359647557788195e-11,
];
export const EXP_EVEN = EXP_COEFFICIENTS.filter((_, i) => i % 2 === 0);
export const EXP_ODD = EXP_COEFFICIENTS.filter((_, i) => i % 2 === 1);
export const CONSTANTS = { LOG2_E, LN2_HIGH, LN2_LOW, ROUND_MAGIC, PI_HALF, SQRT2 } as const;

/** 2^(i - 1023) at i, for i = 1..2046. */
const POWERS_OF_TWO = Float64Array.from({ length: 2047 }, (_, i) => 2 ** (i - 1023));

function horner(x: number, coefficients: readonly number[]): number {
  let sum = coefficients[coefficients.length - 1]!;
  for (let i = coefficients.length - 2; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

/** e^x, saturating below -708 and above 709; NaN stays NaN. Error below 1 unit in the last place or two. */
export function exp(x: number): number {
  let y = EXP_HIGHEST < x ? EXP_HIGHEST : x;
  y = y < EXP_LOWEST ? EXP_LOWEST : y;
  const k = y * LOG2_E + ROUND_MAGIC - ROUND_MAGIC;
  const r = y - k * LN2_HIGH - k * LN2_LOW;
  const z = r * r;
  return (horner(z, EXP_EVEN) + horner(z, EXP_ODD) * r) * (POWERS_OF_TWO[k + 1023] ?? Number.NaN);
}

const bits = new DataView(new ArrayBuffer(8));

/** ln x for x >= 0 (anything below the smallest normal number counts as that number); NaN stays NaN. */
export function logPositive(x: number): number {
  bits.setFloat64(0, x < TINY ? TINY : x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (SQRT2 < m) {
    exponent = exponent + 1;
    m = m * 0.5;
  }
  m = m - 1;
  const s = m / (m + 2);
  const half = m * m * 0.5;
  const z = horner(s * s, LOG_COEFFICIENTS) * (s * s);
  return exponent * LN2_HIGH - (half - (s * (half + z) + exponent * LN2_LOW) - m);
}

/** ln x; NaN below zero and for NaN, ln of the smallest normal number at zero. */
export const log = (x: number): number => (x < 0 || x !== x ? Number.NaN : logPositive(x));

/** x^y as exp(y ln x): NaN for negative x. Whole exponents are written out as products before they reach here. */
export const pow = (x: number, y: number): number => exp(y * log(x));

/** Sine and cosine of an angle given in quarter turns (1 = 90 degrees), for angles of at least 0 and a few turns. */
export function sinCosQuarterTurns(quarters: number): [sine: number, cosine: number] {
  const k = quarters + ROUND_MAGIC - ROUND_MAGIC;
  const r = (quarters - k) * PI_HALF;
  const z = r * r;
  const sine = r + r * z * horner(z, SIN_COEFFICIENTS);
  const cosine = 1 - z * 0.5 + z * z * horner(z, COS_COEFFICIENTS);
  const quadrant = k & 3;
  const swapped = quadrant & 1;
  const s = swapped ? cosine : sine;
  const c = swapped ? sine : cosine;
  return [quadrant & 2 ? -s : s, (quadrant + 1) & 2 ? -c : c];
}
