import type { GapRule } from "../declare/quantity.ts";

/**
 * Fills NaN by a rule. `hold` and `linear` hold the last value to the end, and take the first value back to a gap at
 * the very start; `zero` puts 0; `error` leaves gaps as they are.
 */
export function fillGaps(column: readonly number[], rule: GapRule): readonly number[] {
  if (rule === "error" || !column.some(Number.isNaN)) return column;
  if (rule === "zero") return column.map((value) => (Number.isNaN(value) ? 0 : value));
  const filled = [...column];
  let before = -1;
  for (let step = 0; step <= column.length; step++) {
    if (step < column.length && Number.isNaN(column[step]!)) continue;
    for (let gap = before + 1; gap < step; gap++) filled[gap] = valueInGap(column, rule, before, step, gap);
    before = step;
  }
  return filled;
}

function valueInGap(column: readonly number[], rule: GapRule, before: number, after: number, gap: number): number {
  const [left, right] = [column[before], column[after]];
  if (left === undefined) return right ?? Number.NaN;
  if (right === undefined || rule === "hold") return left;
  return left + ((right - left) * (gap - before)) / (after - before);
}
