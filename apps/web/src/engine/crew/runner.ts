/** Runs a block of members: on the kernel, or where there is none on the interpreter. The bits are the same. */
import { computeBlock, KernelInstance } from "@logjam/kernel";
import { interpret, type Standing } from "@logjam/lang";
import { BLOCK_MEMBERS, type RunnerSetup } from "../protocol.ts";

export interface Course {
  /** [step][series] from step 0 of the whole run on. */
  readonly series: Float64Array;
  readonly firstStep: number;
  readonly steps: number;
  readonly seed: bigint;
}

export interface BlockRun {
  /** [output][step][member]. */
  readonly outputs: Float64Array;
  readonly failed: number;
}

export interface Runner {
  /** Steps 0 to before `course.steps` of a block; what it takes to go on. */
  warm(course: Course, block: number, parameters: Float64Array): Standing;
  /** From a standing on. */
  run(course: Course, block: number, parameters: Float64Array, from: Standing): BlockRun;
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
    run(course, block, parameters, { states, past }) {
      const plan = { records: "all", final: false, summarise: false, events: [] } as const;
      const own = { ...task(block, parameters), initial: states, past };
      const { records, failed } = computeBlock(ready(1, course), plan, own);
      return { outputs: records, failed: failed.length };
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
    run(course, block, parameters, from) {
      const { outputs, failed } = interpret({ ...input(course, block, parameters), from });
      return { outputs, failed: failed?.reduce((sum, one) => sum + one, 0) ?? 0 };
    },
  };
}
