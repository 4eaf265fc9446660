import type { Point } from "./fan-chart.ts";
import type { Canvas, Frame } from "./frame.ts";
import { parseDay } from "./number-format.ts";
import { stackedBars } from "./stacked-bars.ts";

export interface AidSeries {
  readonly label: string;
  readonly known: readonly Point[];
  readonly hindsight: readonly Point[];
}

/** Aid per period and donor group as stacked bars; what came after the as-of date is pale and dashed. */
export function aidBars(series: readonly AidSeries[], asOf: string, frame: Frame, canvas: Canvas): string {
  const days = shortestGap(series);
  return stackedBars(
    { series: series.map(({ label, known, hindsight }) => ({ label, points: known, later: hindsight })), days, asOf },
    frame,
    canvas,
    "aid-bars",
  );
}

/** The shortest distance between two dates in days: 7 for weekly, 28 for monthly data, so that bars never overlap. */
function shortestGap(series: readonly AidSeries[]): number {
  const dates = [
    ...new Set(series.flatMap(({ known, hindsight }) => [...known, ...hindsight].map(({ date }) => date))),
  ];
  const times = dates.map(parseDay).sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / 86_400_000);
  return gaps.length === 0 ? 30 : gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
}
