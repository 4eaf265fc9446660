import { textWidth } from "@logjam/figures";
import { useMemo, useRef } from "react";
import { shareAt } from "../app/answer-words.ts";
import { useStore } from "../app/store-context.tsx";
import type { EngineResult, Findings, World } from "../contract.ts";
import { type Texts, useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { Axes, DateMark, leftFor } from "./axes.tsx";
import { placeLabels } from "./end-labels.ts";
import { outcomeClass } from "./outcome-style.ts";
import { bandPath, extentOf, linePath, type Plane, planeOf, timeOf } from "./plane.ts";

export interface OutcomeCurvesProps {
  readonly world: World;
  readonly result: EngineResult;
  readonly shown: readonly string[];
  readonly byWeek: number;
  readonly width: number;
}

const LABEL_SIZE = 13;

/** The margins of the curves' plane at a width: the date slider below keeps the same. */
export function curveMargins(
  world: World,
  shown: readonly string[],
  width: number,
  locale: Parameters<typeof worldTexts>[0],
) {
  const left = leftFor(["100%"]);
  if (width < 560) return { left, right: 14, labelled: false };
  const titles = world.outcomes
    .filter(({ id }) => shown.includes(id))
    .map((one) => worldTexts(locale).outcome(one).title);
  const room = Math.max(0, ...titles.map((title) => textWidth(title, LABEL_SIZE))) + 58;
  return { left, right: Math.min(room, width * 0.42), labelled: true };
}

/** The probability of outcomes by each week, with intervals, and the date looked at, which can be dragged. */
export function OutcomeCurves({ world, result, shown, byWeek, width }: OutcomeCurvesProps) {
  const store = useStore();
  const texts = useTexts();
  const { t, percent, shortDay, locale } = texts;
  const dragging = useRef(false);
  const times = useMemo(() => result.dates.map(timeOf), [result.dates]);
  const { left, right, labelled } = curveMargins(world, shown, width, locale);
  const curves = result.main.outcomes.filter(({ outcome }) => shown.includes(outcome));
  const others = result.comparison?.other.outcomes.filter(({ outcome }) => shown.includes(outcome)) ?? [];
  const [, most] = extentOf([...curves, ...others].map(({ high }) => high));
  const plane = planeOf({
    width,
    height: width < 560 ? 240 : Math.min(420, Math.max(280, width * 0.38)),
    from: times[0] ?? 0,
    to: times[times.length - 1] ?? 1,
    low: 0,
    // The whole scale unless everything is rare: then a fifth of it, never less, so that noise does not look like news.
    high: most > 0.5 ? 1 : most > 0.2 ? 0.5 : 0.2,
    left,
    right,
    tickCount: 5,
  });
  const week = (x: number) => {
    const share = (plane.timeAt(x) - plane.from) / (plane.to - plane.from);
    return Math.max(1, Math.min(result.dates.length - 1, Math.round(share * (result.dates.length - 1))));
  };
  const move = (event: React.PointerEvent<SVGSVGElement>, live: boolean) =>
    store.change({ byWeek: week(event.nativeEvent.offsetX) }, { live });
  const by = result.dates[byWeek];
  return (
    <svg
      className="curves"
      width={width}
      height={plane.height}
      role="img"
      aria-label={summaryOf(
        world,
        result.main,
        curves.map(({ outcome }) => outcome),
        byWeek,
        result.dates,
        texts,
      )}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
        move(event, false);
      }}
      onPointerMove={(event) => dragging.current && move(event, true)}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
    >
      <Axes plane={plane} format={percent0(percent)} />
      {curves.map(({ outcome, low, high }) => (
        <path
          key={outcome}
          className={`band ${outcomeClass(world.outcomes, outcome)}`}
          d={bandPath(plane, times, low, high)}
        />
      ))}
      {others.map(({ outcome, value }) => (
        <path
          key={outcome}
          className={`line other ${outcomeClass(world.outcomes, outcome)}`}
          d={line(plane, times, value)}
        />
      ))}
      {curves.map(({ outcome, value }) => (
        <path key={outcome} className={`line ${outcomeClass(world.outcomes, outcome)}`} d={line(plane, times, value)} />
      ))}
      {by !== undefined && (
        <>
          <DateMark
            plane={plane}
            time={timeOf(by)}
            label={t("charts.byMark", { date: shortDay(by) })}
            className="by-mark"
          />
          {curves.map((curve) => (
            <circle
              key={curve.outcome}
              className={`dot ${outcomeClass(world.outcomes, curve.outcome)}`}
              cx={plane.x(timeOf(by))}
              cy={plane.y(shareAt(curve, byWeek).value)}
              r={4}
            />
          ))}
        </>
      )}
      {labelled && <EndLabels world={world} plane={plane} curves={curves} />}
    </svg>
  );
}

/** Ticks are exact: 0% is no less than 0%. */
const percent0 = (percent: (share: number) => string) => (share: number) =>
  share === 0 ? "0%" : share === 1 ? "100%" : percent(share);

const line = (plane: Plane, times: readonly number[], values: readonly number[]): string =>
  linePath(
    plane,
    values.map((value, i) => ({ time: times[i] ?? 0, value })),
  );

function EndLabels({
  world,
  plane,
  curves,
}: {
  readonly world: World;
  readonly plane: Plane;
  readonly curves: Findings["outcomes"];
}) {
  const { percent, locale } = useTexts();
  const labels = curves.map((curve) => {
    const info = world.outcomes.find(({ id }) => id === curve.outcome);
    const { value } = shareAt(curve, curve.value.length - 1);
    const title = info === undefined ? curve.outcome : worldTexts(locale).outcome(info).title;
    return { id: curve.outcome, text: title, value: percent(value), y: plane.y(value) };
  });
  return placeLabels(labels, 18, plane.top + 4, plane.height - plane.bottom).map(({ id, text, value, y }) => (
    <text key={id} className={`label ${outcomeClass(world.outcomes, id)}`} x={plane.width - plane.right + 8} y={y + 4}>
      <tspan className="strong">{value}</tspan> {text}
    </text>
  ));
}

/** What the picture says, in a sentence. */
export function summaryOf(
  world: World,
  findings: Findings,
  shown: readonly string[],
  byWeek: number,
  dates: readonly string[],
  { t, percent, day, locale }: Texts,
): string {
  const parts = findings.outcomes
    .filter(({ outcome }) => shown.includes(outcome))
    .map((curve) => {
      const info = world.outcomes.find(({ id }) => id === curve.outcome);
      const title = info === undefined ? curve.outcome : worldTexts(locale).outcome(info).title;
      return `${title} ${percent(shareAt(curve, byWeek).value)}`;
    });
  return t("charts.summaryOutcomes", { date: day(dates[byWeek] ?? dates[0] ?? ""), list: parts.join(", ") });
}
