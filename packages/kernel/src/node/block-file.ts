import { createHash } from "node:crypto";
import type { BlockResult } from "../run/block.ts";

/**
 * A block as bytes: magic, SHA-256 of the rest, the seven lengths in bytes, then the arrays as they are in memory
 * (little-endian on every platform that engines run on).
 */
const MAGIC = "LOGJAMB2";
const FIELDS = ["failed", "records", "final", "past", "leaves", "sketches", "events"] as const;
const CHECKSUM = 32;
const HEADER = MAGIC.length + CHECKSUM + 8 * FIELDS.length;

export function encodeBlock(result: BlockResult): Uint8Array {
  const arrays = FIELDS.map((field) => result[field]);
  const bytes = new Uint8Array(HEADER + arrays.reduce((sum, array) => sum + padded(array.byteLength), 0));
  const view = new DataView(bytes.buffer);
  let at = HEADER;
  arrays.forEach((array, i) => {
    view.setFloat64(MAGIC.length + CHECKSUM + 8 * i, array.byteLength, true);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  });
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes.set(checksum(bytes), MAGIC.length);
  return bytes;
}

/** The block, or undefined if the bytes are not one whole block. */
export function decodeBlock(bytes: Uint8Array): BlockResult | undefined {
  if (bytes.length < HEADER || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return undefined;
  const stored = bytes.subarray(MAGIC.length, MAGIC.length + CHECKSUM);
  if (Buffer.compare(stored, checksum(bytes)) !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = HEADER;
  const next = (i: number): ArrayBuffer => {
    const length = view.getFloat64(MAGIC.length + CHECKSUM + 8 * i, true);
    const part = new Uint8Array(bytes.subarray(at, at + length)); // a copy: a Buffer's own slice would share memory
    at += padded(length);
    return part.buffer;
  };
  return {
    failed: new Float64Array(next(0)),
    records: new Float64Array(next(1)),
    final: new Float64Array(next(2)),
    past: new Float64Array(next(3)),
    leaves: new Float64Array(next(4)),
    sketches: new Uint32Array(next(5)),
    events: new Float64Array(next(6)),
  };
}

const padded = (length: number): number => Math.ceil(length / 8) * 8;

const checksum = (bytes: Uint8Array): Uint8Array =>
  createHash("sha256")
    .update(bytes.subarray(MAGIC.length + CHECKSUM))
    .digest();
