import type { WorkerHandle } from "./handle.ts";
import { startWorker } from "./start-worker.ts";

/** Workers that wait between runs, so that the next run need not start them. */
export class Team {
  readonly #start: () => WorkerHandle;
  readonly #waiting: WorkerHandle[] = [];
  #closed = false;

  constructor(start: () => WorkerHandle = startWorker) {
    this.#start = start;
  }

  take(): WorkerHandle {
    return this.#waiting.pop() ?? this.#start();
  }

  /** Takes back a worker that has nothing left to do. */
  giveBack(handle: WorkerHandle): void {
    if (this.#closed) {
      handle.stop();
      return;
    }
    const waiting = this.#waiting;
    const forget = (): void => {
      const at = waiting.indexOf(handle);
      if (at >= 0) waiting.splice(at, 1);
    };
    handle.listen(() => undefined, forget);
    handle.rest();
    waiting.push(handle);
  }

  close(): void {
    this.#closed = true;
    for (const handle of this.#waiting.splice(0)) handle.stop();
  }
}
