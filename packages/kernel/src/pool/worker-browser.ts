import type { ToWorker } from "./handle.ts";
import { serve } from "./serve.ts";

/** Entry of a Web Worker. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;
const handle = serve((message, transfer) => scope.postMessage(message, transfer));
scope.onmessage = (event) => handle(event.data);
