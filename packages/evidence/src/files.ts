import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { errors } from "./errors.ts";
import type { RawFile } from "./importers/frame.ts";
import { FILE_LIMIT_BYTES } from "./text/decode.ts";

/** Reads a file whole; its size is looked at first, so that a huge one never enters memory. */
export function readBytes(path: string, shownAs: string = path, limit: number = FILE_LIMIT_BYTES): Uint8Array {
  let size: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw errors.fileUnreadable(shownAs, "it is a folder");
    size = stat.size;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") throw errors.fileMissing(shownAs);
    throw systemError(cause, shownAs);
  }
  if (size > limit) throw errors.tooLarge(shownAs, size, limit);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw systemError(cause, shownAs);
  }
}

const systemError = (cause: unknown, path: string): Error =>
  (cause as NodeJS.ErrnoException).code === undefined
    ? (cause as Error)
    : errors.fileUnreadable(path, (cause as NodeJS.ErrnoException).code!);

/** Every file below a folder, as paths relative to it with forward slashes, sorted; hidden ones are left out. */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(relative(folder, path).split(sep).join("/"));
    }
  };
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw errors.rawMissing(folder);
  walk(folder);
  return found.sort();
}

/** Raw files one after another: only one is in memory at a time. */
export function* rawFiles(folder: string, paths: readonly string[] = listFiles(folder)): Generator<RawFile> {
  for (const path of paths) yield { path, bytes: readBytes(join(folder, path), path) };
}

/**
 * Writes files as one change: all are written and synced beside their places first, then renamed into place. A failure
 * while writing leaves the folder as it was; `last` (the descriptor, which holds the others' checksums) goes last.
 */
export function writeTogether(folder: string, files: ReadonlyMap<string, Uint8Array>, last: string): void {
  const pending: { temporary: string; final: string }[] = [];
  try {
    makeFolder(folder);
    const names = [...files.keys()].filter((name) => name !== last);
    for (const name of [...names, last]) {
      const bytes = files.get(name);
      if (bytes === undefined) continue;
      const final = join(folder, name);
      const temporary = `${final}.${process.pid}.tmp`;
      makeFolder(join(final, ".."));
      pending.push({ temporary, final });
      writeSynced(temporary, bytes);
    }
    for (const { temporary, final } of pending) renameSync(temporary, final);
  } catch (cause) {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
    throw errors.unwritable(folder, (cause as NodeJS.ErrnoException).code ?? (cause as Error).message);
  }
}

/** Makes a folder and those above it, one by one: Node's own recursive way never returns below folders like /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "w");
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
