import { lengthsDiffer } from "./errors.ts";
import type { Canvas, Frame } from "./frame.ts";
import { lineChart } from "./line-chart.ts";
import { thin } from "./number-format.ts";

export interface ProbabilityCurve {
  readonly label: string;
  /** ISO days, and for each the probability that it has happened by then, with its interval; all in [0, 1]. */
  readonly dates: readonly string[];
  readonly value: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Driven by data from after the as-of date: drawn dashed, in the colour of hindsight. */
  readonly hindsight?: boolean;
  /** The place of its colour in the theme, so that a scenario keeps its colour from figure to figure. */
  readonly colour?: number;
}

/** The probability that something has happened by each date, one line per scenario with its Monte Carlo interval. */
export function probabilityCurves(curves: readonly ProbabilityCurve[], frame: Frame, canvas: Canvas): string {
  for (const curve of curves) {
    for (const part of ["value", "low", "high"] as const) {
      if (curve[part].length !== curve.dates.length) {
        throw lengthsDiffer(frame.title, `${curve.label} ${part}`, curve.dates.length, curve[part].length);
      }
    }
  }
  const top = curves.flatMap(({ high }) => high).reduce((most, value) => Math.max(most, value), 0);
  return lineChart(
    {
      series: curves.map((curve, index) => ({
        label: curve.label,
        points: curve.dates.map((date, week) => ({ date, value: curve.value[week] ?? 0 })),
        band: curve.dates.map((date, week) => ({ date, low: curve.low[week] ?? 0, high: curve.high[week] ?? 0 })),
        colour: curve.hindsight ? "hindsight" : (curve.colour ?? index),
        dashed: curve.hindsight ?? false,
      })),
      low: 0,
      // The whole scale unless everything is rare: then a fifth of it, never less, so that noise does not look like news.
      high: top > 0.5 ? 1 : top > 0.2 ? 0.5 : 0.2,
      formatY: (value) => `${Math.round(value * 100)}${thin}%`,
      height: 200,
    },
    frame,
    canvas,
    "probability-curves",
  );
}
