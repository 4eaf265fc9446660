/** Models without chance, for tests of what the equations alone say. */
import type { Draw, Ir, Op } from "@logjam/lang";

/**
 * The same model with every draw at its median: a normal at 0, a uniform at 1/2. Student's law is made of two normals
 * (`stream/1` and `stream/2`) and is 0 where the first is 0 and the second is not.
 */
export function withoutNoise(ir: Ir): Ir {
  const quiet = (op: Op): Op => (op.op === "draw" ? { op: "number", value: medianOf(ir.draws[op.index]!) } : op);
  return { ...ir, draws: [], values: ir.values.map(quiet) };
}

const medianOf = ({ kind, stream }: Draw): number => (kind === "uniform" ? 0.5 : stream.endsWith("/2") ? 1 : 0);
