export { KernelError } from "./errors.ts";
export { KernelInstance, type RunSettings, type Tile } from "./instance.ts";
export { compileKernel, type Kernel, type KernelOptions, SHAPES, type Shape, type ShapeName } from "./kernel.ts";
export { runKernel } from "./run/run-kernel.ts";
export { simdSupported } from "./wasm/support.ts";
