import * as Plot from "@observablehq/plot";
import { formatNumber } from "./number-format.ts";
import { svg } from "./svg.ts";
import { textWidth } from "./text-width.ts";
import type { Theme } from "./theme.ts";
import { dateTicks, niceTicks } from "./ticks.ts";

/** A drawing area over time: where it stands, what it spans, and how values become pixels. */
export interface TimePlane {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly formatY: (value: number) => string;
}

export interface PlaneOptions {
  readonly width: number;
  readonly height: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** Space kept free at the right, for labels, in pixels. */
  readonly right?: number;
  readonly top?: number;
  readonly formatY?: (value: number) => string;
  readonly yTicks?: number;
}

/** Lays out a plane: the y axis begins and ends at a tick, the left margin fits the widest tick label. */
export function timePlane(options: PlaneOptions): TimePlane {
  const { width, height, from, to, right = 8, top = 8, formatY = formatNumber } = options;
  const ticks = niceTicks(options.low, options.high, options.yTicks ?? 4);
  const widest = Math.ceil(Math.max(...ticks.map((tick) => textWidth(formatY(tick), 11))));
  // At least half of a date label such as "Mar 2023", which stands centred under its tick.
  const left = Math.max(widest + 8, 27);
  const bottom = 22;
  const first = ticks[0] ?? 0;
  const last = ticks[ticks.length - 1] ?? 1;
  const x = (time: number) => left + ((time - from) / (to - from || 1)) * (width - left - right);
  const y = (value: number) => top + (1 - (value - first) / (last - first || 1)) * (height - top - bottom);
  return { width, height, left, right, top, bottom, from, to, ticks, x, y, formatY };
}

/** The remark that a scale which leaves zero out owes its reader. */
export function scaleNote(lowest: number): string {
  return lowest > 0 ? "The vertical scale does not begin at zero." : "";
}

/** Draws marks on a plane with its grid and axes. Only explicit domains and ticks are used, so nothing depends on a default. */
export function drawPlane(document: Document, plane: TimePlane, theme: Theme, marks: readonly Plot.Markish[]): Element {
  const room = plane.width - plane.left - plane.right;
  const dates = dateTicks(plane.from, plane.to, Math.max(2, Math.floor(room / 46)));
  const labels = new Map(dates.map(({ time, label }) => [time, label]));
  const zero = (plane.ticks[0] ?? 0) < 0 || plane.ticks[0] === 0;
  return plotGroup(document, {
    width: plane.width,
    height: plane.height,
    marginLeft: plane.left,
    marginRight: plane.right,
    marginTop: plane.top,
    marginBottom: plane.bottom,
    x: { type: "utc", domain: [new Date(plane.from), new Date(plane.to)] },
    y: { type: "linear", domain: [plane.ticks[0] ?? 0, plane.ticks[plane.ticks.length - 1] ?? 1] },
    marks: [
      Plot.gridY([...plane.ticks], { stroke: theme.grid, strokeOpacity: 1 }),
      Plot.axisY([...plane.ticks], {
        tickFormat: (value: number) => plane.formatY(value),
        tickSize: 0,
        tickPadding: 6,
        label: null,
        fill: theme.muted,
      }),
      Plot.axisX(
        dates.map(({ time }) => new Date(time)),
        {
          tickFormat: (date: Date) => labels.get(date.getTime()) ?? "",
          tickSize: 4,
          tickPadding: 4,
          label: null,
          fill: theme.muted,
          stroke: theme.muted,
        },
      ),
      zero ? Plot.ruleY([0], { stroke: theme.muted, strokeWidth: 1 }) : null,
      ...marks,
    ],
  });
}

/**
 * Runs Plot and returns what it drew as a group, without the style sheet and size that Plot gives its root, so that several
 * drawings can stand in one SVG. Marks must not use Plot's `clip`: its identifiers come from a counter that outlives a call.
 */
export function plotGroup(document: Document, options: Plot.PlotOptions): Element {
  const root = Plot.plot({ ...options, document, figure: false } as Plot.PlotOptions);
  const children = Array.from(root.childNodes).filter((node) => (node as Element).localName !== "style") as Element[];
  for (const child of children) child.removeAttribute("aria-label");
  return svg(document, "g", { "font-size": 11, "text-anchor": "middle" }, children);
}
