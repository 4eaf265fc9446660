/** Which series share a chart, and what each shows. */
import type { EngineResult, Fan, FanInfo, SiteRecord, World } from "../contract.ts";
import type { Texts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { type DatedValue, type FanLayer, HISTORY_WEEKS } from "./fan-chart.tsx";

export interface FanPanel {
  readonly id: string;
  readonly group: FanInfo["group"];
  readonly title: string;
  readonly unit: string;
  /** The output that "why?" opens. */
  readonly why: string;
  readonly observedSource: string | undefined;
  readonly layers: readonly FanLayer[];
}

export interface FanView {
  /** Whether what happened after the as-of date is drawn. */
  readonly hindsight: boolean;
  /** Where two policies are compared: the difference, run by run, instead of both. */
  readonly difference: boolean;
}

export const GROUPS = ["area", "losses", "force", "ammunition", "drones", "aid", "other"] as const;

/**
 * One panel per group of series with the same unit; where two policies are compared, one per series, because four fans on one
 * another cannot be read.
 */
export function panelsOf(
  world: World,
  result: EngineResult,
  record: SiteRecord | undefined,
  shown: FanView,
  texts: Texts,
): readonly FanPanel[] {
  const other = result.comparison?.other;
  const known = world.fans.filter(({ id }) => result.main.fans.some(({ series }) => series === id));
  const bundles = new Map<string, FanInfo[]>();
  for (const info of known) {
    const key = other === undefined ? (bundleOf(info) ?? info.id) : info.id;
    bundles.set(key, [...(bundles.get(key) ?? []), info]);
  }
  return [...bundles.values()]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((infos) => panelOf(infos, result, record, shown, texts));
}

/** Both sides of a quantity share a chart, and so do the stages of aid; what has a record of its own stands alone. */
function bundleOf(info: FanInfo): Bundle | undefined {
  if (info.observed !== undefined) return undefined;
  const base = info.side === undefined ? info.group : info.id.replace(/-(ua|ru)$/, "");
  return BUNDLES.find((bundle) => bundle === base);
}

const BUNDLES = ["aid", "force", "fires", "losses", "rounds", "drones", "vehicles", "quality"] as const;
type Bundle = (typeof BUNDLES)[number];

const placeOf = ([first]: readonly FanInfo[]): number => (first === undefined ? 0 : GROUPS.indexOf(first.group));

function panelOf(
  infos: readonly FanInfo[],
  result: EngineResult,
  record: SiteRecord | undefined,
  { hindsight, difference }: FanView,
  texts: Texts,
): FanPanel {
  const first = infos[0];
  if (first === undefined) throw new Error("charts/empty-panel: a panel needs a series.");
  const world = worldTexts(texts.locale);
  const { title, unit } = world.fan(first);
  const bundle = infos.length === 1 ? undefined : bundleOf(first);
  const apart = difference ? result.comparison?.difference : undefined;
  const find = (fans: readonly Fan[] | undefined, id: string) => fans?.find(({ series }) => series === id);
  const layers = infos.flatMap((info, place) => {
    const fan = find(apart?.fans ?? result.main.fans, info.id);
    if (fan === undefined) return [];
    const recorded = apart === undefined ? record?.observed.find(({ series }) => series === info.observed) : undefined;
    return [
      {
        id: info.id,
        label: infos.length === 1 ? "" : labelOf(info, texts),
        colour: info.side ?? ["model", "second", "third"][place % 3] ?? "model",
        fan,
        other: apart === undefined ? find(result.comparison?.other.fans, info.id) : undefined,
        history: recorded === undefined ? [] : recent(recorded.known, result.setting.asOf),
        hindsight:
          hindsight && recorded !== undefined ? until(recorded.hindsight, result.dates[result.dates.length - 1]) : [],
      },
    ];
  });
  const sources = infos.flatMap(({ observed }) => record?.observed.filter(({ series }) => series === observed) ?? []);
  return {
    id: first.id,
    group: first.group,
    title:
      bundle !== undefined
        ? texts.t(`charts.title.${bundle}`)
        : apart === undefined
          ? title
          : texts.t("compare.differenceTitle", { title }),
    unit: unit === "1" ? texts.t("charts.unitScale") : unit,
    why: first.output,
    observedSource: sources[0]?.source,
    layers,
  };
}

function labelOf(info: FanInfo, { t, locale }: Texts): string {
  if (info.side !== undefined) return t(info.side === "ua" ? "levers.ukraine" : "levers.russia");
  const short = SHORT.find((id) => id === info.id);
  return short === undefined ? worldTexts(locale).fan(info).title : t(`charts.short.${short}`);
}

/** Series of one chart that a word tells apart. */
const SHORT = ["aid-promised", "aid-allocated", "aid-delivered"] as const;

const weeksBefore = (iso: string, weeks: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);

const recent = (points: readonly DatedValue[], asOf: string): readonly DatedValue[] =>
  points.filter(({ date }) => date >= weeksBefore(asOf, HISTORY_WEEKS) && date <= asOf);

const until = (points: readonly DatedValue[], last: string | undefined): readonly DatedValue[] =>
  points.filter(({ date }) => last === undefined || date <= last);
