/** The bytes of a posterior: a line that names the format, the header as JSON with its length, then the codes. */
import type { Posterior, PosteriorHeader } from "./posterior.ts";

const MAGIC = "logjam-posterior/1\n";

/** Bytes, the same for the same posterior; numbers are little-endian. */
export function encodePosterior({ codes, ...header }: Posterior): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = MAGIC.length + 4 + text.length;
  const bytes = new Uint8Array(start + 2 * codes.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(MAGIC.length, text.length, true);
  bytes.set(text, MAGIC.length + 4);
  codes.forEach((code, i) => {
    view.setUint16(start + 2 * i, code, true);
  });
  return bytes;
}

/** Throws a RangeError that says what is wrong with bytes that are no whole posterior. `place` names their origin. */
export function decodePosterior(bytes: Uint8Array, place = "posterior"): Posterior {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = (what: string) =>
    new RangeError(`posterior/file: ${place} ${what}. Make it again: logjam fit, or fetch the data anew.`);
  if (bytes.length < MAGIC.length + 4 || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw wrong("is no posterior of this format");
  const length = view.getUint32(MAGIC.length, true);
  const start = MAGIC.length + 4 + length;
  if (start > bytes.length) throw wrong("ends within its header");
  let header: PosteriorHeader;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(MAGIC.length + 4, start))) as PosteriorHeader;
  } catch {
    throw wrong("has a header that is no JSON");
  }
  const count = header.parameters.length * header.particles;
  if (bytes.length !== start + 2 * count)
    throw wrong(`holds ${(bytes.length - start) / 2} numbers where its header announces ${count}`);
  return { ...header, codes: Uint16Array.from({ length: count }, (_, i) => view.getUint16(start + 2 * i, true)) };
}
