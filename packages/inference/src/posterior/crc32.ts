/** CRC-32 as in ZIP and PNG (polynomial 0xEDB88320): finds every single flipped bit, and all but one in 2^32 other damages. */
export function crc32(...parts: readonly Uint8Array[]): number {
  let crc = 0xffffffff;
  for (const bytes of parts)
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  return (crc ^ 0xffffffff) >>> 0;
}
