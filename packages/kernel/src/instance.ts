import { keyVectors } from "./emit/philox.ts";
import type { HostPlan } from "./plan/host-plan.ts";
import { evaluateTable } from "./plan/table.ts";

/** What is the same for all members of a run. */
export interface RunSettings {
  readonly steps: number;
  /** Steps taken before this run; it needs the tiles' states and past. Default 0. */
  readonly firstStep?: number;
  readonly seed: bigint;
  /** [step][series] from step 0 of the whole run on. */
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
  /** [row][member]: what lags look back on, where steps were taken before this run. */
  readonly past?: Float64Array | undefined;
  readonly offset: number;
  readonly stride: number;
}

const PAGE = 65536;
type Advance = (end: number, firstQuad: number, table: number, out: number, begin: number) => void;

/** A kernel in memory, ready to run tiles of one run. Not shared between threads. */
export class KernelInstance {
  readonly host: HostPlan;
  readonly #memory: WebAssembly.Memory;
  readonly #start: () => void;
  readonly #advance: Advance;
  readonly #table: number;
  #steps = 0;
  #firstStep = 0;
  #numbers = new Float64Array(0);
  #out = 0;

  constructor(host: HostPlan, module: WebAssembly.Module, settings: RunSettings) {
    const { exports } = new WebAssembly.Instance(module);
    this.host = host;
    this.#memory = exports.memory as WebAssembly.Memory;
    this.#start = exports.start as () => void;
    this.#advance = exports.advance as Advance;
    this.#table = host.layout.end;
    this.set(settings);
  }

  /** Takes another run's settings in place: engines reserve much address space for every instance. */
  set({ steps, series, seed, firstStep = 0 }: RunSettings): void {
    const { host } = this;
    const { layout } = host;
    this.#steps = steps;
    this.#firstStep = firstStep;
    const table = evaluateTable(host.table, firstStep + steps, series, host.seriesCount, firstStep);
    this.#out = Math.ceil((layout.end + table.byteLength) / 64) * 64;
    const bytes = this.#out + steps * host.outputCount * layout.rowBytes;
    const missing = Math.ceil(bytes / PAGE) - this.#memory.buffer.byteLength / PAGE;
    if (missing > 0) this.#memory.grow(missing);
    this.#numbers = new Float64Array(this.#memory.buffer);
    this.#numbers.set(table, this.#table / 8);
    this.#numbers.set(evaluateTable(host.startTable, 1, series, host.seriesCount), layout.startTable / 8);
    new Uint32Array(this.#memory.buffer).set(keyVectors(seed), layout.keys / 4);
  }

  get steps(): number {
    return this.#steps;
  }

  get firstStep(): number {
    return this.#firstStep;
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
    if (tile.past !== undefined) this.#fillPast(tile.past, tile);
    this.#advance(this.firstStep + this.steps, tile.firstMember / 4, this.#table, this.#out, this.firstStep);
  }

  /** States after the last step, of the states the kernel keeps: index into `numbers` of the first row. */
  get finalStates(): number {
    const { layout } = this.host;
    return (layout.states + (this.steps % 2) * layout.statesBytes) / 8;
  }

  /** For each row of the past that the kernel keeps, after the last step: index into `numbers` of its lanes. */
  eachPast(visit: (row: number, from: number) => void): void {
    this.#eachPast(this.firstStep + this.steps, visit);
  }

  #eachPast(step: number, visit: (row: number, at: number) => void): void {
    const { lanes } = this.host.layout;
    for (const { row, steps, offset, size } of this.host.past)
      for (let j = 0; j < steps; j++) visit(row + j, offset / 8 + (Math.max(0, step - steps + j) % size) * lanes);
  }

  #fillPast(past: Float64Array, tile: Tile): void {
    const { lanes } = this.host.layout;
    this.#eachPast(this.firstStep, (row, at) => {
      const source = row * tile.stride + tile.offset;
      for (let lane = 0; lane < lanes; lane++)
        this.#numbers[at + lane] = past[source + Math.min(lane, tile.count - 1)]!;
    });
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
