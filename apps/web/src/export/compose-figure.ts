/** A figure as an SVG file that stands by itself: title, unit, drawing, notes, source line; no style sheet, no font, no network. */
import { escapeXml, textWidth, wrapText } from "@logjam/figures";

export interface FigureFile {
  readonly title: string;
  readonly unit: string;
  /** Drawings, one below the other: SVG content in its own coordinates. */
  readonly drawings: readonly { readonly markup: string; readonly width: number; readonly height: number }[];
  readonly key?: readonly KeyPatch[];
  readonly notes: readonly string[];
  /** Where the numbers come from; without it there is no figure. */
  readonly source: string;
  /** The address that shows the same numbers. */
  readonly link: string;
  readonly colours: { readonly background: string; readonly ink: string; readonly muted: string };
}

/** An entry of a key: a patch or a piece of line, and what it means. */
export interface KeyPatch {
  readonly colour: string;
  readonly label: string;
  readonly mark: "patch" | "line" | "dashes";
}

const PADDING = 16;
const LEAST_WIDTH = 360;
const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif";

/** Throws `export/no-source` for a figure that does not say where its numbers come from. */
export function composeFigure(figure: FigureFile): string {
  const { title, unit, drawings, key = [], notes, source, link, colours } = figure;
  if (source.trim() === "") throw new Error(`export/no-source: the figure "${title}" has no source line.`);
  const inner = Math.max(LEAST_WIDTH, ...drawings.map(({ width }) => width));
  const parts: string[] = [];
  let y = PADDING;
  const write = (text: string, size: number, leading: number, colour: string, bold = false) => {
    if (text === "") return;
    for (const line of wrapText(text, inner, size, bold ? "semibold" : "regular")) {
      y += leading;
      parts.push(
        `<text x="${PADDING}" y="${y - 4}" font-size="${size}"${bold ? ' font-weight="600"' : ""} fill="${colour}">${escapeXml(line)}</text>`,
      );
    }
  };
  write(title, 16, 21, colours.ink, true);
  write(unit, 13, 18, colours.muted);
  y += 6;
  for (const { markup, width, height } of drawings) {
    // A nested picture cuts off what lies beyond its edges.
    parts.push(`<svg x="${PADDING}" y="${y}" width="${width}" height="${height}">${markup}</svg>`);
    y += height + 6;
  }
  y = keyRows(key, inner, y, colours.ink, parts);
  for (const note of notes) write(note, 12, 16, colours.muted);
  y += 2;
  write(source, 12, 16, colours.muted);
  for (const line of linkLines(link, inner)) {
    y += 15;
    parts.push(`<text x="${PADDING}" y="${y - 4}" font-size="11" fill="${colours.muted}">${escapeXml(line)}</text>`);
  }
  const [width, height] = [inner + 2 * PADDING, Math.ceil(y + PADDING - 4)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" role="img" aria-label="${escapeXml(`${title}. ${unit}. ${source}`)}">
<rect width="${width}" height="${height}" fill="${colours.background}"/>
${parts.join("\n")}
</svg>
`;
}

/** An address in lines: broken before its signs, never hyphenated, so that it can be copied and typed. */
function linkLines(link: string, width: number): readonly string[] {
  const lines = [""];
  for (const piece of link.split(/(?=[&#?])/)) {
    const longer = lines[lines.length - 1] + piece;
    if (lines[lines.length - 1] !== "" && textWidth(longer, 11) > width) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Writes the key in rows that wrap at the width; gives where it ends. */
function keyRows(key: readonly KeyPatch[], width: number, top: number, ink: string, parts: string[]): number {
  if (key.length === 0) return top;
  let [x, y] = [0, top];
  for (const { colour, label, mark } of key) {
    const needed = 28 + textWidth(label, 12);
    if (x > 0 && x + needed > width) [x, y] = [0, y + 18];
    const left = PADDING + x;
    parts.push(
      mark === "patch"
        ? `<rect x="${left}" y="${y + 2}" width="18" height="12" rx="2" fill="${colour}"/>`
        : `<line x1="${left}" x2="${left + 20}" y1="${y + 8}" y2="${y + 8}" stroke="${colour}" stroke-width="2"${mark === "dashes" ? ' stroke-dasharray="5 3"' : ""}/>`,
      `<text x="${left + 24}" y="${y + 12}" font-size="12" fill="${ink}">${escapeXml(label)}</text>`,
    );
    x += needed + 14;
  }
  return y + 24;
}
