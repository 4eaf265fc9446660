import { findFailure, type RunInput } from "@logjam/lang";
import { badOption } from "../errors.ts";
import { KernelInstance } from "../instance.ts";
import { compileKernel, type Kernel, type KernelOptions } from "../kernel.ts";
import { runInPool } from "../pool/pool.ts";
import { Team } from "../pool/team.ts";
import { planEvents } from "../summary/events.ts";
import { EventCounts, Summary } from "../summary/summary.ts";
import { type BlockPlan, type BlockResult, computeBlock } from "./block.ts";
import { Blocks, membersOf } from "./blocks.ts";
import { checkInput, checkParameters } from "./check.ts";
import { Collector } from "./collector.ts";
import type { EnsembleInput, EnsembleOptions, EnsembleResult } from "./ensemble-types.ts";
import { chooseShape } from "./probe.ts";

/**
 * Runs an ensemble: compiles the model, cuts the members into blocks, runs them here or on workers, and gathers
 * records, summaries, events and failures. The result has the same bits for any number of workers, block size, shape
 * and width. Errors: those of `compileKernel`, `kernel/option`, `kernel/length`, `kernel/worker-lost`.
 */
export async function runEnsemble(input: EnsembleInput, options: EnsembleOptions = {}): Promise<EnsembleResult> {
  checkInput(input);
  if (input.parameters instanceof Float64Array) {
    checkParameters(input.parameters, input.ir.parameters.length, input.members);
  }
  const { kernel, module } = prepare(input, options);
  const plan = planBlocks(kernel, input, options);
  const blocks = new Blocks(input, options);
  const summary = plan.summarise ? new Summary(input.ir, kernel.outputs, input.steps) : undefined;
  const events = new EventCounts(options.events ?? [], input.steps);
  const collector = new Collector(kernel, input, plan, blocks.size, summary, events);
  const { store } = options;
  let resumed = 0;
  let done = 0;
  const finish = (task: { index: number; count: number }, result: BlockResult): void => {
    collector.add(task.index, result);
    done += task.count;
    options.onProgress?.(done, input.members);
  };
  const runHere = async (): Promise<void> => {
    const instance = new KernelInstance(kernel.host, module, pickRun(input));
    for (let index = 0; index < blocks.count; index++) {
      options.signal?.throwIfAborted();
      const kept = await store?.read(index);
      if (kept !== undefined) resumed++;
      const result = kept ?? computeBlock(instance, plan, blocks.task(index));
      if (kept === undefined) await store?.write(index, result);
      finish(blocks.range(index), result);
    }
  };
  if ((options.workers ?? 0) === 0) await runHere();
  else {
    const setup = { host: kernel.host, module, plan, ...pickRun(input) };
    const { workers = 0, signal } = options;
    const team = options.team ?? new Team(options.startWorker);
    try {
      resumed = await runInPool({
        setup,
        blocks,
        store,
        finish,
        team,
        workers,
        ...(signal === undefined ? {} : { signal }),
      });
    } finally {
      if (options.team === undefined) team.close();
    }
  }
  const failed = collector.failed;
  const explained = failed.slice(0, options.explainFailures ?? 10).map((member) => explain(input, member));
  return {
    outputNames: kernel.outputs.map((index) => input.ir.outputs[index]!.name),
    recorded: plan.records,
    outputs: collector.records,
    final: collector.final,
    past: collector.past,
    failed: { members: failed, explained: explained.filter((failure) => failure !== undefined) },
    ...(summary === undefined ? {} : { summary }),
    events,
    resumedBlocks: resumed,
  };
}

const pickRun = ({ steps, seed, series, from }: EnsembleInput) => ({ steps, seed, series, firstStep: from?.step ?? 0 });

interface Prepared {
  readonly kernel: Kernel;
  readonly module: WebAssembly.Module;
}

function prepare(input: EnsembleInput, options: EnsembleOptions): Prepared {
  const { kernel: given } = options;
  if (given !== undefined) return { kernel: given, module: new WebAssembly.Module(given.bytes) };
  const base: KernelOptions = {
    ...(options.outputs === undefined ? {} : { outputs: options.outputs }),
    ...(options.final === undefined ? {} : { final: options.final }),
    ...(options.width === undefined ? {} : { width: options.width }),
  };
  const shape = options.shape ?? chooseShape(input, base);
  const kernel = compileKernel(input.ir, { ...base, shape });
  return { kernel, module: new WebAssembly.Module(kernel.bytes) };
}

function planBlocks(kernel: Kernel, input: EnsembleInput, options: EnsembleOptions): BlockPlan {
  const summarise = options.summarise ?? false;
  const records = options.records ?? (summarise ? "none" : "all");
  const chosen = records === "none" ? [] : records;
  if (chosen !== "all") {
    const wrong = chosen.find(
      (m, i) => !Number.isInteger(m) || m < 0 || m >= input.members || (i > 0 && m <= chosen[i - 1]!),
    );
    if (wrong !== undefined)
      throw badOption("records", wrong, `a member of the run (0 to ${input.members - 1}), in rising order`);
  }
  const events = planEvents(input.ir, kernel.outputs, options.events ?? []);
  return { records: chosen, final: options.final ?? false, summarise, events };
}

/** What failed first in a member, by running it again with the reference interpreter. */
function explain(input: EnsembleInput, member: number) {
  const { ir, steps, seed, series, firstMember = 0, from } = input;
  const one = (rows: Float64Array) => membersOf(rows, rows.length / input.members, input.members, member, 1);
  const alone: RunInput = {
    ir,
    members: 1,
    firstMember: firstMember + member,
    steps,
    seed,
    series,
    parameters: membersOf(input.parameters, ir.parameters.length, input.members, member, 1),
    ...(input.initial === undefined
      ? {}
      : { initial: membersOf(input.initial, ir.states.length, input.members, member, 1) }),
    ...(from === undefined ? {} : { from: { step: from.step, states: one(from.states), past: one(from.past) } }),
  };
  const failure = findFailure(alone, 0);
  return failure === undefined ? undefined : { ...failure, member };
}
