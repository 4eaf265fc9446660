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
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen(onMessage, onLost) {
      worker.on("message", (message: FromWorker) => onMessage(message));
      worker.on("error", (error) => onLost(String(error)));
      worker.on("exit", (code) => onLost(`the thread ended with code ${code}`));
    },
    stop: () => void worker.terminate(),
  };
}

function startWebWorker(): WorkerHandle {
  const worker = new Worker(new URL("./worker-browser.ts", import.meta.url), { type: "module" });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen(onMessage, onLost) {
      worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
      worker.onerror = (event) => onLost(event.message || "the worker could not be loaded");
    },
    stop: () => worker.terminate(),
  };
}
