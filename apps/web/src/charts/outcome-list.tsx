import { useId } from "react";
import { shareAt } from "../app/answer-words.ts";
import { useStore } from "../app/store-context.tsx";
import type { EngineResult, OutcomeCurve, World } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { inOrder, outcomeClass } from "./outcome-style.ts";

export interface OutcomeListProps {
  readonly world: World;
  readonly result: EngineResult;
  readonly byWeek: number;
  readonly shown: readonly string[];
  readonly onShow: (shown: readonly string[]) => void;
}

/** Every outcome at the date looked at: its probability with interval as a dot on a line, and whether the chart shows it. */
export function OutcomeList({ world, result, byWeek, shown, onShow }: OutcomeListProps) {
  const { t, day } = useTexts();
  const id = useId();
  const date = day(result.dates[byWeek] ?? result.setting.asOf);
  const others = result.comparison?.other.outcomes ?? [];
  return (
    <section className="outcome-list" aria-labelledby={id}>
      <h3 id={id}>{t("charts.outcomesListHeading", { date })}</h3>
      <p className="quiet">{t("charts.outcomesListHelp")}</p>
      <ul>
        {inOrder(result.main.outcomes, ({ outcome }) => outcome).map((curve) => (
          <OutcomeRow
            key={curve.outcome}
            world={world}
            curve={curve}
            other={others.find(({ outcome }) => outcome === curve.outcome)}
            byWeek={byWeek}
            shown={shown.includes(curve.outcome)}
            onToggle={() =>
              onShow(
                shown.includes(curve.outcome)
                  ? shown.filter((one) => one !== curve.outcome)
                  : [...shown, curve.outcome],
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly world: World;
  readonly curve: OutcomeCurve;
  readonly other: OutcomeCurve | undefined;
  readonly byWeek: number;
  readonly shown: boolean;
  readonly onToggle: () => void;
}

function OutcomeRow({ world, curve, other, byWeek, shown, onToggle }: RowProps) {
  const { t, percent, percentInterval, locale } = useTexts();
  const store = useStore();
  const info = world.outcomes.find((one) => one.id === curve.outcome);
  if (info === undefined) return null;
  const { title, definition } = worldTexts(locale).outcome(info);
  const { value, low, high } = shareAt(curve, byWeek);
  const thresholds = [shareAt(curve.lower, byWeek).value, shareAt(curve.upper, byWeek).value].filter(Number.isFinite);
  const style = outcomeClass(world.outcomes, curve.outcome);
  return (
    <li className={shown ? `outcome ${style}` : `outcome hidden ${style}`}>
      <label title={definition}>
        <input type="checkbox" checked={shown} onChange={onToggle} />
        <span>{title}</span>
      </label>
      <Strip
        at={value}
        from={low}
        to={high}
        wide={thresholds}
        other={other === undefined ? undefined : shareAt(other, byWeek).value}
      />
      <span className="outcome-value">
        <b>{percent(value)}</b> <small>{percentInterval(low, high)}</small>
        {thresholds.length === 2 && (
          <span className="unseen">
            {t("charts.thresholds", {
              low: percent(Math.min(...thresholds)),
              high: percent(Math.max(...thresholds)),
            })}
          </span>
        )}
      </span>
      <button
        type="button"
        className="plain why"
        aria-label={t("charts.whyFor", { title })}
        onClick={() => store.look({ section: "why", focus: `outcomes.${info.id}` })}
      >
        {t("charts.why")}
      </button>
    </li>
  );
}

interface StripProps {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The same at the thresholds a third off: a thin line. */
  readonly wide: readonly number[];
  readonly other: number | undefined;
}

/** A probability on a line from 0 to 1. */
function Strip({ at, from, to, wide, other }: StripProps) {
  const pc = (share: number) => `${Math.round(share * 1000) / 10}%`;
  return (
    <svg className="strip" width="100%" height="18" aria-hidden="true">
      <line className="grid" x1="0%" x2="100%" y1="9" y2="9" />
      {[0.25, 0.5, 0.75].map((share) => (
        <line key={share} className="grid" x1={pc(share)} x2={pc(share)} y1="6" y2="12" />
      ))}
      {wide.length > 0 && <line className="wide" x1={pc(Math.min(...wide))} x2={pc(Math.max(...wide))} y1="9" y2="9" />}
      {Number.isFinite(from) && <line className="interval" x1={pc(from)} x2={pc(to)} y1="9" y2="9" />}
      {other !== undefined && Number.isFinite(other) && <circle className="hollow" cx={pc(other)} cy="9" r="4.5" />}
      {Number.isFinite(at) && <circle className="dot" cx={pc(at)} cy="9" r="4.5" />}
    </svg>
  );
}
