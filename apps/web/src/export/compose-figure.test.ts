import { describe, expect, it } from "vitest";
import { composeFigure, type FigureFile } from "./compose-figure.ts";
import { fileName } from "./save-file.ts";

const figure: FigureFile = {
  title: "Area held & lost",
  unit: "km²",
  drawings: [{ markup: '<path d="M0 0L10 10"/>', width: 400, height: 200 }],
  key: [{ colour: "#0072b2", label: "to Ukraine", mark: "patch" }],
  notes: [
    "A note that is long enough to be broken into more than one line when the figure is only as wide as this one.",
  ],
  source: "Source: DeepState; Logjam M2. Data used to 27 November 2023.",
  link: "https://example.org/#v=1&asof=2023-11-27",
  colours: { background: "#ffffff", ink: "#111111", muted: "#555555" },
};

describe("a figure as a file", () => {
  const svg = composeFigure(figure);
  it("says title, unit, source and link, escaped", () => {
    expect(svg).toContain(">Area held &amp; lost</text>");
    expect(svg).toContain(">km²</text>");
    expect(svg).toContain("Data used to 27 November 2023.");
    expect(svg).toContain(">https://example.org/#v=1&amp;asof=2023-11-27</text>");
  });
  it("breaks a long address before its signs, so that its pieces joined are the address", () => {
    const link = `https://example.org/#v=1${Array.from({ length: 12 }, (_, i) => `&recipe.recipe[ua,air]${i}=0.5`).join("")}`;
    const texts = [...composeFigure({ ...figure, link }).matchAll(/font-size="11"[^>]*>([^<]*)<\/text>/g)];
    expect(texts.length).toBeGreaterThan(3);
    expect(
      texts
        .map(([, text]) => text)
        .join("")
        .replaceAll("&amp;", "&"),
    ).toBe(link);
  });
  it("is as tall as what stands in it, and needs nothing from outside", () => {
    const [, height] = /viewBox="0 0 432 (\d+)"/.exec(svg)!;
    const lowest = Math.max(...[...svg.matchAll(/ y="(\d+)"/g)].map(([, y]) => Number(y)));
    expect(Number(height)).toBeGreaterThan(lowest);
    expect(Number(height)).toBeLessThan(lowest + 40);
    expect(svg).not.toMatch(/<script|href=|url\(|@import|var\(/);
  });
  it("is refused without a source", () => {
    expect(() => composeFigure({ ...figure, source: " " })).toThrow(/export\/no-source/);
  });
});

describe("names of files", () => {
  it("hold letters, digits and hyphens only", () => {
    expect(fileName("area", "2023-11-27", "recipe+west")).toBe("logjam-area-2023-11-27-recipe-west");
    expect(fileName("../x", "Ж")).toBe("logjam-x");
  });
});
