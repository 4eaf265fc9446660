import { pointsInterval } from "../app/answer.tsx";
import { useAppState } from "../app/store-context.tsx";
import { ChartFrame } from "../charts/chart-frame.tsx";
import { DataTable } from "../charts/data-table.tsx";
import { inOrder, outcomeClass } from "../charts/outcome-style.ts";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { type DifferenceRow, differenceRows } from "./difference-rows.ts";

/** The difference that a policy makes, outcome by outcome, with its interval. */
export function DifferenceSection() {
  const { world, setting, result } = useAppState();
  const texts = useTexts();
  const { t, day, percent, points, locale } = texts;
  if (result?.comparison === undefined) return null;
  const byWeek = Math.min(setting.byWeek, result.dates.length - 1);
  const rows = inOrder(differenceRows(result, byWeek), ({ outcome }) => outcome);
  const titleOf = (id: string) => {
    const found = world.scenarios.find((one) => one.id === id);
    return found === undefined ? id : worldTexts(locale).scenario(found).title;
  };
  const main =
    Object.keys(setting.levers).length > 0
      ? t("compare.yours", { policy: titleOf(setting.scenario) })
      : titleOf(setting.scenario);
  const other = titleOf(result.comparison.other.scenario);
  const outcomeTitle = (id: string) => {
    const info = world.outcomes.find((one) => one.id === id);
    return info === undefined ? id : worldTexts(locale).outcome(info).title;
  };
  const date = day(result.dates[byWeek] ?? setting.asOf);
  const caption = t("compare.tableCaption", { date, main, other });
  const largest = rows.reduce(
    (most, { difference }) => Math.max(most, Math.abs(difference.low), Math.abs(difference.high)),
    0.05,
  );
  return (
    <ChartFrame
      id="difference"
      title={t("compare.heading")}
      unit={caption}
      note={t("compare.help")}
      below={
        <DataTable
          file={`logjam-difference-${setting.asOf}-${setting.scenario}-${result.comparison.other.scenario}`}
          table={() => ({
            caption,
            columns: [
              t("charts.outcome"),
              main,
              other,
              t("compare.differenceColumn"),
              t("charts.low"),
              t("charts.high"),
              t("compare.interval"),
            ],
            rows: rows.map(({ outcome, main: here, other: there, difference, clear }) => [
              outcomeTitle(outcome),
              here.value,
              there.value,
              difference.value,
              difference.low,
              difference.high,
              t(clear ? "compare.clear" : "compare.unclear"),
            ]),
          })}
          shown={(value, column) => (typeof value === "string" ? value : column < 3 ? percent(value) : points(value))}
        />
      }
    >
      <ul className="differences">
        {rows.map((row) => (
          <li key={row.outcome} className={row.clear ? outcomeClass(world.outcomes, row.outcome) : "unclear"}>
            <span>{outcomeTitle(row.outcome)}</span>
            <DifferenceStrip row={row} largest={largest} />
            <span className="outcome-value">
              <b>{points(row.difference.value)}</b> <small>{pointsInterval(row.difference, texts)}</small>
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

/** A difference on a line whose middle is zero. */
function DifferenceStrip({ row: { difference }, largest }: { readonly row: DifferenceRow; readonly largest: number }) {
  const pc = (value: number) => `${Math.round((0.5 + value / largest / 2) * 1000) / 10}%`;
  return (
    <svg className="strip" width="100%" height="18" aria-hidden="true">
      <line className="grid" x1="0%" x2="100%" y1="9" y2="9" />
      <line className="zero" x1="50%" x2="50%" y1="2" y2="16" />
      <line className="interval" x1={pc(difference.low)} x2={pc(difference.high)} y1="9" y2="9" />
      <circle className="dot" cx={pc(difference.value)} cy="9" r="4.5" />
    </svg>
  );
}
