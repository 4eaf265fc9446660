import { KernelInstance } from "../instance.ts";
import { compileKernel, type KernelOptions, SHAPES, type Shape } from "../kernel.ts";
import { membersOf } from "./blocks.ts";
import type { EnsembleInput } from "./ensemble-types.ts";

/** Below this many member-steps times operations a run is over before a probe would be. */
const WORTH_PROBING = 2e8;
const PROBE_MILLISECONDS = 25;
const SAMPLE = 256;

/**
 * Runs each shape for a moment on the first members and keeps the faster. Which it is changes the time, never a bit.
 * Small runs take the wide shape, which engines start fastest on.
 */
export function chooseShape(input: EnsembleInput, base: KernelOptions): Shape {
  const work = input.members * input.steps * input.ir.values.length;
  if (work < WORTH_PROBING) return SHAPES.wide;
  const members = Math.min(SAMPLE, input.members);
  const parameters = membersOf(input.parameters, input.ir.parameters.length, input.members, 0, members);
  let best: Shape = SHAPES.wide;
  let fastest = Number.POSITIVE_INFINITY;
  for (const shape of Object.values(SHAPES)) {
    const kernel = compileKernel(input.ir, { ...base, shape });
    const instance = new KernelInstance(kernel.host, new WebAssembly.Module(kernel.bytes), input);
    const time = timePerMember(instance, parameters, members, input.firstMember ?? 0);
    if (time < fastest) [best, fastest] = [shape, time];
  }
  return best;
}

/** Milliseconds per member, the best of several tiles: engines compile better code while the first ones run. */
function timePerMember(
  instance: KernelInstance,
  parameters: Float64Array,
  members: number,
  firstMember: number,
): number {
  const { lanes } = instance.host.layout;
  const begin = performance.now();
  let best = Number.POSITIVE_INFINITY;
  for (
    let offset = 0;
    performance.now() - begin < PROBE_MILLISECONDS;
    offset = offset + 2 * lanes > members ? 0 : offset + lanes
  ) {
    const start = performance.now();
    const count = Math.min(lanes, members - offset);
    instance.run({ firstMember: firstMember + offset, count, parameters, offset, stride: members });
    best = Math.min(best, (performance.now() - start) / lanes);
  }
  return best;
}
