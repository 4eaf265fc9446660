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

// The polynomials are written out below: loops over arrays give the same bits several times slower.
const [E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12] = [
  EXP_COEFFICIENTS[0]!,
  EXP_COEFFICIENTS[1]!,
  EXP_COEFFICIENTS[2]!,
  EXP_COEFFICIENTS[3]!,
  EXP_COEFFICIENTS[4]!,
  EXP_COEFFICIENTS[5]!,
  EXP_COEFFICIENTS[6]!,
  EXP_COEFFICIENTS[7]!,
  EXP_COEFFICIENTS[8]!,
  EXP_COEFFICIENTS[9]!,
  EXP_COEFFICIENTS[10]!,
  EXP_COEFFICIENTS[11]!,
  EXP_COEFFICIENTS[12]!,
] as const;
const [L0, L1, L2, L3, L4, L5, L6] = [
  LOG_COEFFICIENTS[0]!,
  LOG_COEFFICIENTS[1]!,
  LOG_COEFFICIENTS[2]!,
  LOG_COEFFICIENTS[3]!,
  LOG_COEFFICIENTS[4]!,
  LOG_COEFFICIENTS[5]!,
  LOG_COEFFICIENTS[6]!,
] as const;
const [S0, S1, S2, S3, S4, S5] = [
  SIN_COEFFICIENTS[0]!,
  SIN_COEFFICIENTS[1]!,
  SIN_COEFFICIENTS[2]!,
  SIN_COEFFICIENTS[3]!,
  SIN_COEFFICIENTS[4]!,
  SIN_COEFFICIENTS[5]!,
] as const;
const [C0, C1, C2, C3, C4, C5] = [
  COS_COEFFICIENTS[0]!,
  COS_COEFFICIENTS[1]!,
  COS_COEFFICIENTS[2]!,
  COS_COEFFICIENTS[3]!,
  COS_COEFFICIENTS[4]!,
  COS_COEFFICIENTS[5]!,
] as const;

/** e^x, saturating below -708 and above 709; NaN stays NaN. Within 4 units in the last place (measured), 1 for most. */
export function exp(x: number): number {
  let y = EXP_HIGHEST < x ? EXP_HIGHEST : x;
  y = y < EXP_LOWEST ? EXP_LOWEST : y;
  const k = y * LOG2_E + ROUND_MAGIC - ROUND_MAGIC;
  const r = y - k * LN2_HIGH - k * LN2_LOW;
  const z = r * r;
  const even = (((((E12 * z + E10) * z + E8) * z + E6) * z + E4) * z + E2) * z + E0;
  const odd = ((((E11 * z + E9) * z + E7) * z + E5) * z + E3) * z + E1;
  return (even + odd * r) * (k === k ? POWERS_OF_TWO[k + 1023]! : Number.NaN);
}

// One number seen as two 32-bit words; written before it is read, every time.
const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
scratch[0] = 1;
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/** ln x for x >= 0 (anything below the smallest normal number counts as that number); NaN stays NaN. */
export function logPositive(x: number): number {
  scratch[0] = x < TINY ? TINY : x;
  const high = words[HIGH]!;
  let exponent = (high >>> 20) - 1023;
  words[HIGH] = (high & 0xfffff) | 0x3ff00000;
  let m = scratch[0]!;
  if (SQRT2 < m) {
    exponent = exponent + 1;
    m = m * 0.5;
  }
  m = m - 1;
  const s = m / (m + 2);
  const half = m * m * 0.5;
  const w = s * s;
  const z = ((((((L6 * w + L5) * w + L4) * w + L3) * w + L2) * w + L1) * w + L0) * w;
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
  const sine = r + r * z * (((((S5 * z + S4) * z + S3) * z + S2) * z + S1) * z + S0);
  const cosine = 1 - z * 0.5 + z * z * (((((C5 * z + C4) * z + C3) * z + C2) * z + C1) * z + C0);
  const quadrant = k & 3;
  const swapped = quadrant & 1;
  const s = swapped ? cosine : sine;
  const c = swapped ? sine : cosine;
  return [quadrant & 2 ? -s : s, (quadrant + 1) & 2 ? -c : c];
}
