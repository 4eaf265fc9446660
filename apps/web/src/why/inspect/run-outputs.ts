/**
 * Runs a model over the posterior and records any of its quantities: what "why?" shows, and what a saved run holds. The
 * same members, seeds and levers as the page's own numbers; only what is recorded differs.
 */
import {
  fitFrom,
  knowing,
  type LeverSettings,
  type PublicRecord,
  type Scenario,
  type ScenarioFile,
  type Study,
  scenarioSeries,
  timeline,
} from "@logjam/analysis";
import type { Posterior } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile, type Ir } from "@logjam/lang";

export interface OutputsRequest {
  readonly study: Study;
  /** Studies whose levers a scenario may name as well. */
  readonly vocabulary: readonly Study[];
  readonly record: PublicRecord;
  readonly posterior: Posterior;
  readonly asOf: string;
  readonly horizonWeeks: number;
  readonly scenario: { readonly id: string; readonly value: ScenarioFile };
  readonly changes: LeverSettings;
  readonly seed: bigint;
  readonly members: number;
  /** Names of quantities, or of their scalars. */
  readonly outputs: readonly string[];
}

export interface Outputs {
  /** The scalars that were recorded: `front.area[kherson]`. */
  readonly names: readonly string[];
  readonly steps: number;
  readonly knownWeeks: number;
  readonly members: number;
  /** Values of one scalar at one step, by member. */
  readonly at: (name: number, step: number) => Float64Array;
}

/** Members run in one go; the caller hears of each block. */
const BLOCK = 128;

export function runOutputs(request: OutputsRequest, progress: (done: number, of: number) => void = () => {}): Outputs {
  const { record, posterior, members, seed, asOf, horizonWeeks } = request;
  const [asked] = knowing(request.vocabulary, [{ study: request.study, record }]);
  const { study } = asked!;
  const time = timeline(record.start, asOf, horizonWeeks);
  const ir: Ir = compile(study.model, { outputs: [...new Set(request.outputs)] });
  const kernel = compileKernel(ir, { shape: "wide" });
  const module = new WebAssembly.Module(kernel.bytes);
  const scenario: Scenario = { ...request.scenario, file: request.scenario.id, locate: (path) => path.join(".") };
  const series = scenarioSeries(study, scenario, record, time, ir, request.changes);
  const fit = fitFrom(study, posterior, members);
  const rows = ir.parameters.map((name) => study.model.parameters.findIndex((parameter) => parameter.name === name));
  const count = ir.outputs.length;
  const values = new Float64Array(count * time.steps * members);
  for (let first = 0; first < members; first += BLOCK) {
    const block = Math.min(BLOCK, members - first);
    const parameters = new Float64Array(rows.length * block);
    rows.forEach((row, r) => {
      parameters.set(fit.parameters.subarray(row * members + first, row * members + first + block), r * block);
    });
    const run = runKernel(
      kernel,
      { members: block, firstMember: first, steps: time.steps, seed, parameters, series },
      module,
    );
    for (let k = 0; k < count * time.steps; k++)
      values.set(run.outputs.subarray(k * block, (k + 1) * block), k * members + first);
    progress(first + block, members);
  }
  return {
    names: ir.outputs.map(({ name }) => name),
    steps: time.steps,
    knownWeeks: time.knownWeeks,
    members,
    at: (name, step) => {
      const from = (name * time.steps + step) * members;
      return values.subarray(from, from + members);
    },
  };
}
