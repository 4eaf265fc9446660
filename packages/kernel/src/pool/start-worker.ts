import type { FromWorker, WorkerHandle } from "./handle.ts";

type NodeThreads = typeof import("node:worker_threads");

/** Starts a worker of the platform at hand: a thread in Node, a module Web Worker in browsers. */
export function startWorker(): WorkerHandle {
  // Asking the process for the module keeps this file free of imports that browsers lack.
  const process = (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process;
  const threads = process?.getBuiltinModule?.("node:worker_threads") as NodeThreads | undefined;
  return threads === undefined ? startWebWorker() : startThread(threads);
}

function startThread(threads: NodeThreads): WorkerHandle {
  const entry = "./worker-node.mjs"; // a variable, so that bundlers for browsers leave it alone
  const worker = new threads.Worker(new URL(entry, import.meta.url), { execArgv: [] });
  const listeners = new Listeners();
  worker.on("message", (message: FromWorker) => listeners.message(message));
  worker.on("error", (error) => listeners.lose(String(error)));
  worker.on("exit", (code) => listeners.lose(`the thread ended with code ${code}`));
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (onMessage, onLost) => {
      // A worker that rested does not keep the process alive; one that is listened to must.
      worker.ref();
      listeners.listen(onMessage, onLost);
    },
    rest: () => worker.unref(),
    stop: () => void worker.terminate(),
  };
}

function startWebWorker(): WorkerHandle {
  const worker = new Worker(new URL("./worker-browser.ts", import.meta.url), { type: "module" });
  const listeners = new Listeners();
  worker.onmessage = (event: MessageEvent<FromWorker>) => listeners.message(event.data);
  worker.onerror = (event) => listeners.lose(event.message || "the worker could not be loaded");
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (onMessage, onLost) => listeners.listen(onMessage, onLost),
    rest: () => undefined,
    stop: () => worker.terminate(),
  };
}

/** Hands what a worker says to the run that listens now; a worker that died between runs says so to the next. */
class Listeners {
  #onMessage: (message: FromWorker) => void = () => undefined;
  #onLost: (reason: string) => void = () => undefined;
  #lost: string | undefined;

  listen(onMessage: (message: FromWorker) => void, onLost: (reason: string) => void): void {
    this.#onMessage = onMessage;
    this.#onLost = onLost;
    const reason = this.#lost;
    if (reason !== undefined) queueMicrotask(() => onLost(reason));
  }

  message(message: FromWorker): void {
    this.#onMessage(message);
  }

  lose(reason: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = reason;
    this.#onLost(reason);
  }
}
