import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { errors } from "../errors.ts";
import { listFiles, readBytes } from "../files.ts";
import type { RawFile } from "../importers/frame.ts";
import { isZip, zipFiles } from "./zip.ts";

/** Zip archives may be larger than single files. */
const ZIP_LIMIT_BYTES = 256 * 1024 * 1024;

/** Raw files below paths: files, folders, zip archives (gzip is unpacked when a file is read). One at a time. */
export function* rawFilesAt(paths: readonly string[]): Generator<RawFile> {
  for (const path of paths) {
    if (!existsSync(path)) throw errors.importMissing(path);
    if (statSync(path).isDirectory()) {
      for (const inside of listFiles(path)) yield* unfold(join(path, inside), inside);
    } else yield* unfold(path, basename(path));
  }
}

function* unfold(file: string, citedAs: string): Generator<RawFile> {
  const bytes = readBytes(file, citedAs, ZIP_LIMIT_BYTES);
  if (isZip(bytes)) yield* zipFiles(bytes, citedAs);
  else yield { path: citedAs, bytes };
}
