import { numerics, type RunInput } from "@logjam/lang";
import { attritionIr } from "./attrition-ir.ts";

/** The benchmark model with parameters spread over their ranges by a fixed rule. */
export function attritionRun(members: number, steps: number, noisy = true): RunInput {
  const ir = attritionIr(noisy);
  const ranges = [
    [0.3, 2],
    [0.0005, 0.003],
    [0.0005, 0.003],
    [0, 0.02],
    [0.2, 0.9],
  ] as const;
  const parameters = new Float64Array(ranges.length * members);
  ranges.forEach(([low, high], row) => {
    for (let m = 0; m < members; m++) {
      const turn = ((m + 1) * (row + 1) * 0.6180339887498949) % 1;
      parameters[row * members + m] = low + (high - low) * numerics.exp(-2 * turn);
    }
  });
  return { ir, members, steps, seed: 20231127n, series: new Float64Array(0), parameters };
}
