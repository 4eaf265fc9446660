/**
 * In what order ground would change hands if distance from the line were all that mattered. This is no forecast of an
 * axis or a place: the model knows sectors only, and within a sector nothing but distance is used.
 * Derivation: docs/derivations/cells-change-hands.md.
 */
import { type Cells, cellShares, type Shares } from "./cells.ts";
import { distances } from "./line.ts";

/** Ground of one group of sectors (a sector, or the whole front), nearest to the line first. */
interface Queue {
  /** Indices of parts that have ground to lose. */
  readonly parts: Int32Array;
  /** How much of each is still to be taken, km². */
  readonly groundKm2: Float64Array;
}

/**
 * Ground on the wrong side counts only within this distance of the line, km: a little more than a cell. Farther behind it are
 * strips along coast and border where maps and outlines differ, which no one will ever take.
 */
const BEHIND_KM = 8;

export interface CellOrder {
  readonly groups: number;
  readonly groupOfPart: Int32Array;
  /** By group: ground that Russia does not hold, in the order in which a rise takes it; and what it holds, for a fall. */
  readonly rise: readonly Queue[];
  readonly fall: readonly Queue[];
  /**
   * By part: the group's change of area, km², at which the part's larger half has changed hands. Positive where Ukraine
   * holds most of it, negative where Russia does; NaN outside the groups.
   */
  readonly threshold: Float64Array;
}

/**
 * Orders the parts of a map as of a week. `groupOf` gives a sector's group, or -1 for a sector that has no front;
 * sectors of one group share one queue.
 */
export function orderCells(
  cells: Cells,
  shares: Shares,
  groups: number,
  groupOf: (sector: number) => number,
): CellOrder {
  const { map } = cells;
  const distance = distances(cells, cellShares(cells, shares.held));
  const groupOfPart = Int32Array.from(map.partSector, groupOf);
  const area = (part: number) => map.partAreaKm2[part]!;
  const heldKm2 = (part: number) => (area(part) * shares.held[part]!) / 1000;
  const from = (part: number) => distance[map.partCell[part]!]!;
  const queue = (group: number, ground: (part: number) => number, ahead: (part: number) => number): Queue => {
    const parts = Array.from(groupOfPart.keys()).filter(
      (part) => groupOfPart[part] === group && ground(part) > 0 && ahead(part) > -BEHIND_KM,
    );
    parts.sort((a, b) => ahead(a) - ahead(b) || a - b);
    return { parts: Int32Array.from(parts), groundKm2: Float64Array.from(parts, ground) };
  };
  const each = Array.from({ length: groups }, (_, group) => group);
  const rise = each.map((group) => queue(group, (part) => area(part) - heldKm2(part), from));
  const fall = each.map((group) => queue(group, heldKm2, (part) => -from(part)));
  const threshold = new Float64Array(map.partCell.length).fill(Number.NaN);
  for (const { parts, groundKm2 } of rise)
    walk(parts, groundKm2, (part, before) => {
      const missing = area(part) / 2 - heldKm2(part);
      if (missing > 0) threshold[part] = before + missing;
    });
  for (const { parts, groundKm2 } of fall)
    walk(parts, groundKm2, (part, before) => {
      const surplus = heldKm2(part) - area(part) / 2;
      if (surplus >= 0) threshold[part] = -(before + surplus);
    });
  return { groups, groupOfPart, rise, fall, threshold };
}

function walk(parts: Int32Array, ground: Float64Array, each: (part: number, before: number) => void): void {
  let before = 0;
  for (const [i, part] of parts.entries()) {
    each(part, before);
    before += ground[i]!;
  }
}

/**
 * The parts' shares after a group's area has changed by `changeKm2`: whole parts from the front of the queue, and of
 * the last one as much as is left. Ground beyond the end of the queue does not exist; what found none is returned.
 */
export function takeGround(
  order: CellOrder,
  cells: Cells,
  held: Float64Array,
  group: number,
  changeKm2: number,
): { readonly held: Float64Array; readonly leftKm2: number } {
  const after = held.slice();
  const { parts, groundKm2 } = (changeKm2 >= 0 ? order.rise : order.fall)[group]!;
  let left = Math.abs(changeKm2);
  for (let i = 0; i < parts.length && left > 0; i++) {
    const taken = Math.min(left, groundKm2[i]!);
    const share = taken / cells.map.partAreaKm2[parts[i]!]!;
    after[parts[i]!]! += changeKm2 >= 0 ? share : -share;
    left -= taken;
  }
  return { held: after, leftKm2: left };
}
