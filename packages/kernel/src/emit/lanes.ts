import type { Code } from "../wasm/code.ts";
import type { OpcodeName, ValueType } from "../wasm/opcodes.ts";

/** Two members at a time (SIMD) or one (where an engine has no SIMD): the same generator writes both. */
export type Width = 1 | 2;

/** Operations by the same name at either width. `bits...` treat the 64 bits of a number as a whole number. */
const NAMES = {
  add: ["f64.add", "f64x2.add"],
  sub: ["f64.sub", "f64x2.sub"],
  mul: ["f64.mul", "f64x2.mul"],
  div: ["f64.div", "f64x2.div"],
  neg: ["f64.neg", "f64x2.neg"],
  abs: ["f64.abs", "f64x2.abs"],
  sqrt: ["f64.sqrt", "f64x2.sqrt"],
  less: ["f64.lt", "f64x2.lt"],
  lessEqual: ["f64.le", "f64x2.le"],
  equal: ["f64.eq", "f64x2.eq"],
  notEqual: ["f64.ne", "f64x2.ne"],
  greaterEqual: ["f64.ge", "f64x2.ge"],
  choose: ["select", "v128.bitselect"],
  bitsAdd: ["i64.add", "i64x2.add"],
  bitsSub: ["i64.sub", "i64x2.sub"],
  bitsAnd: ["i64.and", "v128.and"],
  bitsOr: ["i64.or", "v128.or"],
  bitsXor: ["i64.xor", "v128.xor"],
} as const satisfies Record<string, readonly [OpcodeName, OpcodeName]>;

export type LaneOp = keyof typeof NAMES;

/** Writes arithmetic on one or two members into `code`. Values are f64 or v128; masks of comparisons i32 or v128. */
export class Lanes {
  readonly code: Code;
  readonly width: Width;
  readonly type: ValueType;
  /** Type of masks: what comparisons push. */
  readonly maskType: ValueType;
  /** Vectors that the equations work on in lockstep: a constant is loaded once for all of them. */
  readonly vectors: number;

  constructor(code: Code, width: Width) {
    this.code = code;
    this.width = width;
    this.type = width === 2 ? "v128" : "f64";
    this.maskType = width === 2 ? "v128" : "i32";
    this.vectors = width === 2 ? 2 : 1;
  }

  op(...names: LaneOp[]): this {
    for (const name of names) this.code.op(NAMES[name][this.width - 1]!);
    return this;
  }

  constant(value: number): this {
    if (this.width === 2) this.code.lanes64(value);
    else this.code.f64(value);
    return this;
  }

  bitsConstant(bits: bigint): this {
    if (this.width === 2) this.code.lanesOfBits(bits);
    else this.code.i64(BigInt.asIntN(64, bits));
    return this;
  }

  /** From a number to its bits and back; vectors know no difference. */
  toBits(): this {
    if (this.width === 1) this.code.op("i64.reinterpret_f64");
    return this;
  }

  fromBits(): this {
    if (this.width === 1) this.code.op("f64.reinterpret_i64");
    return this;
  }

  shiftLeft(count: number): this {
    if (this.width === 2) this.code.i32(count).op("i64x2.shl");
    else this.code.i64(BigInt(count)).op("i64.shl");
    return this;
  }

  shiftRight(count: number): this {
    if (this.width === 2) this.code.i32(count).op("i64x2.shr_u");
    else this.code.i64(BigInt(count)).op("i64.shr_u");
    return this;
  }

  /** `min(a, b)` is `b < a ? b : a`: pmin of SIMD is defined so. */
  min(): this {
    return this.#extreme("f64x2.pmin", (a, b) => this.code.get(b).get(a));
  }

  /** `max(a, b)` is `a < b ? b : a`. */
  max(): this {
    return this.#extreme("f64x2.pmax", (a, b) => this.code.get(a).get(b));
  }

  #extreme(simd: "f64x2.pmin" | "f64x2.pmax", compared: (a: number, b: number) => void): this {
    if (this.width === 2) {
      this.code.op(simd);
      return this;
    }
    const a = this.code.local("f64");
    const b = this.code.local("f64");
    this.code.set(b).set(a).get(b).get(a);
    compared(a, b);
    this.code.op("f64.lt", "select");
    this.code.release("f64", a, b);
    return this;
  }

  /** A mask to the number 1 or 0. */
  maskToNumber(): this {
    if (this.width === 2) this.constant(1).code.op("v128.and");
    else this.code.op("f64.convert_i32_u");
    return this;
  }

  local(): number {
    return this.code.local(this.type);
  }

  locals(count: number): number[] {
    return Array.from({ length: count }, () => this.local());
  }

  release(...locals: number[]): void {
    this.code.release(this.type, ...locals);
  }

  get(local: number): this {
    this.code.get(local);
    return this;
  }

  set(local: number): this {
    this.code.set(local);
    return this;
  }

  tee(local: number): this {
    this.code.tee(local);
    return this;
  }

  /** @param vector which of the vectors in lockstep: they stand side by side. */
  load(offset: number, vector = 0): this {
    this.code.load(this.width === 2 ? "v128" : "f64", offset + vector * 8 * this.width);
    return this;
  }

  /** One number for all members. */
  loadShared(offset: number): this {
    this.code.load(this.width === 2 ? "v128.load64_splat" : "f64", offset);
    return this;
  }

  store(offset: number, vector = 0): this {
    this.code.store(this.width === 2 ? "v128" : "f64", offset + vector * 8 * this.width);
    return this;
  }
}
