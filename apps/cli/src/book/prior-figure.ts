/** A prior as a picture: its density, with 5, 50 and 95 % marked, on a scale that all elements share. */
import { niceTicks, textWidth } from "@logjam/figures";
import { interval, type Prior } from "@logjam/lang";
import { type Html, html } from "../report/html.ts";
import { line, pathOf, picture, text } from "./plane.ts";
import { compactNumber } from "./words.ts";

export interface PriorPanel {
  readonly title: string;
  readonly prior: Prior;
}

interface Scale {
  readonly logarithmic: boolean;
  readonly low: number;
  readonly high: number;
}

/** The shares of the prior at which its density is measured. */
const LEVELS = Array.from({ length: 161 }, (_, k) => 0.002 + (0.996 * k) / 160);
/** A scale is logarithmic where the prior is positive and spans more than this factor. */
const WIDE_SPAN = 12;

/** The panels; their horizontal scale is logarithmic where the values span more than an order of magnitude. */
export function priorFigure(panels: readonly PriorPanel[], name: string): Html {
  const scale = scaleFor(panels.map(({ prior }) => prior));
  const size = panels.length === 1 ? { width: 326, height: 150 } : { width: 270, height: 140 };
  return html`<div class="panels">${panels.map((panel) => drawPrior(panel, scale, size, name))}</div>${
    scale.logarithmic && html`<p class="caption">The scale is logarithmic; so is the density.</p>`
  }`;
}

function scaleFor(priors: readonly Prior[]): Scale {
  const low = Math.min(...priors.map((prior) => prior.quantile(LEVELS[0]!)));
  const high = Math.max(...priors.map((prior) => prior.quantile(LEVELS[LEVELS.length - 1]!)));
  return { logarithmic: low > 0 && high / low > WIDE_SPAN, low, high };
}

/** Density at the middle of each step between levels, in shares per unit of the scale. */
export function densityOf(prior: Prior, logarithmic: boolean): readonly (readonly [at: number, density: number])[] {
  const place = logarithmic ? Math.log : (value: number) => value;
  const values = LEVELS.map((level) => place(prior.quantile(level)));
  return values.slice(1).map((value, k) => {
    const before = values[k]!;
    return [(before + value) / 2, (LEVELS[k + 1]! - LEVELS[k]!) / Math.max(value - before, 1e-300)] as const;
  });
}

function drawPrior(
  { title, prior }: PriorPanel,
  { logarithmic, low, high }: Scale,
  { width, height }: { readonly width: number; readonly height: number },
  name: string,
): Html {
  const place = logarithmic ? Math.log : (value: number) => value;
  const [left, right, head, foot] = [14, width - 14, title === "" ? 22 : 38, height - 22];
  const x = (value: number) => left + ((value - place(low)) / (place(high) - place(low) || 1)) * (right - left);
  const density = densityOf(prior, logarithmic);
  const peak = Math.max(...density.map(([, d]) => d));
  const y = (d: number) => foot - (d / peak) * (foot - head);
  const curve = density.map(([at, d]) => [x(at), y(d)] as const);
  const ends = [x(place(prior.quantile(LEVELS[0]!))), x(place(prior.quantile(LEVELS[LEVELS.length - 1]!)))] as const;
  const outline = [[ends[0], foot] as const, ...curve, [ends[1], foot] as const];
  const [p05, p95] = interval(prior, 0.9);
  const marks = [p05, prior.quantile(0.5), p95].map((value) => ({ at: x(place(value)), words: compactNumber(value) }));
  return picture(
    width,
    height,
    `${title === "" ? name : `${title}: ${name}`}. 5 % below ${marks[0]!.words}, half below ${marks[1]!.words}, 95 % below ${marks[2]!.words}.`,
    html`${title !== "" && text(0, 13, title, { size: 12, bold: true, muted: false })}<path class="density" d="${pathOf(outline)}Z"/>${line(left - 6, foot, right + 6, foot, "axis")}${marks.map(
      ({ at }, k) => line(at, head - 2, at, foot, k === 1 ? "median" : "mark"),
    )}${apart(marks, width).map(({ at, words }) => text(at, head - 6, words, { anchor: "middle", muted: false }))}${axisTicks(
      low,
      high,
      logarithmic,
    )
      .map((tick) => ({ at: x(place(tick)), words: compactNumber(tick) }))
      .filter(({ at, words }) => at - textWidth(words, 11) / 2 >= 0 && at + textWidth(words, 11) / 2 <= width)
      .map(
        ({ at, words }) =>
          html`${line(at, foot, at, foot + 4, "axis")}${text(at, foot + 16, words, { anchor: "middle" })}`,
      )}`,
  );
}

interface Mark {
  readonly at: number;
  readonly words: string;
}

/** Moves the three numbers over the marks apart until none touches the next, and all stay inside. */
export function apart(marks: readonly Mark[], width: number): readonly Mark[] {
  const halves = marks.map(({ words }) => textWidth(words, 11) / 2 + 3);
  const placed = marks.map(({ at }) => at);
  for (let k = 1; k < placed.length; k++)
    placed[k] = Math.max(placed[k]!, placed[k - 1]! + halves[k - 1]! + halves[k]!);
  const last = placed.length - 1;
  placed[last] = Math.min(placed[last]!, width - halves[last]!);
  for (let k = last - 1; k >= 0; k--) placed[k] = Math.min(placed[k]!, placed[k + 1]! - halves[k + 1]! - halves[k]!);
  const shift = Math.max(0, halves[0]! - placed[0]!);
  return marks.map(({ words }, k) => ({ at: k === 0 ? placed[k]! + shift : placed[k]!, words }));
}

/** Round numbers on the axis, far enough apart to be read. */
function axisTicks(low: number, high: number, logarithmic: boolean): readonly number[] {
  if (!logarithmic) return niceTicks(low, high, 3).filter((tick) => tick >= low && tick <= high);
  const decades = Math.ceil(Math.log10(high) - Math.log10(low));
  const steps = decades > 2 ? [1] : [1, 3];
  const first = Math.floor(Math.log10(low));
  return Array.from({ length: decades + 2 }, (_, k) => first + k)
    .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
    .filter((tick) => tick >= low && tick <= high);
}
