import { useId } from "react";
import type { LeverInfo } from "../contract.ts";
import { leverScale } from "./lever-scale.ts";
import { useDrag } from "./use-drag.ts";

export interface LeverSliderProps {
  /** The lever whose range and steps hold; a family's first. */
  readonly lever: LeverInfo;
  readonly label: string;
  readonly value: number;
  readonly valueText: string;
  readonly changed: boolean;
  readonly onChange: (value: number, options: { readonly live: boolean }) => void;
  readonly children?: React.ReactNode;
}

/** A labelled slider with its value in words. Arrow keys move it by a step, Page Up and Down by several, Home and End to the ends. */
export function LeverSlider({ lever, label, value, valueText, changed, onChange, children }: LeverSliderProps) {
  const id = useId();
  const drag = useDrag();
  const scale = leverScale(lever);
  const position = scale.positionOf(value);
  return (
    <div className={changed ? "lever lever-changed" : "lever"}>
      <div className="lever-line">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id} className="lever-value">
          {valueText}
        </output>
      </div>
      <div className="lever-line">
        <input
          id={id}
          type="range"
          min={0}
          max={scale.last}
          step={1}
          value={position}
          aria-valuetext={valueText}
          ref={(input) => {
            input?.style.setProperty("--filled", `${(position / scale.last) * 100}%`);
          }}
          onChange={(event) => onChange(scale.valueAt(Number(event.target.value)), drag())}
        />
        {children}
      </div>
    </div>
  );
}
