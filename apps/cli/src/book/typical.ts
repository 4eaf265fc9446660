/** What a quantity typically does: draws from the priors, run on the kernel, and summed up week by week. */
import type { PublicRecord } from "@logjam/analysis";
import { quantiles } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile, type Model, samplePriors, seriesTable } from "@logjam/lang";

export interface Trajectory {
  /** `share`: the values are 0 or 1, and `middle` is the share of runs at 1. `band`: median with 5 % and 95 %. */
  readonly kind: "band" | "share";
  /** Every second week, from the start. */
  readonly middle: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Numbers that were not finite, over all runs and weeks; they are left out. */
  readonly notFinite: number;
}

/** Trajectories by scalar name (`front.obstacles[ua]`). */
export type Typical = ReadonlyMap<string, Trajectory>;

export interface TypicalRequest {
  readonly record: PublicRecord;
  /** Weeks whose record is known; after them the equations run alone. */
  readonly knownWeeks: number;
  readonly steps: number;
  readonly members: number;
  readonly seed: bigint;
}

/** Weeks between the points that are kept: a picture shows no more. */
export const STRIDE = 2;
/** Scalars recorded in one go: about 100 MB at 200 members and 156 weeks. */
const AT_ONCE = 400;
const RUN_KINDS = ["series", "stock", "auxiliary", "flow", "noise", "output", "outcome"];

/** Runs a model over draws from its priors with all levers at their defaults; the record of its series up to the known week. */
export function typicalOf(model: Model, request: TypicalRequest): Typical {
  const { record, knownWeeks, steps, members, seed } = request;
  const padded = Object.entries(record.known).map(([name, row]) => [
    name,
    Array.from({ length: steps }, (_, step) => (step < knownWeeks ? row[step]! : 0)),
  ]);
  const known = Array.from({ length: steps }, (_, step) => (step < knownWeeks ? 1 : 0));
  const values = { ...record.always, ...Object.fromEntries(padded), "history.known": known };
  const parameters = samplePriors(model, { members, seed });
  const names = compile(model, {
    outputs: model.quantities.filter(({ value }) => RUN_KINDS.includes(value.definition.kind)).map(({ name }) => name),
  }).outputs.map(({ name }) => name);
  const found = new Map<string, Trajectory>();
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const ir = compile(model, { outputs: names.slice(from, from + AT_ONCE) });
    const series = seriesTable(model, ir, { steps, values });
    const { outputs } = runKernel(compileKernel(ir, { shape: "wide" }), { members, steps, seed, parameters, series });
    ir.outputs.forEach(({ name }, k) => {
      found.set(name, summed(outputs.subarray(k * steps * members, (k + 1) * steps * members), steps, members));
    });
  }
  return found;
}

/** [step][member] into quantiles, or into shares where every value is 0 or 1. */
export function summed(values: Float64Array, steps: number, members: number): Trajectory {
  const kind = values.every((value) => value === 0 || value === 1) ? "share" : "band";
  const middle: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (let step = 0; step < steps; step += STRIDE) {
    const row = values.subarray(step * members, (step + 1) * members);
    if (kind === "share") {
      middle.push(row.reduce((sum, value) => sum + value, 0) / members);
      continue;
    }
    const [p05, p50, p95] = quantiles(row.filter(Number.isFinite), [0.05, 0.5, 0.95]);
    low.push(p05 ?? Number.NaN);
    middle.push(p50 ?? Number.NaN);
    high.push(p95 ?? Number.NaN);
  }
  return { kind, middle, low, high, notFinite: values.filter((value) => !Number.isFinite(value)).length };
}
