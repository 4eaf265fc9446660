/** The series that can be asked for, and the targets behind them. */
import { FRONT_SECTORS } from "@logjam/evidence";
import { AREA_TOTAL, areaOf, DEATHS, TARGETS } from "../backtest/targets.ts";
import { forecastErrors } from "./errors.ts";

/** One line of a series: a sector, or all of the theatre. */
export interface SeriesPart {
  readonly series: string;
  readonly place: string;
  readonly target: string;
}

const ALL = "all";
const whole = (series: string): SeriesPart[] => [{ series, place: ALL, target: series }];

const PARTS: Readonly<Record<string, readonly SeriesPart[]>> = {
  [AREA_TOTAL]: whole(AREA_TOTAL),
  "area-by-sector": FRONT_SECTORS.map((sector) => ({
    series: "area-by-sector",
    place: sector,
    target: areaOf(sector),
  })),
  personnel: whole("personnel"),
  [DEATHS]: whole(DEATHS),
  tank: whole("tank"),
  artillery: whole("artillery"),
};

export const SERIES: readonly string[] = Object.keys(PARTS);
export const DEFAULT_SERIES = [AREA_TOTAL, "area-by-sector", "personnel", DEATHS];

export const partsOf = (series: string): readonly SeriesPart[] => PARTS[series]!;

/** Names separated by commas, each once. Throws `forecast/unknown-series` with the nearest name. */
export function parseSeries(text: string): string[] {
  const names = [...new Set(text.split(",").map((name) => name.trim()))];
  for (const name of names) if (!SERIES.includes(name)) throw forecastErrors.unknownSeries(name, SERIES);
  return names;
}

/** Decimals that a level is written with: hundredths of a km², tenths of a person or item. */
export const decimalsOf = (target: string): number => (target.startsWith("area") ? 2 : 1);

export const titleOf = (target: string): string => TARGETS.find(({ id }) => id === target)!.title;
