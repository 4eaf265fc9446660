import type { Kernel } from "../kernel.ts";
import type { EventCounts, Summary } from "../summary/summary.ts";
import type { BlockPlan, BlockResult } from "./block.ts";
import { recordedOf } from "./block.ts";

/**
 * Puts the results of blocks together. They may arrive in any order; what depends on order waits until its turn, so
 * that sums are the same however many workers there were.
 */
export class Collector {
  readonly records: Float64Array;
  readonly final: Float64Array;
  readonly past: Float64Array;
  readonly failed: number[] = [];
  readonly #waiting = new Map<number, BlockResult>();
  #next = 0;
  readonly #kernel: Kernel;
  readonly #run: { readonly members: number; readonly steps: number };
  readonly #plan: BlockPlan;
  readonly #size: number;
  readonly #summary: Summary | undefined;
  readonly #events: EventCounts;

  constructor(
    kernel: Kernel,
    run: { readonly members: number; readonly steps: number },
    plan: BlockPlan,
    blockSize: number,
    summary: Summary | undefined,
    events: EventCounts,
  ) {
    this.#kernel = kernel;
    this.#run = run;
    this.#plan = plan;
    this.#size = blockSize;
    this.#summary = summary;
    this.#events = events;
    const columns = plan.records === "all" ? run.members : plan.records.length;
    this.records = new Float64Array(kernel.outputs.length * run.steps * columns);
    this.final = new Float64Array(plan.final ? kernel.ir.states.length * run.members : 0);
    this.past = new Float64Array(plan.final ? kernel.host.pastRows * run.members : 0);
  }

  add(index: number, result: BlockResult): void {
    this.#waiting.set(index, result);
    for (let ready = this.#waiting.get(this.#next); ready !== undefined; ready = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#merge(this.#next, ready);
      this.#next++;
    }
  }

  #merge(index: number, result: BlockResult): void {
    const from = index * this.#size;
    const count = Math.min(this.#size, this.#run.members - from);
    const { records } = this.#plan;
    const here = recordedOf(records, { from, count }).length;
    const columns = records === "all" ? this.#run.members : records.length;
    const first = records === "all" ? from : records.findIndex((member) => member >= from);
    if (here > 0)
      spread(result.records, this.records, this.#kernel.outputs.length * this.#run.steps, here, columns, first);
    if (this.#plan.final) {
      spread(result.final, this.final, this.#kernel.ir.states.length, count, this.#run.members, from);
      spread(result.past, this.past, this.#kernel.host.pastRows, count, this.#run.members, from);
    }
    for (const member of result.failed) this.failed.push(member);
    this.#summary?.merge(result.leaves, result.sketches);
    this.#events.merge(result.events);
  }
}

/** Copies [row][few] into [row][many] from column `first` on. */
function spread(
  few: Float64Array,
  many: Float64Array,
  rows: number,
  width: number,
  columns: number,
  first: number,
): void {
  for (let row = 0; row < rows; row++) many.set(few.subarray(row * width, (row + 1) * width), row * columns + first);
}
