/** Parts of small pictures: axes, lines and words as SVG text, laid out without a document. */
import { type Html, html } from "../report/html.ts";

/** A coordinate to a tenth of a pixel. */
export const px = (value: number): number => Math.round(value * 10) / 10;

/** A path through points; gaps where a point is not finite. */
export function pathOf(points: readonly (readonly [x: number, y: number])[]): string {
  let open = false;
  return points
    .map(([x, y]) => {
      if (!Number.isFinite(y)) {
        open = false;
        return "";
      }
      const letter = open ? "L" : "M";
      open = true;
      return `${letter}${px(x)},${px(y)}`;
    })
    .join("");
}

export interface TextStyle {
  readonly anchor?: "start" | "middle" | "end";
  readonly size?: number;
  readonly bold?: boolean;
  readonly muted?: boolean;
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): Html {
  const { anchor = "start", size = 11, bold = false, muted = true } = style;
  return html`<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" font-size="${size}" class="${muted ? "muted" : "ink"}${bold ? " bold" : ""}">${words}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, kind: string): Html {
  return html`<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${kind}"/>`;
}

/** A picture of its own: said to those who cannot see it, and never shrunk below the size of its letters. */
export function picture(width: number, height: number, said: string, content: Html): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-label="${said}">${content}</svg>`;
}
