import { useState } from "react";
import { shareAt } from "../app/answer-words.ts";
import { DateSlider } from "../app/date-slider.tsx";
import { useAppState } from "../app/store-context.tsx";
import type { EngineResult, World } from "../contract.ts";
import { type Texts, useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { Table } from "./csv.ts";
import { DataTable } from "./data-table.tsx";
import { curveMargins, OutcomeCurves } from "./outcome-curves.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { FIRST_SHOWN } from "./outcome-style.ts";
import { useWidth } from "./use-width.ts";

/** Outcome probabilities over time, the date that is looked at, and all outcomes at that date. */
export function OutcomeSection() {
  const { world, setting, result } = useAppState();
  const texts = useTexts();
  const { t, locale } = texts;
  const [shown, setShown] = useState<readonly string[]>(FIRST_SHOWN);
  const [width, measure] = useWidth<HTMLDivElement>(720);
  if (result === undefined) return <p className="quiet chart-waiting">{t("page.computing")}</p>;
  const byWeek = Math.min(setting.byWeek, result.dates.length - 1);
  const { left, right } = curveMargins(world, shown, width, locale);
  const other = world.scenarios.find(({ id }) => id === result.comparison?.other.scenario);
  const compared = other && t("charts.keyCompare", { other: worldTexts(locale).scenario(other).title });
  return (
    <div className="outcomes">
      <ChartFrame
        id="outcomes"
        title={t("charts.outcomesTitle")}
        unit={`${t("charts.outcomesUnit")}; ${t("charts.outcomeBand")}`}
        note={compared}
        below={
          <DataTable
            file={`logjam-outcomes-${setting.asOf}-${setting.scenario}`}
            table={() => outcomeTable(world, result, shown, texts)}
            shown={(value, column) =>
              typeof value === "number" ? texts.percent(value) : column === 0 ? texts.shortDay(value) : value
            }
          />
        }
      >
        <div ref={measure}>
          <OutcomeCurves world={world} result={result} shown={shown} byWeek={byWeek} width={width} />
          <DateSlider setting={setting} date={result.dates[byWeek] ?? setting.asOf} left={left} right={right} />
        </div>
      </ChartFrame>
      <OutcomeList world={world} result={result} byWeek={byWeek} shown={shown} onShow={setShown} />
    </div>
  );
}

/** Probabilities with intervals by week, for the outcomes that are shown. */
export function outcomeTable(
  world: World,
  result: EngineResult,
  shown: readonly string[],
  { t, locale }: Texts,
): Table {
  const curves = result.main.outcomes.filter(({ outcome }) => shown.includes(outcome));
  return {
    caption: t("charts.tableCaption", { title: t("charts.outcomesTitle"), unit: t("charts.outcomesUnit") }),
    columns: [t("charts.date"), t("charts.outcome"), t("charts.probability"), t("charts.low"), t("charts.high")],
    rows: result.dates.flatMap((date, week) =>
      curves.map((curve) => {
        const info = world.outcomes.find(({ id }) => id === curve.outcome);
        const { value, low, high } = shareAt(curve, week);
        return [date, info === undefined ? curve.outcome : worldTexts(locale).outcome(info).title, value, low, high];
      }),
    ),
  };
}
