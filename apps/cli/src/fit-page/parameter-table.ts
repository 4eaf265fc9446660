import type { ParameterFit, Quantiles } from "@logjam/analysis";
import { formatNumber } from "@logjam/figures";
import { markdownTable } from "../files/markdown.ts";
import { parameterLabel } from "../report/look-up.ts";

const range = ({ p05, p50, p95 }: Quantiles): string => [p05, p50, p95].map(formatNumber).join(" / ");

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
