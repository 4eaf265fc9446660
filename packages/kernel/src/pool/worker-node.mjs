// Entry of a worker thread in Node: workers do not inherit a loader for TypeScript, so this registers one first.
import { register } from "tsx/esm/api";

register();
await import("./worker-node.ts");
