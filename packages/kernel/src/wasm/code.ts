import { bitsOf, bothLanes, float64, fourLanes, signed, unsigned } from "./bytes.ts";
import { OPCODES, type OpcodeName, VALUE_TYPES, type ValueType } from "./opcodes.ts";

/** The body of one function, written instruction by instruction, as the stack machine reads it. */
export class Code {
  readonly bytes: number[] = [];
  readonly #parameters: number;
  readonly #locals: ValueType[] = [];
  readonly #free = new Map<ValueType, number[]>();
  /** Locals that hold a 128-bit constant throughout the function, by the constant's text. */
  readonly #constants = new Map<string, { readonly local: number; readonly bytes: readonly number[] }>();

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  /** Instructions without immediates, in order. */
  op(...names: OpcodeName[]): this {
    for (const name of names) for (const byte of OPCODES[name]) this.bytes.push(byte);
    return this;
  }

  /** A local variable: one given back with `release` before, or a new one. */
  local(type: ValueType): number {
    const free = this.#free.get(type)?.pop();
    if (free !== undefined) return free;
    this.#locals.push(type);
    return this.#parameters + this.#locals.length - 1;
  }

  release(type: ValueType, ...locals: number[]): void {
    const free = this.#free.get(type);
    if (free) free.push(...locals);
    else this.#free.set(type, [...locals]);
  }

  get localCount(): number {
    return this.#parameters + this.#locals.length;
  }

  get(local: number): this {
    return this.#write(0x20, local);
  }

  set(local: number): this {
    return this.#write(0x21, local);
  }

  tee(local: number): this {
    return this.#write(0x22, local);
  }

  call(functionIndex: number): this {
    return this.#write(0x10, functionIndex);
  }

  i32(value: number): this {
    this.bytes.push(0x41, ...signed(BigInt(value | 0)));
    return this;
  }

  i64(value: bigint): this {
    this.bytes.push(0x42, ...signed(value));
    return this;
  }

  f64(value: number): this {
    this.bytes.push(0x44, ...float64(value));
    return this;
  }

  /**
   * A 128-bit constant. Written once, at the start of the function, into a local: two bytes per use in place of
   * eighteen, and the same machine code.
   *
   * @param key names the constant: equal keys must mean equal bytes.
   */
  v128(key: string, bytes: () => readonly number[]): this {
    const known = this.#constants.get(key);
    if (known !== undefined) return this.get(known.local);
    this.#locals.push("v128");
    const local = this.#parameters + this.#locals.length - 1;
    this.#constants.set(key, { local, bytes: bytes() });
    return this.get(local);
  }

  /** A 128-bit constant of four equal 32-bit lanes. */
  lanes32(word: number): this {
    return this.v128(`w${word >>> 0}`, () => fourLanes(word));
  }

  /** A 128-bit constant of two equal numbers. */
  lanes64(value: number): this {
    return this.v128(Object.is(value, -0) ? "-0" : String(value), () => bothLanes(bitsOf(value)));
  }

  /** A 128-bit constant of two equal 64-bit patterns. */
  lanesOfBits(bits: bigint): this {
    return this.v128(`b${bits}`, () => bothLanes(bits));
  }

  /** Picks four of the eight 32-bit lanes of two vectors: 0-3 from the first, 4-7 from the second. */
  shuffle32(a: number, b: number, c: number, d: number): this {
    this.bytes.push(0xfd, 0x0d);
    for (const lane of [a, b, c, d]) this.bytes.push(4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3);
    return this;
  }

  /** Memory instructions take the address from the stack and add `offset` bytes. */
  load(type: "f64" | "i64" | "v128" | "v128.load64_splat", offset: number): this {
    if (type === "f64") this.bytes.push(0x2b, 3);
    else if (type === "i64") this.bytes.push(0x29, 3);
    else if (type === "v128") this.bytes.push(0xfd, 0x00, 4);
    else this.bytes.push(0xfd, 0x0a, 3);
    this.bytes.push(...unsigned(offset));
    return this;
  }

  store(type: "f64" | "v128", offset: number): this {
    if (type === "f64") this.bytes.push(0x39, 3);
    else this.bytes.push(0xfd, 0x0b, 4);
    this.bytes.push(...unsigned(offset));
    return this;
  }

  /** Repeats `body`, which leaves an i32 on the stack, until that is 0. */
  loop(body: () => void): this {
    this.bytes.push(0x03, 0x40);
    body();
    this.bytes.push(0x0d, 0x00, 0x0b);
    return this;
  }

  /** The function body as the code section wants it: locals, instructions, end. */
  finish(): number[] {
    const runs: [count: number, type: ValueType][] = [];
    for (const type of this.#locals) {
      const last = runs[runs.length - 1];
      if (last?.[1] === type) last[0]++;
      else runs.push([1, type]);
    }
    const out = unsigned(runs.length);
    for (const [count, type] of runs) out.push(...unsigned(count), VALUE_TYPES[type]);
    for (const { local, bytes } of this.#constants.values()) out.push(0xfd, 0x0c, ...bytes, 0x21, ...unsigned(local));
    return out.concat(this.bytes, [0x0b]);
  }

  #write(opcode: number, operand: number): this {
    this.bytes.push(opcode);
    if (operand < 0x80) this.bytes.push(operand);
    else this.bytes.push(...unsigned(operand));
    return this;
  }
}
