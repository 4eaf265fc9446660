import type { Quantity } from "../declare/quantity.ts";
import { seasonAt } from "../declare/season.ts";
import { runErrors } from "../errors/run-errors.ts";
import type { Ir } from "../ir/ir.ts";
import type { LeverScalar, Model, Scalar } from "../model/model.ts";
import { fillGaps } from "./gaps.ts";

export interface SeriesRequest {
  readonly steps: number;
  /** The ISO date of step 0; needed where the model has seasons. */
  readonly start?: string;
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
 * nearest known one), missing data, arrays that are too short, gaps left open, and levers outside their ranges.
 */
export function seriesTable(model: Model, ir: Pick<Ir, "name" | "series">, request: SeriesRequest): Float64Array {
  const { steps, values } = request;
  const scalars = new Map<string, Scalar | LeverScalar>();
  for (const scalar of [...model.levers, ...model.series]) scalars.set(scalar.name, scalar);
  const known = [...new Set([...scalars.values()].flatMap(({ name, quantity }) => [name, quantity]))];
  const quantities = new Map(model.quantities.map(({ name, value }) => [name, value]));
  const faults = Object.keys(values)
    .filter((name) => !known.includes(name))
    .map((name) => runErrors.unknownSeries(model.name, name, known));
  const table = new Float64Array(steps * ir.series.length);
  ir.series.forEach((name, k) => {
    const scalar = scalars.get(name);
    if (!scalar) throw new RangeError(runErrors.otherModel(ir.name, name, model.name));
    const column = columnOf(scalar, quantities.get(scalar.quantity)!, request);
    if (typeof column === "string") faults.push(column);
    else for (let step = 0; step < steps; step++) table[step * ir.series.length + k] = column[step]!;
  });
  if (faults.length > 0) throw new SeriesError(faults);
  return table;
}

/** One value per step, or what is wrong. */
function columnOf(
  scalar: Scalar | LeverScalar,
  quantity: Quantity,
  request: SeriesRequest,
): readonly number[] | string {
  const { definition } = quantity;
  const { name } = scalar;
  const lever = "range" in scalar ? scalar : undefined;
  const given = request.values[name] ?? request.values[scalar.quantity] ?? lever?.default;
  if (given === undefined) {
    if (definition.kind === "series" && definition.season) return seasonColumn(name, definition.season, request);
    return runErrors.noData(name, request.steps, scalar.unit);
  }
  const all = typeof given === "number" ? Array.from({ length: request.steps }, () => given) : given;
  if (all.length < request.steps) return runErrors.short(name, all.length, request.steps);
  const rule = definition.kind === "series" ? definition.gap : undefined;
  const column = fillGaps(all.slice(0, request.steps), rule ?? "error");
  const open = column.findIndex((value) => !Number.isFinite(value));
  if (open >= 0) return runErrors.gap(name, open, rule);
  const outside = lever ? column.findIndex((value) => value < lever.range[0] || value > lever.range[1]) : -1;
  if (lever && outside >= 0) return runErrors.leverRange(name, column[outside]!, outside, lever.range, lever.unit);
  return column;
}

type Season = NonNullable<Extract<Quantity["definition"], { kind: "series" }>["season"]>;

function seasonColumn(name: string, { points, shape }: Season, { start, steps }: SeriesRequest): number[] | string {
  if (start === undefined) return runErrors.noStart(name);
  const first = Date.parse(`${start}T00:00:00Z`) / 86_400_000;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(start) || !Number.isInteger(first)) return runErrors.badStart(start);
  return Array.from({ length: steps }, (_, step) => seasonAt(points, shape, first + 7 * step));
}
