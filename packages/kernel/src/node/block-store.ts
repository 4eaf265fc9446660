import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { brokenStore } from "../errors.ts";
import type { BlockStore } from "../run/ensemble-types.ts";
import { decodeBlock, encodeBlock } from "./block-file.ts";

/**
 * Blocks as files under `directory/<id>/`, beside `run.json`, the canonical JSON of the run's identity. A file has its
 * name only once it is whole and on the disk: it is written under another name, synced, renamed, and the folder is
 * synced. A file that is not whole (a broken disk, a foreign hand) counts as missing and is computed again.
 *
 * Errors: `kernel/store` when the folder belongs to another run, and the system's own when it cannot be written.
 */
export async function openBlockStore(directory: string, identity: { id: string; json: string }): Promise<BlockStore> {
  const folder = join(directory, identity.id);
  await mkdir(folder, { recursive: true });
  await writeIdentity(folder, identity.json);
  await removeUnfinished(folder);
  return {
    async read(index) {
      const bytes = await readIfThere(join(folder, blockName(index)));
      return bytes === undefined ? undefined : decodeBlock(bytes);
    },
    write: (index, result) => writeWhole(folder, blockName(index), encodeBlock(result)),
  };
}

/** Indexes of the blocks in a run's folder. */
export async function storedBlocks(directory: string, id: string): Promise<number[]> {
  const names = await readdir(join(directory, id));
  const found = names.map((name) => /^block-(\d+)\.bin$/.exec(name)?.[1]).filter((digits) => digits !== undefined);
  return found.map(Number).sort((a, b) => a - b);
}

const blockName = (index: number): string => `block-${String(index).padStart(7, "0")}.bin`;

async function writeIdentity(folder: string, json: string): Promise<void> {
  const path = join(folder, "run.json");
  const known = await readIfThere(path);
  if (known === undefined) return writeWhole(folder, "run.json", new TextEncoder().encode(json));
  if (new TextDecoder().decode(known) !== json) throw brokenStore(path, "it describes another run");
}

/** What a killed process left under temporary names; those of processes that may still write are left alone. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `${name}.${process.pid}.tmp`);
  const file = await open(temporary, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, name));
  const parent = await open(folder, "r");
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw problem;
  }
}
