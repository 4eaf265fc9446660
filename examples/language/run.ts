import { checkModel, compile, describe, interpret, renderDiagnostic, samplePriors, seriesTable } from "@logjam/lang";
import { attrition } from "./model.ts";

/** Runs the example: 400 members over a year, with red's recruits at one level or another. */
export function probabilityThatBlueHolds(redRecruits: number): number {
  const ir = compile(attrition);
  const [members, steps, seed] = [400, 52, 2024n];
  const parameters = samplePriors(attrition, { members, seed });
  const series = seriesTable(attrition, ir, { steps, values: { "war.recruits[red]": redRecruits } });
  const { outputs } = interpret({ ir, members, steps, seed, parameters, series });
  const k = ir.outputs.findIndex(({ name }) => name === "results.blueHolds");
  const last = outputs.subarray((k * steps + steps - 1) * members, (k * steps + steps) * members);
  return last.reduce((sum, held) => sum + held, 0) / members;
}

/** The example's equations, and its answer. */
export function report(): string {
  const faults = checkModel(attrition).map(renderDiagnostic);
  if (faults.length > 0) return faults.join("\n\n");
  const equations = describe(attrition)
    .quantities.filter(({ partOf }) => partOf === undefined)
    .flatMap(({ equations }) => equations.map(({ text }) => text));
  const answers = [1100, 2500].map(
    (recruits) =>
      `With ${recruits} red recruits a week, blue holds in ${(100 * probabilityThatBlueHolds(recruits)).toFixed(1)} % of runs.`,
  );
  return [...equations, "", ...answers].join("\n");
}

if (process.argv[1]?.endsWith("examples/language/run.ts")) process.stdout.write(`${report()}\n`);
