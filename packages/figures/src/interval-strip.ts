import { nothingToDraw } from "./errors.ts";
import { type Canvas, drawFrame, type Frame } from "./frame.ts";
import { formatNumber } from "./number-format.ts";
import { svg } from "./svg.ts";
import { wrapText } from "./text-width.ts";
import type { Theme } from "./theme.ts";
import { typeset } from "./typeset.ts";

export interface Spread {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface StripRow {
  readonly label: string;
  readonly unit: string;
  readonly prior: Spread;
  readonly posterior: Spread;
  /** 0 = the data said nothing, 1 = the data fixed it. */
  readonly contraction: number;
}

const quantiles = ["p05", "p25", "p50", "p75", "p95"] as const;

/** Prior (grey) above posterior (coloured) per parameter: thin line 5–95 %, thick 25–75 %, dot at the median; each row has its own scale. */
export function intervalStrips(rows: readonly StripRow[], frame: Frame, canvas: Canvas): string {
  if (rows.length === 0) throw nothingToDraw(frame.title);
  return drawFrame("interval-strips", frame, canvas, (width, theme) => {
    const elements: Element[] = [];
    const wide = width >= 560;
    const textColumn = wide ? Math.floor(width * 0.5) : width;
    const left = wide ? textColumn + 16 : 0;
    let y = 0;
    for (const row of rows) {
      const lines = labelLines(row, textColumn);
      lines.forEach(({ text, weight, colour }, index) => {
        elements.push(
          svg(
            canvas.document,
            "text",
            {
              x: 0,
              y: y + 13 + index * 15,
              "font-size": 12,
              "font-weight": weight,
              fill: colour === "ink" ? theme.ink : theme.muted,
            },
            [text],
          ),
        );
      });
      const stripTop = wide ? y + 2 : y + lines.length * 15 + 4;
      elements.push(...strip(canvas.document, row, left, width, stripTop, theme));
      y = wide ? y + Math.max(lines.length * 15, 28) + 12 : stripTop + 38;
    }
    return {
      elements,
      height: y,
      key: [
        { label: "Before the data (prior)", mark: "dot", colour: theme.muted },
        { label: "After the data (posterior)", mark: "dot", colour: theme.model },
      ],
    };
  });
}

function learnt(contraction: number): string {
  const percent = Math.round(contraction * 100);
  return percent < 1 ? "the data did not narrow it" : `the data removed ${percent}\u202f% of the variance`;
}

function labelLines(row: StripRow, width: number) {
  const range = (spread: Spread) =>
    `${formatNumber(spread.p50)} (${formatNumber(spread.p05)} to ${formatNumber(spread.p95)})`;
  const unit = row.unit === "1" || row.unit === "" ? "" : ` ${typeset(row.unit)}`;
  const numbers = `prior ${range(row.prior)}, posterior ${range(row.posterior)}${unit}; ${learnt(row.contraction)}`;
  return [
    ...wrapText(row.label, width, 12, "semibold").map((text) => ({ text, weight: 600, colour: "ink" }) as const),
    ...wrapText(numbers, width, 12).map((text) => ({ text, weight: undefined, colour: "muted" }) as const),
  ];
}

function strip(document: Document, row: StripRow, left: number, right: number, top: number, theme: Theme): Element[] {
  const scale = rowScale(row, left + 6, right - 6);
  const line = (spread: Spread, y: number, colour: string) => {
    const [p05, p25, p50, p75, p95] = quantiles.map((name) => scale(spread[name]));
    return [
      svg(document, "line", { x1: p05, x2: p95, y1: y, y2: y, stroke: colour, "stroke-width": 1.5 }),
      svg(document, "line", {
        x1: p25,
        x2: p75,
        y1: y,
        y2: y,
        stroke: colour,
        "stroke-width": 5,
        "stroke-opacity": 0.5,
      }),
      svg(document, "circle", { cx: p50, cy: y, r: 4, fill: colour, stroke: theme.background }),
    ];
  };
  return [
    svg(document, "rect", { x: left, y: top, width: right - left, height: 28, fill: theme.grid, "fill-opacity": 0.35 }),
    ...line(row.prior, top + 9, theme.muted),
    ...line(row.posterior, top + 20, theme.model),
  ];
}

/** Logarithmic when all quantiles are positive and span more than a factor of five, else linear. */
function rowScale(row: StripRow, from: number, to: number): (value: number) => number {
  const values = [...quantiles.map((name) => row.prior[name]), ...quantiles.map((name) => row.posterior[name])];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const logarithmic = low > 0 && high / low > 5;
  const map = logarithmic ? Math.log : (value: number) => value;
  const span = map(high) - map(low) || 1;
  return (value) => from + ((map(value) - map(low)) / span) * (to - from);
}
