/** Runs a block of members: on the kernel, or where there is none on the interpreter. The bits are the same. */
import { computeBlock, KernelInstance } from "@logjam/kernel";
import { interpret, type Standing } from "@logjam/lang";
import { BLOCK_MEMBERS, type RunnerSetup } from "../protocol.ts";
import { recordFlags, recordFloats, type Targets } from "./variant-store.ts";

export interface Course {
  /** [step][series] from step 0 of the whole run on. */
  readonly series: Float64Array;
  readonly firstStep: number;
  readonly steps: number;
  readonly seed: bigint;
}

export interface Runner {
  /** Steps 0 to before `course.steps` of a block; what it takes to go on. */
  warm(course: Course, block: number, parameters: Float64Array): Standing;
  /** From a standing on, into the targets. Returns how many members ceased to be finite. */
  run(course: Course, block: number, parameters: Float64Array, from: Standing, targets: Targets): number;
}

export const makeRunner = (setup: RunnerSetup): Runner =>
  setup.kind === "kernel" ? kernelRunner(setup) : interpreterRunner(setup);

function kernelRunner({ host, module }: Extract<RunnerSetup, { kind: "kernel" }>): Runner {
  const held: { instance?: KernelInstance; course?: Course }[] = [{}, {}];
  const ready = (slot: 0 | 1, course: Course): KernelInstance => {
    const own = held[slot]!;
    if (own.instance === undefined) own.instance = new KernelInstance(host, module, course);
    else if (own.course !== course) own.instance.set(course);
    own.course = course;
    return own.instance;
  };
  const task = (block: number, parameters: Float64Array) => ({
    index: block,
    from: 0,
    count: BLOCK_MEMBERS,
    firstMember: block * BLOCK_MEMBERS,
    parameters,
  });
  return {
    warm(course, block, parameters) {
      const plan = { records: [], final: true, summarise: false, events: [] } as const;
      const { final, past } = computeBlock(ready(0, course), plan, task(block, parameters));
      return { step: course.steps, states: final, past };
    },
    run(course, block, parameters, { states: initial, past }, targets) {
      const instance = ready(1, course);
      const { outputCount, layout } = host;
      let failed = 0;
      for (let offset = 0; offset < BLOCK_MEMBERS; offset += layout.lanes) {
        const count = Math.min(layout.lanes, BLOCK_MEMBERS - offset);
        const firstMember = block * BLOCK_MEMBERS + offset;
        instance.run({ firstMember, count, parameters, initial, past, offset, stride: BLOCK_MEMBERS });
        for (let lane = 0; lane < count; lane++) if (instance.failed(lane)) failed++;
        const { numbers, records } = instance;
        const row = outputCount * layout.lanes;
        const at = (output: number) => records + output * layout.lanes;
        // Week by week: the records are then read in the order in which they stand.
        for (let week = 0; week < course.steps; week++) {
          const shift = week * BLOCK_MEMBERS + offset;
          for (const { output, into, at: to } of targets.fans)
            recordFloats(numbers, at(output) + week * row, into, to + shift, count);
          for (const { output, into, at: to } of targets.flags)
            recordFlags(numbers, at(output) + week * row, into, to + shift, count);
        }
      }
      return failed;
    },
  };
}

function interpreterRunner({ ir }: Extract<RunnerSetup, { kind: "interpreter" }>): Runner {
  const input = ({ series, steps, seed }: Course, block: number, parameters: Float64Array) => ({
    ir,
    members: BLOCK_MEMBERS,
    firstMember: block * BLOCK_MEMBERS,
    steps,
    seed,
    series,
    parameters,
  });
  return {
    warm(course, block, parameters) {
      const { final, past } = interpret(input(course, block, parameters));
      return { step: course.steps, states: final, past };
    },
    run(course, block, parameters, from, targets) {
      const { outputs, failed } = interpret({ ...input(course, block, parameters), from });
      const size = course.steps * BLOCK_MEMBERS;
      for (const { output, into, at } of targets.fans) recordFloats(outputs, output * size, into, at, size);
      for (const { output, into, at } of targets.flags) recordFlags(outputs, output * size, into, at, size);
      return failed?.reduce((sum, one) => sum + one, 0) ?? 0;
    },
  };
}
