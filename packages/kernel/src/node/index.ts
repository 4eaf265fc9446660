/** Parts that need files: Node only. */
export { decodeBlock, encodeBlock } from "./block-file.ts";
export { openBlockStore, storedBlocks } from "./block-store.ts";
