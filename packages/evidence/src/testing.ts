import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RawFile } from "./importers/frame.ts";

/** For tests only: samples, the committed snapshot, and the raw files where they are at hand. */
const HERE = fileURLToPath(new URL(".", import.meta.url));
export const SAMPLES = join(HERE, "importers", "samples");
export const REPOSITORY = join(HERE, "..", "..", "..");
export const SNAPSHOT = join(REPOSITORY, "data");

/** The folder of raw files beside the repository, or undefined; tests on real files are then skipped, and say so. */
export function rawFolder(): string | undefined {
  const folder = process.env["LOGJAM_RAW"] ?? join(REPOSITORY, "..", "shared", "data", "raw");
  if (existsSync(folder)) return folder;
  console.warn(`SKIPPED: tests on the real raw files, for there is no ${folder} (set LOGJAM_RAW to run them)`);
  return undefined;
}

export const sample = (name: string, path: string = name): RawFile => ({
  path,
  bytes: readFileSync(join(SAMPLES, name)),
});

export const textFile = (path: string, text: string): RawFile => ({ path, bytes: new TextEncoder().encode(text) });
