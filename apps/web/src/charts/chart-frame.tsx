import type { ReactNode } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import { FigureActions } from "../export/figure-actions.tsx";
import { useTexts } from "../i18n/text.tsx";
import { sourceLine } from "./source-line.ts";

export interface ChartFrameProps {
  /** What the figure is of, for exports and links: a fan, an outcome, a group. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** The quantity that "why?" opens; none without. */
  readonly why?: string | undefined;
  /** Who published what is observed in it. */
  readonly observedSource?: string | undefined;
  readonly note?: string | undefined;
  /** A note that a figure above has told already: for the ear and for saved files, not for the eye. */
  readonly noteTold?: boolean | undefined;
  readonly children: ReactNode;
  /** The table, and what else stands below the picture. */
  readonly below: ReactNode;
}

/** What every figure says of itself: title, unit, source, the data's date; and the way to its reasons and numbers. */
export function ChartFrame({ id, title, unit, why, observedSource, note, noteTold, children, below }: ChartFrameProps) {
  const { setting, result, record } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t } = texts;
  return (
    <figure className="chart" data-figure={id}>
      <figcaption>
        <h3>{title}</h3>
        <p className="unit">
          {unit}
          {why !== undefined && (
            <button
              type="button"
              className="plain why"
              aria-label={t("charts.whyFor", { title })}
              onClick={() => store.look({ section: "why", focus: why })}
            >
              {t("charts.why")}
            </button>
          )}
        </p>
      </figcaption>
      {children}
      {note !== undefined && <p className={noteTold ? "chart-note unseen" : "chart-note"}>{note}</p>}
      <p className="chart-source">{sourceLine({ setting, result, record, observedSource }, texts)}</p>
      <FigureActions
        id={id}
        embed={{ section: setting.view.section === "charts" ? "charts" : "question", focus: id }}
      />
      {below}
    </figure>
  );
}
