import { Axes, DateMark, leftFor } from "../charts/axes.tsx";
import { bandPath, extentOf, linePath, planeOf, timeOf } from "../charts/plane.ts";
import { useWidth } from "../charts/use-width.ts";
import { useTexts } from "../i18n/text.tsx";
import type { Trajectory } from "./inspect/messages.ts";

const WEEK = 7 * 86_400_000;
const timesOf = ({ from, p50 }: Trajectory): readonly number[] => p50.map((_, week) => timeOf(from) + week * WEEK);
const extent = ({ kind, p10, p90 }: Trajectory): readonly [number, number] =>
  kind === "share" ? [0, 1] : extentOf([p10, p90]);

/** Numbers of any size, short enough for an axis. */
export function useCompact(): (value: number) => string {
  const { number, locale } = useTexts();
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 });
  return (value) =>
    Math.abs(value) >= 1e5 || (value !== 0 && Math.abs(value) < 1e-3) ? compact.format(value) : number(value);
}

/** How a quantity runs: the last year of the record, and the forecast; median and the middle 80 % of runs. */
export function TrajectoryChart({
  trajectory,
  asOf,
  label,
}: {
  readonly trajectory: Trajectory;
  readonly asOf: string;
  readonly label: string;
}) {
  const { t, percent, shortDay } = useTexts();
  const compact = useCompact();
  const [width, measure] = useWidth<HTMLDivElement>(460);
  const say = trajectory.kind === "share" ? percent : compact;
  const times = timesOf(trajectory);
  const [low, high] = extent(trajectory);
  const plane = planeOf({
    width,
    height: 190,
    from: times[0]!,
    to: times[times.length - 1]!,
    low,
    high,
    left: leftFor([say(low), say(high)]),
    right: 10,
  });
  const last = trajectory.p50.length - 1;
  return (
    <div ref={measure}>
      <svg
        className="trajectory"
        width={width}
        height={plane.height}
        role="img"
        aria-label={t("why.trajectory", {
          name: label,
          middle: say(trajectory.p50[last]!),
          low: say(trajectory.p10[last]!),
          high: say(trajectory.p90[last]!),
          date: shortDay(new Date(times[last]!).toISOString().slice(0, 10)),
        })}
      >
        <Axes plane={plane} format={say} />
        {trajectory.kind === "band" && (
          <path className="band" d={bandPath(plane, times, trajectory.p10, trajectory.p90)} />
        )}
        <path
          className="line"
          d={linePath(
            plane,
            trajectory.p50.map((value, i) => ({ time: times[i]!, value })),
          )}
        />
        <DateMark
          plane={plane}
          time={timeOf(asOf)}
          label={t("charts.asOfMark", { date: shortDay(asOf) })}
          className="as-of-mark"
        />
      </svg>
    </div>
  );
}

const SPARK = { width: 104, height: 30 } as const;

/** The same as a line of text tall, for lists. */
export function TrajectorySpark({ trajectory, asOf }: { readonly trajectory: Trajectory; readonly asOf: string }) {
  const times = timesOf(trajectory);
  const [low, high] = extent(trajectory);
  const [from, to] = [times[0]!, times[times.length - 1]!];
  const x = (time: number) => 2 + ((time - from) / (to - from || 1)) * (SPARK.width - 4);
  const y = (value: number) => SPARK.height - 3 - ((value - low) / (high - low || 1)) * (SPARK.height - 6);
  const plane = { x, y } as Parameters<typeof linePath>[0];
  return (
    <svg className="trajectory spark" width={SPARK.width} height={SPARK.height} aria-hidden="true">
      {trajectory.kind === "band" && (
        <path className="band" d={bandPath(plane, times, trajectory.p10, trajectory.p90)} />
      )}
      <path
        className="line"
        d={linePath(
          plane,
          trajectory.p50.map((value, i) => ({ time: times[i]!, value })),
        )}
      />
      <line className="as-of" x1={x(timeOf(asOf))} x2={x(timeOf(asOf))} y1={0} y2={SPARK.height} />
    </svg>
  );
}
