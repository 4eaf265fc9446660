/** Sorting by radix: several times as fast as comparing, for the thousands of rows of a stage. */

const DIGITS = 4;
const VALUES = 256;

/** A sorter with buffers of its own for rows of up to `most` numbers. */
export function floatSorter(most: number): (row: ArrayLike<number>) => Float32Array {
  const numbers = new Float32Array(most);
  const bits = new Uint32Array(numbers.buffer);
  const other = new Uint32Array(most);
  const counts = new Uint32Array(DIGITS * VALUES);

  /** The finite numbers of a row in ascending order, in a buffer that the next call uses again. */
  return (row) => {
    let count = 0;
    for (let i = 0; i < row.length; i++) {
      const value = row[i]!;
      if (Number.isFinite(value)) numbers[count++] = value;
    }
    counts.fill(0);
    for (let i = 0; i < count; i++) {
      // Order of bits as order of numbers: negative ones turned round, all others above them.
      const raw = bits[i]!;
      const key = (raw ^ ((raw >> 31) | 0x80000000)) >>> 0;
      bits[i] = key;
      counts[key & 255]!++;
      counts[VALUES + ((key >>> 8) & 255)]!++;
      counts[2 * VALUES + ((key >>> 16) & 255)]!++;
      counts[3 * VALUES + (key >>> 24)]!++;
    }
    let [from, to] = [bits, other];
    for (let digit = 0; digit < DIGITS; digit++) {
      const base = digit * VALUES;
      const shift = digit * 8;
      // A digit that all numbers share moves nothing.
      if (count > 0 && counts[base + ((from[0]! >>> shift) & 255)] === count) continue;
      let sum = 0;
      for (let value = base; value < base + VALUES; value++) {
        const here = counts[value]!;
        counts[value] = sum;
        sum += here;
      }
      for (let i = 0; i < count; i++) {
        const key = from[i]!;
        to[counts[base + ((key >>> shift) & 255)]!++] = key;
      }
      [from, to] = [to, from];
    }
    for (let i = 0; i < count; i++) {
      const key = from[i]!;
      bits[i] = key ^ (((key >>> 31) - 1) | 0x80000000);
    }
    return numbers.subarray(0, count);
  };
}
