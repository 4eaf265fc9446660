import * as Plot from "@observablehq/plot";
import { asOfLabel, asOfRule } from "./as-of-rule.ts";
import { lengthsDiffer, nothingToDraw } from "./errors.ts";
import { type Canvas, drawFrame, type Frame, type KeyEntry } from "./frame.ts";
import { formatDay, parseDay } from "./number-format.ts";
import { drawPlane, scaleNote, timePlane } from "./plane.ts";
import { svg } from "./svg.ts";
import { wrapText } from "./text-width.ts";
import type { Theme } from "./theme.ts";
import { niceTicks } from "./ticks.ts";

export interface Point {
  /** ISO day. */
  readonly date: string;
  readonly value: number;
}

export interface FanPanel {
  readonly title: string;
  readonly dates: readonly string[];
  /** Quantiles per date: 5, 25, 50, 75 and 95 % of the members lie below. */
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

export interface FanChartData {
  readonly history: readonly Point[];
  readonly asOf: string;
  readonly panels: readonly FanPanel[];
  /** What happened after the as-of date: shown, never used. */
  readonly hindsight: readonly Point[];
}

/** History, then a fan of model runs per scenario, one panel each on a common scale, with hindsight dashed in its own colour. */
export function fanChart(data: FanChartData, frame: Frame, canvas: Canvas): string {
  if (data.panels.length === 0) throw nothingToDraw(frame.title);
  for (const panel of data.panels) {
    for (const quantile of ["p05", "p25", "p50", "p75", "p95"] as const) {
      const found = panel[quantile].length;
      if (found !== panel.dates.length)
        throw lengthsDiffer(frame.title, `${panel.title} ${quantile}`, panel.dates.length, found);
    }
  }
  return drawFrame("fan-chart", frame, canvas, (width, theme) => {
    const columns = Math.min(data.panels.length, Math.max(1, Math.floor((width + 20) / 280)));
    const gap = 20;
    const panelWidth = Math.floor((width - (columns - 1) * gap) / columns);
    const titleLines = Math.max(
      ...data.panels.map((panel) => wrapText(panel.title, panelWidth, 12, "semibold").length),
    );
    const plotHeight = columns === 1 ? 190 : 200;
    const rowHeight = titleLines * 16 + plotHeight + 12;
    const extent = dataExtent(data);
    const elements = data.panels.map((panel, index) =>
      svg(
        canvas.document,
        "g",
        {
          transform: `translate(${(index % columns) * (panelWidth + gap)},${Math.floor(index / columns) * rowHeight})`,
        },
        drawPanel(panel, data, extent, {
          document: canvas.document,
          width: panelWidth,
          height: plotHeight,
          titleLines,
          theme,
          first: index === 0,
        }),
      ),
    );
    return {
      elements,
      height: Math.ceil(data.panels.length / columns) * rowHeight - 12,
      key: key(data, theme),
      note: scaleNote(niceTicks(extent.low, extent.high, 4)[0] ?? 0),
    };
  });
}

function key(data: FanChartData, theme: Theme): readonly KeyEntry[] {
  return [
    { label: "Observed, and used", mark: "line", colour: theme.ink },
    { label: "Model: middle run, half of the runs, 90 % of the runs", mark: "area", colour: theme.model },
    ...(data.hindsight.length > 0
      ? [{ label: "What happened afterwards (not used)", mark: "dashes", colour: theme.hindsight } as const]
      : []),
  ];
}

function dataExtent(data: FanChartData) {
  const points = [...data.history, ...data.hindsight];
  const values = [...points.map(({ value }) => value), ...data.panels.flatMap(({ p05, p95 }) => [...p05, ...p95])];
  const dates = [...points.map(({ date }) => date), ...data.panels.flatMap((panel) => panel.dates)].map(parseDay);
  const finite = values.filter(Number.isFinite);
  return { low: minimum(finite), high: maximum(finite), from: minimum(dates), to: maximum(dates) };
}

// Spread arguments overflow the stack from about 100,000 values: reduce instead.
const minimum = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
const maximum = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

interface PanelLayout {
  readonly document: Document;
  readonly width: number;
  readonly height: number;
  readonly titleLines: number;
  readonly theme: Theme;
  readonly first: boolean;
}

function drawPanel(
  panel: FanPanel,
  data: FanChartData,
  extent: ReturnType<typeof dataExtent>,
  layout: PanelLayout,
): Element[] {
  const { document, theme } = layout;
  const plane = timePlane({ width: layout.width, height: layout.height, ...extent, top: 20 });
  const rows = panel.dates.map((date, index) => ({
    date: new Date(parseDay(date)),
    p05: panel.p05[index],
    p25: panel.p25[index],
    p50: panel.p50[index],
    p75: panel.p75[index],
    p95: panel.p95[index],
  }));
  const dated = (points: readonly Point[]) =>
    points.map(({ date, value }) => ({ date: new Date(parseDay(date)), value }));
  const marks = [
    Plot.areaY(rows, { x: "date", y1: "p05", y2: "p95", fill: theme.model, fillOpacity: 0.18 }),
    Plot.areaY(rows, { x: "date", y1: "p25", y2: "p75", fill: theme.model, fillOpacity: 0.28 }),
    Plot.lineY(rows, { x: "date", y: "p50", stroke: theme.model, strokeWidth: 2 }),
    asOfRule(parseDay(data.asOf), theme),
    Plot.lineY(dated(data.history), { x: "date", y: "value", stroke: theme.ink, strokeWidth: 1.75 }),
    Plot.lineY(dated(data.hindsight), {
      x: "date",
      y: "value",
      stroke: theme.hindsight,
      strokeWidth: 1.75,
      strokeDasharray: "5,3",
    }),
  ];
  const title = wrapText(panel.title, layout.width, 12, "semibold").map((line, index) =>
    svg(
      document,
      "text",
      { class: "panel-title", x: 0, y: 12 + index * 16, "font-size": 12, "font-weight": 600, fill: theme.ink },
      [line],
    ),
  );
  const plot = svg(document, "g", { transform: `translate(0,${layout.titleLines * 16})` }, [
    drawPlane(document, plane, theme, marks),
    ...(layout.first ? [asOfLabel(document, `as of ${formatDay(data.asOf)}`, parseDay(data.asOf), plane, theme)] : []),
  ]);
  return [...title, plot];
}
