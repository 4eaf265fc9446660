import { frameIncomplete, nothingToDraw } from "./errors.ts";
import type { Canvas, Frame } from "./frame.ts";
import { formatDay, formatNumber } from "./number-format.ts";
import { serialize } from "./serialize.ts";
import { svg } from "./svg.ts";
import { lightTheme } from "./theme.ts";

/**
 * A line as tall as a line of text, for use inside tables: no axes; its title, unit, source and data date are in its label for
 * screen readers and in its tooltip. 120 by 24 pixels by default.
 */
export function sparkline(values: readonly number[], frame: Frame, canvas: Canvas): string {
  for (const field of ["title", "unit", "source", "dataDate"] as const) {
    if (frame[field].trim() === "") throw frameIncomplete(frame.title || "sparkline", field);
  }
  const finite = values.filter(Number.isFinite);
  const last = finite[finite.length - 1];
  if (last === undefined) throw nothingToDraw(frame.title);
  const { document, width = 120, theme = lightTheme } = canvas;
  const height = 24;
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const x = (index: number) => 3 + (index / Math.max(1, finite.length - 1)) * (width - 6);
  const y = (value: number) => height - 4 - ((value - low) / (high - low || 1)) * (height - 8);
  const path = finite.map((value, index) => `${index === 0 ? "M" : "L"}${x(index)},${y(value)}`).join("");
  const said = `${frame.title}: ${formatNumber(last)} ${frame.unit} at the end, between ${formatNumber(low)} and ${formatNumber(high)}. Source: ${frame.source}. Data to ${formatDay(frame.dataDate)}.`;
  const root = svg(
    document,
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "figure figure-sparkline",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": said,
    },
    [
      svg(document, "title", {}, [said]),
      svg(document, "path", { d: path, fill: "none", stroke: theme.ink, "stroke-width": 1.25 }),
      svg(document, "circle", { cx: x(finite.length - 1), cy: y(last), r: 2.5, fill: theme.model }),
    ],
  );
  return serialize(root);
}
