import type { Ir } from "./ir.ts";

/** What an ensemble run takes; the interpreter and every kernel share this shape. All arrays are dense and row-major. */
export interface RunInput {
  readonly ir: Ir;
  readonly members: number;
  /** Identity of the first member in the random streams; must be a multiple of 4 for kernels. Default 0. */
  readonly firstMember?: number;
  /** Steps of this run; with `from`, those after it. */
  readonly steps: number;
  /** A 64-bit seed: the key of the counter-based generator. */
  readonly seed: bigint;
  /** [parameter][member]. */
  readonly parameters: Float64Array;
  /** [step][series]; with `from`, of the whole run: from.step + steps rows. */
  readonly series: Float64Array;
  /** [state][member]: replaces the formulas for initial values, e.g. by a posterior of states. */
  readonly initial?: Float64Array;
  /** Goes on where a run stood, with the same bits as if it had never stopped. */
  readonly from?: Standing;
}

/** Where a run stands after some steps: with the same model, parameters and seed, enough to go on. */
export interface Standing {
  /** Steps taken so far, at least 1. */
  readonly step: number;
  /** [state][member]. */
  readonly states: Float64Array;
  /**
   * [row][member], what lags look back on: for each of `ir.lags` in order, its `steps` rows, the oldest first; the value
   * of step 0 stands for the steps before it.
   */
  readonly past: Float64Array;
}

export interface RunOutput {
  /** [output][step][member]. */
  readonly outputs: Float64Array;
  /** [state][member] after the last step. */
  readonly final: Float64Array;
  /** [row][member] after the last step, as `Standing` has it. */
  readonly past: Float64Array;
  /** [member]: 1 where any recorded output was not finite at any step, else 0. The other members are unaffected. */
  readonly failed?: Uint8Array;
}
