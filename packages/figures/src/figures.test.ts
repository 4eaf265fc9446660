import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { frameIncomplete, lengthsDiffer, nothingToDraw } from "./errors.ts";
import { fanChart } from "./fan-chart.ts";
import { lineChart } from "./line-chart.ts";
import { serverDocument } from "./node.ts";
import { probabilityDots } from "./probability-dots.ts";
import { sparkline } from "./sparkline.ts";
import { stackedBars } from "./stacked-bars.ts";
import { asOf, day, frame, gallery, series } from "./testing/gallery.ts";
import { overlaps, textBoxes } from "./testing/text-boxes.ts";
import { darkTheme, variableTheme } from "./theme.ts";

const document = serverDocument();
const parse = (svg: string) => parseHTML(`<html><body>${svg}</body></html>`).document;
const words = (svg: string, role: string) =>
  Array.from(parse(svg).querySelectorAll(`.figure-${role}`), ({ textContent }) => textContent).join(" ");

describe.each(Object.keys(gallery))("%s", (name) => {
  const draw = gallery[name]!;

  it.each([300, 350, 480, 640, 980])("keeps every text apart and inside at %i px", (width) => {
    const boxes = textBoxes(draw({ document, width }));
    expect(boxes.length).toBeGreaterThan(6);
    expect(overlaps(boxes)).toEqual([]);
    expect(boxes.filter(({ left, right }) => left < -0.5 || right > width + 0.5)).toEqual([]);
  });

  it("states its title, unit, source and data date", () => {
    const svg = draw({ document, width: 500 });
    expect(words(svg, "title")).toBe(frame.title);
    expect(words(svg, "unit")).toBe(frame.unit);
    expect(words(svg, "source")).toBe(`Source: ${frame.source}`);
    expect(words(svg, "date")).toBe("Data to 27 Nov 2023.");
    expect(parse(svg).querySelector("svg")?.getAttribute("aria-label")).toContain(frame.title);
  });

  it("draws the same bytes again, without identifiers or numbers that are none", () => {
    const svg = draw({ document });
    expect(draw({ document: serverDocument() })).toBe(svg);
    expect(svg).not.toMatch(/\sid="|NaN|undefined|Infinity/);
  });

  it("takes its colours from the theme alone", () => {
    const fixed = draw({ document, theme: variableTheme }).match(/(?:fill|stroke)="(?!none|var\(|currentColor)[^"]+"/g);
    expect(fixed ?? []).toEqual([]);
    expect(draw({ document, theme: darkTheme })).toContain(darkTheme.ink);
  });
});

describe("the data in the picture", () => {
  it("puts one fan, one as-of rule and the dashed hindsight in every panel", () => {
    const panels = parse(gallery["fan-chart"]!({ document, width: 980 })).querySelectorAll(".figure-body > g");
    expect(panels.length).toBe(6);
    for (const panel of panels) {
      expect(panel.querySelectorAll('path[d$="Z"]').length).toBe(2);
      expect(panel.querySelectorAll('g[stroke-dasharray="5,3"] path').length).toBe(1);
    }
  });

  it("labels hindsight as not used", () => {
    expect(gallery["fan-chart"]!({ document })).toContain("What happened afterwards (not used)");
    expect(gallery["loss-lines"]!({ document })).toContain("What happened afterwards (not used)");
    expect(gallery["aid-bars"]!({ document })).toContain("what happened afterwards (not used)");
  });

  it("says when the scale leaves zero out, and only then", () => {
    const chart = (value: (week: number) => number) =>
      lineChart({ series: [{ label: "a", points: series(-9, 0, value) }] }, frame, { document });
    expect(chart((week) => 100_000 + week)).toContain("does not begin at zero");
    expect(chart((week) => 9 + week)).not.toContain("does not begin at zero");
  });

  it("draws bars in proportion to their values, stacked", () => {
    const svg = stackedBars(
      {
        series: [
          { label: "One", points: series(0, 0, () => 1) },
          { label: "Two", points: series(0, 0, () => 3) },
        ],
        days: 7,
      },
      frame,
      { document },
    );
    const bars = Array.from(parse(svg).querySelectorAll(".figure-body rect"), (bar) => ({
      y: Number(bar.getAttribute("y")),
      height: Number(bar.getAttribute("height")),
    }));
    expect(bars.length).toBe(2);
    expect(bars[1]!.height / bars[0]!.height).toBeCloseTo(3, 1);
    expect(bars[1]!.y + bars[1]!.height).toBeCloseTo(bars[0]!.y, 0);
  });

  it("places a probability where the scale says it is", () => {
    const row = { label: "a", value: 0.5, low: 0.25, high: 1, kind: "probability" } as const;
    const body = parse(probabilityDots([row], frame, { document, width: 640 })).querySelector(".figure-body")!;
    const dot = /translate\(([\d.]+)/.exec(
      body.querySelector("path[transform]:not([d*='0,0'])")?.getAttribute("transform") ?? "",
    );
    const line = Array.from(body.querySelectorAll("line")).find(
      (one) => one.getAttribute("y1") === one.getAttribute("y2"),
    );
    const [from, to] = [Number(line?.getAttribute("x1")), Number(line?.getAttribute("x2"))];
    const x = dot ? Number(dot[1]) : Number(body.querySelector("circle")?.getAttribute("cx"));
    expect((x - from) / (to - from)).toBeCloseTo(1 / 3, 1);
  });
});

describe("what cannot be drawn", () => {
  it.each(["title", "unit", "source", "dataDate"] as const)("refuses an empty %s", (field) => {
    const empty = { ...frame, [field]: " " };
    const expected = frameIncomplete(field === "title" ? " " : frame.title, field).message;
    const points = series(-3, 0, () => 1);
    expect(() => lineChart({ series: [{ label: "a", points }] }, empty, { document })).toThrow(expected);
    expect(() => sparkline([1, 2], empty, { document })).toThrow(expected);
  });

  it("refuses quantiles that do not match their dates", () => {
    const row = [1, 2];
    const panel = { title: "P", dates: [day(0), day(1)], p05: row, p25: row, p50: [1], p75: row, p95: row };
    expect(() => fanChart({ history: [], asOf, panels: [panel], hindsight: [] }, frame, { document })).toThrow(
      lengthsDiffer(frame.title, "P p50", 2, 1).message,
    );
  });

  it("refuses to draw nothing", () => {
    const message = nothingToDraw(frame.title).message;
    expect(() => lineChart({ series: [] }, frame, { document })).toThrow(message);
    expect(() => fanChart({ history: [], asOf, panels: [], hindsight: [] }, frame, { document })).toThrow(message);
    expect(() => probabilityDots([], frame, { document })).toThrow(message);
    expect(() => sparkline([Number.NaN], frame, { document })).toThrow(message);
  });

  it("escapes what it is given", () => {
    const svg = lineChart(
      { series: [{ label: `<script>alert("1")</script>`, points: series(-3, 0, () => 1) }] },
      { ...frame, title: `A & B < "C"` },
      { document },
    );
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("A &amp; B &lt; ");
  });
});
