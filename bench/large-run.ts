/** As a process of its own: many members of M1 with quantiles and outcome probabilities of 8 outputs; time and memory. */
import { runEnsemble } from "@logjam/kernel";
import { compile, samplePriors, seriesTable } from "@logjam/lang";
import { m1 } from "@logjam/model";

const members = Number(process.argv[2]);
const workers = Number(process.argv[3] ?? "0");
const STEPS = 156;
const SAMPLE = 4096;

const ir = compile(m1);
const quiet = Object.fromEntries(
  m1.series.map(({ name }) => [name, name.includes("initialArea") ? 80_000 : name.includes("mud") ? 0.3 : 0]),
);
const series = seriesTable(m1, ir, { steps: STEPS, values: quiet, start: "2023-11-27" });
// The priors' draws repeat after 4,096 members: what is measured is the run, not the sampling.
const drawn = samplePriors(m1, { members: SAMPLE, seed: 1n });
const parameters = (from: number, count: number): Float64Array => {
  const part = new Float64Array(ir.parameters.length * count);
  for (let row = 0; row < ir.parameters.length; row++) {
    for (let i = 0; i < count; i++) part[row * count + i] = drawn[row * SAMPLE + ((from + i) % SAMPLE)]!;
  }
  return part;
};
const outputs = ir.outputs.slice(0, 8).map((output) => output.name);
const events = outputs.map((output) => ({ name: output, output, is: "atLeast", threshold: 0.5 }) as const);
const start = performance.now();
const result = await runEnsemble(
  { ir, members, steps: STEPS, seed: 1n, series, parameters },
  { outputs, summarise: true, events, workers, blockMembers: 1024 },
);
const seconds = (performance.now() - start) / 1000;
const { maxRSS } = process.resourceUsage();
const median = result.summary!.quantile(outputs[0]!, STEPS - 1, 0.5);
process.stdout.write(
  JSON.stringify({
    seconds,
    megabytes: maxRSS / 1024,
    failed: result.failed.members.length,
    median,
    operations: ir.values.length,
  }),
);
