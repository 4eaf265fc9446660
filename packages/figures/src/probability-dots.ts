import * as Plot from "@observablehq/plot";
import { nothingToDraw } from "./errors.ts";
import { type Canvas, drawFrame, type Frame, type KeyEntry } from "./frame.ts";
import { formatPercent, formatPercentInterval, formatPoints, formatPointsInterval, thin } from "./number-format.ts";
import { plotGroup } from "./plane.ts";
import { svg } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";
import type { Theme } from "./theme.ts";
import { niceTicks } from "./ticks.ts";

export interface ProbabilityRow {
  readonly label: string;
  /** A probability in [0, 1], or a difference of probabilities in [-1, 1]; `low` and `high` bound its interval. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly kind: "probability" | "contrast";
  /** The value that the claim asks for, drawn as an upright tick across the row. */
  readonly bar?: number;
  readonly hindsight?: boolean;
}

interface Layout {
  readonly rows: readonly (ProbabilityRow & {
    readonly y: number;
    readonly lines: readonly string[];
    readonly number: string;
  })[];
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly stacked: boolean;
}

const lineHeight = 15;

/** Probabilities as dots with intervals, one row per scenario; differences of probabilities stand below a rule. */
export function probabilityDots(rows: readonly ProbabilityRow[], frame: Frame, canvas: Canvas): string {
  if (rows.length === 0) throw nothingToDraw(frame.title);
  return drawFrame("probability-dots", frame, canvas, (width, theme) => {
    const layout = arrange(rows, width);
    const ticks = scaleTicks(rows, width - layout.left - layout.right);
    const low = ticks[0] ?? 0;
    const high = ticks[ticks.length - 1] ?? 1;
    const plot = plotGroup(canvas.document, {
      width,
      height: layout.height,
      marginLeft: layout.left,
      marginRight: layout.right,
      marginTop: 0,
      marginBottom: 22,
      x: { type: "linear", domain: [low, high] },
      y: { type: "linear", domain: [layout.height - 22, 0], axis: null },
      marks: dotMarks(layout, ticks, theme),
    });
    return {
      elements: [plot, ...texts(canvas.document, layout, width, theme)],
      height: layout.height,
      key: keyOf(rows, theme),
    };
  });
}

function arrange(rows: readonly ProbabilityRow[], width: number): Layout {
  const numbers = rows.map((row) =>
    row.kind === "probability"
      ? `${formatPercent(row.value)} (${formatPercentInterval(row.low, row.high)})`
      : `${formatPoints(row.value)} (${formatPointsInterval(row.low, row.high)})`,
  );
  // In a narrow figure the label stands above its row, so that the scale keeps most of the width.
  const stacked = width < 520;
  const right = stacked ? 19 : Math.ceil(Math.max(...numbers.map((text) => textWidth(text, 12)))) + 14;
  const widest = Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label, 12))));
  const left = stacked ? 19 : Math.min(widest, Math.floor(width * 0.36)) + 12;
  let y = 4;
  const placed = rows.map((row, index) => {
    const number = numbers[index] ?? "";
    const lines = wrapText(stacked ? `${row.label}: ${number}` : row.label, stacked ? width : left - 12, 12);
    const before = index > 0 && row.kind !== rows[index - 1]?.kind ? 12 : 0;
    const textHeight = lines.length * lineHeight;
    const at = y + before + (stacked ? textHeight + 12 : Math.max(textHeight, lineHeight) / 2 + 3);
    y = stacked ? at + 12 : y + before + textHeight + 10;
    return { ...row, y: at, lines, number };
  });
  return { rows: placed, left, right, height: y + 26, stacked };
}

function scaleTicks(rows: readonly ProbabilityRow[], room: number): readonly number[] {
  const low = Math.min(0, ...rows.flatMap((row) => [row.low, row.bar ?? 0]));
  const most = Math.max(...rows.flatMap((row) => [row.high, row.bar ?? 0]));
  // The whole scale is the honest one; only where all is below a tenth does it shrink, so that dots can be told apart.
  const high = most > 0.5 ? 1 : most > 0.2 ? 0.5 : 0.2;
  return niceTicks(low, high, Math.max(2, Math.min(5, Math.floor(room / 55))));
}

