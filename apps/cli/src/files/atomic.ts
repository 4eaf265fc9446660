import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "@logjam/evidence";
import { cannotWrite } from "../errors.ts";

/**
 * Writes files so that each is there whole or not at all: all are written beside their places first, synced, and only
 * then renamed. Throws InputError `output/file`; what was there before stays.
 */
export async function writeAllAtomically(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const staged: [from: string, to: string][] = [];
  try {
    for (const [to, text] of Object.entries(files)) {
      folderFor(to);
      await checkReplaceable(to);
      const from = `${to}.${process.pid}.tmp`;
      staged.push([from, to]);
      await writeSynced(from, text).catch((error) => fail(to, error));
    }
    for (const [from, to] of staged) await rename(from, to).catch((error) => fail(to, error));
  } finally {
    for (const [from] of staged) await rm(from, { force: true }).catch(() => {});
  }
}

/** Throws where an output's place is taken by something else than a file, or its folder cannot be made: before the work. */
export async function checkWritable(files: readonly string[]): Promise<void> {
  for (const file of files) {
    await checkReplaceable(file);
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const found = await stat(folder).catch(() => undefined);
      if (found?.isDirectory()) break;
      if (found !== undefined) fail(file, new Error(`${folder} is not a folder`));
      if (folder === dirname(folder)) break;
    }
  }
}

async function checkReplaceable(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile()) fail(file, new Error("something else than a file has this name"));
}

function folderFor(file: string): void {
  try {
    makeFolder(dirname(file));
  } catch (error) {
    fail(file, error);
  }
}

async function writeSynced(path: string, text: string | Uint8Array): Promise<void> {
  const handle = await open(path, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const fail = (file: string, error: unknown): never => {
  const why = error instanceof Error ? ("code" in error ? String(error.code) : error.message) : String(error);
  throw cannotWrite(file, why);
};
