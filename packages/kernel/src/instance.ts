import { keyVectors } from "./emit/philox.ts";
import type { HostPlan } from "./plan/host-plan.ts";
import { evaluateTable } from "./plan/table.ts";

/** What is the same for all members of a run. */
export interface RunSettings {
  readonly steps: number;
  readonly seed: bigint;
  /** [step][series]. */
  readonly series: Float64Array;
}

/** The members one call computes, in arrays whose rows are `stride` apart. */
export interface Tile {
  /** A multiple of 4. */
  readonly firstMember: number;
  /** At most `lanes` of the kernel. */
  readonly count: number;
  /** [parameter][member], the first member of the tile at `offset`. */
  readonly parameters: Float64Array;
  /** [state][member] in place of the formulas for initial values. */
  readonly initial?: Float64Array | undefined;
  readonly offset: number;
  readonly stride: number;
}

const PAGE = 65536;
type Advance = (steps: number, firstQuad: number, table: number, out: number) => void;

/** A kernel in memory, ready to run tiles of one run. Not shared between threads. */
export class KernelInstance {
  readonly host: HostPlan;
  readonly steps: number;
  readonly #memory: WebAssembly.Memory;
  readonly #start: () => void;
  readonly #advance: Advance;
  readonly #numbers: Float64Array;
  readonly #table: number;
  readonly #out: number;

  constructor(host: HostPlan, module: WebAssembly.Module, settings: RunSettings) {
    const { layout } = host;
    const { steps, series, seed } = settings;
    const { exports } = new WebAssembly.Instance(module);
    this.host = host;
    this.steps = steps;
    this.#memory = exports.memory as WebAssembly.Memory;
    this.#start = exports.start as () => void;
    this.#advance = exports.advance as Advance;
    const table = evaluateTable(host.table, steps, series, host.seriesCount);
    this.#table = layout.end;
    this.#out = Math.ceil((layout.end + table.byteLength) / 64) * 64;
    const bytes = this.#out + steps * host.outputCount * layout.rowBytes;
    const missing = Math.ceil(bytes / PAGE) - this.#memory.buffer.byteLength / PAGE;
    if (missing > 0) this.#memory.grow(missing);
    this.#numbers = new Float64Array(this.#memory.buffer);
    this.#numbers.set(table, this.#table / 8);
    this.#numbers.set(evaluateTable(host.startTable, 1, series, host.seriesCount), layout.startTable / 8);
    new Uint32Array(this.#memory.buffer).set(keyVectors(seed), layout.keys / 4);
  }

  /** All of the instance's memory as numbers; outputs are read from it in place. */
  get numbers(): Float64Array {
    return this.#numbers;
  }

  /** Whether an output of this lane of the last tile was not finite at any step. */
  failed(lane: number): boolean {
    return this.#numbers[this.host.layout.failure / 8 + lane] !== 0;
  }

  /** Index into `numbers` of the records of the last tile: [step][output][lane], `lanes` numbers per row. */
  get records(): number {
    return this.#out / 8;
  }

  /** Runs all steps for up to `lanes` members. Lanes beyond `count` repeat the last member. */
  run(tile: Tile): void {
    const { layout, parameters, states } = this.host;
    this.#fill(layout.parameters, parameters, tile.parameters, tile);
    this.#start();
    if (tile.initial !== undefined) this.#fill(layout.states, states, tile.initial, tile);
    this.#advance(this.steps, tile.firstMember / 4, this.#table, this.#out);
  }

  /** States after the last step, of the states the kernel keeps: index into `numbers` of the first row. */
  get finalStates(): number {
    const { layout } = this.host;
    return (layout.states + (this.steps % 2) * layout.statesBytes) / 8;
  }

  #fill(base: number, rows: readonly number[], from: Float64Array, tile: Tile): void {
    const { lanes } = this.host.layout;
    const numbers = this.#numbers;
    let to = base / 8;
    for (const row of rows) {
      const source = row * tile.stride + tile.offset;
      for (let lane = 0; lane < tile.count; lane++) numbers[to + lane] = from[source + lane]!;
      for (let lane = tile.count; lane < lanes; lane++) numbers[to + lane] = from[source + tile.count - 1]!;
      to += lanes;
    }
  }
}
