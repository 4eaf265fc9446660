import { Axes, leftFor } from "../charts/axes.tsx";
import { DataTable } from "../charts/data-table.tsx";
import { extentOf, linePath, planeOf, timeOf } from "../charts/plane.ts";
import { useWidth } from "../charts/use-width.ts";
import { FigureActions } from "../export/figure-actions.tsx";
import type { TextKey } from "../i18n/catalogue.ts";
import { useTexts } from "../i18n/text.tsx";
import type { EvidenceCheck } from "./evidence-files.ts";

export interface CheckFigureProps {
  readonly check: EvidenceCheck;
  /** Names of the sources that are compared. */
  readonly sources: string;
}

/** More than this many days between two points is a gap, which no line bridges. */
const GAP_DAYS = 60;

/** How two sources differ over time, with a table by year. */
export function CheckFigure({ check, sources }: CheckFigureProps) {
  const { t, number, fixed, shortDay } = useTexts();
  const [width, measure] = useWidth<HTMLDivElement>(560);
  const share = check.unit === "share";
  const say = (value: number) => (share ? fixed(value, 2) : number(value));
  const title = t(`evidence.check.${check.name}` as TextKey);
  const unit = t(`evidence.unit.${check.unit}` as TextKey);
  const values = check.points.map(({ value }) => value);
  const [, high] = extentOf([values]);
  const times = check.points.map(({ date }) => timeOf(date));
  const axis = (value: number) => (share ? fixed(value, 1) : number(value));
  const plane = planeOf({
    width,
    height: 220,
    from: times[0]!,
    to: times[times.length - 1]!,
    low: 0,
    high,
    left: leftFor([axis(high), axis(high / 3)]),
    right: 12,
  });
  const spots = check.points.flatMap(({ value }, i) => {
    const gap = i > 0 && times[i]! - times[i - 1]! > GAP_DAYS * 86_400_000;
    return [...(gap ? [{ time: times[i]!, value: Number.NaN }] : []), { time: times[i]!, value }];
  });
  const [first, last] = [check.points[0]!, check.points[check.points.length - 1]!];
  return (
    <figure className="chart" data-figure={`evidence-${check.name}`}>
      <figcaption>
        <h3>{title}</h3>
        <p className="unit">{unit}</p>
      </figcaption>
      <div ref={measure}>
        <svg
          className="trajectory"
          width={width}
          height={plane.height}
          role="img"
          aria-label={t("evidence.checkSummary", {
            title,
            first: say(first.value),
            from: shortDay(first.date),
            last: say(last.value),
            to: shortDay(last.date),
          })}
        >
          <Axes plane={plane} format={axis} />
          <path className="line" d={linePath(plane, spots)} />
        </svg>
      </div>
      <p className="chart-source">{t("evidence.checkSource", { sources })}</p>
      <DataTable
        file={`logjam-${check.name}`}
        table={() => ({
          caption: `${title}, ${unit}`,
          columns: (["year", "mean", "low", "high", "count"] as const).map((key) => t(`evidence.${key}`)),
          rows: check.years.map(({ year, mean, low, high: most, count }) => [String(year), mean, low, most, count]),
        })}
        shown={(value, column) => (typeof value === "number" ? (column === 4 ? number(value) : say(value)) : value)}
      />
      <FigureActions id={`evidence-${check.name}`} />
    </figure>
  );
}