function dotMarks(layout: Layout, ticks: readonly number[], theme: Theme): Plot.Markish[] {
  const colour = (row: ProbabilityRow) => (row.hindsight ? theme.hindsight : theme.model);
  const bars = layout.rows
    .filter((row) => row.bar !== undefined)
    .map((row) => ({ x: row.bar, y1: row.y - 9, y2: row.y + 9 }));
  return [
    Plot.gridX([...ticks], { stroke: theme.grid, strokeOpacity: 1 }),
    Plot.axisX([...ticks], {
      tickFormat: (value: number) => `${Math.round(value * 100)}${thin}%`.replace("-", "\u2212"),
      tickSize: 0,
      tickPadding: 6,
      label: null,
      fill: theme.muted,
    }),
    (ticks[0] ?? 0) < 0 ? Plot.ruleX([0], { stroke: theme.muted }) : null,
    ...layout.rows.map((row) =>
      Plot.ruleY([row], { y: "y", x1: "low", x2: "high", stroke: colour(row), strokeWidth: 3, strokeOpacity: 0.45 }),
    ),
    ...layout.rows.map((row) =>
      Plot.dot([row], {
        x: "value",
        y: "y",
        r: 4.5,
        symbol: row.kind === "contrast" ? "diamond" : "circle",
        fill: colour(row),
        stroke: theme.background,
        strokeWidth: 1,
      }),
    ),
    Plot.ruleX(bars, { x: "x", y1: "y1", y2: "y2", stroke: theme.ink, strokeWidth: 2, strokeDasharray: "3,2" }),
  ];
}

function texts(document: Document, layout: Layout, width: number, theme: Theme): Element[] {
  const elements: Element[] = [];
  layout.rows.forEach((row, index) => {
    const top = layout.stacked
      ? row.y - 12 - row.lines.length * lineHeight
      : row.y - (row.lines.length * lineHeight) / 2;
    row.lines.forEach((line, place) => {
      const attributes = { x: 0, y: top + place * lineHeight + 11, "font-size": 12, fill: theme.ink, ...halo(theme) };
      elements.push(svg(document, "text", attributes, [line]));
    });
    if (!layout.stacked) {
      elements.push(
        svg(document, "text", { x: width - layout.right + 12, y: row.y + 4, "font-size": 12, fill: theme.ink }, [
          row.number,
        ]),
      );
    }
    const before = layout.rows[index - 1];
    if (before && before.kind !== row.kind) {
      const y = layout.stacked ? top - 4 : (before.y + row.y) / 2;
      elements.push(
        svg(document, "line", { x1: 0, x2: width, y1: y, y2: y, stroke: theme.muted, "stroke-width": 0.75 }),
      );
    }
  });
  return elements;
}

/** A rim in the background's colour, so that a label can be read where it crosses a grid line. */
function halo(theme: Theme) {
  return { stroke: theme.background, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };
}

function keyOf(rows: readonly ProbabilityRow[], theme: Theme): readonly KeyEntry[] {
  const bars = [...new Set(rows.filter((row) => row.bar !== undefined).map((row) => barText(row)))];
  return [
    { label: "Share of model runs, with 95 % interval", mark: "dot", colour: theme.model },
    ...(rows.some((row) => row.hindsight)
      ? [{ label: "Driven by what happened afterwards", mark: "dot", colour: theme.hindsight } as const]
      : []),
    ...bars.map((text) => ({ label: text, mark: "tick", colour: theme.ink }) as const),
  ];
}

function barText(row: ProbabilityRow): string {
  const bar = row.bar ?? 0;
  return `The bar: ${row.kind === "probability" ? `${Math.round(bar * 100)}${thin}%` : formatPoints(bar)}`;
}
