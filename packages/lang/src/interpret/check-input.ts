import { runErrors } from "../errors/run-errors.ts";
import type { RunInput } from "../ir/run.ts";

/** Whether an input's arrays fit its IR; throws RangeError `run/shape` with what was expected and found. */
export function checkRunInput(input: RunInput): void {
  const { ir, members, steps, parameters, series, initial } = input;
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
  length("series", series, "[step][series]", ir.series.length * steps);
  if (initial) length("initial", initial, "[state][member]", ir.states.length * members);
}
