import { textWidth } from "@logjam/figures";
import { useState } from "react";
import type { Fan } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { Axes, DateMark, leftFor } from "./axes.tsx";
import { placeLabels } from "./end-labels.ts";
import { bandPath, extentOf, linePath, type Plane, planeOf, type Spot, timeOf } from "./plane.ts";

export interface DatedValue {
  readonly date: string;
  readonly value: number;
}

/** One fan with what belongs to it. */
export interface FanLayer {
  readonly id: string;
  readonly label: string;
  /** A CSS class that gives its colour: `ua`, `ru`, `model`, `second`, `third`. */
  readonly colour: string;
  readonly fan: Fan;
  /** The same series under the policy compared with: middle and 90 % as thin lines. */
  readonly other?: Fan | undefined;
  readonly history: readonly DatedValue[];
  readonly hindsight: readonly DatedValue[];
}

export interface FanChartProps {
  readonly layers: readonly FanLayer[];
  readonly asOf: string;
  readonly byDate: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly summary: string;
  readonly onPick?: ((id: string) => void) | undefined;
}

/** How far back history is drawn, in weeks. */
export const HISTORY_WEEKS = 104;

/** History, then fans of the runs: middle, half and 90 %; what happened afterwards is dashed. */
export function FanChart(props: FanChartProps) {
  const { layers, asOf, byDate, width, height, summary, onPick } = props;
  const { t, number, shortDay } = useTexts();
  const [hover, setHover] = useState<number>();
  const plane = planeFor(props, number);
  const read = hover === undefined ? undefined : readout(layers, hover);
  return (
    // The pointer only reads off values that the table below has too.
    <svg
      className="fan"
      width={width}
      height={height}
      role="img"
      aria-label={summary}
      onPointerMove={(event) => setHover(plane.timeAt(event.nativeEvent.offsetX))}
      onPointerLeave={() => setHover(undefined)}
    >
      <Axes plane={plane} format={number} />
      <DateMark
        plane={plane}
        time={timeOf(asOf)}
        label={t("charts.asOfMark", { date: shortDay(asOf) })}
        className="as-of-mark"
      />
      {byDate !== undefined && <DateMark plane={plane} time={timeOf(byDate)} className="by-mark" />}
      {layers.map((layer) => (
        <Layer key={layer.id} layer={layer} plane={plane} onPick={onPick} />
      ))}
      <EndLabels layers={layers} plane={plane} />
      {read && (
        <g className="readout">
          <line x1={plane.x(read.time)} x2={plane.x(read.time)} y1={plane.top} y2={plane.height - plane.bottom} />
          {read.spots.map(({ id, value, colour }) => (
            <g key={id} className={colour}>
              <circle className="dot" cx={plane.x(read.time)} cy={plane.y(value)} r={3.5} />
            </g>
          ))}
          <text x={plane.left} y={12}>
            {t("charts.readout", {
              date: shortDay(read.date),
              value: read.spots.map(({ value }) => number(value)).join(" · "),
            })}
          </text>
        </g>
      )}
    </svg>
  );
}

function planeFor({ layers, width, height }: FanChartProps, number: (value: number) => string): Plane {
  const fans = layers.flatMap(({ fan, other }) => (other === undefined ? [fan] : [fan, other]));
  const points = layers.flatMap(({ history, hindsight }) => [...history, ...hindsight]);
  const [low, high] = extentOf([...fans.flatMap(({ p05, p95 }) => [p05, p95]), points.map(({ value }) => value)]);
  const dates = [...points.map(({ date }) => date), ...fans.flatMap(({ dates: own }) => [own[0], own[own.length - 1]])]
    .filter((date) => date !== undefined)
    .map(timeOf);
  const [from, to] = extentOf([dates]);
  // Zero joins the axis where values come near it.
  const least = low < high * 0.4 ? Math.min(0, low) : low;
  const rough = planeOf({ width, height, from, to, low: least, high, left: 0, right: 0 });
  const ends = layers.map(({ fan, label }) => `${number(fan.p50[fan.p50.length - 1] ?? Number.NaN)} ${label}`);
  const room = Math.max(28, ...ends.map((text) => textWidth(text, 12) + 8));
  return planeOf({
    width,
    height,
    from,
    to,
    low: least,
    high,
    left: leftFor(rough.ticks.map(number)),
    right: Math.min(room, width * 0.3),
  });
}

interface LayerProps {
  readonly layer: FanLayer;
  readonly plane: Plane;
  readonly onPick: ((id: string) => void) | undefined;
}

function Layer({ layer, plane, onPick }: LayerProps) {
  const { fan, other, history, hindsight, colour, id } = layer;
  const times = fan.dates.map(timeOf);
  const dated = (values: readonly number[]): Spot[] => values.map((value, i) => ({ time: times[i] ?? 0, value }));
  const spots = (points: readonly DatedValue[]): Spot[] =>
    points.map(({ date, value }) => ({ time: timeOf(date), value }));
  const last = history[history.length - 1];
  const after = last !== undefined && hindsight.length > 0 ? [last, ...hindsight] : hindsight;
  return (
    // Clicking a curve is a short way to its "why?" button, which the keyboard reaches above the picture.
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <g className={onPick ? `layer pickable ${colour}` : `layer ${colour}`} onClick={() => onPick?.(id)}>
      <path className="band" d={bandPath(plane, times, fan.p05, fan.p95)} />
      <path className="band inner" d={bandPath(plane, times, fan.p25, fan.p75)} />
      {other && (
        <>
          <path className="line other bound" d={linePath(plane, dated(other.p05))} />
          <path className="line other bound" d={linePath(plane, dated(other.p95))} />
          <path className="line other" d={linePath(plane, dated(other.p50))} />
        </>
      )}
      <path className="line" d={linePath(plane, dated(fan.p50))} />
      <path className="line observed" d={linePath(plane, spots(history))} />
      {after.length > 0 && <path className="line after" d={linePath(plane, spots(after))} />}
    </g>
  );
}

function EndLabels({ layers, plane }: { readonly layers: readonly FanLayer[]; readonly plane: Plane }) {
  const { number } = useTexts();
  const labels = layers.map(({ id, label, fan, colour }) => {
    const value = fan.p50[fan.p50.length - 1] ?? Number.NaN;
    return { id, text: label, value: number(value), colour, y: Number.isFinite(value) ? plane.y(value) : plane.top };
  });
  return placeLabels(labels, 15, plane.top + 4, plane.height - plane.bottom).map(({ id, text, value, colour, y }) => (
    <g key={id} className={colour}>
      <text className="label" x={plane.width - plane.right + 5} y={y + 4}>
        <tspan className="strong">{value}</tspan> {text}
      </text>
    </g>
  ));
}

/** The values nearest to a time: what was observed before the fan begins, the middle runs within it. */
function readout(layers: readonly FanLayer[], time: number) {
  const spots = layers.flatMap(({ id, colour, fan, history }) => {
    const points = [...history, ...fan.dates.map((date, i) => ({ date, value: fan.p50[i] ?? Number.NaN }))];
    const nearest = points.reduce<DatedValue | undefined>(
      (best, point) =>
        best === undefined || Math.abs(timeOf(point.date) - time) <= Math.abs(timeOf(best.date) - time) ? point : best,
      undefined,
    );
    return nearest === undefined || !Number.isFinite(nearest.value) ? [] : [{ id, colour, ...nearest }];
  });
  const first = spots[0];
  return first === undefined ? undefined : { date: first.date, time: timeOf(first.date), spots };
}
