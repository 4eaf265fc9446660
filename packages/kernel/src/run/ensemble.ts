import { findFailure, type RunInput } from "@logjam/lang";
import { badOption } from "../errors.ts";
import { KernelInstance } from "../instance.ts";
import { compileKernel, type Kernel, type KernelOptions } from "../kernel.ts";
import { runInPool } from "../pool/pool.ts";
import { planEvents } from "../summary/events.ts";
import { LEAF } from "../summary/moments.ts";
import { EventCounts, Summary } from "../summary/summary.ts";
import { type BlockPlan, type BlockResult, type BlockTask, computeBlock } from "./block.ts";
import { Collector } from "./collector.ts";
import type { EnsembleInput, EnsembleOptions, EnsembleResult, MemberSource } from "./ensemble-types.ts";
import { chooseShape } from "./probe.ts";
import { checkInput, checkParameters } from "./run-kernel.ts";

const DEFAULT_BLOCK = 1024;

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
    const instance = new KernelInstance(kernel.host, module, input);
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
    resumed = await runInPool({ setup, blocks, store, finish, ...poolOptions(options) });
  }
  const failed = collector.failed;
  const explained = failed.slice(0, options.explainFailures ?? 10).map((member) => explain(input, member));
  return {
    outputNames: kernel.outputs.map((index) => input.ir.outputs[index]!.name),
    recorded: plan.records,
    outputs: collector.records,
    final: collector.final,
    failed: { members: failed, explained: explained.filter((failure) => failure !== undefined) },
    ...(summary === undefined ? {} : { summary }),
    events,
    resumedBlocks: resumed,
  };
}

const pickRun = ({ steps, seed, series }: EnsembleInput) => ({ steps, seed, series });

const poolOptions = ({ workers = 0, startWorker, signal }: EnsembleOptions) => ({
  workers,
  ...(startWorker === undefined ? {} : { startWorker }),
  ...(signal === undefined ? {} : { signal }),
});

interface Prepared {
  readonly kernel: Kernel;
  readonly module: WebAssembly.Module;
}

function prepare(input: EnsembleInput, options: EnsembleOptions): Prepared {
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

/** The cut of a run into blocks. */
export class Blocks {
  readonly size: number;
  readonly count: number;
  readonly #input: EnsembleInput;

  constructor(input: EnsembleInput, options: EnsembleOptions) {
    const asked = options.blockMembers ?? DEFAULT_BLOCK;
    if (!Number.isInteger(asked) || asked < 1) throw badOption("blockMembers", asked, "a whole number above 0");
    const unit = options.summarise ? LEAF : 4;
    this.size = Math.ceil(asked / unit) * unit;
    this.count = Math.ceil(input.members / this.size);
    this.#input = input;
  }

  range(index: number): { index: number; from: number; count: number } {
    const from = index * this.size;
    return { index, from, count: Math.min(this.size, this.#input.members - from) };
  }

  task(index: number): BlockTask {
    const { ir, members, firstMember = 0, parameters, initial } = this.#input;
    const { from, count } = this.range(index);
    const slice = (source: Float64Array | MemberSource, rows: number): Float64Array => {
      if (typeof source !== "function") return columns(source, rows, members, from, count);
      const given = source(from, count);
      checkParameters(given, rows, count);
      return given;
    };
    return {
      index,
      from,
      count,
      firstMember,
      parameters: slice(parameters, ir.parameters.length),
      initial: initial === undefined ? undefined : slice(initial, ir.states.length),
    };
  }
}

/** Some columns of a row-major matrix. */
function columns(matrix: Float64Array, rows: number, width: number, from: number, count: number): Float64Array {
  if (from === 0 && count === width) return matrix.slice();
  const part = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++)
    part.set(matrix.subarray(row * width + from, row * width + from + count), row * count);
  return part;
}

/** What failed first in a member, by running it again with the reference interpreter. */
function explain(input: EnsembleInput, member: number) {
  const one = (source: Float64Array | MemberSource, rows: number): Float64Array =>
    typeof source === "function" ? source(member, 1) : columns(source, rows, input.members, member, 1);
  const { ir, steps, seed, series, firstMember = 0 } = input;
  const alone: RunInput = {
    ir,
    members: 1,
    firstMember: firstMember + member,
    steps,
    seed,
    series,
    parameters: one(input.parameters, ir.parameters.length),
    ...(input.initial === undefined ? {} : { initial: one(input.initial, ir.states.length) }),
  };
  const failure = findFailure(alone, 0);
  return failure === undefined ? undefined : { ...failure, member };
}
