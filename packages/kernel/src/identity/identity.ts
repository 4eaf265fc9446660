import type { Ir } from "@logjam/lang";
import { badOption } from "../errors.ts";
import { blockSize } from "../run/blocks.ts";
import type { EnsembleInput, EnsembleOptions, MemberSource } from "../run/ensemble-types.ts";
import { KERNEL_VERSION } from "../version.ts";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 of a text (as UTF-8) or of the bytes of an array, in hexadecimal. */
export async function sha256(data: string | ArrayBufferView): Promise<string> {
  const bytes =
    typeof data === "string"
      ? new TextEncoder().encode(data)
      : new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The hash of a model's meaning. */
export const irHash = (ir: Ir): Promise<string> => sha256(canonicalJson(ir));

export interface IdentityRequest {
  readonly input: EnsembleInput;
  readonly options: EnsembleOptions;
  /** What parameters and initial states are, where they come from functions: the posterior's id, say. */
  readonly source?: string;
  /** Anything else that decides the numbers or belongs to the run's name: the scenario, for instance. */
  readonly scenario?: unknown;
}

/**
 * The identity of a run: all that its numbers depend on, and nothing else (neither workers nor shape nor width).
 * Returns the canonical JSON and its SHA-256.
 */
export async function runIdentity(request: IdentityRequest): Promise<{ readonly id: string; readonly json: string }> {
  const { input, options, source, scenario } = request;
  const hashOf = async (numbers: Float64Array | MemberSource | undefined): Promise<string | undefined> => {
    if (numbers === undefined) return undefined;
    if (typeof numbers !== "function") return sha256(numbers);
    if (source === undefined)
      throw badOption("source", source, "a name for what gives the parameters, where that is a function");
    return `function of ${source}`;
  };
  const json = canonicalJson({
    kernel: KERNEL_VERSION,
    ir: await irHash(input.ir),
    parameters: await hashOf(input.parameters),
    initial: await hashOf(input.initial),
    from: input.from && [input.from.step, await sha256(input.from.states), await sha256(input.from.past)],
    series: await hashOf(input.series),
    source,
    scenario,
    seed: input.seed,
    members: input.members,
    firstMember: input.firstMember ?? 0,
    steps: input.steps,
    outputs: options.outputs ?? input.ir.outputs.map((output) => output.name),
    final: options.final ?? false,
    records: options.records ?? (options.summarise ? "none" : "all"),
    summarise: options.summarise ?? false,
    events: options.events ?? [],
    blockMembers: blockSize(options),
  });
  return { id: await sha256(json), json };
}
