/** The geometry of a chart over time: numbers in, pixels out. */
import { niceTicks } from "@logjam/figures";

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  /** The time under a pixel. */
  readonly timeAt: (x: number) => number;
}

export interface PlaneOptions {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
  readonly top?: number;
  readonly tickCount?: number;
}

export const timeOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** A plane whose vertical axis begins and ends at a tick. */
export function planeOf(options: PlaneOptions): Plane {
  const { width, height, from, to, left, right, top = 18 } = options;
  const bottom = 24;
  const ticks = niceTicks(options.low, options.high, options.tickCount ?? 4);
  const first = ticks[0] ?? 0;
  const last = ticks[ticks.length - 1] ?? 1;
  const room = Math.max(1, width - left - right);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    from,
    to,
    ticks,
    x: (time) => left + ((time - from) / (to - from || 1)) * room,
    y: (value) => top + (1 - (value - first) / (last - first || 1)) * (height - top - bottom),
    timeAt: (x) => from + ((x - left) / room) * (to - from),
  };
}

export interface Spot {
  readonly time: number;
  readonly value: number;
}

const round = (pixels: number): string => String(Math.round(pixels * 10) / 10);

/** A line through spots; a value that is not finite breaks it. */
export function linePath(plane: Plane, spots: readonly Spot[]): string {
  let pen = "M";
  let path = "";
  for (const { time, value } of spots) {
    if (!Number.isFinite(value)) {
      pen = "M";
      continue;
    }
    path += `${pen}${round(plane.x(time))} ${round(plane.y(value))}`;
    pen = "L";
  }
  return path;
}

/** The area between two rows over the same times. */
export function bandPath(
  plane: Plane,
  times: readonly number[],
  low: readonly number[],
  high: readonly number[],
): string {
  const kept = times.map((_, i) => i).filter((i) => Number.isFinite(low[i]) && Number.isFinite(high[i]));
  if (kept.length < 2) return "";
  const there = kept.map((i) => `${round(plane.x(times[i] ?? 0))} ${round(plane.y(high[i] ?? 0))}`);
  const back = [...kept].reverse().map((i) => `${round(plane.x(times[i] ?? 0))} ${round(plane.y(low[i] ?? 0))}`);
  return `M${there.join("L")}L${back.join("L")}Z`;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24] as const;

/** Starts of months (UTC) within a span, at most `most` of them, at even steps that hit January. */
export function monthTicks(from: number, to: number, most: number): readonly number[] {
  const starts = (step: number) => {
    const year = new Date(from).getUTCFullYear();
    const found: number[] = [];
    for (let month = 0; ; month += step) {
      const time = Date.UTC(year, month, 1);
      if (time > to) return found;
      if (time >= from) found.push(time);
    }
  };
  return starts(MONTH_STEPS.find((step) => starts(step).length <= Math.max(2, most)) ?? 24);
}

/** Least and greatest finite value; [0, 1] where there is none. */
export function extentOf(rows: readonly (readonly number[])[]): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of rows)
    for (const value of row)
      if (Number.isFinite(value)) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
  return low <= high ? [low, high] : [0, 1];
}
