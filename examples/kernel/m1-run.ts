import type { EnsembleInput } from "@logjam/kernel";
import { compile, type Ir, samplePriors, seriesTable } from "@logjam/lang";
import { m1 } from "@logjam/model";

/** M1 from a late autumn, without a record of what happened: the equations alone, members drawn from the priors. */
export function m1Run(
  members: number,
  steps: number,
): EnsembleInput & { readonly parameters: Float64Array; readonly ir: Ir } {
  const ir = compile(m1);
  const values = Object.fromEntries(m1.series.map(({ name }) => [name, startValue(name)]));
  return {
    ir,
    members,
    steps,
    seed: 20231127n,
    series: seriesTable(m1, ir, { steps, values, start: "2023-11-27" }),
    parameters: samplePriors(m1, { members, seed: 1n }),
  };
}

/** 80,000 km^2 held at the start, some mud, and nothing known of the weeks to come. */
function startValue(name: string): number {
  if (name.includes("initialArea")) return 80_000;
  return name.includes("mud") ? 0.3 : 0;
}
