/**
 * One worker of the crew. It computes every `size`-th block of members and sends each colleague the records of the
 * outputs that the colleague owns; when all blocks of a stage have come in, it tells the statistics of its own outputs.
 * Between any two pieces of work it looks whether something newer has been asked for.
 */
import type { Standing } from "@logjam/lang";
import {
  BASES_KEPT,
  type BaseSetup,
  BLOCK_MEMBERS,
  type FlagOrder,
  type FromCrew,
  type ModelSetup,
  type OutputStatistics,
  ownersOf,
  type Part,
  type RunOrder,
  type ToCrew,
} from "../protocol.ts";
import { type Course, makeRunner, type Runner } from "./runner.ts";
import { floatSorter } from "./sort-floats.ts";
import { differenceOf, statisticsOf } from "./statistics.ts";
import { copyFlags, emptyParts, VariantStore } from "./variant-store.ts";

export interface Surroundings {
  readonly tell: (message: FromCrew, transfer: Transferable[]) => void;
  /** Sends a part to a colleague, by position. */
  readonly pass: (to: number, part: Part) => void;
  /** Resolves when messages that have come in have been taken. */
  readonly breathe: () => Promise<void>;
}

interface KnownModel {
  readonly setup: ModelSetup;
  readonly runner: Runner;
  /** For each worker and output: whether it owns it. */
  readonly owned: readonly (readonly boolean[])[];
}

interface Base {
  readonly setup: BaseSetup;
  readonly known: KnownModel;
  readonly record: Course;
  readonly warm: Map<number, { readonly standing: Standing; readonly parameters: Float64Array }>;
}

interface Running {
  readonly order: RunOrder;
  readonly base: Base;
  readonly courses: readonly Course[];
  readonly stores: readonly VariantStore[];
  stage: number;
  /** Statistics of the stage so far, and which comes next. */
  told: OutputStatistics[];
  nextStatistic: number;
}

interface Flagging {
  readonly order: FlagOrder;
  readonly bases: readonly Base[];
  readonly courses: readonly Course[];
  next: number;
}

/** Stages that come before anything else; later ones wait for flags. */
const URGENT_STAGES = 2;

export class CrewMember {
  readonly #index: number;
  readonly #size: number;
  readonly #around: Surroundings;
  readonly #models = new Map<string, KnownModel>();
  readonly #bases = new Map<string, Base>();
  #stores = new Map<string, VariantStore>();
  #run: Running | undefined;
  #flags: Flagging | undefined;
  #working = false;
  #sorter: { readonly most: number; readonly sorted: (row: Float32Array) => Float32Array } | undefined;

  constructor(index: number, size: number, around: Surroundings) {
    this.#index = index;
    this.#size = size;
    this.#around = around;
  }

  receive(message: ToCrew): void {
    try {
      if ("model" in message) this.#learn(message.model);
      else if ("base" in message) this.#settle(message.base);
      else if ("run" in message) this.#begin(message.run);
      else if ("flags" in message) this.#beginFlags(message.flags);
      else if ("drop" in message) this.#drop(message.drop);
    } catch (problem) {
      this.#around.tell({ problem: String(problem) }, []);
    }
    void this.#work();
  }

  /** A colleague's records of outputs that are owned here. */
  take(part: Part): void {
    this.#stores.get(part.key)?.add(part);
    void this.#work();
  }

