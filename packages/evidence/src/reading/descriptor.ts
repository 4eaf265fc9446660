import { createHash } from "node:crypto";
import { join } from "node:path";
import { errors } from "../errors.ts";
import { readBytes } from "../files.ts";
import { decodeText } from "../text/decode.ts";
import { isObject, parseJson } from "../text/json.ts";

export const DESCRIPTOR = "datapackage.json";

/** The descriptor of a snapshot as it stands. */
export function readDescriptor(directory: string): Record<string, unknown> {
  const file = join(directory, DESCRIPTOR);
  const descriptor = parseJson(decodeText(readBytes(file), file), file);
  if (!isObject(descriptor) || !Array.isArray(descriptor["resources"])) {
    throw errors.snapshotBroken(file, "The descriptor lists no resources.");
  }
  return descriptor;
}

/** Checksums by path, in the descriptor's order. */
export function readHashes(directory: string): Map<string, string> {
  const resources = readDescriptor(directory)["resources"] as unknown[];
  return new Map(
    resources.filter(isObject).map((resource) => [String(resource["path"]), String(resource["hash"] ?? "")]),
  );
}

/** A file must be what the descriptor says of it; one that the descriptor does not list is not checked. */
export function verifyHash(file: string, bytes: Uint8Array, hash: string | undefined): void {
  if (hash !== undefined && hash !== `sha256:${createHash("sha256").update(bytes).digest("hex")}`) {
    throw errors.snapshotChanged(file);
  }
}
