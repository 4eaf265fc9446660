import "./map.css";
import { useCallback, useMemo, useState } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import { FanChart } from "../charts/fan-chart.tsx";
import { sourceLine } from "../charts/source-line.ts";
import { useWidth } from "../charts/use-width.ts";
import type { State } from "../contract.ts";
import { FigureActions } from "../export/figure-actions.tsx";
import type { TextKey } from "../i18n/catalogue.ts";
import { useTexts } from "../i18n/text.tsx";
import { loadMap, type MapData } from "./load-map.ts";
import { MapCanvas } from "./map-canvas.tsx";
import { mapFile } from "./map-file-figure.ts";
import { MapLegend } from "./map-legend.tsx";
import { MapScrubber } from "./map-scrubber.tsx";
import { NotReady } from "./not-ready.tsx";
import { darkPalette, lightPalette } from "./palette.ts";
import { dateOf, forecastBy, groundAt, orderAt, sectorHistory, weekOf } from "./picture.ts";
import { SectorList, sectorKey } from "./sector-list.tsx";
import { useDarkTheme } from "./use-dark-theme.ts";
import { useLoaded } from "./use-loaded.ts";

/** The fan of all ground that Russia holds, by which M1 moves the whole line. */
const AREA_FAN = "area";

/** The map: what was, week by week, and what may change hands. */
export function MapSection() {
  const { parts } = useAppState().world;
  const load = useCallback(() => loadMap(document.baseURI, parts), [parts]);
  const loaded = useLoaded(load);
  if (loaded.state === "ready") return <LoadedMap data={loaded.value} />;
  return (
    <div className="map-waiting">
      <NotReady loaded={loaded} />
    </div>
  );
}

function LoadedMap({ data }: { readonly data: MapData }) {
  const state = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t, day } = texts;
  const { map } = data.cells;
  const { setting, result, world } = state;
  const [observedWeek, setObservedWeek] = useState<number>();
  const asOf = weekOf(map.firstMonday, setting.asOf);
  const week = observedWeek !== undefined && observedWeek <= asOf ? observedWeek : asOf + setting.byWeek;
  const shown = useShown(data, state, week);
  const date = dateOf(map.firstMonday, week);
  const forecast = week > asOf;
  const chosen = world.sectors.find(({ id }) => id === setting.view.focus)?.id;
  const choose = (sector: string | undefined) => store.look({ section: "map", focus: sector });
  const title = t(forecast ? "map.titleForecast" : "map.titleObserved", { date: day(date) });
  const picture = useMemo(
    () => ({
      ...data,
      ...shown,
      sector: chosen === undefined ? undefined : map.sectors.indexOf(chosen),
      cityName: (id: string) => t(`map.city.${id}` as TextKey),
    }),
    [data, shown, chosen, map, t],
  );
  const source = sourceLine(
    { setting, result: forecast ? result : undefined, record: state.record, observedSource: t("map.source") },
    texts,
  );
  const dark = useDarkTheme();
  return (
    <div className="map-frame">
      <div className="map-layout">
        <figure className="chart map" data-figure="map">
          <figcaption>
            <h3>{title}</h3>
            <p className="unit">{t(forecast ? "map.unitForecast" : "map.unitObserved")}</p>
          </figcaption>
          <MapCanvas
            picture={picture}
            summary={`${title}. ${summaryOf(state, forecast, texts.t, texts.number)}`}
            onSector={(index) => {
              const id = index === undefined ? undefined : map.sectors[index];
              choose(world.sectors.some((one) => one.id === id) && id !== chosen ? id : undefined);
            }}
          />
          <MapScrubber
            week={week}
            asOf={asOf}
            end={asOf + setting.horizonWeeks}
            dateOf={(at) => dateOf(map.firstMonday, at)}
            onWeek={(at) => {
              setObservedWeek(at <= asOf ? at : undefined);
              if (at > asOf) store.change({ byWeek: at - asOf }, { live: true });
            }}
          />
          <MapLegend
            forecast={forecast}
            contestedShown={date <= map.contestedUntil}
            hindsight={shown.laterLine !== undefined}
            sectors={(result?.main.sectors.length ?? 0) > 0}
            asOf={setting.asOf}
          />
          <p className="chart-source">{source}</p>
          <FigureActions
            id="map"
            embed={{ section: "map", ...(chosen === undefined ? {} : { focus: chosen }) }}
            figure={() =>
              mapFile(
                { picture, title, forecast, source, link: state.link, palette: dark ? darkPalette : lightPalette },
                texts,
              )
            }
          />
        </figure>
        {result && result.main.sectors.length > 0 && (
          <div className="map-sectors">
            <SectorList
              sectors={result.main.sectors}
              byWeek={Math.min(setting.byWeek, result.dates.length - 1)}
              date={dateOf(map.firstMonday, asOf + setting.byWeek)}
              chosen={chosen}
              onChoose={choose}
            />
            {chosen !== undefined && <ChosenSector id={chosen} data={data} state={state} />}
          </div>
        )}
      </div>
    </div>
  );
}

