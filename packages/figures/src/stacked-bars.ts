import * as Plot from "@observablehq/plot";
import { asOfLabel, asOfRule } from "./as-of-rule.ts";
import { nothingToDraw } from "./errors.ts";
import type { Point } from "./fan-chart.ts";
import { type Canvas, drawFrame, type Frame, type KeyEntry } from "./frame.ts";
import { formatDay, parseDay } from "./number-format.ts";
import { drawPlane, timePlane } from "./plane.ts";
import type { Theme } from "./theme.ts";

export interface BarSeries {
  readonly label: string;
  readonly points: readonly Point[];
  /** Points that were not used: drawn pale and dashed. */
  readonly later?: readonly Point[];
}

export interface StackedBarsData {
  /** Series of values that are not negative, stacked in this order from the bottom. Dates are the bars' first days. */
  readonly series: readonly BarSeries[];
  /** How many days a bar stands for, about: a bar ends where the next begins when that is within half as many days again. */
  readonly days: number;
  /** The day up to which data were used, marked by an upright line. */
  readonly asOf?: string;
}

interface Piece {
  readonly later: boolean;
  readonly x1: Date;
  readonly x2: Date;
  readonly y1: number;
  readonly y2: number;
}

const day = 86_400_000;

/** Bars over time, one colour per part. */
export function stackedBars(data: StackedBarsData, frame: Frame, canvas: Canvas, name = "stacked-bars"): string {
  const dates = [
    ...new Set(data.series.flatMap(({ points, later = [] }) => [...points, ...later].map(({ date }) => date))),
  ].sort();
  const first = dates[0];
  const last = dates[dates.length - 1];
  if (first === undefined || last === undefined) throw nothingToDraw(frame.title);
  return drawFrame(name, frame, canvas, (width, theme) => {
    const colours = data.series.map((_, index) => theme.series[index % theme.series.length] ?? theme.ink);
    const pieces = stack(data, dates);
    const most = pieces.flat().reduce((high, { y2 }) => Math.max(high, y2), 0);
    const top = data.asOf ? 20 : 8;
    const plane = timePlane({
      width,
      height: 230,
      top,
      from: parseDay(first),
      to: parseDay(last) + data.days * day,
      low: 0,
      high: most || 1,
    });
    // The gap between bars is a tenth of a bar, at most a pixel: many narrow bars must not turn pale.
    const inset = Math.min(0.5, ((plane.width - plane.left - plane.right) / dates.length) * 0.05);
    const later = (piece: Piece) => piece.later;
    const box = { x1: "x1", x2: "x2", y1: "y1", y2: "y2", insetLeft: inset, insetRight: inset } as const;
    const marks: Plot.Markish[] = pieces.flatMap((list, index) => {
      const colour = colours[index] ?? theme.ink;
      return [
        Plot.rect(
          list.filter((piece) => !later(piece)),
          { ...box, fill: colour },
        ),
        Plot.rect(list.filter(later), {
          ...box,
          fill: colour,
          fillOpacity: 0.25,
          stroke: colour,
          strokeWidth: 0.75,
          strokeDasharray: "2,2",
        }),
      ];
    });
    if (data.asOf) marks.push(asOfRule(parseDay(data.asOf), theme));
    const elements = [
      drawPlane(canvas.document, plane, theme, marks),
      ...(data.asOf
        ? [asOfLabel(canvas.document, `as of ${formatDay(data.asOf)}`, parseDay(data.asOf), plane, theme)]
        : []),
    ];
    return { elements, height: plane.height, key: keyOf(data, colours, pieces.flat().some(later), theme) };
  });
}

function stack(data: StackedBarsData, dates: readonly string[]): readonly (readonly Piece[])[] {
  const tops = new Map(dates.map((date) => [date, 0]));
  const ends = barEnds(dates.map(parseDay), data.days);
  const piece = ({ date, value }: Point, later: boolean): Piece => {
    const y1 = tops.get(date) ?? 0;
    const y2 = y1 + Math.max(0, value);
    tops.set(date, y2);
    const start = parseDay(date);
    return { later, x1: new Date(start), x2: new Date(ends.get(start) ?? start), y1, y2 };
  };
  return data.series.map(({ points, later = [] }) => [
    ...points.map((point) => piece(point, false)),
    ...later.map((point) => piece(point, true)),
  ]);
}

/** Where each bar ends: at the next one, so that months of 28 and 31 days leave no gaps, unless that is too far off. */
function barEnds(starts: readonly number[], days: number): ReadonlyMap<number, number> {
  return new Map(
    starts.map((start, index) => {
      const next = starts[index + 1];
      const usual = start + days * day;
      return [start, next !== undefined && next - start <= 1.5 * days * day ? next : usual];
    }),
  );
}

function keyOf(
  data: StackedBarsData,
  colours: readonly string[],
  afterwards: boolean,
  theme: Theme,
): readonly KeyEntry[] {
  const parts = data.series.map(
    ({ label }, index) => ({ label, mark: "bar", colour: colours[index] ?? theme.ink }) as const,
  );
  const later = {
    label: "Pale and dashed: what happened afterwards (not used)",
    mark: "pale",
    colour: theme.muted,
  } as const;
  return [...(parts.length > 1 ? parts : []), ...(afterwards ? [later] : [])];
}
