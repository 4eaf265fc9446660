/**
 * 6. The Ardennes by Willard's form, and an error in a published table.
 *
 * If losses follow a Lanchester law, dB/dR = alpha (R/B)^beta: the ratio of daily losses is a power of the ratio of
 * strengths. beta = 1 is the square law, 0 the linear one, -1 the logarithmic one. A straight line through the
 * logarithms gives both numbers.
 *
 * Source: M. Pinkerton, *Modelling Warfare using Lanchester's Equations* (Ulster University), Table 7, after D. Willard
 * (1962). Reproduced: three rows for total forces, to all six printed digits. For combat forces the printed row can be
 * had only by setting Blue's *combat* losses against Red's *total* losses; with matching columns R^2 halves. Both are
 * given. Ours: the finding, and the corrected rows.
 *
 * What it says: the exponent falls from +0.9 in the first ten days to -2.8 in the rest (combat forces: +3.4 to -2.1). No
 * one law of numbers holds through the battle; so in our own models losses come from fires and posture.
 */
import { ardennes, during, PERIODS, type Period, type Scope } from "./ardennes-data.ts";
import { leastSquares } from "./support/least-squares.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

export interface WillardFit {
  readonly alpha: number;
  readonly beta: number;
  readonly rSquared: number;
}

export interface WillardQuestion {
  readonly period: Period;
  /** Which troops the strengths and Blue's losses count. */
  readonly scope: Scope;
  /** Which troops Red's losses count; the same unless said. The published combat row says "total" without saying so. */
  readonly redLosses?: Scope;
}

/** ln(Blue's losses / Red's losses) = ln alpha + beta ln(Red's strength / Blue's strength), by least squares. */
export function willardFit({ period, scope, redLosses = scope }: WillardQuestion): WillardFit {
  const blue = ardennes("blue", scope);
  const red = ardennes("red", scope);
  const redLost = during(ardennes("red", redLosses).losses, period);
  const blueStrength = during(blue.strength, period);
  const rows = during(red.strength, period).map((strength, day) => [1, Math.log(strength / blueStrength[day]!)]);
  const response = during(blue.losses, period).map((lost, day) => Math.log(lost / redLost[day]!));
  const { coefficients, rSquared } = leastSquares(rows, response);
  return { alpha: Math.exp(coefficients[0]!), beta: coefficients[1]!, rSquared };
}

/** All rows: total forces, combat forces with the published table's mismatch, combat forces with matching columns. */
export function table(): string {
  const kinds: readonly (readonly [string, Omit<WillardQuestion, "period">])[] = [
    ["total", { scope: "total" }],
    ["combat, mismatched", { scope: "combat", redLosses: "total" }],
    ["combat, matched", { scope: "combat" }],
  ];
  const rows = kinds.flatMap(([label, kind]) =>
    (Object.keys(PERIODS) as Period[]).map((period) => {
      const { alpha, beta, rSquared } = willardFit({ ...kind, period });
      return [`${label}, days ${period}`, alpha, beta, rSquared];
    }),
  );
  return textTable(["forces", "alpha", "beta", "R^2"], rows, 6);
}

printIfStarted(import.meta.url, table);
