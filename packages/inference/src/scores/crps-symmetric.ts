/**
 * CRPS of symmetric laws with shares F, from two antiderivatives: CRPS = I2(z) + I2(-z), where I2' = F^2 and I2
 * vanishes at minus infinity; truncated ones from I1' = F and I2. Everything is in standard units: callers scale.
 */
import { normalShareBelow, numerics } from "@logjam/lang";
import { logBeta, studentShareBelow } from "./special-functions.ts";

const { exp, logPositive } = numerics;
const INVERSE_SQRT_PI = 0.5641895835477563;
const INVERSE_SQRT_2PI = 0.3989422804014327;

/** A law that is symmetric about 0, by its share below z and the antiderivatives of the share and of its square. */
export interface SymmetricLaw {
  readonly share: (z: number) => number;
  readonly integral: (z: number) => number;
  readonly squareIntegral: (z: number) => number;
}

const normalDensity = (z: number): number => INVERSE_SQRT_2PI * exp(-0.5 * z * z);

export const normalLaw: SymmetricLaw = {
  share: normalShareBelow,
  integral: (z) => z * normalShareBelow(z) + normalDensity(z),
  squareIntegral: (z) => {
    const share = normalShareBelow(z);
    return z * share * share + 2 * normalDensity(z) * share - normalShareBelow(z * Math.SQRT2) * INVERSE_SQRT_PI;
  },
};

const softplus = (z: number): number => (z > 0 ? z : 0) + logPositive(1 + exp(-Math.abs(z)));
const logisticShare = (z: number): number => (z > 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)));

export const logisticLaw: SymmetricLaw = {
  share: logisticShare,
  integral: softplus,
  squareIntegral: (z) => softplus(z) - logisticShare(z),
};

export const laplaceLaw: SymmetricLaw = {
  share: (z) => (z < 0 ? 0.5 * exp(z) : 1 - 0.5 * exp(-z)),
  integral: (z) => (z < 0 ? 0.5 * exp(z) : z + 0.5 * exp(-z)),
  // Above 0: F^2 = 1 - e^-z + e^-2z / 4, and I2(0) = 1/8.
  squareIntegral: (z) => (z < 0 ? exp(2 * z) / 8 : z - 0.75 + exp(-z) - exp(-2 * z) / 8),
};

/**
 * Student's law with more than 1 degree of freedom n. With g(z) = (n + z^2) / (n - 1) f(z): I1 = zF + g, and
 * I2 = zF^2 + 2gF - 2 * integral of gf, whose integrand is a Student density with 2n - 1 degrees of freedom, rescaled.
 */
export function studentLaw(degreesOfFreedom: number): SymmetricLaw {
  const n = degreesOfFreedom;
  const logScale = -logBeta(0.5, n / 2) - 0.5 * logPositive(n);
  const density = (z: number) => exp(logScale - 0.5 * (n + 1) * logPositive(1 + (z * z) / n));
  const share = (z: number) => studentShareBelow(z, n);
  const g = (z: number) => ((n + z * z) / (n - 1)) * density(z);
  // Integral of (1 + z^2/n)^-n over the line: sqrt(n) B(1/2, n - 1/2).
  const whole = (n / (n - 1)) * exp(2 * logScale + 0.5 * logPositive(n) + logBeta(0.5, n - 0.5));
  const stretch = Math.sqrt((2 * n - 1) / n);
  return {
    share,
    integral: (z) => z * share(z) + g(z),
    squareIntegral: (z) => {
      const below = share(z);
      return z * below * below + 2 * g(z) * below - 2 * whole * studentShareBelow(z * stretch, 2 * n - 1);
    },
  };
}

/** CRPS of a symmetric law with the given location and scale (> 0). */
export function crpsSymmetric(law: SymmetricLaw, observed: number, location = 0, scale = 1): number {
  const z = (observed - location) / scale;
  return scale * (law.squareIntegral(z) + law.squareIntegral(-z));
}

/** CRPS of a symmetric law cut to [lower, upper] and rescaled to a total share of 1, in standard units. */
export function crpsTruncated(law: SymmetricLaw, observed: number, lower: number, upper: number): number {
  const [low, high] = [law.share(lower), law.share(upper)];
  const z = Math.min(Math.max(observed, lower), upper);
  // Integrals of (F - low)^2 from lower to z, and of (high - F)^2 from z to upper.
  const square = (from: number, to: number, c: number) =>
    law.squareIntegral(to) -
    law.squareIntegral(from) -
    2 * c * (law.integral(to) - law.integral(from)) +
    c * c * (to - from);
  return (square(lower, z, low) + square(z, upper, high)) / (high - low) ** 2 + Math.abs(observed - z);
}

/** CRPS of a normal forecast (Gneiting & Raftery 2007, doi:10.1198/016214506000001437). */
export const crpsNormal = (observed: number, mean: number, deviation: number): number =>
  crpsSymmetric(normalLaw, observed, mean, deviation);
