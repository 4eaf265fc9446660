import { ModuleEncoder } from "./encoder.ts";

/** Whether this engine runs 128-bit SIMD: it is asked to validate a function that uses it. */
export function simdSupported(): boolean {
  const module = new ModuleEncoder();
  module.add([], (code) => code.lanes64(0).op("f64x2.abs", "drop"));
  return WebAssembly.validate(module.finish(0));
}
