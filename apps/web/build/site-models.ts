/** A model as the site ships it: what the kernel records, the kernel's bytes with and without SIMD, the IR. */
import type { Study } from "@logjam/analysis";
import { irHash, prebuild } from "@logjam/kernel";
import { compile, type Ir } from "@logjam/lang";
import type { FanInfo, KernelFiles, ModelInfo, ModelName } from "../src/contract.ts";
import type { SiteFiles } from "./site-files.ts";

/** The outputs that the app's kernels record: fans, areas by sector, every outcome. */
export function appOutputs({ model }: Study, fans: readonly FanInfo[], sectors: readonly string[]): string[] {
  const has = new Set(model.outputs.map(({ name }) => name));
  const wanted = [...fans.map(({ output }) => output), ...sectors.map((id) => `outcomes.areaBySector[${id}]`)];
  return [...new Set([...wanted.filter((name) => has.has(name)), ...model.outcomes.map(({ name }) => name)])];
}

export async function siteModel(study: Study, outputs: readonly string[], files: SiteFiles): Promise<ModelInfo> {
  const { model } = study;
  const name = model.name as ModelName;
  const ir = compile(model, { outputs: [...outputs] });
  const kernel = async (width: 1 | 2): Promise<KernelFiles> => {
    const { bytes, json } = await prebuild(ir, { shape: "wide", width });
    const kind = width === 2 ? "simd" : "scalar";
    return {
      wasm: await files.add(`kernels/${name}-${kind}.wasm`, bytes),
      plan: await files.add(`kernels/${name}-${kind}.json`, json),
    };
  };
  return {
    name,
    meaning: model.meaning,
    hash: await irHash(compile(model)),
    equations: model.rules.length + model.quantities.filter(({ value }) => "formula" in value.definition).length,
    outputs: ir.outputs.map((output) => output.name),
    series: ir.series,
    kernel: { simd: await kernel(2), scalar: await kernel(1) },
    ir: await files.add(`kernels/${name}-ir.json`, JSON.stringify(ir satisfies Ir)),
  };
}
