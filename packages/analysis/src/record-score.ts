/** The record as a likelihood: every observation of a study scored for all members of a run at once. */
import { addLogLikelihood, type Observation } from "@logjam/inference";
import { compile, type Ir, seriesTable } from "@logjam/lang";
import type { Timeline } from "./calendar.ts";
import type { PublicRecord, Study } from "./study.ts";

/** A study set up to be run through the known weeks. */
export interface KnownRun {
  readonly ir: Ir;
  readonly steps: number;
  readonly series: Float64Array;
  /** Log-likelihood of each member from recorded outputs [output][step][member] and parameters [parameter][member]. */
  readonly score: (outputs: Float64Array, parameters: Float64Array, members: number) => Float64Array;
}

export function knownRun(study: Study, record: PublicRecord, time: Timeline): KnownRun {
  const { model, observations } = study;
  const ir = compile(model, { outputs: [...new Set(observations.flatMap(outputsOf))] });
  const steps = time.knownWeeks;
  const values = { ...record.always, ...padded(record.known, steps), ...knownSwitch(steps, steps) };
  const row = (name: string) => ir.outputs.findIndex((output) => output.name === name);
  const plans = observations.map((observation) => ({
    observation,
    observed: record.scored[observation.id]!.slice(0, steps),
    expected: row(observation.expected),
    deviation: deviationOf(observation, row, ir),
  }));
  return {
    ir,
    steps,
    series: seriesTable(model, ir, { steps, values }),
    score: (outputs, parameters, members) => {
      const sums = new Float64Array(members);
      const rowAt = (index: number) => outputs.subarray(index * steps * members, (index + 1) * steps * members);
      for (const { observation, observed, expected, deviation } of plans) {
        const scale =
          deviation &&
          (deviation.of === "output"
            ? rowAt(deviation.index)
            : parameters.subarray(deviation.index * members, (deviation.index + 1) * members));
        addLogLikelihood(
          observation,
          { observed, expected: rowAt(expected), members, ...(scale && { deviation: scale }) },
          sums,
        );
      }
      return sums;
    },
  };
}

const outputsOf = (observation: Observation): string[] => [
  observation.expected,
  ...(observation.kind === "weekly" && "output" in observation.deviation ? [observation.deviation.output] : []),
];

function deviationOf(observation: Observation, row: (name: string) => number, ir: Ir) {
  if (observation.kind === "block") return undefined;
  const { deviation } = observation;
  return "output" in deviation
    ? { of: "output" as const, index: row(deviation.output) }
    : { of: "parameter" as const, index: ir.parameters.indexOf(deviation.parameter) };
}

/** 1 for the weeks whose record is known, 0 afterwards. */
export const knownSwitch = (steps: number, knownWeeks: number): Record<string, readonly number[]> => ({
  "history.known": Array.from({ length: steps }, (_, step) => (step < knownWeeks ? 1 : 0)),
});

/** Records as series for the model: what was not observed counts as nothing there, and the score passes it over. */
export function padded(known: Readonly<Record<string, readonly number[]>>, steps: number): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(known).map(([name, row]) => [
      name,
      Array.from({ length: steps }, (_, step) => (Number.isFinite(row[step] ?? Number.NaN) ? row[step]! : 0)),
    ]),
  );
}
