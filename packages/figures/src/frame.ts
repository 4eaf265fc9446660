import { frameIncomplete } from "./errors.ts";
import { formatDay } from "./number-format.ts";
import { serialize } from "./serialize.ts";
import { svg } from "./svg.ts";
import { textWidth, type Weight, wrapText } from "./text-width.ts";
import { lightTheme, type Theme } from "./theme.ts";
import { typeset } from "./typeset.ts";

/** What every figure must say of itself; without it a figure does not compile. */
export interface Frame {
  readonly title: string;
  /** The unit of the figure's numbers, as a reader would say it: "km² held by Russia". */
  readonly unit: string;
  /** Who published the data, or which model computed it. */
  readonly source: string;
  /** The last date of the data, an ISO day. */
  readonly dataDate: string;
  /** The last date that the figure shows, where it shows more than was used. */
  readonly shownTo?: string;
  /** One sentence for those who cannot see the picture; the title and unit by default. */
  readonly description?: string;
  /** A remark under the figure, before the source line. */
  readonly note?: string;
}

/** Where and how a figure is drawn. `document` is linkedom's on a server and the page's own in a browser. */
export interface Canvas {
  readonly document: Document;
  /** Pixels; 640 by default. Text keeps its size, so a narrow figure is laid out anew rather than shrunk. */
  readonly width?: number;
  readonly theme?: Theme;
  /** Empty space around the whole, in pixels; 0 by default. */
  readonly padding?: number;
}

export interface KeyEntry {
  readonly label: string;
  readonly mark: "line" | "dashes" | "area" | "band" | "dot" | "hollow" | "bar" | "tick" | "pale";
  readonly colour: string;
}

/** The drawing inside the frame: elements in a coordinate system that starts at its own top left corner. */
export interface Body {
  readonly elements: readonly Element[];
  readonly height: number;
  readonly key?: readonly KeyEntry[];
  /** A remark that only the drawing can know, such as a scale that does not begin at zero. */
  readonly note?: string;
}

export const fontFamily = "Inter, 'Helvetica Neue', Arial, sans-serif";

/** Draws title, unit, key, body and source line into one SVG text. Throws `figure/frame-incomplete`. */
export function drawFrame(
  name: string,
  frame: Frame,
  canvas: Canvas,
  body: (width: number, theme: Theme) => Body,
): string {
  for (const field of ["title", "unit", "source", "dataDate"] as const) {
    if (frame[field].trim() === "") throw frameIncomplete(frame.title || name, field);
  }
  const { document, theme = lightTheme, padding = 0, width = 640 } = canvas;
  const inner = width - 2 * padding;
  const elements: Element[] = [];
  let y = padding;

  const write = (text: string, style: TextStyle) => {
    for (const line of wrapText(typeset(text), inner, style.size, style.weight ?? "regular")) {
      y += style.leading;
      elements.push(textLine(document, line, padding, y, style));
    }
  };
  write(frame.title, { size: 15, leading: 19, weight: "semibold", colour: theme.ink, role: "title" });
  write(frame.unit, { size: 12, leading: 16, colour: theme.muted, role: "unit" });
  const drawn = body(inner, theme);
  if (drawn.key && drawn.key.length > 0) {
    const key = drawKey(document, drawn.key, inner, theme);
    elements.push(
      svg(document, "g", { class: "figure-key", transform: `translate(${padding},${y + 8})` }, key.elements),
    );
    y += 8 + key.height;
  }
  elements.push(
    svg(document, "g", { class: "figure-body", transform: `translate(${padding},${y + 8})` }, drawn.elements),
  );
  y += 8 + drawn.height;
  const small = { size: 11, leading: 15, colour: theme.muted };
  const note = [frame.note, drawn.note].filter(Boolean).join(" ");
  if (note !== "") {
    y += 2;
    write(note, { ...small, role: "note" });
  }
  y += 2;
  write(`Source: ${frame.source}`, { ...small, role: "source" });
  write(dateLine(frame), { ...small, role: "date" });

  const height = Math.ceil(y + padding + 5);
  const root = svg(
    document,
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: `figure figure-${name}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": `${frame.description ?? frame.title}. Unit: ${frame.unit}. ${dateLine(frame)}`,
      "font-family": fontFamily,
      "font-size": 12,
      fill: theme.ink,
    },
    elements,
  );
  return serialize(root);
}

function dateLine({ dataDate, shownTo }: Frame): string {
  return shownTo !== undefined && shownTo > dataDate
    ? `Data used to ${formatDay(dataDate)}, shown to ${formatDay(shownTo)}.`
    : `Data to ${formatDay(dataDate)}.`;
}

interface TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly weight?: Weight;
  readonly colour: string;
  readonly role: string;
}

function textLine(document: Document, text: string, x: number, y: number, style: TextStyle): Element {
  return svg(
    document,
    "text",
    {
      class: `figure-${style.role}`,
      x,
      y: y - 4,
      "font-size": style.size,
      "font-weight": style.weight === "semibold" ? 600 : undefined,
      fill: style.colour,
    },
    [text],
  );
}

/** The key: marks with their labels in rows that wrap at the figure's width. */
function drawKey(document: Document, entries: readonly KeyEntry[], width: number, theme: Theme) {
  const elements: Element[] = [];
  const size = 12;
  const swatch = 22;
  let x = 0;
  let y = 0;
  for (const written of entries) {
    const entry = { ...written, label: typeset(written.label) };
    const needed = swatch + 6 + textWidth(entry.label, size);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += 18;
    }
    elements.push(...keyMark(document, entry, x, y + 8));
    for (const [index, line] of wrapText(entry.label, width - swatch - 6, size).entries()) {
      if (index > 0) y += 15;
      elements.push(
        svg(document, "text", { x: x + swatch + 6, y: y + 12, "font-size": size, fill: theme.ink }, [line]),
      );
    }
    x += needed + 18;
  }
  return { elements, height: y + 18 };
}

function keyMark(document: Document, { mark, colour }: KeyEntry, x: number, y: number): Element[] {
  const line = (more: Readonly<Record<string, string | number>>) =>
    svg(document, "line", { x1: x, x2: x + 22, y1: y, y2: y, stroke: colour, "stroke-width": 2, ...more });
  const box = (opacity: number, height: number) =>
    svg(document, "rect", { x, y: y - height / 2, width: 22, height, fill: colour, "fill-opacity": opacity });
  const dot = (fill: string) =>
    svg(document, "circle", { cx: x + 11, cy: y, r: 4, fill, stroke: colour, "stroke-width": 1.5 });
  switch (mark) {
    case "line":
      return [line({})];
    case "dashes":
      return [line({ "stroke-dasharray": "5 3" })];
    case "area":
      return [box(0.18, 12), box(0.28, 7), line({})];
    case "band":
      return [box(0.2, 10), line({})];
    case "dot":
      return [line({ "stroke-width": 1.5 }), dot(colour)];
    case "hollow":
      return [dot("none")];
    case "pale":
      return [
        svg(document, "rect", {
          x: x + 5,
          y: y - 6,
          width: 12,
          height: 12,
          fill: colour,
          "fill-opacity": 0.2,
          stroke: colour,
          "stroke-dasharray": "2 2",
        }),
      ];
    case "bar":
      return [svg(document, "rect", { x: x + 5, y: y - 6, width: 12, height: 12, fill: colour })];
    case "tick":
      return [
        svg(document, "line", {
          x1: x + 11,
          x2: x + 11,
          y1: y - 7,
          y2: y + 7,
          stroke: colour,
          "stroke-width": 2,
          "stroke-dasharray": "3 2",
        }),
      ];
  }
}
