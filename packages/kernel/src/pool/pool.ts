import { badOption, noWorkers, workerLost } from "../errors.ts";
import type { BlockResult, BlockTask } from "../run/block.ts";
import type { BlockStore } from "../run/ensemble-types.ts";
import type { FromWorker, WorkerHandle, WorkerSetup } from "./handle.ts";
import type { Team } from "./team.ts";

export interface PoolRun {
  readonly setup: WorkerSetup;
  readonly blocks: {
    readonly count: number;
    range(index: number): { index: number; from: number; count: number };
    task(index: number): BlockTask;
  };
  readonly workers: number;
  readonly team: Team;
  readonly store: BlockStore | undefined;
  readonly finish: (range: { index: number; count: number }, result: BlockResult) => void;
  readonly signal?: AbortSignal;
}

/** Blocks a worker holds: one that runs and one that waits, so that it never idles while this thread is busy. */
const IN_HAND = 2;
/** How often a block is given out before the run gives up. */
const ATTEMPTS = 3;
/** Blocks that may be done ahead of the oldest unfinished one: it bounds what waits to be merged. */
const AHEAD = 16;

/**
 * Runs all blocks on workers. This thread alone gives out blocks, so no two workers ever claim the same one. A worker
 * that dies is replaced and its blocks are given out again. Returns how many blocks the store already held.
 * Errors: `kernel/worker-lost`, `kernel/no-workers`, `kernel/option`, what the store throws, the signal's reason.
 */
export async function runInPool(run: PoolRun): Promise<number> {
  const { workers } = run;
  if (!Number.isInteger(workers) || workers < 1) throw badOption("workers", workers, "a whole number, at least 0");
  return new Promise<number>((resolve, reject) => {
    const pool = new Pool(run, resolve, reject);
    pool.start();
  });
}

interface Hand {
  readonly handle: WorkerHandle;
  readonly held: Set<number>;
  alive: boolean;
}

class Pool {
  readonly #run: PoolRun;
  readonly #resolve: (resumed: number) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #hands: Hand[] = [];
  readonly #again: number[] = [];
  readonly #attempts = new Map<number, number>();
  readonly #done = new Set<number>();
  #next = 0;
  #oldest = 0;
  #resumed = 0;
  #replacements = 0;
  #over = false;
  #claiming = false;

  constructor(run: PoolRun, resolve: (resumed: number) => void, reject: (reason: unknown) => void) {
    this.#run = run;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(): void {
    const { signal, workers, blocks } = this.#run;
    if (signal?.aborted) {
      this.#fail(signal.reason);
      return;
    }
    signal?.addEventListener("abort", () => this.#fail(signal.reason), { once: true });
    for (let i = 0; i < Math.min(workers, blocks.count); i++) this.#hire();
    void this.#deal();
  }

  #hire(): void {
    try {
      const handle = this.#run.team.take();
      const hand: Hand = { handle, held: new Set(), alive: true };
      handle.listen(
        (message) => void this.#receive(hand, message).catch((problem) => this.#fail(problem)),
        (reason) => this.#lose(hand, reason),
      );
      handle.post({ setup: this.#run.setup }, []);
      this.#hands.push(hand);
    } catch (problem) {
      this.#fail(noWorkers(String(problem)));
    }
  }

  /** Gives blocks to whoever has a hand free. One dealer at a time: reading the store takes a while. */
  async #deal(): Promise<void> {
    if (this.#claiming) return;
    this.#claiming = true;
    try {
      for (let hand = this.#freeHand(); hand !== undefined && !this.#over; hand = this.#freeHand()) {
        const index = this.#claim();
        if (index === undefined) break;
        const kept = await this.#run.store?.read(index);
        if (kept !== undefined) {
          this.#resumed++;
          this.#finish(index, kept);
        } else this.#give(index, hand);
      }
    } catch (problem) {
      this.#fail(problem);
    } finally {
      this.#claiming = false;
    }
  }

  #claim(): number | undefined {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    if (this.#next >= this.#run.blocks.count || this.#next - this.#oldest >= AHEAD + IN_HAND * this.#run.workers)
      return undefined;
    return this.#next++;
  }

  #freeHand(): Hand | undefined {
    return this.#hands
      .filter((hand) => hand.alive && hand.held.size < IN_HAND)
      .sort((a, b) => a.held.size - b.held.size)[0];
  }

  #give(index: number, hand: Hand): void {
    if (!hand.alive) {
      this.#again.push(index);
      return;
    }
    const task = this.#run.blocks.task(index);
    hand.held.add(index);
    this.#attempts.set(index, (this.#attempts.get(index) ?? 0) + 1);
    const buffers = task.initial === undefined ? [task.parameters] : [task.parameters, task.initial];
    hand.handle.post(
      { task },
      buffers.map((array) => array.buffer as ArrayBuffer),
    );
  }

  async #receive(hand: Hand, message: FromWorker): Promise<void> {
    if (this.#over) return;
    hand.held.delete(message.index);
    if ("problem" in message) {
      this.#tryAgain(message.index, message.problem);
      return;
    }
    await this.#run.store?.write(message.index, message.result);
    this.#finish(message.index, message.result);
    await this.#deal();
  }

  #finish(index: number, result: BlockResult): void {
    if (this.#over || this.#done.has(index)) return;
    this.#done.add(index);
    this.#attempts.delete(index);
    while (this.#done.has(this.#oldest)) this.#oldest++;
    this.#run.finish(this.#run.blocks.range(index), result);
    if (this.#done.size < this.#run.blocks.count) return;
    this.#stop();
    this.#resolve(this.#resumed);
  }

  #lose(hand: Hand, reason: string): void {
    if (this.#over || !hand.alive) return;
    hand.alive = false;
    this.#replacements++;
    if (this.#replacements > ATTEMPTS * this.#run.workers) this.#fail(noWorkers(reason));
    else for (const index of hand.held) this.#tryAgain(index, reason);
    if (this.#over) return;
    this.#hire();
    void this.#deal();
  }

  #tryAgain(index: number, reason: string): void {
    const attempts = this.#attempts.get(index) ?? 1;
    if (attempts >= ATTEMPTS) this.#fail(workerLost(index, this.#run.blocks.range(index).from, attempts, reason));
    else {
      this.#again.push(index);
      void this.#deal();
    }
  }

  #fail(reason: unknown): void {
    if (this.#over) return;
    this.#stop();
    this.#reject(reason);
  }

  #stop(): void {
    this.#over = true;
    for (const hand of this.#hands) {
      if (hand.alive && hand.held.size === 0) this.#run.team.giveBack(hand.handle);
      else hand.handle.stop();
    }
  }
}
