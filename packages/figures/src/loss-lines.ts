import type { Point } from "./fan-chart.ts";
import type { Canvas, Frame } from "./frame.ts";
import { lineChart } from "./line-chart.ts";
import { lightTheme } from "./theme.ts";

const colourOf = (canvas: Canvas, colour: "ink" | "hindsight"): string => (canvas.theme ?? lightTheme)[colour];

export interface LossSeries {
  readonly label: string;
  readonly known: readonly Point[];
  readonly hindsight: readonly Point[];
}

/** Losses over time: what the fit saw as full lines, what came after dashed in the colour of hindsight. */
export function lossLines(series: readonly LossSeries[], asOf: string, frame: Frame, canvas: Canvas): string {
  const afterwards = series.some(({ hindsight }) => hindsight.length > 0);
  const single = series.length === 1;
  return lineChart(
    {
      series: series.flatMap(({ label, known, hindsight }, index) => [
        { label, points: known, colour: single ? "ink" : index } as const,
        { label: `${label}, afterwards`, points: hindsight, colour: "hindsight", dashed: true } as const,
      ]),
      asOf,
      fromZero: true,
      labelled: !single,
      key: [
        ...(single ? [{ label: "Observed, and used", mark: "line", colour: colourOf(canvas, "ink") } as const] : []),
        ...(afterwards
          ? [
              {
                label: "What happened afterwards (not used)",
                mark: "dashes",
                colour: colourOf(canvas, "hindsight"),
              } as const,
            ]
          : []),
      ],
    },
    frame,
    canvas,
    "loss-lines",
  );
}
