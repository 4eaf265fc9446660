import * as Plot from "@observablehq/plot";
import { asOfLabel, asOfRule } from "./as-of-rule.ts";
import { nothingToDraw } from "./errors.ts";
import type { Point } from "./fan-chart.ts";
import { type Canvas, drawFrame, type Frame, type KeyEntry } from "./frame.ts";
import { formatDay, formatNumber, parseDay } from "./number-format.ts";
import { endLabels, labelRoom } from "./place-labels.ts";
import { drawPlane, scaleNote, type TimePlane, timePlane } from "./plane.ts";
import { svg } from "./svg.ts";
import { textWidth } from "./text-width.ts";
import type { Theme } from "./theme.ts";

export interface LineSeries {
  readonly label: string;
  readonly points: readonly Point[];
  /** Bounds around the points, date by date: drawn as a band. */
  readonly band?: readonly { readonly date: string; readonly low: number; readonly high: number }[];
  readonly dashed?: boolean;
  /** The place of the series' colour in the theme; its order in the list by default. "hindsight", "ink" and "model" name those colours. */
  readonly colour?: number | "hindsight" | "ink" | "model";
}

export interface Annotation {
  readonly date: string;
  readonly label: string;
}

export interface LineChartData {
  readonly series: readonly LineSeries[];
  readonly annotations?: readonly Annotation[];
  readonly asOf?: string;
  /** A level to compare with, drawn as a dashed line across. */
  readonly level?: { readonly value: number; readonly label: string };
  /** Bounds of the y axis; the data's own (with zero, when `fromZero`) by default. */
  readonly low?: number;
  readonly high?: number;
  readonly fromZero?: boolean;
  readonly formatY?: (value: number) => string;
  readonly height?: number;
  /** Entries of a key above the plane, for marks that direct labels do not name. */
  readonly key?: readonly KeyEntry[];
  /** False leaves the labels at the line ends out (when a key names the series). */
  readonly labelled?: boolean;
}

/** Several series over time, each labelled at its end, with dated annotations above. */
export function lineChart(data: LineChartData, frame: Frame, canvas: Canvas, name = "line-chart"): string {
  const drawn = data.series.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) throw nothingToDraw(frame.title);
  return drawFrame(name, frame, canvas, (width, theme) => {
    const { document } = canvas;
    const colours = drawn.map((series, index) => colourOf(series, index, theme));
    const labelled = data.labelled ?? true;
    const room = labelled ? Math.min(labelRoom(drawn.map(({ label }) => label)), width * 0.42) : 10;
    const rows = annotationRows(data.annotations ?? [], width);
    const top = 8 + rows * 14 + (data.asOf ? 14 : 0);
    const plane = timePlane({
      width,
      height: (data.height ?? 240) + top,
      ...extent(data, drawn),
      right: room,
      top,
      ...(data.formatY ? { formatY: data.formatY } : {}),
    });
    const elements = [
      drawPlane(document, plane, theme, marks(data, drawn, colours, theme)),
      ...drawAnnotations(document, data, plane, theme),
      ...(data.asOf ? [asOfLabel(document, `as of ${formatDay(data.asOf)}`, parseDay(data.asOf), plane, theme)] : []),
      ...(data.level ? [levelLabel(document, data.level, data.formatY ?? formatNumber, plane, theme)] : []),
      ...(labelled
        ? endLabels(
            document,
            drawn.map(({ label, points }, index) => ({
              text: label,
              colour: colours[index] ?? theme.ink,
              y: plane.y(points[points.length - 1]?.value ?? 0),
            })),
            plane.width - plane.right,
            plane.top,
            plane.height - plane.bottom,
          )
        : []),
    ];
    return { elements, height: plane.height, key: data.key ?? [], note: scaleNote(plane.ticks[0] ?? 0) };
  });
}

function colourOf(series: LineSeries, index: number, theme: Theme): string {
  const choice = series.colour ?? index;
  return typeof choice === "number" ? (theme.series[choice % theme.series.length] ?? theme.ink) : theme[choice];
}

function extent(data: LineChartData, series: readonly LineSeries[]) {
  const points = series.flatMap((one) => one.points);
  const bands = series.flatMap((one) => one.band ?? []);
  const values = [...points.map(({ value }) => value), ...bands.flatMap(({ low, high }) => [low, high])].filter(
    Number.isFinite,
  );
  if (data.level) values.push(data.level.value);
  if (data.fromZero) values.push(0);
  const times = points.map(({ date }) => parseDay(date));
  return {
    low: data.low ?? values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    high: data.high ?? values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    from: times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    to: times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  };
}

function marks(
  data: LineChartData,
  series: readonly LineSeries[],
  colours: readonly string[],
  theme: Theme,
): Plot.Markish[] {
  const at = (date: string) => new Date(parseDay(date));
  return [
    ...series.map(({ band = [] }, index) =>
      Plot.areaY(band, {
        x: (row) => at(row.date),
        y1: "low",
        y2: "high",
        fill: colours[index] ?? theme.ink,
        fillOpacity: 0.14,
      }),
    ),
    data.level ? Plot.ruleY([data.level.value], { stroke: theme.ink, strokeWidth: 1, strokeDasharray: "3,3" }) : null,
    data.asOf ? asOfRule(parseDay(data.asOf), theme) : null,
    Plot.ruleX(
      (data.annotations ?? []).map(({ date }) => at(date)),
      { stroke: theme.muted, strokeWidth: 0.75 },
    ),
    ...series.map(({ points, dashed }, index) =>
      Plot.lineY(points, {
        x: (row: Point) => at(row.date),
        y: "value",
        stroke: colours[index] ?? theme.ink,
        strokeWidth: 1.75,
        ...(dashed ? { strokeDasharray: "5,3" } : {}),
      }),
    ),
  ];
}

function levelLabel(
  document: Document,
  level: { readonly value: number; readonly label: string },
  format: (value: number) => string,
  plane: TimePlane,
  theme: Theme,
): Element {
  const y = plane.y(level.value) - 4;
  return svg(document, "text", { x: plane.left + 4, y, "font-size": 11, fill: theme.muted }, [
    `${level.label} ${format(level.value)}`,
  ]);
}

function annotationRows(annotations: readonly Annotation[], width: number): number {
  // One row per annotation while they are few: labels never meet, whatever their dates. On a narrow figure too.
  return Math.min(annotations.length, width < 480 ? 8 : 5);
}

function drawAnnotations(document: Document, data: LineChartData, plane: TimePlane, theme: Theme): Element[] {
  const annotations = [...(data.annotations ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1));
  const rows = annotationRows(annotations, plane.width);
  return annotations.flatMap(({ date, label }, index) => {
    const x = plane.x(parseDay(date));
    const y = 10 + (index % Math.max(1, rows)) * 14;
    const width = textWidth(label, 11);
    const before = x + 4 + width > plane.width;
    return [
      svg(document, "line", { x1: x, x2: x, y1: y - 8, y2: plane.top, stroke: theme.muted, "stroke-width": 0.75 }),
      svg(
        document,
        "text",
        {
          x: before ? Math.max(x - 4, width) : x + 4,
          y,
          "text-anchor": before ? "end" : "start",
          "font-size": 11,
          fill: theme.ink,
        },
        [label],
      ),
    ];
  });
}
