import { nothingToDraw } from "./errors.ts";
import { type Canvas, drawFrame, type Frame } from "./frame.ts";
import { formatNumber } from "./number-format.ts";
import { endLabels, labelRoom, spread } from "./place-labels.ts";
import { svg } from "./svg.ts";

export interface Slope {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

export interface SlopeData {
  readonly beforeLabel: string;
  readonly afterLabel: string;
  readonly slopes: readonly Slope[];
  readonly format?: (value: number) => string;
}

/** Two columns of values joined by lines: two sources against each other, or before and after. */
export function slopeChart(data: SlopeData, frame: Frame, canvas: Canvas): string {
  if (data.slopes.length === 0) throw nothingToDraw(frame.title);
  return drawFrame("slope-chart", frame, canvas, (width, theme) => {
    const { document } = canvas;
    const format = data.format ?? formatNumber;
    const values = data.slopes.flatMap(({ before, after }) => [before, after]);
    const low = Math.min(...values);
    const high = Math.max(...values);
    const top = 34;
    const bottom = top + Math.max(120, data.slopes.length * 26);
    const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
    const rightTexts = data.slopes.map(({ label, after }) => `${format(after)} ${label}`);
    const left = labelRoom(data.slopes.map(({ before }) => format(before)));
    const right = Math.max(left + 60, width - Math.min(labelRoom(rightTexts), width * 0.55));
    const colour = (index: number) => theme.series[index % theme.series.length] ?? theme.ink;
    const leftHeights = spread(
      data.slopes.map(({ before }) => y(before)),
      15,
      top,
      bottom,
    );
    const column = (text: string, x: number, anchor: string) =>
      svg(document, "text", { x, y: 14, "text-anchor": anchor, "font-size": 12, fill: theme.muted }, [text]);
    const elements = [
      column(data.beforeLabel, 0, "start"),
      column(data.afterLabel, width, "end"),
      ...data.slopes.flatMap(({ before, after }, index) => [
        svg(document, "line", {
          x1: left,
          x2: right,
          y1: y(before),
          y2: y(after),
          stroke: colour(index),
          "stroke-width": 1.75,
        }),
        svg(document, "circle", { cx: left, cy: y(before), r: 3.5, fill: colour(index) }),
        svg(document, "circle", { cx: right, cy: y(after), r: 3.5, fill: colour(index) }),
        svg(
          document,
          "text",
          {
            x: left - 10,
            y: (leftHeights[index] ?? 0) + 4,
            "text-anchor": "end",
            "font-size": 12,
            "font-weight": 600,
            fill: colour(index),
          },
          [format(before)],
        ),
      ]),
      ...endLabels(
        document,
        data.slopes.map(({ after }, index) => ({ text: rightTexts[index] ?? "", colour: colour(index), y: y(after) })),
        right + 4,
        top,
        bottom,
      ),
    ];
    return { elements, height: bottom + 12 };
  });
}
