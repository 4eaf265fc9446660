/** The bytes of a posterior: a line that names the format, the header as JSON with its length, then the codes. */
import { crc32 } from "./crc32.ts";
import type { Posterior, PosteriorHeader } from "./posterior.ts";

const MAGIC = "logjam-posterior/1\n";

/** What a header holds, whole: the compiler keeps this list complete. */
const KEYS: { readonly [K in keyof PosteriorHeader]: true } = {
  format: true,
  model: true,
  identity: true,
  start: true,
  asOf: true,
  seed: true,
  method: true,
  particles: true,
  runs: true,
  distinct: true,
  powers: true,
  accepted: true,
  logEvidence: true,
  parameters: true,
};

/** Eight hexadecimal digits over the header, without them, and the bytes of the codes. */
const checksumOf = (header: PosteriorHeader, codes: Uint8Array): string =>
  crc32(new TextEncoder().encode(JSON.stringify(header)), codes)
    .toString(16)
    .padStart(8, "0");

/** Bytes, the same for the same posterior; numbers are little-endian. The header ends with a checksum of the whole. */
export function encodePosterior({ codes, ...header }: Posterior): Uint8Array {
  const numbers = new Uint8Array(2 * codes.length);
  const view = new DataView(numbers.buffer);
  codes.forEach((code, i) => {
    view.setUint16(2 * i, code, true);
  });
  const text = new TextEncoder().encode(JSON.stringify({ ...header, checksum: checksumOf(header, numbers) }));
  const start = MAGIC.length + 4 + text.length;
  const bytes = new Uint8Array(start + numbers.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length, true);
  bytes.set(text, MAGIC.length + 4);
  bytes.set(numbers, start);
  return bytes;
}

/**
 * Throws a RangeError that says what is wrong with bytes that are no whole posterior. `place` names their origin. Files of
 * the first days have no checksum; they are read without.
 */
export function decodePosterior(bytes: Uint8Array, place = "posterior"): Posterior {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = (what: string) =>
    new RangeError(`posterior/file: ${place} ${what}. Make it again: logjam fit, or fetch the data anew.`);
  if (bytes.length < MAGIC.length + 4 || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw wrong("is no posterior of this format");
  const length = view.getUint32(MAGIC.length, true);
  const start = MAGIC.length + 4 + length;
  if (start > bytes.length) throw wrong("ends within its header");
  const { checksum, ...header } = readHeader(bytes.subarray(MAGIC.length + 4, start), wrong);
  const count = header.parameters.length * header.particles;
  if (bytes.length !== start + 2 * count)
    throw wrong(`holds ${(bytes.length - start) / 2} numbers where its header announces ${count}`);
  if (checksum !== undefined && checksum !== checksumOf(header, bytes.subarray(start)))
    throw wrong("is damaged: its checksum is another");
  return { ...header, codes: Uint16Array.from({ length: count }, (_, i) => view.getUint16(start + 2 * i, true)) };
}

function readHeader(text: Uint8Array, wrong: (what: string) => RangeError): PosteriorHeader & { checksum?: string } {
  let header: PosteriorHeader;
  try {
    header = JSON.parse(new TextDecoder().decode(text)) as PosteriorHeader;
  } catch {
    throw wrong("has a header that is no JSON");
  }
  const keys = header !== null && typeof header === "object" ? Object.keys(header) : [];
  const lacking = Object.keys(KEYS).find((key) => !keys.includes(key));
  if (lacking !== undefined) throw wrong(`has a header without ${lacking}`);
  const unknown = keys.find((key) => !(key in KEYS) && key !== "checksum");
  if (unknown !== undefined) throw wrong(`has ${JSON.stringify(unknown)} in its header, which no version writes`);
  if (!Array.isArray(header.parameters) || !Number.isInteger(header.particles))
    throw wrong("has a header whose parameters or particles are none");
  return header;
}
