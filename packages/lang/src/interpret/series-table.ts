import type { GapRule } from "../declare/quantity.ts";
import type { Ir } from "../ir/ir.ts";
import type { Model } from "../model/model.ts";
import { nearestName } from "../nearest.ts";

export interface SeriesRequest {
  readonly steps: number;
  /**
   * Values by scalar name (`aid.level[us]`) or by quantity name (for all its elements): one number for all steps, or
   * one per step. NaN in the data of a `series` is a gap. Levers that are not named keep their defaults.
   */
  readonly values: Readonly<Record<string, number | readonly number[]>>;
}

/** Thrown by `seriesTable`; one message per fault, with a stable code. */
export class SeriesError extends RangeError {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "SeriesError";
    this.faults = faults;
  }
}

/**
 * The exogenous numbers of a run, [step][series] in the IR's order. Throws SeriesError on unknown names (with the
 * nearest known one), missing data, arrays that are too short, and levers outside their ranges.
 */
export function seriesTable(model: Model, ir: Ir, { steps, values }: SeriesRequest): Float64Array {
  const faults: string[] = [];
  const levers = new Map(model.levers.map((lever) => [lever.name, lever]));
  const gaps = new Map<string, GapRule>();
  for (const { name, value } of model.quantities)
    if (value.definition.kind === "series") gaps.set(name, value.definition.gap);
  const scalars = new Map([...model.levers, ...model.series].map((scalar) => [scalar.name, scalar]));
  const known = new Set([...scalars.values()].flatMap(({ name, quantity }) => [name, quantity]));
  for (const name of Object.keys(values)) {
    if (known.has(name)) continue;
    const near = nearestName(name, known);
    faults.push(
      `run/unknown-series: ${model.name} has no lever or series ${name}. ${near ? `Did you mean ${near}?` : `It has ${[...known].join(", ") || "none"}.`}`,
    );
  }
  const table = new Float64Array(steps * ir.series.length);
  ir.series.forEach((name, k) => {
    const scalar = scalars.get(name);
    if (!scalar) throw new RangeError(`run/other-model: ${ir.name} reads ${name}, which ${model.name} does not have.`);
    const lever = levers.get(name);
    const given = values[name] ?? values[scalar.quantity] ?? lever?.default;
    if (given === undefined) {
      faults.push(`run/no-data: the series ${name} has no data. Give ${steps} weekly values in ${scalar.unit}.`);
      return;
    }
    const column = typeof given === "number" ? Array.from({ length: steps }, () => given) : given.slice(0, steps);
    if (column.length < steps) {
      faults.push(
        `run/short: ${name} has ${column.length} values for ${steps} steps. Give one per step, or one number for all.`,
      );
      return;
    }
    const filled = lever ? column : fillGaps(column, gaps.get(scalar.quantity) ?? "error");
    const bad = filled.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0)
      faults.push(
        `run/gap: ${name} has no number at step ${bad}${lever ? "" : ", and its gap rule does not fill it"}.`,
      );
    const outside = lever ? filled.findIndex((value) => value < lever.range[0] || value > lever.range[1]) : -1;
    if (lever && outside >= 0) {
      faults.push(
        `run/lever-range: ${name} is ${filled[outside]} at step ${outside}, outside its range ${lever.range[0]} to ${lever.range[1]} ${lever.unit}.`,
      );
    }
    for (let step = 0; step < steps; step++) table[step * ir.series.length + k] = filled[step]!;
  });
  if (faults.length > 0) throw new SeriesError(faults);
  return table;
}

/** Fills NaN by the rule. `hold` and `linear` hold the last value to the end; a gap at the very start takes the first value. */
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
