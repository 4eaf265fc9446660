/** What the map shows at a moment: the ground as observed in a week, or what may change hands by one. */
import { type EngineResult, type Findings, GAIN_LEVELS } from "../contract.ts";
import { type CellOrder, orderCells } from "./cell-order.ts";
import { cellShares, sharesAt } from "./cells.ts";
import { chained } from "./chained.ts";
import { changeProbability, type GainQuantiles } from "./change-probability.ts";
import { linePieces } from "./line.ts";
import type { MapData } from "./load-map.ts";
import type { Picture } from "./paint.ts";

const DAY = 86_400_000;
export const weekOf = (first: string, date: string): number =>
  Math.round((Date.parse(date) - Date.parse(first)) / (7 * DAY));
export const dateOf = (first: string, week: number): string =>
  new Date(Date.parse(first) + week * 7 * DAY).toISOString().slice(0, 10);

/** The ground in a week of the record, weeks from the map's first Monday. */
export type Ground = Pick<Picture, "held" | "contested" | "line">;

export function groundAt({ cells }: MapData, week: number): Ground {
  const shares = sharesAt(cells.map, week);
  const held = cellShares(cells, shares.held);
  const pieces = linePieces(cells, held);
  const line = chained(Array.from({ length: pieces.length / 4 }, (_, i) => pieces.subarray(4 * i, 4 * i + 4)));
  return { held, contested: cellShares(cells, shares.contested), line };
}

/** The order as of a week: by the sectors that the model knows, or along the whole front where it knows none. */
export function orderAt({ cells }: MapData, week: number, sectors: readonly string[]): CellOrder {
  const { map } = cells;
  const front = (sector: number) => !["crimea", "elsewhere"].includes(map.sectors[sector]!);
  return orderCells(cells, sharesAt(map, week), Math.max(1, sectors.length), (sector) =>
    sectors.length > 0 ? sectors.indexOf(map.sectors[sector]!) : front(sector) ? 0 : -1,
  );
}

/** Gains of area by a week in the order's groups: by sector (M2), or of the whole front from its fan (M1). */
export function gainsBy(findings: Findings, areaFan: string, week: number): readonly GainQuantiles[] {
  if (findings.sectors.length > 0) {
    const count = GAIN_LEVELS.length;
    return findings.sectors.map(({ gain }) => ({
      levels: GAIN_LEVELS,
      values: gain.subarray(week * count, (week + 1) * count),
    }));
  }
  const fan = findings.fans.find(({ series }) => series === areaFan);
  if (fan === undefined) return [];
  const start = fan.p50[0]!;
  const rows = [fan.p05, fan.p10, fan.p25, fan.p50, fan.p75, fan.p90, fan.p95];
  return [{ levels: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95], values: rows.map((row) => row[week]! - start) }];
}

/** By cell, the probability that it changes hands by a week after the as-of date. */
export function forecastBy(data: MapData, order: CellOrder, result: EngineResult, areaFan: string, week: number) {
  return changeProbability(data.cells, order, gainsBy(result.main, areaFan, week));
}

/** Area that Russia holds in a sector on every Monday of the record, km², by the map's cells. */
export function sectorHistory({ cells: { map } }: MapData, sector: string): { date: string; value: number }[] {
  const wanted = map.sectors.indexOf(sector);
  const held = new Float64Array(map.partCell.length);
  let area = 0;
  return Array.from({ length: map.weeks }, (_, week) => {
    for (let i = map.changeOffsets[week]!; i < map.changeOffsets[week + 1]!; i++) {
      const part = map.changePart[i]!;
      if (map.partSector[part] !== wanted) continue;
      const now = (map.partAreaKm2[part]! * map.changeHeld[i]!) / 1000;
      area += now - held[part]!;
      held[part] = now;
    }
    return { date: dateOf(map.firstMonday, week), value: area };
  });
}
