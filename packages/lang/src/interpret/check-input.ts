import type { RunInput } from "../ir/run.ts";

/** Whether an input's arrays fit its IR; throws RangeError `run/shape` with what was expected and found. */
export function checkRunInput(input: RunInput): void {
  const { ir, members, steps, parameters, series, initial } = input;
  const whole = (name: string, value: number, least: number) => {
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`run/shape: ${name} is ${value}; it must be a whole number of at least ${least}.`);
  };
  whole("members", members, 0);
  whole("steps", steps, 0);
  whole("firstMember", input.firstMember ?? 0, 0);
  const length = (name: string, array: Float64Array, shape: string, expected: number) => {
    if (array.length !== expected) {
      throw new RangeError(
        `run/shape: ${name} has ${array.length} numbers where ${shape} of ${ir.name} needs ${expected}.`,
      );
    }
  };
  length("parameters", parameters, "[parameter][member]", ir.parameters.length * members);
  length("series", series, "[step][series]", ir.series.length * steps);
  if (initial) length("initial", initial, "[state][member]", ir.states.length * members);
}
