/** Every error of this package: a stable code, what is wrong and the next step. Tests call the same functions. */
export class KernelError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = "KernelError";
    this.code = code;
  }
}

export const unknownOutput = (name: string, nearest: string | undefined): KernelError =>
  new KernelError(
    "kernel/unknown-output",
    `the model has no output ${name}.${nearest === undefined ? "" : ` Nearest: ${nearest}.`}`,
  );

export const lagCycle = (name: string): KernelError =>
  new KernelError(
    "kernel/lag-cycle",
    `${name} looks back at itself, so it has no value in the first step. Make it a stock with an initial value.`,
  );

export const badOption = (option: string, value: unknown, wanted: string): KernelError =>
  new KernelError("kernel/option", `${option} is ${String(value)}; it must be ${wanted}.`);

export const wrongLength = (what: string, got: number, wanted: number, shape: string): KernelError =>
  new KernelError("kernel/length", `${what} holds ${got} numbers, but ${shape} asks for ${wanted}.`);

export const irFormat = (format: unknown): KernelError =>
  new KernelError(
    "kernel/ir-format",
    `the model's format is ${String(format)}; this kernel reads format 1. Rebuild the model.`,
  );

export const prebuiltMismatch = (got: string, wanted: string): KernelError =>
  new KernelError(
    "kernel/prebuilt",
    `the prebuilt kernel is of another model or version (${got}, wanted ${wanted}). Build it again.`,
  );

export const workerLost = (block: number, firstMember: number, attempts: number, reason: string): KernelError =>
  new KernelError(
    "kernel/worker-lost",
    `block ${block} (members from ${firstMember}) was lost ${attempts} times: ${reason}. Use fewer workers or smaller blocks.`,
  );

export const noWorkers = (reason: string): KernelError =>
  new KernelError("kernel/no-workers", `no worker could be started: ${reason}. Run with workers: 0.`);

export const brokenStore = (path: string, reason: string): KernelError =>
  new KernelError("kernel/store", `${path}: ${reason}. Remove the folder of this run and start it again.`);
