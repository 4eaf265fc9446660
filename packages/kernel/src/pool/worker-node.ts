import { parentPort } from "node:worker_threads";
import { serve } from "./serve.ts";

/** Entry of a worker thread, once TypeScript can be read. */
const port = parentPort;
if (port !== null) {
  const handle = serve((message, transfer) => port.postMessage(message, transfer));
  port.on("message", handle);
}
