import type { KernelInstance } from "../instance.ts";
import type { PlannedEvent } from "../summary/events.ts";
import { LEAF, LeafBuffer, leafLength } from "../summary/moments.ts";
import { packSketches, Sketch } from "../summary/sketch.ts";

/** What is wanted of every block of a run. */
export interface BlockPlan {
  /** "all", or sorted positions of the members to record, or none. */
  readonly records: "all" | readonly number[];
  readonly final: boolean;
  readonly summarise: boolean;
  readonly events: readonly PlannedEvent[];
}

/** A run of members that are computed together; the unit of work, of storage and of resuming. */
export interface BlockTask {
  readonly index: number;
  /** Position of the first member in the run; its identity in the random streams is `firstMember` + `from`. */
  readonly from: number;
  readonly count: number;
  readonly firstMember: number;
  /** [parameter][member of the block]. */
  readonly parameters: Float64Array;
  /** [state][member of the block]. */
  readonly initial?: Float64Array | undefined;
  /** [row][member of the block]; see `Standing`. */
  readonly past?: Float64Array | undefined;
}

/** Typed arrays only, so that it can be sent and stored as it is. */
export interface BlockResult {
  /** Positions in the run of members with an output that is not finite. */
  readonly failed: Float64Array;
  /** [output][step][recorded member of this block]. */
  readonly records: Float64Array;
  /** [state][member], or empty. */
  readonly final: Float64Array;
  /** [row][member], what lags look back on, or empty. */
  readonly past: Float64Array;
  /** For each leaf count and [output][step][4], or empty; see `moments.ts`. */
  readonly leaves: Float64Array;
  /** See `packSketches`; cells are [output][step]. */
  readonly sketches: Uint32Array;
  /** [event][step + 1]: members by first step, then those that never. */
  readonly events: Float64Array;
}

/** Runs one block tile by tile. */
export function computeBlock(instance: KernelInstance, plan: BlockPlan, task: BlockTask): BlockResult {
  const { steps } = instance;
  const { layout, outputCount, stateCount, pastRows } = instance.host;
  const { lanes } = layout;
  const cells = outputCount * steps;
  const wanted = recordedOf(plan.records, task);
  const records = new Float64Array(cells * wanted.length);
  const final = new Float64Array(plan.final ? stateCount * task.count : 0).fill(Number.NaN);
  const past = new Float64Array(plan.final ? pastRows * task.count : 0).fill(Number.NaN);
  const events = new Float64Array(plan.events.length * (steps + 1));
  const leaves = new Float64Array(plan.summarise ? Math.ceil(task.count / LEAF) * leafLength(cells) : 0);
  const leaf = plan.summarise ? new LeafBuffer(cells) : undefined;
  const sketches = plan.summarise ? Array.from({ length: cells }, () => new Sketch()) : [];
  const failed: number[] = [];
  let recorded = 0;
  let offset = 0;
  while (offset < task.count) {
    // A tile never crosses the end of a leaf.
    const count = Math.min(lanes, task.count - offset, LEAF - (offset % LEAF));
    const { parameters, initial, past: before } = task;
    instance.run({
      firstMember: task.firstMember + task.from + offset,
      count,
      parameters,
      initial,
      past: before,
      offset,
      stride: task.count,
    });
    const sound: number[] = [];
    for (let lane = 0; lane < count; lane++) {
      if (instance.failed(lane)) failed.push(task.from + offset + lane);
      else sound.push(lane);
    }
    const here: number[] = [];
    while (recorded + here.length < wanted.length && wanted[recorded + here.length]! < offset + count) {
      here.push(wanted[recorded + here.length]! - offset);
    }
    copyRecords(instance, here, records, recorded, wanted.length);
    recorded += here.length;
    if (plan.final) {
      copyFinal(instance, final, offset, count, task.count);
      instance.eachPast((row, from) => {
        for (let lane = 0; lane < count; lane++)
          past[row * task.count + offset + lane] = instance.numbers[from + lane]!;
      });
    }
    if (leaf !== undefined) addTile(instance, leaf, sound);
    countEvents(instance, plan.events, sound, events);
    offset += count;
    if (leaf !== undefined && (offset % LEAF === 0 || offset === task.count)) {
      leaf.finish(leaves, (Math.ceil(offset / LEAF) - 1) * leafLength(cells), sketches);
    }
  }
  return { failed: Float64Array.from(failed), records, final, past, leaves, sketches: packSketches(sketches), events };
}

/** Positions within the block of the members to record. */
export function recordedOf(records: BlockPlan["records"], task: { from: number; count: number }): number[] {
  if (records === "all") return Array.from({ length: task.count }, (_, i) => i);
  return records.filter((m) => m >= task.from && m < task.from + task.count).map((m) => m - task.from);
}

/** Copies some lanes of the last tile into columns of [output][step][recorded member]. */
function copyRecords(
  instance: KernelInstance,
  chosen: readonly number[],
  into: Float64Array,
  column: number,
  columns: number,
): void {
  if (chosen.length === 0) return;
  const { numbers, steps, records, host } = instance;
  const outputs = host.outputCount;
  const { lanes } = host.layout;
  for (let output = 0; output < outputs; output++) {
    for (let step = 0; step < steps; step++) {
      const from = records + (step * outputs + output) * lanes;
      const to = (output * steps + step) * columns + column;
      for (let i = 0; i < chosen.length; i++) into[to + i] = numbers[from + chosen[i]!]!;
    }
  }
}

function copyFinal(instance: KernelInstance, into: Float64Array, offset: number, count: number, members: number): void {
  const { numbers, host, finalStates } = instance;
  host.states.forEach((state, row) => {
    const from = finalStates + row * host.layout.lanes;
    for (let lane = 0; lane < count; lane++) into[state * members + offset + lane] = numbers[from + lane]!;
  });
}

function addTile(instance: KernelInstance, leaf: LeafBuffer, sound: readonly number[]): void {
  const { numbers, steps, records, host } = instance;
  const outputs = host.outputCount;
  const { lanes } = host.layout;
  for (let step = 0; step < steps; step++) {
    for (let output = 0; output < outputs; output++) {
      leaf.add(output * steps + step, numbers, records + (step * outputs + output) * lanes, sound);
    }
  }
  leaf.count += sound.length;
}

function countEvents(
  instance: KernelInstance,
  events: readonly PlannedEvent[],
  sound: readonly number[],
  counts: Float64Array,
): void {
  const { numbers, steps, records, host } = instance;
  const outputs = host.outputCount;
  const { lanes } = host.layout;
  events.forEach(({ row, atLeast, threshold, endOnly }, event) => {
    for (const lane of sound) {
      let first = endOnly ? steps - 1 : 0;
      for (; first < steps; first++) {
        const value = numbers[records + (first * outputs + row) * lanes + lane]!;
        if (atLeast ? value >= threshold : value <= threshold) break;
      }
      counts[event * (steps + 1) + first]!++;
    }
  });
}
