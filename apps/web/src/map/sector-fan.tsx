import { Axes, DateMark, leftFor } from "../charts/axes.tsx";
import { bandPath, extentOf, linePath, planeOf, timeOf } from "../charts/plane.ts";
import { useWidth } from "../charts/use-width.ts";
import type { Fan } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";

export interface SectorFanProps {
  readonly fan: Fan;
  /** What was observed before the as-of date, and after it where hindsight is shown. */
  readonly known: readonly { readonly date: string; readonly value: number }[];
  readonly later: readonly { readonly date: string; readonly value: number }[];
  readonly byWeek: number;
  readonly title: string;
}

/** A sector's area: the record, and the fan of runs. */
export function SectorFan({ fan, known, later, byWeek, title }: SectorFanProps) {
  const { t, number, shortDay } = useTexts();
  const [width, measure] = useWidth<HTMLDivElement>(340);
  const times = fan.dates.map(timeOf);
  const before = known.slice(-52);
  const rows = [fan.p05, fan.p95, ...[before, later].map((points) => points.map(({ value }) => value))];
  const [low, high] = extentOf(rows);
  const from = timeOf(before[0]?.date ?? fan.dates[0]!);
  const plane = planeOf({
    width,
    height: 200,
    from,
    to: times[times.length - 1]!,
    low,
    high,
    left: leftFor([number(high), number(low)]),
    right: 10,
  });
  const spots = (points: SectorFanProps["known"]) => points.map(({ date, value }) => ({ time: timeOf(date), value }));
  const last = fan.dates.length - 1;
  return (
    <div ref={measure}>
      <svg
        className="fan"
        width={width}
        height={plane.height}
        role="img"
        aria-label={t("map.sectorFan", {
          sector: title,
          from: fan.p50[0]!,
          middle: fan.p50[last]!,
          low: fan.p05[last]!,
          high: fan.p95[last]!,
          date: shortDay(fan.dates[last]!),
        })}
      >
        <Axes plane={plane} format={number} />
        <path className="band wide" d={bandPath(plane, times, fan.p05, fan.p95)} />
        <path className="band" d={bandPath(plane, times, fan.p25, fan.p75)} />
        <path
          className="line"
          d={linePath(
            plane,
            fan.p50.map((value, i) => ({ time: times[i]!, value })),
          )}
        />
        <path className="line observed" d={linePath(plane, spots(before))} />
        {later.length > 0 && <path className="line hindsight" d={linePath(plane, spots(later))} />}
        <DateMark plane={plane} time={times[Math.min(byWeek, last)]!} className="by-mark" />
      </svg>
    </div>
  );
}
