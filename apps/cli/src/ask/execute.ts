import type { Executor } from "@logjam/analysis";
import { compileKernel, type Kernel, runKernel } from "@logjam/kernel";
import type { Ir } from "@logjam/lang";

/** An executor on the WebAssembly kernel that compiles each model once. */
export function kernelExecutor(): Executor {
  const compiled = new WeakMap<Ir, { readonly kernel: Kernel; readonly module: WebAssembly.Module }>();
  return (input) => {
    let entry = compiled.get(input.ir);
    if (entry === undefined) {
      const kernel = compileKernel(input.ir);
      entry = { kernel, module: new WebAssembly.Module(kernel.bytes) };
      compiled.set(input.ir, entry);
    }
    return runKernel(entry.kernel, input, entry.module);
  };
}
