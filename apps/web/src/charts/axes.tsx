import { textWidth } from "@logjam/figures";
import { useTexts } from "../i18n/text.tsx";
import { monthTicks, type Plane } from "./plane.ts";

/** The room that tick labels need at the left, in pixels. */
export const leftFor = (labels: readonly string[]): number =>
  Math.max(24, Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label, 12)))) + 10);

/** Grid lines with their values, months along the foot, zero as a stronger line. */
export function Axes({ plane, format }: { readonly plane: Plane; readonly format: (value: number) => string }) {
  const { monthName } = useTexts();
  const { left, width, right, height, bottom } = plane;
  const months = monthTicks(plane.from, plane.to, Math.floor((width - left - right) / 52));
  const foot = height - bottom;
  return (
    <g className="axes">
      {plane.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? "zero" : "grid"}
            x1={left}
            x2={width - right}
            y1={plane.y(tick)}
            y2={plane.y(tick)}
          />
          <text x={left - 6} y={plane.y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {months.map((time) => {
        const january = new Date(time).getUTCMonth() === 0;
        return (
          <g key={time}>
            <line className="tick" x1={plane.x(time)} x2={plane.x(time)} y1={foot} y2={foot + 4} />
            <text x={plane.x(time)} y={foot + 17} textAnchor="middle" className={january ? "year" : undefined}>
              {january ? new Date(time).getUTCFullYear() : monthName(time)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** An upright line at a date, with a label above it. */
export function DateMark({
  plane,
  time,
  label,
  className,
}: {
  readonly plane: Plane;
  readonly time: number;
  readonly label?: string;
  readonly className: string;
}) {
  const x = plane.x(time);
  const half = label === undefined ? 0 : textWidth(label, 11) / 2;
  const anchor = x - half < plane.left ? "start" : x + half > plane.width ? "end" : "middle";
  return (
    <g className={className}>
      <line x1={x} x2={x} y1={plane.top - 4} y2={plane.height - plane.bottom} />
      {label !== undefined && (
        <text
          x={anchor === "start" ? Math.max(x, plane.left) : anchor === "end" ? plane.width : x}
          y={plane.top - 8}
          textAnchor={anchor}
        >
          {label}
        </text>
      )}
    </g>
  );
}
