/** Sorting by radix: several times as fast as comparing, for the thousands of rows of a stage. */

/** Three digits of 11, 11 and 10 bits. */
const LOW = 2048;
const HIGH = 1024;
/** Exponent bits all set: infinities and what is no number. */
const NOT_FINITE = 0x7f800000;

/** A sorter with buffers of its own for rows of up to `most` numbers. */
export function floatSorter(most: number): (row: Float32Array) => Float32Array {
  const given = new Float32Array(most);
  const bits = new Uint32Array(given.buffer);
  const numbers = new Float32Array(most);
  const keys = new Uint32Array(numbers.buffer);
  const other = new Uint32Array(most);
  const first = new Uint32Array(LOW);
  const second = new Uint32Array(LOW);
  const third = new Uint32Array(HIGH);

  /** The finite numbers of a row in ascending order, in a buffer that the next call uses again. */
  return (row) => {
    given.set(row);
    first.fill(0);
    second.fill(0);
    third.fill(0);
    let count = 0;
    for (let i = 0; i < row.length; i++) {
      const raw = bits[i]!;
      if ((raw & NOT_FINITE) === NOT_FINITE) continue;
      // Order of bits as order of numbers: negative ones turned round, all others above them.
      const key = raw ^ ((raw >> 31) | 0x80000000);
      keys[count++] = key;
      first[key & (LOW - 1)]!++;
      second[(key >>> 11) & (LOW - 1)]!++;
      third[key >>> 22]!++;
    }
    toStarts(first);
    toStarts(second);
    toStarts(third);
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      other[first[key & (LOW - 1)]!++] = key;
    }
    for (let i = 0; i < count; i++) {
      const key = other[i]!;
      keys[second[(key >>> 11) & (LOW - 1)]!++] = key;
    }
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      other[third[key >>> 22]!++] = key;
    }
    for (let i = 0; i < count; i++) {
      const key = other[i]!;
      keys[i] = key ^ (((key >>> 31) - 1) | 0x80000000);
    }
    return numbers.subarray(0, count);
  };
}

/** From how often each digit occurs to where its numbers begin. */
function toStarts(counts: Uint32Array): void {
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const here = counts[digit]!;
    counts[digit] = sum;
    sum += here;
  }
}
