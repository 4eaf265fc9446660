import type { EnsembleInput } from "./ensemble-types.ts";

/** Parameters of the first members, whichever way the run gives them: [parameter][member]. */
export function evaluatedSample(input: EnsembleInput, members: number): Float64Array {
  const { parameters, ir } = input;
  if (typeof parameters === "function") return parameters(0, members);
  const sample = new Float64Array(ir.parameters.length * members);
  for (let row = 0; row < ir.parameters.length; row++) {
    sample.set(parameters.subarray(row * input.members, row * input.members + members), row * members);
  }
  return sample;
}
