import { runErrors } from "../errors/run-errors.ts";
import type { Ir } from "../ir/ir.ts";
import type { RunInput } from "../ir/run.ts";

/** Rows of `Standing.past`: the steps of all lags. */
export const pastRows = (ir: Ir): number => ir.lags.reduce((sum, lag) => sum + lag.steps, 0);

/** Whether an input's arrays fit its IR; throws RangeError `run/shape` with what was expected and found. */
export function checkRunInput(input: RunInput): void {
  const { ir, members, steps, parameters, series, initial, from } = input;
  const whole = (name: string, value: number) => {
    if (!Number.isInteger(value) || value < 0) throw new RangeError(runErrors.whole(name, value, 0));
  };
  whole("members", members);
  whole("steps", steps);
  whole("firstMember", input.firstMember ?? 0);
  const length = (name: string, { length: found }: Float64Array, shape: string, expected: number) => {
    if (found !== expected) throw new RangeError(runErrors.shape(ir.name, name, found, shape, expected));
  };
  length("parameters", parameters, "[parameter][member]", ir.parameters.length * members);
  length("series", series, "[step][series]", ir.series.length * ((from?.step ?? 0) + steps));
  if (initial) length("initial", initial, "[state][member]", ir.states.length * members);
  if (from === undefined) return;
  if (!Number.isInteger(from.step) || from.step < 1) throw new RangeError(runErrors.whole("from.step", from.step, 1));
  if (initial) throw new RangeError(runErrors.twoStarts());
  length("from.states", from.states, "[state][member]", ir.states.length * members);
  length("from.past", from.past, "[row of lags][member]", pastRows(ir) * members);
}