  #learn(setup: ModelSetup): void {
    const owners = ownersOf(setup.outputs, this.#size);
    const owned = Array.from({ length: this.#size }, (_, worker) => owners.map((owner) => owner === worker));
    this.#models.set(setup.model, { setup, runner: makeRunner(setup.runner), owned });
  }

  #settle(setup: BaseSetup): void {
    const known = this.#models.get(setup.model)!;
    const { knownSeries: series, knownWeeks: steps, seed } = setup;
    this.#bases.set(setup.base, { setup, known, record: { series, firstStep: 0, steps, seed }, warm: new Map() });
    for (const old of [...this.#bases.keys()].slice(0, -BASES_KEPT)) this.#bases.delete(old);
  }

  #begin(order: RunOrder): void {
    const base = this.#bases.get(order.base)!;
    const { known, setup } = base;
    const stores = order.variants.map(
      ({ key }) =>
        this.#stores.get(key) ?? new VariantStore(key, known.setup.outputs, known.owned[this.#index]!, order.steps),
    );
    // What is no longer looked at is let go: records are large.
    this.#stores = new Map(stores.map((store) => [store.key, store]));
    const courses = order.variants.map(({ series }) => courseOf(setup, series, order.steps));
    this.#run = { order, base, courses, stores, stage: 0, told: [], nextStatistic: 0 };
  }

  #beginFlags(order: FlagOrder): void {
    const bases = order.tasks.map(({ base }) => this.#bases.get(base)!);
    const courses = order.tasks.map(({ series, steps }, i) => courseOf(bases[i]!.setup, series, steps));
    this.#flags = { order, bases, courses, next: 0 };
  }

  #drop(what: "run" | "flags"): void {
    if (what === "run") this.#run = undefined;
    else this.#flags = undefined;
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      // Messages that stand in line may make the next piece needless.
      await this.#around.breathe();
      while (this.#step()) await this.#around.breathe();
    } catch (problem) {
      this.#run = undefined;
      this.#flags = undefined;
      this.#around.tell({ problem: String(problem) }, []);
    } finally {
      this.#working = false;
    }
  }

  /** One piece of work; false where there is none, or it must wait for colleagues. */
  #step(): boolean {
    const run = this.#run;
    if (run !== undefined && run.stage < Math.min(URGENT_STAGES, run.order.stages.length)) {
      if (this.#stepRun(run)) return true;
      // Flags may fill the time until the colleagues are done, but not before a first answer.
      if (run.stage === 0) return false;
    }
    if (this.#flags !== undefined && this.#stepFlags(this.#flags)) return true;
    return run !== undefined && this.#stepRun(run);
  }

  #stepRun(run: Running): boolean {
    const members = run.order.stages[run.stage];
    if (members === undefined) return false;
    for (const [variant, store] of run.stores.entries())
      for (let block = this.#index; block * BLOCK_MEMBERS < members; block += this.#size)
        if (!store.computed.has(block)) {
          this.#compute(run, variant, block);
          return true;
        }
    if (!run.stores.every((store) => store.complete(members))) return false;
    this.#tellNext(run, members);
    return true;
  }

  #compute(run: Running, variant: number, block: number): void {
    const { base, order } = run;
    const store = run.stores[variant]!;
    const { standing, parameters } = this.#warm(base, block);
    const { setup, owned, runner } = base.known;
    const { parts, targets } = emptyParts(store.key, block, setup.outputs, owned, order.steps);
    store.computed.set(block, runner.run(run.courses[variant]!, block, parameters, standing, targets));
    parts.forEach((part, worker) => {
      if (worker === this.#index) store.add(part);
      else this.#around.pass(worker, part);
    });
    this.#around.tell({ block: { id: order.id, of: "run" } }, []);
  }

  #warm(base: Base, block: number) {
    const known = base.warm.get(block);
    if (known !== undefined) return known;
    const { parameters: all, particles } = base.setup;
    const rows = all.length / particles;
    const parameters = new Float64Array(rows * BLOCK_MEMBERS);
    for (let row = 0; row < rows; row++)
      for (let m = 0; m < BLOCK_MEMBERS; m++)
        parameters[row * BLOCK_MEMBERS + m] = all[row * particles + ((block * BLOCK_MEMBERS + m) % particles)]!;
    const made = { standing: base.known.runner.warm(base.record, block, parameters), parameters };
    base.warm.set(block, made);
    return made;
  }

  /** The statistics of the next owned output; after the last, all of them are told. */
  #tellNext(run: Running, members: number): void {
    const { order, stores, base } = run;
    const kinds = base.known.setup.outputs;
    const mine = base.known.owned[this.#index]!;
    while (run.nextStatistic < kinds.length && !mine[run.nextStatistic]) run.nextStatistic++;
    const output = run.nextStatistic++;
    if (output < kinds.length) {
      const { particles } = base.setup;
      const draws = Int32Array.from({ length: members }, (_, member) => member % particles);
      const tools = { draws, sorted: this.#sorterFor(order.stages.at(-1)!) };
      const kind = kinds[output]!;
      stores.forEach((store, of) => {
        run.told.push(statisticsOf(kind, output, of as 0 | 1, store, tools));
      });
      if (order.compare) {
        const [main, other = main] = stores as [VariantStore, VariantStore?];
        run.told.push(differenceOf(kind, output, main, other, tools));
      }
      return;
    }
    let failed = 0;
    for (const [block, count] of stores[0]!.computed) if (block * BLOCK_MEMBERS < members) failed += count;
    const statistics = { id: order.id, stage: run.stage, members, failed, outputs: run.told };
    this.#around.tell({ statistics }, buffersOf(run.told));
    run.stage++;
    run.told = [];
    run.nextStatistic = 0;
  }

  #sorterFor(members: number): (row: Float32Array) => Float32Array {
    if (this.#sorter === undefined || this.#sorter.most < members)
      this.#sorter = { most: members, sorted: floatSorter(members) };
    return this.#sorter.sorted;
  }

  #stepFlags(work: Flagging): boolean {
    const { order, courses } = work;
    const blocks = Math.ceil(order.members / BLOCK_MEMBERS);
    const mine = Math.ceil((blocks - this.#index) / this.#size);
    if (work.next >= order.tasks.length * mine) {
      this.#flags = undefined;
      return false;
    }
    const task = Math.floor(work.next / mine);
    const block = this.#index + (work.next % mine) * this.#size;
    work.next++;
    const { flags: wanted, steps } = order.tasks[task]!;
    const base = work.bases[task]!;
    const { standing, parameters } = this.#warm(base, block);
    // Only the outputs that are asked for are copied, all their weeks; the weeks are picked here.
    const outputs = [...new Set(wanted.map(({ output }) => output))];
    const size = steps * BLOCK_MEMBERS;
    const all = new Uint8Array(outputs.length * size);
    const targets = { fans: [], flags: outputs.map((output, i) => ({ output, into: all, at: i * size })) };
    base.known.runner.run(courses[task]!, block, parameters, standing, targets);
    const flags = new Uint8Array(wanted.length * BLOCK_MEMBERS);
    wanted.forEach(({ output, week }, i) => {
      const from = outputs.indexOf(output) * size + week * BLOCK_MEMBERS;
      copyFlags(all, from, flags, i * BLOCK_MEMBERS, BLOCK_MEMBERS);
    });
    this.#around.tell({ flags: { id: order.id, task, block, flags } }, [flags.buffer]);
    return true;
  }
}

const courseOf = ({ knownWeeks, seed }: BaseSetup, series: Float64Array, steps: number): Course => ({
  series,
  firstStep: knownWeeks,
  steps,
  seed,
});

const buffersOf = (statistics: readonly OutputStatistics[]): ArrayBuffer[] =>
  statistics.flatMap(({ curve, fan, gain }) =>
    [curve?.value, curve?.low, curve?.high, fan, gain].flatMap((array) =>
      array === undefined ? [] : [array.buffer as ArrayBuffer],
    ),
  );
