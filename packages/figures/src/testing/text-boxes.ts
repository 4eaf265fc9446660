import { parseHTML } from "linkedom";
import { textWidth } from "../text-width.ts";

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where every text of an SVG stands, in its own pixels, from positions, anchors and the font's widths; only translations are known. */
export function textBoxes(svg: string): readonly TextBox[] {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  return Array.from(document.querySelectorAll("text"), (element) => boxOf(element as unknown as Element)).filter(
    ({ text }) => text !== "",
  );
}

function boxOf(element: Element): TextBox {
  const text = element.textContent ?? "";
  const size = Number(inherited(element, "font-size") ?? 12);
  const width = textWidth(text, size, inherited(element, "font-weight") === "600" ? "semibold" : "regular") / 1.04;
  let x = length(element.getAttribute("x"), size);
  let y = length(element.getAttribute("y"), size);
  for (let node: Element | null = element; node && node.localName !== "body"; node = node.parentElement) {
    const transform = node.getAttribute("transform");
    if (!transform) continue;
    const match = /^translate\(([-\d.]+),([-\d.]+)\)$/.exec(transform);
    if (!match) throw new Error(`Only translate(x,y) is expected, found ${transform}.`);
    x += Number(match[1]);
    y += Number(match[2]);
  }
  const anchor = inherited(element, "text-anchor") ?? "start";
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  // Capitals and figures reach about 0.73 em above the baseline, descenders 0.2 em below.
  return { text, left, right: left + width, top: y - 0.73 * size, bottom: y + 0.2 * size };
}

function length(value: string | null, size: number): number {
  if (value === null) return 0;
  return value.endsWith("em") ? Number(value.slice(0, -2)) * size : Number(value);
}

function inherited(element: Element, name: string): string | undefined {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const value = node.getAttribute(name);
    if (value !== null) return value;
  }
  return undefined;
}

/** Pairs of texts that cover each other by more than a pixel both ways. */
export function overlaps(boxes: readonly TextBox[]): readonly string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
      )
      .map((other) => `"${one.text}" over "${other.text}"`),
  );
}
