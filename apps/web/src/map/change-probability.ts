/** The probability that a cell changes hands: the share of members whose sector changes by more than the cell's place in the order. */
import type { CellOrder } from "./cell-order.ts";
import type { Cells } from "./cells.ts";

/** The distribution of a group's change of area over members, km²: quantiles at ascending levels. */
export interface GainQuantiles {
  readonly levels: readonly number[];
  readonly values: ArrayLike<number>;
}

/** P(gain < x), straight between the quantiles; 0 below the lowest and 1 above the highest. */
export function shareBelow({ levels, values }: GainQuantiles, x: number): number {
  const last = levels.length - 1;
  if (x <= values[0]!) return 0;
  if (x > values[last]!) return 1;
  let k = 1;
  while (values[k]! < x) k++;
  const width = values[k]! - values[k - 1]!;
  const way = width > 0 ? (x - values[k - 1]!) / width : 1;
  return levels[k - 1]! + way * (levels[k]! - levels[k - 1]!);
}

/**
 * By cell, from the gains of the groups: positive where ground that Ukraine holds passes to Russia, negative where
 * Russia's passes to Ukraine; the size is the probability. In a cell that a sector's border cuts, areas weigh.
 * NaN outside the front's sectors.
 */
export function changeProbability(cells: Cells, order: CellOrder, gains: readonly GainQuantiles[]): Float64Array {
  const found = new Float64Array(cells.count);
  for (let cell = 0; cell < cells.count; cell++) {
    let [rise, fall, land] = [0, 0, 0];
    for (let i = cells.partOffsets[cell]!; i < cells.partOffsets[cell + 1]!; i++) {
      const part = cells.partsOf[i]!;
      const threshold = order.threshold[part]!;
      const gain = gains[order.groupOfPart[part]!];
      if (Number.isNaN(threshold) || gain === undefined) continue;
      const area = cells.map.partAreaKm2[part]!;
      land += area;
      if (threshold > 0) rise += area * (1 - shareBelow(gain, threshold));
      else fall += area * shareBelow(gain, threshold);
    }
    found[cell] = land === 0 ? Number.NaN : rise >= fall ? rise / land : -fall / land;
  }
  return found;
}
