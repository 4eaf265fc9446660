import { gunzipSync } from "node:zlib";
import { errors } from "../errors.ts";

/** No source's file comes near this, packed or unpacked; the limit bounds memory whatever a stranger hands us. */
export const FILE_LIMIT_BYTES = 64 * 1024 * 1024;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Bytes to text: unpacks gzip (told by its first bytes, not by the name), drops a UTF-8 byte order mark, and refuses
 * anything that is not UTF-8 text. Line ends stay as they are; the CSV reader takes both.
 */
export function decodeText(bytes: Uint8Array, file: string, limit: number = FILE_LIMIT_BYTES): string {
  if (bytes.length === 0) throw errors.empty(file);
  if (bytes.length > limit) throw errors.tooLarge(file, bytes.length, limit);
  const plain = isGzip(bytes) ? unpack(bytes, file, limit) : bytes;
  if (plain.length === 0) throw errors.empty(file);
  if ((plain[0] === 0xff && plain[1] === 0xfe) || (plain[0] === 0xfe && plain[1] === 0xff)) {
    throw errors.encoding(file, "a UTF-16 byte order mark");
  }
  if (plain.subarray(0, 4096).includes(0)) throw errors.encoding(file, "it holds zero bytes, so it is binary");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    throw errors.encoding(file, "an invalid byte sequence");
  }
  if (text.trim() === "") throw errors.empty(file);
  return text;
}

function unpack(bytes: Uint8Array, file: string, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ERR_BUFFER_TOO_LARGE") throw errors.gzipBomb(file, limit);
    throw errors.gzipBroken(file, (cause as Error).message);
  }
}
