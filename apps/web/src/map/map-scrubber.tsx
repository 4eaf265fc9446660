import { useId } from "react";
import { useTexts } from "../i18n/text.tsx";

export interface MapScrubberProps {
  /** Weeks from the map's first Monday: the week shown, the as-of date, the end of the forecast. */
  readonly week: number;
  readonly asOf: number;
  readonly end: number;
  readonly dateOf: (week: number) => string;
  readonly onWeek: (week: number) => void;
}

/** One slider through time: the record up to the as-of date, and the forecast beyond it. */
export function MapScrubber({ week, asOf, end, dateOf, onWeek }: MapScrubberProps) {
  const { t, day, month } = useTexts();
  const id = useId();
  const date = day(dateOf(week));
  const said = t(week <= asOf ? "map.scrubObserved" : "map.scrubForecast", { date });
  return (
    <div className="map-scrubber">
      <label htmlFor={id}>{said}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={end}
        step={1}
        value={week}
        aria-valuetext={said}
        // Where the record ends, as a share of the way.
        style={{ "--known": asOf / end } as React.CSSProperties}
        onChange={(event) => onWeek(Number(event.currentTarget.value))}
      />
      <div className="map-scrubber-ends" style={{ "--known": asOf / end } as React.CSSProperties} aria-hidden="true">
        <span>{month(dateOf(0))}</span>
        <span className="known">{t("map.asOfMark", { date: month(dateOf(asOf)) })}</span>
        <span>{month(dateOf(end))}</span>
      </div>
    </div>
  );
}
