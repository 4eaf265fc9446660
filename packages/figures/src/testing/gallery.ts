import { aidBars } from "../aid-bars.ts";
import { fanChart, type Point } from "../fan-chart.ts";
import type { Canvas, Frame } from "../frame.ts";
import { intervalStrips, type Spread } from "../interval-strip.ts";
import { lineChart } from "../line-chart.ts";
import { lossLines } from "../loss-lines.ts";
import { probabilityCurves } from "../probability-curves.ts";
import { probabilityDots } from "../probability-dots.ts";
import { skillChart } from "../skill-chart.ts";
import { slopeChart } from "../slope-chart.ts";
import { stackedBars } from "../stacked-bars.ts";

/** One made-up example of every figure with a frame, with texts long enough to run into each other if they could. */
export const frame: Frame = {
  title: "Territory held by Russia, as two maps see it, from the first Monday of the record on",
  unit: "thousand km², at the end of the week",
  source: "A made-up source with a name that is long enough to need a second line on a telephone",
  dataDate: "2023-11-27",
};

export const asOf = "2023-11-27";

export function day(weeks: number): string {
  return new Date(Date.parse(`${asOf}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

export function series(from: number, to: number, value: (week: number) => number, step = 1): Point[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step).map((week) => ({
    date: day(week),
    value: value(week),
  }));
}

const weeks = Array.from({ length: 157 }, (_, week) => week);
const spread = (centre: number, width: number): Spread => ({
  p05: centre - 2 * width,
  p25: centre - width,
  p50: centre,
  p75: centre + width,
  p95: centre + 2 * width,
});
const policies = ["not-lose", "recipe", "west", "recipe+west", "taper", "as-it-was"];

const fan = (title: string, slope: number) => {
  const at = (width: number) => weeks.map((week) => 111_600 + slope * week + width * 200 * Math.sqrt(week));
  return { title, dates: weeks.map(day), p05: at(-1.6), p25: at(-0.7), p50: at(0), p75: at(0.7), p95: at(1.6) };
};

export const gallery: Readonly<Record<string, (canvas: Canvas) => string>> = {
  "fan-chart": (canvas) =>
    fanChart(
      {
        history: series(-90, 0, (week) => 111_600 - 3 * week),
        asOf,
        panels: policies.map((policy, index) =>
          fan(`${policy}: what donors do under this policy, told at length`, 60 - index * 30),
        ),
        hindsight: series(0, 108, (week) => 111_600 + 70 * week),
      },
      frame,
      canvas,
    ),
  "line-chart": (canvas) =>
    lineChart(
      {
        series: policies
          .slice(0, 4)
          .map((label, index) => ({ label, points: series(-90, 60, (week) => 100 + index + week / 50) })),
        annotations: [
          { date: day(-40), label: "A bridge is lost" },
          { date: day(-38), label: "A town is taken after a long siege" },
          { date: day(58), label: "A law is signed at last" },
        ],
        asOf,
      },
      frame,
      canvas,
    ),
  "loss-lines": (canvas) =>
    lossLines(
      [
        {
          label: "Claimed losses",
          known: series(-90, 0, (week) => 5000 + week),
          hindsight: series(0, 90, (week) => 5000 + 30 * week),
        },
      ],
      asOf,
      frame,
      canvas,
    ),
  "probability-curves": (canvas) =>
    probabilityCurves(
      policies.map((label, index) => {
        const value = weeks.map((week) => (index * week) / 156 / 150);
        return {
          label,
          dates: weeks.map(day),
          value,
          low: value.map((p) => p * 0.9),
          high: value.map((p) => p * 1.1),
          hindsight: index === 5,
        };
      }),
      frame,
      canvas,
    ),
  "probability-dots": (canvas) =>
    probabilityDots(
      [
        ...policies.map(
          (label, index) =>
            ({
              label: `${label}: a policy with a long name`,
              value: index * 0.12,
              low: Math.max(0, index * 0.12 - 0.02),
              high: index * 0.12 + 0.02,
              kind: "probability",
              hindsight: index === 5,
            }) as const,
        ),
        { label: "Difference", value: -0.08, low: -0.12, high: 0.03, kind: "contrast", bar: 0.1 },
      ],
      frame,
      canvas,
    ),
  "aid-bars": (canvas) =>
    aidBars(
      ["United States", "Germany", "Britain, Nordics, Baltics, Poland", "Rest of Europe and Canada"].map(
        (label, index) => ({
          label,
          known: series(-88, -4, (week) => 1 + Math.sin(week + index), 4),
          hindsight: series(0, 80, (week) => 1 + Math.sin(week + index), 4),
        }),
      ),
      asOf,
      frame,
      canvas,
    ),
  "stacked-bars": (canvas) =>
    stackedBars(
      {
        series: [
          { label: "One", points: series(-40, 0, () => 3) },
          { label: "Two", points: series(-40, 0, () => 4) },
        ],
        days: 7,
      },
      frame,
      canvas,
    ),
  "interval-strips": (canvas) =>
    intervalStrips(
      [
        {
          label: "How far the line moves per unit of advantage",
          unit: "km²/week",
          prior: spread(45, 20),
          posterior: spread(60, 5),
          contraction: 0.9,
        },
        {
          label: "Casualties per round",
          unit: "person/round",
          prior: spread(0.02, 0.009),
          posterior: spread(0.02, 0.009),
          contraction: 0,
        },
      ],
      frame,
      canvas,
    ),
  "skill-chart": (canvas) =>
    skillChart(
      {
        groups: ["Area that is held, outside of the peninsula", "Losses as they are claimed by the other side"].map(
          (title, group) => ({
            title,
            rows: [4, 13, 26, 52].map((ahead, index) => ({
              label: `${ahead} weeks ahead`,
              value: 0.3 - 0.15 * index - group / 10,
              low: -0.1 - 0.4 * index,
              high: 0.5 - 0.05 * index,
            })),
          }),
        ),
        worse: "worse than the best simple rule",
        better: "better than the best simple rule",
      },
      frame,
      canvas,
    ),
  "slope-chart": (canvas) =>
    slopeChart(
      {
        beforeLabel: "Old map",
        afterLabel: "New map",
        slopes: policies.map((label, index) => ({ label, before: 100 + index, after: 103 - index / 10 })),
      },
      frame,
      canvas,
    ),
};
