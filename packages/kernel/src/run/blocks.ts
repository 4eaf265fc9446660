import { badOption } from "../errors.ts";
import { LEAF } from "../summary/moments.ts";
import type { BlockTask } from "./block.ts";
import { checkParameters } from "./check.ts";
import type { EnsembleInput, EnsembleOptions, MemberSource } from "./ensemble-types.ts";

const DEFAULT_BLOCK = 1024;

/** Members per block: whole quads of the random streams, whole leaves where summaries are asked for. */
export function blockSize(options: Pick<EnsembleOptions, "blockMembers" | "summarise">): number {
  const asked = options.blockMembers ?? DEFAULT_BLOCK;
  if (!Number.isInteger(asked) || asked < 1) throw badOption("blockMembers", asked, "a whole number above 0");
  const unit = options.summarise ? LEAF : 4;
  return Math.ceil(asked / unit) * unit;
}

/** The cut of a run into blocks. */
export class Blocks {
  readonly size: number;
  readonly count: number;
  readonly #input: EnsembleInput;

  constructor(input: EnsembleInput, options: EnsembleOptions) {
    this.size = blockSize(options);
    this.count = Math.ceil(input.members / this.size);
    this.#input = input;
  }

  range(index: number): { index: number; from: number; count: number } {
    const from = index * this.size;
    return { index, from, count: Math.min(this.size, this.#input.members - from) };
  }

  task(index: number): BlockTask {
    const { ir, firstMember = 0, parameters, members, from: standing } = this.#input;
    const initial = standing?.states ?? this.#input.initial;
    const { from, count } = this.range(index);
    const rows = standing === undefined ? 0 : standing.past.length / members;
    return {
      index,
      from,
      count,
      firstMember,
      parameters: membersOf(parameters, ir.parameters.length, members, from, count),
      initial: initial === undefined ? undefined : membersOf(initial, ir.states.length, members, from, count),
      past: standing === undefined ? undefined : membersOf(standing.past, rows, members, from, count),
    };
  }
}

/** The numbers of some members, whichever way the run gives them: [row][count]. */
export function membersOf(
  source: Float64Array | MemberSource,
  rows: number,
  members: number,
  from: number,
  count: number,
): Float64Array {
  if (typeof source === "function") {
    const given = source(from, count);
    checkParameters(given, rows, count);
    return given.slice();
  }
  const part = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    part.set(source.subarray(row * members + from, row * members + from + count), row * count);
  }
  return part;
}
