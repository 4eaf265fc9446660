import { nothingToDraw } from "./errors.ts";
import { type Canvas, drawFrame, type Frame } from "./frame.ts";
import { thin } from "./number-format.ts";
import { svg } from "./svg.ts";
import { textWidth, wrapText } from "./text-width.ts";
import type { Theme } from "./theme.ts";

/** How much smaller one error is than another: 0.2 = a fifth smaller, 0 = the same, -1 = twice as large. */
export interface SkillRow {
  readonly label: string;
  readonly value: number;
  /** Bounds of its interval. */
  readonly low: number;
  readonly high: number;
}

export interface SkillGroup {
  readonly title: string;
  readonly rows: readonly SkillRow[];
}

export interface SkillData {
  readonly groups: readonly SkillGroup[];
  /** What stands left and right of zero: "worse than a simple rule", "better". */
  readonly worse: string;
  readonly better: string;
}

/** What lies further out is drawn at the edge, with an arrow. */
const EDGE = 1;
const ROW = 24;
const SIZE = 13;
const INSET = 10;
/** Half of a label of the scale, which stands centred at the edge. */
const EDGE_LABEL = 20;

interface Plane {
  readonly left: number;
  readonly right: number;
  readonly x: (skill: number) => number;
  readonly ticks: readonly number[];
  /** Labels stand above their rows. */
  readonly stacked: boolean;
}

/** Skill in groups of rows: a dot with its interval, left or right of "no better than the rule that is compared with". */
export function skillChart(data: SkillData, frame: Frame, canvas: Canvas): string {
  const groups = data.groups.filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) throw nothingToDraw(frame.title);
  return drawFrame("skill-chart", frame, canvas, (width, theme) => {
    const { document } = canvas;
    const plane = planeOf(groups, width);
    const marks: Element[] = [];
    let y = 26;
    for (const { title, rows } of groups) {
      y += 20;
      for (const line of wrapText(title, width, SIZE, "semibold")) {
        marks.push(write(document, line, 0, y, theme, { "font-weight": 600 }));
        y += 17;
      }
      for (const row of rows) {
        const middle = y + (plane.stacked ? 20 : 4);
        marks.push(...drawRow(document, row, middle, plane, width, theme));
        y += plane.stacked ? ROW + 16 : ROW;
      }
    }
    const bottom = y - 2;
    return {
      elements: [...scale(document, plane, bottom, theme), ...sides(document, data, plane, theme), ...marks],
      height: bottom + 22,
      key: [{ label: "Found, with its 95\u202f% interval", mark: "dot", colour: theme.model }],
    };
  });
}

function planeOf(groups: readonly SkillGroup[], width: number): Plane {
  const rows = groups.flatMap((group) => group.rows);
  const stacked = width < 520;
  const widest = Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label, SIZE))));
  const numbers = Math.ceil(Math.max(...rows.map((row) => textWidth(numberOf(row), 12))));
  const left = stacked ? EDGE_LABEL : Math.min(widest + INSET + 14, Math.floor(width * 0.36));
  const right = width - (stacked ? EDGE_LABEL : numbers + 14);
  const lowest = Math.max(-EDGE, Math.min(0, ...rows.map(({ low }) => low)));
  const from = Math.floor(lowest * 4 + 1e-9) / 4;
  const to = Math.min(EDGE, Math.ceil(Math.max(0.25, ...rows.map(({ high }) => high)) * 4) / 4);
  const x = (skill: number) => left + ((Math.max(from, Math.min(to, skill)) - from) / (to - from)) * (right - left);
  const step = (right - left) / ((to - from) / 0.25) < 48 ? 0.5 : 0.25;
  const first = Math.ceil(from / step - 1e-9);
  const ticks = Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step);
  return { left, right, x, ticks, stacked };
}

const signed = (share: number): string => {
  const whole = Math.round(share * 100);
  return `${whole > 0 ? "+" : whole < 0 ? "\u2212" : ""}${Math.abs(whole)}`;
};

const numberOf = ({ value, low, high }: SkillRow): string =>
  `${signed(value)}${thin}% (${signed(low)} to ${signed(high)})`;

function drawRow(document: Document, row: SkillRow, y: number, plane: Plane, width: number, theme: Theme): Element[] {
  const { x, stacked, left, right } = plane;
  const label = stacked ? `${row.label}: ${numberOf(row)}` : row.label;
  const line = (more: Readonly<Record<string, string | number>>) =>
    svg(document, "line", { x1: x(row.low), x2: x(row.high), y1: y, y2: y, stroke: theme.model, ...more });
  const beyond = (at: number, way: number) =>
    svg(document, "path", { d: `M${at + 5 * way} ${y}l${-7 * way} -5v10z`, fill: theme.model });
  return [
    write(document, label, stacked ? 0 : INSET, stacked ? y - 9 : y + 4, theme, {}),
    line({ "stroke-width": 3, "stroke-opacity": 0.45 }),
    ...(row.low < -EDGE ? [beyond(left, -1)] : []),
    ...(row.high > EDGE ? [beyond(right, 1)] : []),
    svg(document, "circle", {
      cx: x(row.value),
      cy: y,
      r: 5,
      fill: theme.model,
      stroke: theme.background,
      "stroke-width": 1,
    }),
    ...(stacked
      ? []
      : [write(document, numberOf(row), width, y + 4, theme, { "text-anchor": "end", "font-size": 12 })]),
  ];
}

function write(
  document: Document,
  text: string,
  x: number,
  y: number,
  theme: Theme,
  more: Readonly<Record<string, string | number>>,
): Element {
  const halo = { stroke: theme.background, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };
  return svg(document, "text", { x, y, "font-size": SIZE, fill: theme.ink, ...halo, ...more }, [text]);
}

function scale(document: Document, { x, ticks }: Plane, bottom: number, theme: Theme): Element[] {
  return ticks.flatMap((tick) => [
    svg(document, "line", {
      x1: x(tick),
      x2: x(tick),
      y1: 24,
      y2: bottom,
      stroke: tick === 0 ? theme.ink : theme.grid,
      "stroke-width": tick === 0 ? 1.5 : 1,
    }),
    svg(document, "text", { x: x(tick), y: bottom + 15, "text-anchor": "middle", "font-size": 11, fill: theme.muted }, [
      `${signed(tick)}${thin}%`,
    ]),
  ]);
}

/** The two sides of zero, each named where there is room for it. */
function sides(document: Document, { worse, better }: SkillData, { x, left, right }: Plane, theme: Theme): Element[] {
  const zero = x(0);
  const text = (words: string, at: number, anchor: string) =>
    svg(document, "text", { x: at, y: 15, "text-anchor": anchor, "font-size": 12, fill: theme.muted }, [words]);
  const [before, after] = [`\u2190 ${worse}`, `${better} \u2192`];
  return [
    ...(textWidth(before, 12) < zero - 8
      ? [text(before, zero - 8, "end")]
      : [text("\u2190", Math.max(left, zero - 8), "end")]),
    ...(textWidth(after, 12) < right - zero - 8 ? [text(after, zero + 8, "start")] : [text("\u2192", right, "end")]),
  ];
}
