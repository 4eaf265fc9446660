export { KernelError } from "./errors.ts";
export { canonicalJson } from "./identity/canonical-json.ts";
export { type IdentityRequest, irHash, runIdentity, sha256 } from "./identity/identity.ts";
export { KernelInstance, type RunSettings, type Tile } from "./instance.ts";
export { compileKernel, type Kernel, type KernelOptions, SHAPES, type Shape, type ShapeName } from "./kernel.ts";
export type { HostPlan } from "./plan/host-plan.ts";
export type { FromWorker, ToWorker, WorkerHandle, WorkerSetup } from "./pool/handle.ts";
export { startWorker } from "./pool/start-worker.ts";
export { Team } from "./pool/team.ts";
export { loadPrebuilt, type Prebuilt, prebuild, readPrebuilt } from "./prebuilt.ts";
export { type BlockPlan, type BlockResult, type BlockTask, computeBlock } from "./run/block.ts";
export { createEnsemble, type Ensemble } from "./run/create-ensemble.ts";
export { runEnsemble } from "./run/ensemble.ts";
export type {
  BlockStore,
  EnsembleInput,
  EnsembleOptions,
  EnsembleResult,
  MemberSource,
} from "./run/ensemble-types.ts";
export { runKernel } from "./run/run-kernel.ts";
export { type EventRequest, type Passage, type Probability, wilson } from "./summary/events.ts";
export { RELATIVE_ERROR } from "./summary/sketch.ts";
export type { EventCounts, Summary } from "./summary/summary.ts";
export { KERNEL_VERSION } from "./version.ts";
export { simdSupported } from "./wasm/support.ts";
