import type { Ir } from "@logjam/lang";
import { nearestName } from "@logjam/lang";
import type { Width } from "./emit/lanes.ts";
import { emitModule } from "./emit/module.ts";
import { badOption, irFormat, unknownOutput } from "./errors.ts";
import { type HostPlan, hostPlan } from "./plan/host-plan.ts";
import { makeLayout } from "./plan/layout.ts";
import { makePlan } from "./plan/plan.ts";
import { readProgram } from "./plan/program.ts";
import { simdSupported } from "./wasm/support.ts";

/**
 * How the work is cut. `fused`: all equations of a step for a few members, then the next members; `wide`: a few
 * equations for many members, then the next equations. Which is faster differs between engines and models.
 */
export interface Shape {
  /** Members computed by one call; a multiple of 4. */
  readonly lanes: number;
  /** Most operations in one function. */
  readonly groupSize: number;
}

export const SHAPES = {
  fused: { lanes: 8, groupSize: 2000 },
  wide: { lanes: 32, groupSize: 64 },
} as const satisfies Record<string, Shape>;
export type ShapeName = keyof typeof SHAPES;

export interface KernelOptions {
  /** Names of the outputs to record; what they do not depend on is not computed. Default: all. */
  readonly outputs?: readonly string[];
  /** Keep all states, also those that no output depends on, for `final`. Default false. */
  readonly final?: boolean;
  readonly shape?: ShapeName | Shape;
  /** Members per instruction: 2 with SIMD, 1 without. Default: what the engine supports. */
  readonly width?: Width;
}

/** A model as WebAssembly, with what its host must know to run it. */
export interface Kernel {
  readonly ir: Ir;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly host: HostPlan;
  readonly width: Width;
  /** Positions in `ir.outputs` of what is recorded. */
  readonly outputs: readonly number[];
}

/** Compiles a checked model. Errors: `kernel/unknown-output`, `kernel/ir-format`, `kernel/lag-cycle`, `kernel/option`. */
export function compileKernel(ir: Ir, options: KernelOptions = {}): Kernel {
  if (ir.format !== 1) throw irFormat(ir.format);
  const shape = typeof options.shape === "object" ? options.shape : SHAPES[options.shape ?? "fused"];
  if (!Number.isInteger(shape.lanes) || shape.lanes < 4 || shape.lanes % 4 !== 0) {
    throw badOption("shape.lanes", shape.lanes, "a multiple of 4");
  }
  if (!Number.isInteger(shape.groupSize) || shape.groupSize < 1) {
    throw badOption("shape.groupSize", shape.groupSize, "a whole number above 0");
  }
  const names = ir.outputs.map((output) => output.name);
  const outputs = (options.outputs ?? names).map((name) => {
    const index = names.indexOf(name);
    if (index < 0) throw unknownOutput(name, nearestName(name, names));
    return index;
  });
  const plan = makePlan(ir, readProgram(ir, outputs, options.final ?? false), shape.groupSize);
  const layout = makeLayout(plan, shape.lanes);
  const width = options.width ?? (simdSupported() ? 2 : 1);
  return { ir, width, outputs, host: hostPlan(ir, plan, layout), bytes: emitModule(ir, plan, layout, width) };
}
