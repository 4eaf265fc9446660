/** Worker threads that outlive one ensemble: starting one costs half a second, and a question runs many ensembles. */
import { startWorker, type WorkerHandle } from "@logjam/kernel";

type Listener = Parameters<WorkerHandle["listen"]>;

export interface KeptWorkers {
  /** A worker that is idle, or a new one; `stop` hands it back. */
  readonly start: () => WorkerHandle;
  readonly close: () => void;
}

export function keepWorkers(): KeptWorkers {
  const idle: WorkerHandle[] = [];
  const all: WorkerHandle[] = [];
  const hire = (): WorkerHandle => {
    const worker = startWorker();
    let current: Listener | undefined;
    let lost = false;
    worker.listen(
      (message) => current?.[0](message),
      (reason) => {
        lost = true;
        current?.[1](reason);
      },
    );
    all.push(worker);
    const handle: WorkerHandle = {
      post: (message, transfer) => worker.post(message, transfer),
      listen: (...listener) => {
        current = listener;
      },
      stop: () => {
        current = undefined;
        if (!lost) idle.push(handle);
      },
    };
    return handle;
  };
  return {
    start: () => idle.pop() ?? hire(),
    close: () => {
      for (const worker of all) worker.stop();
    },
  };
}
