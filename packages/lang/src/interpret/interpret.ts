/** The reference interpreter: it defines what a model means, and every kernel must agree with it to the bit. */
import type { Op } from "../ir/ir.ts";
import type { RunInput, RunOutput } from "../ir/run.ts";
import { drawBlock, streamHash } from "../random.ts";
import { checkRunInput } from "./check-input.ts";
import { execute } from "./execute.ts";
import { initialProgram, type Program, stepProgram } from "./program.ts";

/** A program ready to run members of one input, with its buffers. */
export interface Machine {
  readonly input: RunInput;
  readonly step: Program;
  readonly initial: Program;
  readonly values: Float64Array;
  readonly initials: Float64Array;
  readonly parameters: Float64Array;
  readonly states: Float64Array;
  readonly next: Int32Array;
  readonly lags: Float64Array;
  readonly lagOf: Int32Array;
  /** [lag][steps]: the last values of what each lag looks back on. */
  readonly rings: readonly Float64Array[];
  /** [step][draw][member mod 4] of the four members drawn last. */
  readonly draws: Float64Array;
  quad: number;
}

/** What a run tells as it goes: after each step's values, before the states move on. */
export type OnStep = (step: number, machine: Machine) => void;

export function machineFor(input: RunInput): Machine {
  checkRunInput(input);
  const { ir, steps } = input;
  return {
    input,
    step: stepProgram(ir),
    initial: initialProgram(ir),
    values: withNumbers(ir.values),
    initials: withNumbers(ir.initials),
    parameters: new Float64Array(ir.parameters.length),
    states: new Float64Array(ir.states.length),
    next: Int32Array.from(ir.states, (state) => state.next),
    lags: new Float64Array(ir.lags.length),
    lagOf: Int32Array.from(ir.lags, (lag) => lag.of),
    rings: ir.lags.map((lag) => new Float64Array(lag.steps)),
    draws: new Float64Array(steps * ir.draws.length * 4),
    quad: -1,
  };
}

function withNumbers(ops: readonly Op[]): Float64Array {
  return Float64Array.from(ops, (op) => (op.op === "number" ? op.value : 0));
}

/** Runs members one after another; see `RunInput` and `RunOutput` for shapes. */
export function interpret(input: RunInput): RunOutput {
  const { ir, members, steps } = input;
  const machine = machineFor(input);
  const outputs = new Float64Array(ir.outputs.length * steps * members);
  const final = new Float64Array(ir.states.length * members);
  const failed = new Uint8Array(members);
  for (let member = 0; member < members; member++) {
    runMember(machine, member, (step) => {
      for (let k = 0; k < ir.outputs.length; k++) {
        const value = machine.values[ir.outputs[k]!.value]!;
        outputs[(k * steps + step) * members + member] = value;
        if (!Number.isFinite(value)) failed[member] = 1;
      }
    });
    for (let k = 0; k < ir.states.length; k++) final[k * members + member] = machine.states[k]!;
  }
  return { outputs, final, failed };
}

/** One member of an input alone: [output][step], and its states after the last step. */
export function interpretMember(input: RunInput, member: number): { outputs: Float64Array; final: Float64Array } {
  const { ir, steps } = input;
  const machine = machineFor(input);
  const outputs = new Float64Array(ir.outputs.length * steps);
  runMember(machine, member, (step) => {
    for (let k = 0; k < ir.outputs.length; k++) outputs[k * steps + step] = machine.values[ir.outputs[k]!.value]!;
  });
  return { outputs, final: machine.states.slice() };
}

/** Runs one member (by its position in the input) from its initial states to the end. */
export function runMember(machine: Machine, member: number, onStep: OnStep): void {
  const { input, values, states, next, lags, lagOf, rings, parameters, draws } = machine;
  const { ir, steps } = input;
  const identity = (input.firstMember ?? 0) + member;
  start(machine, member);
  drawQuad(machine, Math.floor(identity / 4));
  const lane = identity % 4;
  for (let step = 0; step < steps; step++) {
    for (let k = 0; k < rings.length; k++) lags[k] = rings[k]![step < rings[k]!.length ? 0 : step % rings[k]!.length]!;
    execute(machine.step, values, {
      parameters,
      series: input.series,
      seriesFrom: step * ir.series.length,
      draws,
      drawsFrom: step * ir.draws.length * 4 + lane,
      states,
      lags,
      lagOf,
      step,
    });
    onStep(step, machine);
    for (let k = 0; k < rings.length; k++) rings[k]![step % rings[k]!.length] = values[lagOf[k]!]!;
    for (let k = 0; k < states.length; k++) states[k] = values[next[k]!]!;
  }
}

/** Sets a member's parameters and its states at step 0. */
function start(machine: Machine, member: number): void {
  const { input, parameters, states, values, initials, lags, lagOf } = machine;
  const { ir, members } = input;
  for (let k = 0; k < parameters.length; k++) parameters[k] = input.parameters[k * members + member]!;
  for (let k = 0; k < ir.values.length; k++) {
    const op = ir.values[k]!;
    if (op.op === "parameter") values[k] = parameters[op.index]!;
  }
  const { series } = input;
  const nothing = { draws: machine.draws, drawsFrom: 0, states, lags, lagOf, step: 0 };
  execute(machine.initial, initials, { parameters, series, seriesFrom: 0, ...nothing });
  for (let k = 0; k < states.length; k++) {
    states[k] = input.initial ? input.initial[k * members + member]! : initials[ir.states[k]!.initial]!;
  }
}

/** Fills `draws` for the four members of a quad, unless it holds them already. */
function drawQuad(machine: Machine, quad: number): void {
  if (machine.quad === quad) return;
  machine.quad = quad;
  const { ir, steps, seed } = machine.input;
  const hashes = ir.draws.map(({ stream }) => streamHash(stream));
  for (let step = 0; step < steps; step++) {
    for (let k = 0; k < ir.draws.length; k++) {
      const { element, kind } = ir.draws[k]!;
      const from = (step * ir.draws.length + k) * 4;
      drawBlock(seed, quad, step, hashes[k]!, element, kind, machine.draws.subarray(from, from + 4));
    }
  }
}
