import { describe, expect, it } from "vitest";
import { fontFaceCss, serverDocument, svgToPng } from "./node.ts";
import { gallery } from "./testing/gallery.ts";

/** Width and height as the PNG header states them (bytes 16 to 23). */
function size(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("PNG", () => {
  it("draws a figure at the scale asked for, the same bytes each time", () => {
    const svg = gallery["fan-chart"]!({ document: serverDocument(), width: 640, padding: 16 });
    const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
    const png = svgToPng(svg, { scale: 1 });
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(size(png)).toEqual([640, height]);
    expect(size(svgToPng(svg, { scale: 2 }))).toEqual([1280, 2 * height]);
    expect(Buffer.compare(png, svgToPng(svg, { scale: 1 }))).toBe(0);
  });

  it("has the letters and both weights of the bundled font", () => {
    const text = (content: string, weight: number) =>
      svgToPng(
        `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="5" y="30" font-family="Inter, Arial" font-weight="${weight}" font-size="20">${content}</text></svg>`,
      );
    const empty = text("", 400);
    for (const letter of ["A", "²", "€", "–", "\u2212", "≥", "ї"])
      expect(Buffer.compare(text(letter, 400), empty), letter).not.toBe(0);
    expect(Buffer.compare(text("Weight", 400), text("Weight", 600))).not.toBe(0);
  });
});

describe("the font in a page", () => {
  it("comes as data, from nowhere else", () => {
    const css = fontFaceCss();
    expect(css.match(/url\(data:font\/woff2;base64,/g)?.length).toBe(2);
    expect(css).not.toMatch(/url\((?!data:)/);
    expect(css.length).toBeLessThan(60_000);
  });
});
