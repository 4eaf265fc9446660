import { useAppState, useStore } from "../app/store-context.tsx";
import type { EngineResult } from "../contract.ts";
import { type Texts, useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { Table } from "./csv.ts";
import { DataTable } from "./data-table.tsx";
import { FanChart } from "./fan-chart.tsx";
import type { FanPanel as Panel } from "./fan-groups.ts";
import { useWidth } from "./use-width.ts";

const QUANTILES = ["p05", "p25", "p50", "p75", "p95"] as const;

/** One chart of fans with its frame and its table. */
export function FanPanel({
  panel,
  result,
  first,
}: {
  readonly panel: Panel;
  readonly result: EngineResult;
  readonly first: boolean;
}) {
  const { world, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t } = texts;
  const other = world.scenarios.find(({ id }) => id === result.comparison?.other.scenario);
  const [width, measure] = useWidth<HTMLDivElement>(400);
  const byWeek = Math.min(setting.byWeek, result.dates.length - 1);
  const notes = [
    t("charts.key"),
    ...(panel.layers.some(({ history }) => history.length > 0) ? [t("charts.keyObserved")] : []),
    ...(other !== undefined && panel.layers.some((layer) => layer.other !== undefined)
      ? [t("charts.keyCompare", { other: worldTexts(texts.locale).scenario(other).title })]
      : []),
    ...(panel.layers.some(({ hindsight }) => hindsight.length > 0) ? [t("charts.keyHindsight")] : []),
  ];
  return (
    <ChartFrame
      id={panel.id}
      title={panel.title}
      unit={panel.unit}
      why={panel.why}
      observedSource={panel.observedSource}
      note={notes.join(" ")}
      noteTold={!first}
      below={
        <DataTable
          file={`logjam-${panel.id}-${setting.asOf}-${setting.scenario}`}
          table={() => fanTable(panel, texts)}
          shown={(value, column) =>
            typeof value === "number" ? texts.number(value) : column === 0 ? texts.shortDay(value) : value
          }
        />
      }
    >
      <div ref={measure}>
        <FanChart
          layers={panel.layers}
          asOf={result.setting.asOf}
          byDate={result.dates[byWeek]}
          width={width}
          height={Math.round(Math.min(300, Math.max(210, width * 0.52)))}
          summary={summaryOf(panel, byWeek, texts)}
          onPick={(id) => {
            const layer = panel.layers.find((one) => one.id === id);
            if (layer !== undefined) store.look({ section: "why", focus: panel.why });
          }}
        />
      </div>
    </ChartFrame>
  );
}

/** What the picture says at the date looked at, a sentence per series. */
export function summaryOf(panel: Panel, week: number, { t, number, day }: Texts): string {
  return panel.layers
    .map(({ fan, label }) => {
      const at = (row: readonly number[]) => number(row[week] ?? Number.NaN);
      return t("charts.summaryFan", {
        title: label === "" ? panel.title : `${panel.title}, ${label}`,
        from: number(fan.p50[0] ?? Number.NaN),
        to: at(fan.p50),
        unit: panel.unit,
        date: day(fan.dates[week] ?? ""),
        low: at(fan.p05),
        high: at(fan.p95),
      });
    })
    .join(" ");
}

/** Observed values and quantiles by week. */
export function fanTable(panel: Panel, { t }: Texts): Table {
  const none = Number.NaN;
  return {
    caption: t("charts.tableCaption", { title: panel.title, unit: panel.unit }),
    columns: [
      t("charts.date"),
      t("charts.series"),
      t("charts.observed"),
      ...QUANTILES.map((q) => t(`charts.${q}`)),
      t("charts.hindsight"),
    ],
    rows: panel.layers.flatMap(({ fan, label, history, hindsight }) => {
      const name = label === "" ? panel.title : label;
      const later = new Map(hindsight.map(({ date, value }) => [date, value]));
      const before = history
        .filter(({ date }) => date < (fan.dates[0] ?? ""))
        .map(({ date, value }) => [date, name, value, none, none, none, none, none, none]);
      const after = fan.dates.map((date, week) => [
        date,
        name,
        none,
        ...QUANTILES.map((q) => fan[q][week] ?? none),
        later.get(date) ?? none,
      ]);
      return [...before, ...after];
    }),
  };
}
