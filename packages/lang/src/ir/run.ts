import type { Ir } from "./ir.ts";

/** What an ensemble run takes; the interpreter and every kernel share this shape. All arrays are dense and row-major. */
export interface RunInput {
  readonly ir: Ir;
  readonly members: number;
  /** Identity of the first member in the random streams; must be a multiple of 4 for kernels. Default 0. */
  readonly firstMember?: number;
  readonly steps: number;
  /** A 64-bit seed: the key of the counter-based generator. */
  readonly seed: bigint;
  /** [parameter][member]. */
  readonly parameters: Float64Array;
  /** [step][series]. */
  readonly series: Float64Array;
  /** [state][member]: replaces the formulas for initial values, e.g. by a posterior of states. */
  readonly initial?: Float64Array;
}

export interface RunOutput {
  /** [output][step][member]. */
  readonly outputs: Float64Array;
  /** [state][member] after the last step. */
  readonly final: Float64Array;
  /** [member]: 1 where any recorded output was not finite at any step, else 0. The other members are unaffected. */
  readonly failed?: Uint8Array;
}
