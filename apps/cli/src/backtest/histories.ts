import { FRONT_SECTORS, type KnownEvidence } from "@logjam/evidence";
import type { Histories, History } from "@logjam/inference";
import { AREA_TOTAL, areaOf, CLAIMED, DEATHS, TARGETS } from "./targets.ts";

const MEDUZA = "meduza.deaths";

/** The first Monday of the positional phase: Kherson had fallen in November, and the line has crept since. */
export const POSITIONAL_SINCE = "2022-12-05";

/**
 * Weekly histories of all targets since the positional phase began, from what was known. Each ends where its source ends:
 * deaths at least a week before the rest, and more where the newest release is older than the newest map. Nothing is
 * carried on to a common last date, for that would be a forecast; forecasters are told by how many weeks each ends early.
 */
export function historiesFrom(known: KnownEvidence): Histories {
  const historyOf = (points: readonly { readonly date: string; readonly level: number }[]): History => {
    const since = points.filter(({ date }) => date >= POSITIONAL_SINCE);
    return { dates: since.map(({ date }) => date), levels: Float64Array.from(since, ({ level }) => level) };
  };
  const areaHistory = (of: Parameters<KnownEvidence["weeklyArea"]>[0]) =>
    historyOf(known.weeklyArea(of).map(({ date, areaKm2 }) => ({ date, level: areaKm2 })));
  const claims = TARGETS.filter(({ id }) => CLAIMED.has(id)).map(({ id }) => [
    id,
    historyOf(known.weeklyLosses(id).map(({ date, cumulative }) => ({ date, level: cumulative }))),
  ]);
  return {
    [AREA_TOTAL]: areaHistory(AREA_TOTAL),
    ...Object.fromEntries(FRONT_SECTORS.map((sector) => [areaOf(sector), areaHistory(sector)])),
    ...Object.fromEntries(claims),
    [DEATHS]: historyOf(weeklyDeaths(known)),
  };
}

/** Deaths by the Monday on which the week begins; none where the snapshot holds no release. */
function weeklyDeaths(known: KnownEvidence): { date: string; level: number }[] {
  if (!known.seriesNames.includes(MEDUZA)) return [];
  return known.series(MEDUZA).flatMap(({ date, value }) => (value === undefined ? [] : [{ date, level: value }]));
}

/** The levels of the wanted dates with their dates, by target: for identities of what results follow from. */
export const numbersIn = (
  histories: Histories,
  wanted: (date: string) => boolean,
): Record<string, (string | number)[]> =>
  Object.fromEntries(
    Object.entries(histories).map(([id, { dates, levels }]) => [
      id,
      dates.flatMap((date, i) => (wanted(date) ? [date, levels[i]!] : [])),
    ]),
  );
