import type { ParameterFit, Quantiles } from "@logjam/analysis";
import { formatNumber } from "@logjam/figures";
import { markdownTable } from "../files/markdown.ts";
import { parameterLabel } from "../report/look-up.ts";

/** Quantiles to three significant digits: more would be noise of the particles. */
export const shortened = (spread: Quantiles): Quantiles => {
  const three = (value: number) => Number(value.toPrecision(3));
  const { p05, p25, p50, p75, p95 } = spread;
  return { p05: three(p05), p25: three(p25), p50: three(p50), p75: three(p75), p95: three(p95) };
};

function range(spread: Quantiles): string {
  const { p05, p50, p95 } = shortened(spread);
  return [p05, p50, p95].map(formatNumber).join(" / ");
}

/** Every parameter before and after the data, in the model's order. */
export const parameterTable = (parameters: readonly ParameterFit[]): string =>
  markdownTable(
    ["parameter", "unit", "prior 5 / 50 / 95 %", "posterior 5 / 50 / 95 %", "contraction"],
    parameters.map(({ name, meaning, unit, prior, posterior, contraction }) => [
      `\`${name}\` ${parameterLabel(name, meaning)}`,
      unit === "1" ? "–" : unit,
      range(prior),
      range(posterior),
      contraction.toFixed(2).replace("-", "\u2212"),
    ]),
  );
