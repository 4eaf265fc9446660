/** Reads a figure off the page: what a visitor sees is what the file shows. */
import type { FigureFile } from "./compose-figure.ts";

/** Properties that style sheets give to drawings; in a file they must stand on the elements themselves. */
const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
] as const;
/** What a browser gives by itself needs no words. */
const STANDARD: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  stroke: "none",
  opacity: "1",
  "font-weight": "400",
  "font-style": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
  "paint-order": "normal",
};
/** Smaller drawings are marks within texts. */
const LEAST_DRAWING = 120;

/** A figure of the page (`<figure data-figure>` with title, `.unit`, drawings, `.chart-note` and `.chart-source`) as a file's parts. */
export function readFigure(figure: Element, link: string): FigureFile {
  const page = getComputedStyle(document.body);
  const text = (selector: string) => words(figure.querySelector(selector));
  return {
    title: text("h2, h3"),
    unit: text(".unit"),
    drawings: [...figure.querySelectorAll("svg")]
      .filter((svg) => svg.getBoundingClientRect().width >= LEAST_DRAWING)
      .map((svg) => {
        const { width, height } = svg.getBoundingClientRect();
        return { markup: styled(svg), width: Math.ceil(width), height: Math.ceil(height) };
      }),
    notes: [...figure.querySelectorAll(".chart-note")].map(words),
    source: text(".chart-source"),
    link,
    colours: {
      background: opaque(page.backgroundColor),
      ink: page.color,
      muted: getComputedStyle(figure.querySelector(".chart-source") ?? figure).color,
    },
  };
}

/** An element's text without its buttons and what is meant for the ear alone. */
function words(element: Element | null): string {
  if (element === null) return "";
  const copy = element.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll("button, .unseen, select, input")) control.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A page without a background of its own is white. */
const opaque = (colour: string): string => (/rgba\(.*, 0\)|transparent/.test(colour) ? "#ffffff" : colour);

/** The drawing with its computed style on each element, without classes and handlers. */
function styled(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [
    [svg, ...svg.querySelectorAll("*")],
    [copy, ...copy.querySelectorAll("*")],
  ];
  for (const [i, original] of originals.entries()) {
    const target = copies[i]!;
    const style = getComputedStyle(original);
    if (style.display === "none" || style.visibility === "hidden") {
      target.setAttribute("data-unseen", "");
      continue;
    }
    for (const property of PROPERTIES) {
      const value = style.getPropertyValue(property);
      if (value === "" || value === STANDARD[property]) target.removeAttribute(property);
      else target.setAttribute(property, value);
    }
    for (const name of ["class", "style", "tabindex", "aria-label", "role", "aria-hidden"])
      target.removeAttribute(name);
  }
  for (const unseen of copy.querySelectorAll("[data-unseen]")) unseen.remove();
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("width", String(Math.ceil(width)));
  copy.setAttribute("height", String(Math.ceil(height)));
  return new XMLSerializer().serializeToString(copy);
}
