/**
 * ES-MDA beside sequential Monte Carlo on M1 and the real record, once: `npx tsx scripts/compare-fits.ts [as-of]` prints
 * the table of docs/decisions/0012-fit-by-sequential-monte-carlo.md.
 */
import {
  type FitSettings,
  fitPosterior,
  type PublicRecord,
  STANDARD_FIT,
  type Study,
  timeline,
} from "@logjam/analysis";
import { loadEvidence } from "@logjam/evidence";
import { esMda, type GaussianData, parametersFrom, positionsOf } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile } from "@logjam/lang";
import { m1Study } from "@logjam/model";
import { recordFor } from "../apps/cli/src/ask/record.ts";
import { knownRun } from "../packages/analysis/src/record-score.ts";

const asOf = process.argv[2] ?? "2023-12-04";
const root = new URL("..", import.meta.url).pathname;
const record: PublicRecord = recordFor(loadEvidence(`${root}data`), asOf, 0).records.m1;
const time = timeline(record.start, asOf, 0);
const study = m1Study as Study;
const { model, observations } = study;
const known = knownRun(study, record, time);
const kernel = compileKernel(known.ir, { shape: "wide" });
const module = new WebAssembly.Module(kernel.bytes as BufferSource);
const { steps, series } = known;
const names = model.parameters.map(({ name }) => name);

const run = (parameters: Float64Array, members: number, seed: bigint) =>
  runKernel(kernel, { members, steps, seed, parameters, series }, module).outputs;
const row = (name: string) => compiledOutputs.indexOf(name);
const compiledOutputs = compile(model, {
  outputs: [...new Set(observations.flatMap((one) => outputs(one)))],
}).outputs.map(({ name }) => name);
function outputs(one: (typeof observations)[number]): string[] {
  return one.kind === "weekly" && "output" in one.deviation ? [one.expected, one.deviation.output] : [one.expected];
}

/** One datum of the Gaussian reading: the mean of some weeks of one output, on its scale. */
interface Datum {
  readonly output: number;
  readonly weeks: readonly number[];
  readonly log: boolean;
  readonly observed: number;
  readonly deviation: number;
}

/** Student's law with 4 degrees has twice its scale's variance; scales stand where the priors' medians put them. */
function data(): Datum[] {
  const medians = parametersFrom(
    model,
    names.map(() => new Float64Array(4)),
  );
  const central = run(medians, 4, 1n);
  const at = (output: number, week: number) => central[(output * steps + week) * 4]!;
  const all: Datum[] = [];
  for (const one of observations) {
    const observed = record.scored[one.id]!;
    const log = one.form === "logRatio";
    const of = (week: number) => (log ? Math.log(observed[week]!) : observed[week]!);
    const output = row(one.expected);
    const size = one.kind === "block" ? one.blockWeeks : 1;
    for (let first = 0; first < steps; first += size) {
      const span = Array.from({ length: Math.min(size, steps - first) }, (_, i) => first + i);
      const weeks = span.filter((week) => !Number.isNaN(observed[week]!));
      if (weeks.length === 0) continue;
      const deviation =
        one.kind === "block"
          ? one.blockDeviation * Math.sqrt(size / weeks.length)
          : Math.SQRT2 * at(row((one.deviation as { output: string }).output), first);
      const mean = weeks.reduce((sum, week) => sum + of(week), 0) / weeks.length;
      all.push({ output, weeks, log, observed: mean, deviation });
    }
  }
  return all;
}

const all = data();
const gaussian = (members: number): GaussianData => ({
  observed: all.map(({ observed }) => observed),
  deviations: all.map(({ deviation }) => deviation),
  coordinates: names.length,
  predict: (positions) => {
    const found = run(parametersFrom(model, positions), members, 7n);
    return all.map(({ output, weeks, log }) =>
      Float64Array.from({ length: members }, (_, m) => {
        const values = weeks.map((week) => found[(output * steps + week) * members + m]!);
        return values.reduce((sum, x) => sum + (log ? Math.log(x) : x), 0) / values.length;
      }),
    );
  },
});

interface Found {
  readonly title: string;
  readonly seconds: number;
  readonly runs: number;
  readonly positions: readonly Float64Array[];
}

async function timed(title: string, work: () => Promise<Omit<Found, "title" | "seconds">>): Promise<Found> {
  const start = process.cpuUsage();
  const found = await work();
  const { user, system } = process.cpuUsage(start);
  return { title, seconds: (user + system) / 1e6, ...found };
}

const smc = (title: string, settings: FitSettings) =>
  timed(title, async () => {
    const posterior = await fitPosterior(
      study,
      record,
      time,
      settings,
      ({ ir: _, ...input }) => ({ outputs: run(input.parameters, input.members, input.seed) }),
      () => {},
    );
    return { runs: posterior.runs, positions: positionsOf(posterior) };
  });
const members = 512;
const found = [
  await smc("SMC, 512 particles, 25 moves a stage", { particles: 512, movesPerStage: 25, seed: 1n }),
  await smc("SMC, standard settings", { ...STANDARD_FIT, seed: 1n }),
  await timed("ES-MDA, 512 members, 4 passes", async () => {
    const { positions } = await esMda(gaussian(members), { members, seed: 1n });
    return { runs: 4 * members, positions };
  }),
];

const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
const spread = (values: Float64Array) => Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));
const taught = names
  .map((name, k) => ({ name, k, spread: spread(found[0]!.positions[k]!) }))
  .sort((a, b) => a.spread - b.spread)
  .slice(0, 10);
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
process.stdout.write(
  `${[
    `M1, ${steps} weeks as of ${asOf}, ${all.length} data; posterior mean ± spread in prior deviations.`,
    line(["parameter", ...found.map(({ title }) => title)]),
    line(["---", ...found.map(() => "---:")]),
    ...taught.map(({ name, k }) =>
      line([
        name,
        ...found.map(({ positions }) => `${mean(positions[k]!).toFixed(2)} ± ${spread(positions[k]!).toFixed(2)}`),
      ]),
    ),
    line(["runs of the model", ...found.map(({ runs }) => runs.toLocaleString("en-GB"))]),
    line(["processor time, s", ...found.map(({ seconds }) => seconds.toFixed(0))]),
  ].join("\n")}\n`,
);
