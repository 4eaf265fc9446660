import { crc32 as crc32OfZlib, deflateRawSync } from "node:zlib";

/** For tests: an entry as it shall stand in the archive, truthful or not. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Sizes and flags to claim instead of the true ones. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
}

const crc = (bytes: Uint8Array): number => (typeof crc32OfZlib === "function" ? crc32OfZlib(bytes) : 0);

/** Makes a zip archive; it can be made to lie. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimedSize = bytes.length, encrypted = false, method = 8 } of entries) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(encrypted ? 1 : 0, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(crc(bytes) >>> 0, 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimedSize, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listing, Buffer.from("PK\x05\x06"), end]);
}
