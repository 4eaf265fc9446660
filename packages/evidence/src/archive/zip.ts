import { inflateRawSync } from "node:zlib";
import { errors } from "../errors.ts";
import type { RawFile } from "../importers/frame.ts";
import { FILE_LIMIT_BYTES } from "../text/decode.ts";

/** Limits on what an archive may unfold to: the files of all sources together are a fifth of this. */
export const ARCHIVE_LIMIT_BYTES = 512 * 1024 * 1024;
const ENTRY_LIMIT = 20_000;

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The files of a zip archive, one after another. Sizes are believed only as limits: unpacking stops at them. Entries
 * whose names lead out of the archive, encrypted ones, and archives that unfold beyond the limit are refused whole.
 */
export function* zipFiles(bytes: Uint8Array, archive: string): Generator<RawFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = centralDirectory(view, bytes, archive);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > ARCHIVE_LIMIT_BYTES) {
    throw errors.archiveEntry(archive, `Unpacked, the archive is larger than ${ARCHIVE_LIMIT_BYTES} bytes.`);
  }
  for (const entry of entries) {
    if (!entry.name.endsWith("/"))
      yield { path: entry.name, bytes: unpack(view, bytes, entry, `${archive}, ${entry.name}`) };
  }
}

function centralDirectory(view: DataView, bytes: Uint8Array, archive: string): Entry[] {
  const end = findEnd(view, archive);
  const count = view.getUint16(end + 10, true);
  if (count > ENTRY_LIMIT) throw errors.archiveEntry(archive, `The archive has more than ${ENTRY_LIMIT} entries.`);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw errors.archiveBroken(archive, "its directory is not where it should be");
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    checkName(name, archive);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView, archive: string): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw errors.archiveBroken(archive, "its end is missing");
}

function checkName(name: string, archive: string): void {
  const parts = name.split(/[/\\]/);
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name) || parts.includes("..") || name.includes("\0")) {
    throw errors.archiveEntry(
      `${archive}, entry ${JSON.stringify(name)}`,
      "The entry's name leads out of the archive.",
    );
  }
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry, place: string): Uint8Array {
  const { method, encrypted, packedSize, size, offset } = entry;
  if (encrypted) throw errors.archiveEntry(place, "The entry is encrypted.");
  if (size > FILE_LIMIT_BYTES)
    throw errors.archiveEntry(place, `The entry unpacks to more than ${FILE_LIMIT_BYTES} bytes.`);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw errors.archiveBroken(place, "the entry is not where the directory says");
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw errors.archiveBroken(place, "the entry is cut off");
  if (method === 0) return packed;
  if (method !== 8) throw errors.archiveEntry(place, `The entry is packed by method ${method}, which is not read.`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw errors.archiveBroken(place, (cause as Error).message);
  }
}
