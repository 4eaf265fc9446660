import { FRONT_SECTORS, type KnownEvidence } from "@logjam/evidence";
import type { Histories, History } from "@logjam/inference";
import { AREA_TOTAL, areaOf, CLAIMED, TARGETS } from "./targets.ts";

/** The first Monday of the positional phase: Kherson had fallen in November, and the line has crept since. */
export const POSITIONAL_SINCE = "2022-12-05";

/** Weekly histories of all targets since the positional phase began, from what was known. */
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
  };
}
