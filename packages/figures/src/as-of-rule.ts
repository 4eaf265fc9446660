import * as Plot from "@observablehq/plot";
import type { TimePlane } from "./plane.ts";
import { svg } from "./svg.ts";
import { textWidth } from "./text-width.ts";
import type { Theme } from "./theme.ts";

/** The upright line at the as-of date: what the model was allowed to see ends here. */
export function asOfRule(time: number, theme: Theme): Plot.Markish {
  return Plot.ruleX([new Date(time)], { stroke: theme.ink, strokeWidth: 1, strokeDasharray: "2,2" });
}

/** Its label above the plane, moved inwards where it would leave the figure. */
export function asOfLabel(document: Document, text: string, time: number, plane: TimePlane, theme: Theme): Element {
  const half = textWidth(text, 11) / 2;
  const x = Math.min(Math.max(plane.x(time), half), plane.width - half);
  return svg(document, "text", { x, y: plane.top - 4, "text-anchor": "middle", "font-size": 11, fill: theme.muted }, [
    text,
  ]);
}
