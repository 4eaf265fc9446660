import { useAppState } from "../app/store-context.tsx";
import type { ObservedSeries } from "../contract.ts";
import { type Texts, useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { Axes, DateMark, leftFor } from "./axes.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import type { Table } from "./csv.ts";
import { DataTable } from "./data-table.tsx";
import { planeOf, timeOf } from "./plane.ts";
import { useWidth } from "./use-width.ts";

const PREFIX = "aid-military-";

/** Military aid on record, by month and group of donors, as stacked bars; what came after the as-of date is pale. */
export function AidByDonor() {
  const { record, setting } = useAppState();
  const texts = useTexts();
  const { t, number, shortDay, locale } = texts;
  const [width, measure] = useWidth<HTMLDivElement>(400);
  const donors = record?.observed.filter(({ series }) => series.startsWith(PREFIX)) ?? [];
  const bars = stack(donors, setting.view.hindsight);
  const [first] = donors;
  if (first === undefined || bars.length === 0) return null;
  const most = bars.reduce((high, { to }) => Math.max(high, to), 0);
  const dates = bars.map(({ date }) => timeOf(date));
  const height = Math.round(Math.min(300, Math.max(210, width * 0.52)));
  const from = Math.min(...dates);
  const to = Math.max(...dates) + 31 * DAY;
  const left = leftFor(planeOf({ width, height, from, to, low: 0, high: most, left: 0, right: 0 }).ticks.map(number));
  const plane = planeOf({ width, height, from, to, low: 0, high: most, left, right: 10 });
  const titles = donors.map(
    (one) => worldTexts(locale).fan({ id: one.series, title: one.title, unit: one.unit }).title,
  );
  const title = t("charts.aidByDonor");
  return (
    <ChartFrame
      id="aid-by-donor"
      title={title}
      unit={worldTexts(locale).fan({ id: first.series, title: first.title, unit: first.unit }).unit}
      observedSource={first.source}
      note={setting.view.hindsight ? t("charts.keyPale") : undefined}
      below={
        <DataTable
          file={`logjam-aid-by-donor-${setting.asOf}`}
          table={() => donorTable(donors, setting.view.hindsight, texts)}
          shown={(value, column) =>
            typeof value === "number" ? number(value) : column === 0 ? texts.month(value) : value
          }
        />
      }
    >
      <ul className="key">
        {titles.map((name, place) => (
          <li key={name} className={`donor-${place}`}>
            {name}
          </li>
        ))}
      </ul>
      <div ref={measure}>
        <svg className="bars" width={width} height={height} role="img" aria-label={`${title}. ${titles.join(", ")}`}>
          <Axes plane={plane} format={number} />
          {bars.map(({ date, place, from: low, to: high, later }) => {
            const x = plane.x(timeOf(date));
            const next = plane.x(timeOf(date) + 30.4 * DAY);
            return (
              <rect
                key={`${date} ${place}`}
                className={later ? `donor-${place} later` : `donor-${place}`}
                x={x + 0.5}
                width={Math.max(0.5, next - x - 1)}
                y={plane.y(high)}
                height={Math.max(0, plane.y(low) - plane.y(high))}
              />
            );
          })}
          <DateMark
            plane={plane}
            time={Math.min(timeOf(setting.asOf), to)}
            label={t("charts.asOfMark", { date: shortDay(setting.asOf) })}
            className="as-of-mark"
          />
        </svg>
      </div>
    </ChartFrame>
  );
}

const DAY = 86_400_000;

interface Bar {
  readonly date: string;
  readonly place: number;
  readonly from: number;
  readonly to: number;
  readonly later: boolean;
}

/** Bars on one another by month, in the order of the donors. */
export function stack(
  donors: readonly Pick<ObservedSeries, "known" | "hindsight">[],
  hindsight: boolean,
): readonly Bar[] {
  const tops = new Map<string, number>();
  return donors.flatMap(({ known, hindsight: after }, place) => {
    const pile = (later: boolean) => (point: { readonly date: string; readonly value: number }) => {
      const from = tops.get(point.date) ?? 0;
      const to = from + Math.max(0, point.value);
      tops.set(point.date, to);
      return { date: point.date, place, from, to, later };
    };
    return [...known.map(pile(false)), ...(hindsight ? after.map(pile(true)) : [])];
  });
}

function donorTable(donors: readonly ObservedSeries[], hindsight: boolean, { t, locale }: Texts): Table {
  const [first] = donors;
  return {
    caption: t("charts.tableCaption", { title: t("charts.aidByDonor"), unit: first?.unit ?? "" }),
    columns: [t("charts.date"), t("charts.series"), t("charts.observed"), t("charts.hindsight")],
    rows: donors.flatMap((one) => {
      const name = worldTexts(locale).fan({ id: one.series, title: one.title, unit: one.unit }).title;
      return [
        ...one.known.map(({ date, value }) => [date, name, value, Number.NaN]),
        ...(hindsight ? one.hindsight.map(({ date, value }) => [date, name, Number.NaN, value]) : []),
      ];
    }),
  };
}
