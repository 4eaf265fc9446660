/** The reference interpreter: it defines what a model means, and every kernel must agree with it to the bit. */
import type { Lag } from "../ir/ir.ts";
import type { RunInput, RunOutput } from "../ir/run.ts";
import { drawBlock, streamHash } from "../random.ts";
import { checkRunInput, pastRows } from "./check-input.ts";
import { execute, LANES } from "./execute.ts";
import { type Programs, programsOf, withNumbers } from "./program.ts";

/** What four members need to run, side by side. All arrays are [index][lane]. */
export interface Machine {
  readonly input: RunInput;
  readonly programs: Programs;
  readonly values: Float64Array;
  readonly initials: Float64Array;
  readonly parameters: Float64Array;
  readonly states: Float64Array;
  /** Where in `values` each state's next value stands. */
  readonly next: Int32Array;
  readonly lags: Float64Array;
  /** Where in `values` each lag's operand stands. */
  readonly lagOf: Int32Array;
  /** [lag] of [steps][lane]: the last values of what each lag looks back on. */
  readonly rings: readonly Float64Array[];
  /** [step][draw][lane]. */
  readonly draws: Float64Array;
}

/** Called after each step's values, before the states move on. */
export type OnStep = (step: number) => void;

/** Prepares an input for running. Throws RangeError `run/shape` when an array does not fit. */
export function machineFor(input: RunInput): Machine {
  checkRunInput(input);
  const { ir, steps } = input;
  return {
    input,
    programs: programsOf(ir),
    values: withNumbers(ir.values),
    initials: withNumbers(ir.initials),
    parameters: new Float64Array(ir.parameters.length * LANES),
    states: new Float64Array(ir.states.length * LANES),
    next: Int32Array.from(ir.states, (state) => state.next * LANES),
    lags: new Float64Array(ir.lags.length * LANES),
    lagOf: Int32Array.from(ir.lags, (lag) => lag.of * LANES),
    rings: ir.lags.map((lag) => new Float64Array(lag.steps * LANES)),
    draws: new Float64Array(steps * ir.draws.length * LANES),
  };
}

/** Runs all members of an input; see `RunInput` and `RunOutput` for shapes. */
export function interpret(input: RunInput): RunOutput {
  const { ir, members, steps, firstMember = 0 } = input;
  const machine = machineFor(input);
  const outputs = new Float64Array(ir.outputs.length * steps * members);
  const final = new Float64Array(ir.states.length * members);
  const failed = new Uint8Array(members);
  const past = new Float64Array(pastRows(ir) * members);
  const begun = input.from?.step ?? 0;
  const at = Int32Array.from(ir.outputs, ({ value }) => value * LANES);
  for (let quad = Math.floor(firstMember / LANES); quad * LANES < firstMember + members; quad++) {
    const from = quad * LANES - firstMember;
    const first = Math.max(0, -from);
    const last = Math.min(LANES, members - from);
    runQuad(machine, quad, (step) => {
      for (let k = 0; k < at.length; k++) {
        for (let lane = first; lane < last; lane++) {
          const value = machine.values[at[k]! + lane]!;
          outputs[(k * steps + step - begun) * members + from + lane] = value;
          if (!Number.isFinite(value)) failed[from + lane] = 1;
        }
      }
    });
    for (let k = 0; k < ir.states.length; k++) {
      for (let lane = first; lane < last; lane++) final[k * members + from + lane] = machine.states[k * LANES + lane]!;
    }
    eachPast(ir.lags, begun + steps, (row, lag, slot) => {
      for (let lane = first; lane < last; lane++)
        past[row * members + from + lane] = machine.rings[lag]![slot * LANES + lane]!;
    });
  }
  return { outputs, final, past, failed };
}

/** One member of an input alone, by its position: [output][step], and its states after the last step. */
export function interpretMember(input: RunInput, member: number): { outputs: Float64Array; final: Float64Array } {
  const { ir, steps, firstMember = 0 } = input;
  const machine = machineFor(input);
  const identity = firstMember + member;
  const lane = identity % LANES;
  const outputs = new Float64Array(ir.outputs.length * steps);
  const begun = input.from?.step ?? 0;
  runQuad(machine, Math.floor(identity / LANES), (step) => {
    ir.outputs.forEach(({ value }, k) => {
      outputs[k * steps + step - begun] = machine.values[value * LANES + lane]!;
    });
  });
  return { outputs, final: machine.states.filter((_, k) => k % LANES === lane) };
}

