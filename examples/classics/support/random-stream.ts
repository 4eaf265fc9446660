import { drawBlock, streamHash } from "@logjam/lang";

/**
 * Random numbers one after another from one of the language's named Philox streams. A stream depends on its seed, name
 * and number alone: how much is taken from one disturbs no other, and any of them can be had without the rest.
 */
export class RandomStream {
  readonly #seed: bigint;
  readonly #hash: number;
  readonly #number: number;
  readonly #uniforms = new Float64Array(4);
  readonly #normals = new Float64Array(4);
  #uniformCount = 0;
  #normalCount = 0;

  /** `number` tells apart streams of one name, such as one for each attempt. */
  constructor(seed: bigint, name: string, number = 0) {
    this.#seed = seed;
    this.#hash = streamHash(name);
    this.#number = number;
  }

  /** Uniform on (0, 1), never 0 or 1. */
  uniform(): number {
    const lane = this.#uniformCount % 4;
    if (lane === 0) this.#refill("uniform", this.#uniformCount / 4);
    this.#uniformCount++;
    return this.#uniforms[lane]!;
  }

  /** Standard normal. */
  normal(): number {
    const lane = this.#normalCount % 4;
    if (lane === 0) this.#refill("normal", this.#normalCount / 4);
    this.#normalCount++;
    return this.#normals[lane]!;
  }

  /** Blocks of uniforms are element 0, blocks of normals element 1: the two never share a word. */
  #refill(kind: "uniform" | "normal", block: number): void {
    const [element, into] = kind === "uniform" ? [0, this.#uniforms] : [1, this.#normals];
    drawBlock(this.#seed, block, this.#number, this.#hash, element, kind, into);
  }

  /**
   * Gamma with the given shape and scale 1: G. Marsaglia & W. W. Tsang, *ACM TOMS* 26 (2000) 363-372; for shapes below
   * 1, a draw of shape + 1 times a uniform to the power 1 / shape.
   */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }
}
