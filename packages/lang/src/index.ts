export type { BinaryName, Draw, Ir, Lag, Op, Output, State, UnaryName } from "./ir/ir.ts";
export type { RunInput, RunOutput } from "./ir/run.ts";
export * as numerics from "./numerics.ts";
export { drawBlock, philox4x32, streamHash, uniformOf } from "./random.ts";
