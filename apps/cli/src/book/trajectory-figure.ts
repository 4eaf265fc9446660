/** Typical trajectories as small multiples: median and 90 % band per element, or the share of runs in which something holds. */
import { niceTicks, textWidth } from "@logjam/figures";
import { type Html, html } from "../report/html.ts";
import { line, pathOf, picture, px, text } from "./plane.ts";
import { STRIDE, type Trajectory } from "./typical.ts";
import { compactNumber } from "./words.ts";

export interface Panel {
  /** Empty for a quantity without elements. */
  readonly title: string;
  readonly trajectory: Trajectory;
}

export interface Span {
  /** ISO day of week 0. */
  readonly start: string;
  readonly weeks: number;
  /** The last week whose record was used. */
  readonly knownWeeks: number;
}

const WIDE = { width: 640, height: 210 } as const;
const SMALL = { width: 270, height: 140 } as const;
/** Panels share a scale unless one spans more than this many times another: then each has its own. */
const UNLIKE = 12;

/** Whether all panels can be read on one scale. */
export function sharesScale(panels: readonly Panel[]): boolean {
  const spans = panels
    .map(({ trajectory }) => extentOf(trajectory))
    .map(([low, high]) => Math.max(Math.abs(low), Math.abs(high)));
  const largest = Math.max(...spans);
  return spans.every((span) => span * UNLIKE >= largest);
}

/** The panels, and a sentence on how to read them. */
export function trajectoryFigure(panels: readonly Panel[], span: Span, name: string, unit: string): Html {
  const shared = sharesScale(panels) ? joined(panels.map(({ trajectory }) => extentOf(trajectory))) : undefined;
  const draw = (panel: Panel, size: { readonly width: number; readonly height: number }) =>
    drawPanel(panel, span, shared ?? extentOf(panel.trajectory), size, `${name}, ${unit}`);
  const [only] = panels;
  if (panels.length === 1 && only)
    return html`<div class="wide">${draw(only, WIDE)}</div><div class="narrow">${draw(only, { ...SMALL, width: 326 })}</div>`;
  return html`<div class="panels">${panels.map((panel) => draw(panel, SMALL))}</div>${
    !shared && html`<p class="caption">Each panel has its own vertical scale.</p>`
  }`;
}

/** Least and greatest number shown; shares always stand between 0 and 1. */
function extentOf({ kind, low, middle, high }: Trajectory): readonly [number, number] {
  if (kind === "share") return [0, 1];
  const finite = [...low, ...middle, ...high].filter(Number.isFinite);
  return finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)];
}

const joined = (extents: readonly (readonly [number, number])[]): readonly [number, number] => [
  Math.min(...extents.map(([low]) => low)),
  Math.max(...extents.map(([, high]) => high)),
];

function drawPanel(
  { title, trajectory }: Panel,
  span: Span,
  extent: readonly [number, number],
  { width, height }: { readonly width: number; readonly height: number },
  name: string,
): Html {
  const say = trajectory.kind === "share" ? (value: number) => `${Math.round(value * 100)} %` : compactNumber;
  const ticks = niceTicks(extent[0], extent[1], 3);
  const [bottom, top] = [ticks[0]!, ticks[ticks.length - 1]!];
  const left = Math.ceil(Math.max(...ticks.map((tick) => textWidth(say(tick), 11)))) + 8;
  const head = title === "" ? 8 : 24;
  const right = width - 8;
  const foot = height - 20;
  const x = (week: number) => left + (week / span.weeks) * (right - left);
  const y = (value: number) => foot - ((value - bottom) / (top - bottom || 1)) * (foot - head);
  const points = (values: readonly number[]) => values.map((value, k) => [x(k * STRIDE), y(value)] as const);
  const band = [...points(trajectory.high), ...points(trajectory.low).reverse()].filter(([, at]) =>
    Number.isFinite(at),
  );
  const end = trajectory.middle[trajectory.middle.length - 1] ?? Number.NaN;
  const said = `${title === "" ? name : `${title}: ${name}`}. Ends at ${Number.isFinite(end) ? say(end) : "no number"}.`;
  return picture(
    width,
    height,
    said,
    html`${title !== "" && text(0, 13, title, { size: 12, bold: true, muted: false })}${ticks.map(
      (tick) =>
        html`${line(left, y(tick), right, y(tick), "grid")}${text(left - 6, y(tick) + 4, say(tick), { anchor: "end" })}`,
    )}${years(span).map(
      ([week, year]) =>
        html`${line(x(week), foot, x(week), foot + 4, "axis")}${text(x(week), foot + 16, year, { anchor: "middle" })}`,
    )}${line(x(span.knownWeeks), head, x(span.knownWeeks), foot, "as-of")}${
      band.length > 0 && html`<path class="band" d="${pathOf(band)}Z"/>`
    }<path class="middle" d="${pathOf(points(trajectory.middle))}"/>`,
  );
}

/** The first of each January within the span, in weeks from its start. */
function years({ start, weeks }: Span): readonly (readonly [week: number, year: string])[] {
  const from = Date.parse(`${start}T00:00:00Z`);
  const first = Number(start.slice(0, 4)) + 1;
  return Array.from({ length: Math.ceil(weeks / 52) + 1 }, (_, k) => first + k)
    .map((year) => [px((Date.UTC(year, 0, 1) - from) / (7 * 86_400_000)), String(year)] as const)
    .filter(([week]) => week <= weeks);
}
