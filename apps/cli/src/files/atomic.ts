import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { cannotWrite } from "../errors.ts";

/**
 * Writes files so that each is there whole or not at all: all are written beside their places first, synced, and only
 * then renamed. Throws InputError `output/file`; what was there before stays.
 */
export async function writeAllAtomically(files: Readonly<Record<string, string>>): Promise<void> {
  const staged: [from: string, to: string][] = [];
  try {
    for (const [to, text] of Object.entries(files)) {
      await mkdir(dirname(to), { recursive: true }).catch((error) => fail(to, error));
      const from = `${to}.${process.pid}.tmp`;
      staged.push([from, to]);
      await writeSynced(from, text).catch((error) => fail(to, error));
    }
    for (const [from, to] of staged) await rename(from, to).catch((error) => fail(to, error));
  } finally {
    for (const [from] of staged) await rm(from, { force: true }).catch(() => {});
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const fail = (file: string, error: unknown): never => {
  throw cannotWrite(file, error instanceof Error && "code" in error ? String(error.code) : String(error));
};
