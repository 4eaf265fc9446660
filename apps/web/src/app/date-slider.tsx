import { useId } from "react";
import type { Setting } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { useDrag } from "../levers/use-drag.ts";
import { useStore } from "./store-context.tsx";

/** Half the width of a slider's thumb in pixels: its middle must stand under the chart's line. Also in controls.css. */
const HALF_THUMB = 10;

export interface DateSliderProps {
  readonly setting: Setting;
  readonly date: string;
  /** The margins of the chart above, in pixels, so that the thumb stands under its line. */
  readonly left: number;
  readonly right: number;
}

/** The date that the answer is for. Arrow keys move it by a week, Page Up and Page Down by a quarter. */
export function DateSlider({ setting, date, left, right }: DateSliderProps) {
  const store = useStore();
  const { t, day } = useTexts();
  const id = useId();
  const drag = useDrag();
  const last = setting.horizonWeeks;
  const weeks = Math.round(((last - 1) / last) * 1000) / 1000;
  const set = (week: number) => store.change({ byWeek: Math.max(1, Math.min(last, week)) }, drag());
  return (
    <div
      className="date-slider"
      ref={(element) => {
        // Week 1 stands a week's width to the right of the plane's left edge.
        element?.style.setProperty(
          "--left",
          `calc(${left}px + (100% - ${left + right}px) * ${1 - weeks} - ${HALF_THUMB}px)`,
        );
        element?.style.setProperty("--right", `${right - HALF_THUMB}px`);
      }}
    >
      <label htmlFor={id} className="unseen">
        {t("page.byDate")}
      </label>
      <input
        id={id}
        type="range"
        min={1}
        max={last}
        step={1}
        value={setting.byWeek}
        aria-valuetext={t("page.byDateValue", { date: day(date), count: setting.byWeek })}
        aria-describedby={`${id}-help`}
        onKeyDown={(event) => {
          const quarter = event.key === "PageUp" ? 13 : event.key === "PageDown" ? -13 : 0;
          if (quarter === 0) return;
          event.preventDefault();
          set(setting.byWeek + quarter);
        }}
        onChange={(event) => set(Number(event.target.value))}
      />
      <p id={`${id}-help`} className="quiet">
        {t("page.byDateHelp")}
      </p>
    </div>
  );
}
