import { gridDisk } from "h3-js";
import { type Grid, type GridPart, partKey, sharesOf } from "../geo/grid.ts";
import type { CutMap } from "./weekly-area.ts";

/** Shares of one map, in thousandths, by part key; parts with nothing are left out. */
export interface GridWeek {
  readonly held: ReadonlyMap<string, number>;
  readonly contested: ReadonlyMap<string, number>;
}

/** Measures a map on the grid. Ground both occupied and in question counts as occupied. */
export function gridWeek(cut: CutMap, grid: Grid): GridWeek {
  const held = sharesOf(cut.held, grid);
  const either = cut.either === undefined ? held : sharesOf(cut.either, grid);
  return { held: sparse(grid.keys, (i) => held[i]!), contested: sparse(grid.keys, (i) => either[i]! - held[i]!) };
}

function sparse(keys: readonly string[], share: (part: number) => number): Map<string, number> {
  const found = new Map<string, number>();
  for (const [part, key] of keys.entries()) {
    const value = share(part);
    if (value > 0) found.set(key, value);
  }
  return found;
}

/** One change of one part: from this Monday on it has these shares. */
export interface GridChange {
  readonly date: string;
  /** Index into the parts. */
  readonly part: number;
  readonly held: number;
  readonly contested: number;
}

/** The parts worth storing: those ever touched, and all parts of their cells and of neighbouring cells, in fixed order. */
export function storedParts(grid: Grid, weeks: Iterable<GridWeek>): GridPart[] {
  const touched = new Set<string>();
  for (const week of weeks) {
    for (const key of week.held.keys()) touched.add(key.split("/")[0]!);
    for (const key of week.contested.keys()) touched.add(key.split("/")[0]!);
  }
  const wanted = new Set([...touched].flatMap((cell) => gridDisk(cell, 1)));
  return grid.parts.filter(({ cell }) => wanted.has(cell)).sort((a, b) => (partKey(a) < partKey(b) ? -1 : 1));
}

/** Week after week, only what changed. The first week's changes are against nothing held. */
export function gridChanges(
  parts: readonly GridPart[],
  weeks: readonly { readonly date: string; readonly shares: GridWeek }[],
): GridChange[] {
  const keys = parts.map(partKey);
  const last = { held: new Uint16Array(parts.length), contested: new Uint16Array(parts.length) };
  return weeks.flatMap(({ date, shares }) =>
    keys.flatMap((key, part) => {
      const held = shares.held.get(key) ?? 0;
      const contested = shares.contested.get(key) ?? 0;
      if (held === last.held[part] && contested === last.contested[part]) return [];
      last.held[part] = held;
      last.contested[part] = contested;
      return [{ date, part, held, contested }];
    }),
  );
}

/** Plays the changes forward: the shares of all parts on each Monday, in thousandths. */
export function* replay(
  partCount: number,
  mondays: readonly string[],
  changes: readonly GridChange[],
): Generator<{ date: string; held: Uint16Array; contested: Uint16Array }> {
  const held = new Uint16Array(partCount);
  const contested = new Uint16Array(partCount);
  let next = 0;
  for (const date of mondays) {
    for (; next < changes.length && changes[next]!.date <= date; next++) {
      const change = changes[next]!;
      held[change.part] = change.held;
      contested[change.part] = change.contested;
    }
    yield { date, held: held.slice(), contested: contested.slice() };
  }
}
