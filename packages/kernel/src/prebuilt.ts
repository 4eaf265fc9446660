import type { Ir } from "@logjam/lang";
import type { Width } from "./emit/lanes.ts";
import { prebuiltMismatch } from "./errors.ts";
import { irHash } from "./identity/identity.ts";
import { compileKernel, type Kernel, type KernelOptions } from "./kernel.ts";
import type { HostPlan } from "./plan/host-plan.ts";
import { KERNEL_VERSION } from "./version.ts";

/** A compiled model to be shipped: the module, and what its host must know, as JSON. */
export interface Prebuilt {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly irHash: string;
  readonly json: string;
}

interface Description {
  readonly kernel: number;
  readonly irHash: string;
  readonly width: Width;
  readonly outputs: readonly number[];
  readonly host: HostPlan;
}

/** Compiles a model ahead of time. The same model and options always give the same bytes. */
export async function prebuild(ir: Ir, options: KernelOptions = {}): Promise<Prebuilt> {
  const { bytes, width, outputs, host } = compileKernel(ir, options);
  const hash = await irHash(ir);
  const description: Description = { kernel: KERNEL_VERSION, irHash: hash, width, outputs, host };
  return { bytes, irHash: hash, json: JSON.stringify(description, writeNumber) };
}

/** A prebuilt kernel for its model. Errors: `kernel/prebuilt` when it was built from another model or by another version. */
export async function loadPrebuilt(ir: Ir, { bytes, json }: Pick<Prebuilt, "bytes" | "json">): Promise<Kernel> {
  const { irHash: got, width, outputs, host } = readPrebuilt(json);
  const wanted = await irHash(ir);
  if (got !== wanted) throw prebuiltMismatch(got, wanted);
  return { ir, bytes, width, outputs, host };
}

/** What stands beside a prebuilt module, where its model is not at hand to check it. Errors: `kernel/prebuilt`. */
export function readPrebuilt(json: string): Omit<Description, "kernel"> {
  const { kernel, ...description } = JSON.parse(json, readNumber) as Description;
  if (kernel !== KERNEL_VERSION) throw prebuiltMismatch(`kernel version ${kernel}`, `version ${KERNEL_VERSION}`);
  return description;
}

/** Numbers that JSON would lose are written as text; they occur as values of nodes only. */
function writeNumber(key: string, value: unknown): unknown {
  if (key !== "value" || typeof value !== "number") return value;
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : String(value);
}

const readNumber = (key: string, value: unknown): unknown =>
  key === "value" && typeof value === "string" ? Number(value) : value;