/** Runs the four members whose identities are 4 quad to 4 quad + 3; those that the input lacks repeat another's numbers. */
export function runQuad(machine: Machine, quad: number, onStep: OnStep): void {
  const { input, programs, values, states, next, lags, lagOf, rings, parameters, draws } = machine;
  const { ir, steps, series } = input;
  const begun = input.from?.step ?? 0;
  start(machine, quad);
  drawQuad(machine, quad, begun);
  for (let step = begun; step < begun + steps; step++) {
    const seriesFrom = step * ir.series.length;
    const drawsFrom = (step - begun) * ir.draws.length * LANES;
    const around = { parameters, series, seriesFrom, draws, drawsFrom, states, lags, lagOf, step };
    if (step === begun) execute(programs.once, values, around);
    readLags(machine, step);
    execute(programs.step, values, around);
    onStep(step);
    rings.forEach((ring, k) => {
      const from = lagOf[k]!;
      const to = (step * LANES) % ring.length;
      for (let lane = 0; lane < LANES; lane++) ring[to + lane] = values[from + lane]!;
    });
    for (let k = 0; k < next.length; k++) {
      for (let lane = 0; lane < LANES; lane++) states[k * LANES + lane] = values[next[k]! + lane]!;
    }
  }
}

/** What every lag shows from step 1 on: its oldest value, or that of the first step while none is that old. */
function readLags({ lags, rings }: Machine, step: number): void {
  rings.forEach((ring, k) => {
    const from = step * LANES < ring.length ? 0 : (step * LANES) % ring.length;
    for (let lane = 0; lane < LANES; lane++) lags[k * LANES + lane] = ring[from + lane]!;
  });
}

/** Sets parameters and the states at step 0. */
function start(machine: Machine, quad: number): void {
  const { input, programs, parameters, states, initials } = machine;
  const { ir, members, firstMember = 0, initial, series } = input;
  const positions = Array.from({ length: LANES }, (_, lane) =>
    Math.min(Math.max(quad * LANES + lane - firstMember, 0), members - 1),
  );
  const spread = (from: Float64Array, count: number, to: Float64Array) => {
    for (let k = 0; k < count; k++) {
      for (let lane = 0; lane < LANES; lane++) to[k * LANES + lane] = from[k * members + positions[lane]!]!;
    }
  };
  spread(input.parameters, ir.parameters.length, parameters);
  if (input.from) {
    const { step, past } = input.from;
    spread(input.from.states, ir.states.length, states);
    eachPast(ir.lags, step, (row, lag, slot) => {
      for (let lane = 0; lane < LANES; lane++)
        machine.rings[lag]![slot * LANES + lane] = past[row * members + positions[lane]!]!;
    });
    return;
  }
  if (initial) {
    spread(initial, ir.states.length, states);
    return;
  }
  execute(programs.initial, initials, { ...machine, series, seriesFrom: 0, drawsFrom: 0, step: 0 });
  ir.states.forEach(({ initial: from }, k) => {
    for (let lane = 0; lane < LANES; lane++) states[k * LANES + lane] = initials[from * LANES + lane]!;
  });
}

/** For each row of a standing's past: the lag it belongs to, and the slot of that lag's ring after `step` steps. */
function eachPast(lags: readonly Lag[], step: number, visit: (row: number, lag: number, slot: number) => void): void {
  let row = 0;
  lags.forEach(({ steps }, lag) => {
    for (let j = 0; j < steps; j++) visit(row++, lag, Math.max(0, step - steps + j) % steps);
  });
}

/** Draws every random number that the four members will need. */
function drawQuad({ input, draws }: Machine, quad: number, begun: number): void {
  const { ir, steps, seed } = input;
  const block = new Float64Array(LANES);
  ir.draws.forEach(({ stream, element, kind }, k) => {
    const hash = streamHash(stream);
    for (let step = 0; step < steps; step++) {
      drawBlock(seed, quad, begun + step, hash, element, kind, block);
      draws.set(block, (step * ir.draws.length + k) * LANES);
    }
  });
}
