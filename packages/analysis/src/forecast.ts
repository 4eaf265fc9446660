/** What a study says of the weeks after an as-of date when nothing is decided anew: levers at their defaults. */
import type { Posterior } from "@logjam/inference";
import { compile, seriesTable } from "@logjam/lang";
import type { Timeline } from "./calendar.ts";
import { fitFrom } from "./fit.ts";
import { knownSwitch, padded } from "./record-score.ts";
import type { Executor, PublicRecord, Study } from "./study.ts";

export interface StudyForecast {
  /** Outputs of the model to return. */
  readonly outputs: readonly string[];
  readonly members: number;
  readonly seed: bigint;
}

/**
 * Values by output, [week][member]; week 0 is one week after the as-of date. Aid, intake and the main effort are
 * simulated, never looked up.
 */
export async function forecastStudy(
  study: Study,
  record: PublicRecord,
  posterior: Posterior,
  time: Timeline,
  { outputs, members, seed }: StudyForecast,
  execute: Executor,
): Promise<Readonly<Record<string, Float64Array>>> {
  const { model } = study;
  const ir = compile(model, { outputs });
  const { steps, knownWeeks, horizonWeeks } = time;
  const known = padded(record.known, steps);
  const defaults = Object.fromEntries(model.levers.map((lever) => [lever.name, lever.default]));
  const values = { ...record.always, ...known, ...knownSwitch(steps, knownWeeks), ...defaults };
  const series = seriesTable(model, ir, { steps, values });
  const { parameters } = fitFrom(study, posterior, members);
  const run = await execute({ ir, members, steps, seed, parameters, series });
  return Object.fromEntries(
    ir.outputs.map(({ name }, row) => {
      const from = (row * steps + knownWeeks + 1) * members;
      return [name, run.outputs.slice(from, from + horizonWeeks * members)];
    }),
  );
}
