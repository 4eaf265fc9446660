/** What the map is painted with: a canvas on the page, SVG for a file. Coordinates are pixels, colours #rrggbb. */

/** Lines one after the other, each as x, y, x, y … */
export type Lines = readonly ArrayLike<number>[];

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export interface Brush {
  /** Closed shapes as one area: where they touch, no seam shows. */
  fill(shapes: Lines, colour: string): void;
  stroke(lines: Lines, stroke: Stroke, closed?: boolean): void;
  /** Hexagons in one colour, given by their six corners each; `edge` is the width of their outline in the same colour. */
  hexagons(
    corners: Float64Array,
    cellCorners: Uint16Array,
    cells: readonly number[],
    colour: string,
    edge: number,
  ): void;
  dot(x: number, y: number, radius: number, colour: string, halo: string): void;
  /** Text with a halo; y is its middle. */
  text(x: number, y: number, text: string, style: TextStyle): void;
  /** Everything painted by `paint` stays inside the shapes. */
  within(shapes: Lines, paint: () => void): void;
}

export interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly halo: string;
  readonly anchor: "start" | "middle" | "end";
  readonly bold?: boolean;
}

export const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif";

export function canvasBrush(context: CanvasRenderingContext2D): Brush {
  const trace = (lines: Lines, closed: boolean) => {
    context.beginPath();
    for (const line of lines) {
      for (let i = 0; i < line.length; i += 2)
        if (i === 0) context.moveTo(line[0]!, line[1]!);
        else context.lineTo(line[i]!, line[i + 1]!);
      if (closed) context.closePath();
    }
  };
  return {
    fill(shapes, colour) {
      trace(shapes, true);
      context.fillStyle = colour;
      context.fill();
    },
    stroke(lines, { colour, width, dash = [] }, closed = false) {
      trace(lines, closed);
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.lineJoin = "round";
      context.lineCap = dash.length > 0 ? "butt" : "round";
      context.setLineDash([...dash]);
      context.stroke();
    },
    hexagons(corners, cellCorners, cells, colour, edge) {
      context.beginPath();
      for (const cell of cells) {
        for (let k = 0; k < 6; k++) {
          const corner = 2 * cellCorners[6 * cell + k]!;
          if (k === 0) context.moveTo(corners[corner]!, corners[corner + 1]!);
          else context.lineTo(corners[corner]!, corners[corner + 1]!);
        }
        context.closePath();
      }
      context.fillStyle = colour;
      context.fill();
      if (edge === 0) return;
      context.strokeStyle = colour;
      context.lineWidth = edge;
      context.setLineDash([]);
      context.stroke();
    },
    dot(x, y, radius, colour, halo) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.setLineDash([]);
      context.strokeStyle = halo;
      context.lineWidth = 2;
      context.stroke();
      context.fillStyle = colour;
      context.fill();
    },
    text(x, y, text, { size, colour, halo, anchor, bold }) {
      context.font = `${bold ? "600 " : ""}${size}px ${FONT}`;
      context.textAlign = anchor === "middle" ? "center" : anchor;
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.setLineDash([]);
      context.lineWidth = 3;
      context.strokeStyle = halo;
      context.strokeText(text, x, y);
      context.fillStyle = colour;
      context.fillText(text, x, y);
    },
    within(shapes, paint) {
      context.save();
      trace(shapes, true);
      context.clip();
      paint();
      context.restore();
    },
  };
}

/** Paints into SVG elements; `markup` gives them as text, in the order of painting. */
export function svgBrush(idPrefix: string): Brush & { readonly markup: () => string } {
  const parts: string[] = [];
  let clips = 0;
  const path = (lines: Lines, closed: boolean) =>
    lines.map((line) => `M${pairs(line).join("L")}${closed ? "Z" : ""}`).join("");
  return {
    markup: () => parts.join("\n"),
    fill: (shapes, colour) => void parts.push(`<path d="${path(shapes, true)}" fill="${colour}"/>`),
    stroke: (lines, { colour, width, dash = [] }, closed = false) =>
      void parts.push(
        `<path d="${path(lines, closed)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : ' stroke-linecap="round"'}/>`,
      ),
    hexagons: (corners, cellCorners, cells, colour, edge) => {
      const shapes = cells.map((cell) =>
        Array.from({ length: 12 }, (_, i) => corners[2 * cellCorners[6 * cell + (i >> 1)]! + (i % 2)]!),
      );
      const outline = edge === 0 ? "" : ` stroke="${colour}" stroke-width="${edge}"`;
      parts.push(`<path d="${path(shapes, true)}" fill="${colour}"${outline}/>`);
    },
    dot: (x, y, radius, colour, halo) =>
      void parts.push(
        `<circle cx="${tenths(x)}" cy="${tenths(y)}" r="${radius}" fill="${colour}" stroke="${halo}" stroke-width="1"/>`,
      ),
    text: (x, y, text, { size, colour, halo, anchor, bold }) =>
      void parts.push(
        `<text x="${tenths(x)}" y="${tenths(y + size * 0.35)}" font-size="${size}"${bold ? ' font-weight="600"' : ""} text-anchor="${anchor}" fill="${colour}" stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`,
      ),
    within(shapes, paint) {
      const id = `${idPrefix}-${clips++}`;
      parts.push(`<clipPath id="${id}"><path d="${path(shapes, true)}"/></clipPath><g clip-path="url(#${id})">`);
      paint();
      parts.push("</g>");
    },
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

function pairs(line: ArrayLike<number>): string[] {
  const found: string[] = [];
  for (let i = 0; i < line.length; i += 2) found.push(`${tenths(line[i]!)},${tenths(line[i + 1]!)}`);
  return found;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