/** The ground of the week, or the as-of ground with what may change; each worked out only when what it hangs on changes. */
function useShown(data: MapData, { setting, result }: State, week: number) {
  const { map } = data.cells;
  const asOf = weekOf(map.firstMonday, setting.asOf);
  const forecast = week > asOf;
  const sectors = useMemo(() => result?.main.sectors.map(({ sector }) => sector) ?? [], [result]);
  const names = sectors.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names say whether the sectors are others
  const order = useMemo(() => orderAt(data, asOf, sectors), [data, asOf, names]);
  const ground = useMemo(() => groundAt(data, Math.min(week, asOf)), [data, week, asOf]);
  const later = forecast && setting.view.hindsight && week < map.weeks;
  const laterLine = useMemo(() => (later ? groundAt(data, week).line : undefined), [data, later, week]);
  const fresh = result && result.setting.asOf === setting.asOf ? result : undefined;
  const probability = useMemo(
    () =>
      forecast && fresh
        ? forecastBy(data, order, fresh, AREA_FAN, Math.min(week - asOf, fresh.dates.length - 1))
        : undefined,
    [data, order, fresh, forecast, week, asOf],
  );
  const nothing = useMemo(() => new Float64Array(data.cells.count), [data]);
  return useMemo(
    () => ({ ...ground, laterLine, probability: forecast ? (probability ?? nothing) : undefined }),
    [ground, laterLine, forecast, probability, nothing],
  );
}

/** How much of a sector's past is drawn. */
const SECTOR_HISTORY_WEEKS = 78;

interface ChosenSectorProps {
  readonly id: string;
  readonly data: MapData;
  readonly state: State;
}

function ChosenSector({ id, data, state }: ChosenSectorProps) {
  const texts = useTexts();
  const { t } = texts;
  const { result, record, setting } = state;
  const [width, measure] = useWidth<HTMLDivElement>(340);
  const areas = useMemo(() => sectorHistory(data, id), [data, id]);
  const found = result?.main.sectors.find(({ sector }) => sector === id);
  if (found === undefined || result === undefined) return null;
  const title = t(sectorKey(id));
  const week = Math.min(setting.byWeek, result.dates.length - 1);
  const end = result.dates[result.dates.length - 1]!;
  const history = areas.filter(({ date }) => date <= setting.asOf).slice(-SECTOR_HISTORY_WEEKS);
  const hindsight = setting.view.hindsight ? areas.filter(({ date }) => date > setting.asOf && date <= end) : [];
  return (
    <figure className="chart sector" data-figure={`sector-${id}`}>
      <figcaption>
        <h3>{title}</h3>
        <p className="unit">{t("map.sectorUnit")}</p>
      </figcaption>
      <div ref={measure}>
        <FanChart
          layers={[{ id, label: "", colour: "ru", fan: found.area, history, hindsight }]}
          asOf={setting.asOf}
          byDate={result.dates[week]}
          width={width}
          height={220}
          summary={t("charts.summaryFan", {
            title,
            from: found.area.p50[0]!,
            to: found.area.p50[week]!,
            unit: t("map.sectorUnit"),
            date: texts.day(result.dates[week]!),
            low: found.area.p05[week]!,
            high: found.area.p95[week]!,
          })}
        />
      </div>
      <p className="chart-source">{sourceLine({ setting, result, record, observedSource: t("map.source") }, texts)}</p>
      <FigureActions id={`sector-${id}`} />
    </figure>
  );
}

/** The map in one sentence: the sectors that are likeliest to move. */
function summaryOf(
  { result, setting }: State,
  forecast: boolean,
  t: ReturnType<typeof useTexts>["t"],
  number: (value: number) => string,
): string {
  if (!forecast || !result) return t("map.summaryObserved");
  const week = Math.min(setting.byWeek, result.dates.length - 1);
  const moves = result.main.sectors
    .map(({ sector, area }) => ({ sector, gain: area.p50[week]! - area.p50[0]! }))
    .sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain))
    .slice(0, 3)
    .map(({ sector, gain }) => `${t(sectorKey(sector))} ${gain > 0 ? "+" : ""}${number(Math.round(gain))} km²`);
  return moves.length === 0 ? t("map.summaryWhole") : t("map.summaryForecast", { sectors: moves.join("; ") });
}
