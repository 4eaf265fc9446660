/** A forecast as the ledger keeps it: quantiles by series, place and date, small enough to stand in version control. */
import { addWeeks, quantileSorted } from "@logjam/inference";
import { forecastErrors } from "./errors.ts";
import type { MadeForecast } from "./make-forecast.ts";
import { decimalsOf } from "./series.ts";

/** Probabilities that are kept: every 2.5 %, and 0.5, 1, 99, 99.5 %. */
export const PROBABILITIES: readonly number[] = [
  0.005,
  0.01,
  ...Array.from({ length: 39 }, (_, i) => (25 * (i + 1)) / 1000),
  0.99,
  0.995,
];

/** Weeks that are kept: all of the first half year, then every second, beyond a year every fourth, and the quarters. */
export const keptWeeks = (weeks: number): number[] =>
  Array.from({ length: weeks }, (_, w) => w + 1).filter(
    (week) => week <= 26 || week === weeks || week % 13 === 0 || week % (week <= 52 ? 2 : 4) === 0,
  );

export interface QuantileRow {
  readonly series: string;
  readonly place: string;
  readonly date: string;
  /** At PROBABILITIES, ascending. */
  readonly values: Float64Array;
}

/** Quantiles at PROBABILITIES of the members that did not fail. */
export function quantilesOf(members: Float64Array): Float64Array {
  const sorted = members.filter(Number.isFinite).sort();
  return Float64Array.from(PROBABILITIES, (p) => quantileSorted(sorted, p));
}

export function quantileRows(made: MadeForecast): QuantileRow[] {
  const { parts, asOf, weeks, levels, members } = made;
  return parts.flatMap(({ series, place, target }) =>
    keptWeeks(weeks).map((week) => ({
      series,
      place,
      date: addWeeks(asOf, week),
      values: quantilesOf(levels[target]!.subarray((week - 1) * members, week * members)),
    })),
  );
}

const HEADER = `series,place,date,${PROBABILITIES.join(",")}`;

/** CSV; areas to a tenth of a km², counts whole. */
export const quantileText = (rows: readonly QuantileRow[]): string =>
  `${[
    HEADER,
    ...rows.map(({ series, place, date, values }) => {
      const decimals = Math.max(0, decimalsOf(series) - 1);
      return [series, place, date, ...Array.from(values, (value) => value.toFixed(decimals))].join(",");
    }),
  ].join("\n")}\n`;

/** Reads what `quantileText` wrote. Throws `forecast/ledger-broken` with the line. */
export function parseQuantiles(text: string, file: string): QuantileRow[] {
  const [header, ...lines] = text.trimEnd().split("\n");
  if (header !== HEADER) throw forecastErrors.ledgerBroken(`${file}:1`, "the columns are not those of a ledger file.");
  return lines.map((line, i) => {
    const [series, place, date, ...cells] = line.split(",");
    const values = Float64Array.from(cells, Number);
    if (values.length !== PROBABILITIES.length || !values.every(Number.isFinite) || date === undefined)
      throw forecastErrors.ledgerBroken(`${file}:${i + 2}`, "the row does not hold one number for each probability.");
    return { series: series!, place: place!, date, values };
  });
}

/**
 * Equally likely values that stand for a forecast of which only quantiles were kept: the quantile function, taken to run
 * straight between them and flat beyond them, at the middle of 400 equal shares.
 */
export function membersFrom(values: Float64Array): Float64Array {
  const shares = 400;
  let above = 0;
  return Float64Array.from({ length: shares }, (_, i) => {
    const p = (i + 0.5) / shares;
    while (above < PROBABILITIES.length && PROBABILITIES[above]! < p) above++;
    if (above === 0) return values[0]!;
    if (above === PROBABILITIES.length) return values.at(-1)!;
    const [low, high] = [PROBABILITIES[above - 1]!, PROBABILITIES[above]!];
    return values[above - 1]! + ((p - low) / (high - low)) * (values[above]! - values[above - 1]!);
  });
}

/** A kept quantile. */
export const quantileAt = (values: Float64Array, probability: number): number =>
  values[PROBABILITIES.indexOf(probability)]!;
