import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { parseHTML } from "linkedom";

const font = (file: string): string => fileURLToPath(new URL(`../fonts/${file}`, import.meta.url));

/** A document for drawing figures outside a browser: an empty one, or one read from markup. */
export function serverDocument(markup = "<!doctype html><html><body></body></html>"): Document {
  return parseHTML(markup).document as unknown as Document;
}

/**
 * Draws an SVG text as PNG bytes with the bundled Inter font only, so that the picture is the same on every machine.
 * `scale` multiplies the SVG's pixels (2 for sharp screens and print); colours must be plain, not CSS variables.
 */
export function svgToPng(
  svg: string,
  options: { readonly scale?: number; readonly background?: string } = {},
): Uint8Array {
  const renderer = new Resvg(svg, {
    fitTo: { mode: "zoom", value: options.scale ?? 2 },
    background: options.background ?? "#ffffff",
    font: {
      fontFiles: [font("inter-regular.ttf"), font("inter-semibold.ttf")],
      loadSystemFonts: false,
      defaultFontFamily: "Inter",
    },
  });
  return renderer.render().asPng();
}

/** `@font-face` rules with the bundled Inter font as data URIs (about 44 KB): a page needs nothing from elsewhere. */
export function fontFaceCss(): string {
  const face = (file: string, weight: number) =>
    `@font-face { font-family: Inter; font-style: normal; font-weight: ${weight}; src: url(data:font/woff2;base64,${readFileSync(font(file)).toString("base64")}) format("woff2"); }`;
  return `${face("inter-regular.woff2", 400)}\n${face("inter-semibold.woff2", 600)}`;
}
