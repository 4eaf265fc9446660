import { readFileSync } from "node:fs";
import { type Draw, type Ir, philox4x32, streamHash } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { compileKernel } from "../kernel.ts";
import { runKernel } from "../run/run-kernel.ts";
import { IrBuilder } from "../testing/ir-builder.ts";
import { firstRoundConstants, keyVectors } from "./philox.ts";

/**
 * Distribution tests. Each compares a statistic of fixed draws with its theory at a false-alarm rate of 1e-6: the seeds
 * are fixed, so a test that passes once passes always, and one that fails would mislead at most once in a million.
 */
const Z = 4.89; // two-sided 1e-6 of the standard normal

/** Draws of one kind through the compiled kernel: [step][member]. */
function draws(kind: Draw["kind"], members: number, steps: number, seed: bigint, width: 1 | 2 = 2): Float64Array {
  const b = new IrBuilder();
  b.output("draw", b.draw("test", 3, kind));
  return run(b.build("draws"), members, steps, seed, width);
}

function run(ir: Ir, members: number, steps: number, seed: bigint, width: 1 | 2 = 2): Float64Array {
  const none = new Float64Array(0);
  return runKernel(compileKernel(ir, { width }), { members, steps, seed, series: none, parameters: none }).outputs;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Greatest distance between the empirical and the theoretical distribution, times sqrt(n). */
function kolmogorov(values: Float64Array, shareBelow: (x: number) => number): number {
  const sorted = values.slice().sort();
  let distance = 0;
  sorted.forEach((x, i) => {
    const p = shareBelow(x);
    distance = Math.max(distance, p - i / sorted.length, (i + 1) / sorted.length - p);
  });
  return distance * Math.sqrt(sorted.length);
}
/** P(sqrt(n) D > 2.69) = 2 exp(-2 * 2.69^2) = 1e-6. */
const KOLMOGOROV_LIMIT = 2.69;

/** The normal distribution function by Abramowitz & Stegun 26.2.17; error below 7.5e-8. */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x < 0 ? tail : 1 - tail;
}

describe.each([2, 1] as const)("normal draws (width %i)", (width) => {
  const values = draws("normal", 1000, 200, 7n, width);

  it("have the moments of the standard normal", () => {
    const n = values.length;
    expect(Math.abs(mean(values)) * Math.sqrt(n)).toBeLessThan(Z);
    expect(Math.abs(mean(values.map((x) => x * x)) - 1) * Math.sqrt(n / 2)).toBeLessThan(Z);
    expect(Math.abs(mean(values.map((x) => x ** 3))) * Math.sqrt(n / 15)).toBeLessThan(Z);
    expect(Math.abs(mean(values.map((x) => x ** 4)) - 3) * Math.sqrt(n / 96)).toBeLessThan(Z);
  });

  it("have its distribution function, tails included", () => {
    expect(kolmogorov(values, normalBelow)).toBeLessThan(KOLMOGOROV_LIMIT);
    for (const [limit, probability] of [
      [3, 2.6998e-3],
      [4, 6.3342e-5],
    ] as const) {
      const beyond = values.filter((x) => Math.abs(x) > limit).length;
      const expected = values.length * probability;
      expect(Math.abs(beyond - expected)).toBeLessThan(Z * Math.sqrt(expected) + 2);
    }
  });

  it("do not hang together across members, steps or squares", () => {
    const pairs = (shift: number, of: (x: number) => number): number => {
      let sum = 0;
      for (let i = shift; i < values.length; i++) sum += of(values[i]!) * of(values[i - shift]!);
      return sum / Math.sqrt(values.length);
    };
    for (const shift of [1, 2, 3, 4, 1000, 1001]) {
      expect(Math.abs(pairs(shift, (x) => x))).toBeLessThan(Z);
      expect(Math.abs(pairs(shift, (x) => (x * x - 1) / Math.SQRT2))).toBeLessThan(2 * Z);
    }
  });
});

describe("uniform draws", () => {
  const values = draws("uniform", 1000, 200, 11n);

  it("fill (0, 1) evenly", () => {
    expect(values.every((u) => u > 0 && u < 1)).toBe(true);
    expect(kolmogorov(values, (u) => u)).toBeLessThan(KOLMOGOROV_LIMIT);
    expect(Math.abs(mean(values) - 0.5) * Math.sqrt(12 * values.length)).toBeLessThan(Z);
  });
});

describe("streams", () => {
  it("are disturbed by no other: adding draws leaves the old ones as they were", () => {
    const alone = draws("normal", 40, 5, 3n);
    const b = new IrBuilder();
    const old = b.draw("test", 3, "normal");
    const others = Array.from({ length: 6 }, (_, i) => b.draw("other", i, i % 2 === 0 ? "normal" : "uniform"));
    b.output("draw", old);
    b.output("sum", b.add(old, ...others));
    const beside = run(b.build("more draws"), 40, 5, 3n);
    expect(Array.from(beside.subarray(0, 200))).toEqual(Array.from(alone));
  });

  it("differ between seeds, elements and names", () => {
    const b = new IrBuilder();
    const streams = [b.draw("a", 0, "uniform"), b.draw("a", 1, "uniform"), b.draw("b", 0, "uniform")];
    streams.forEach((stream, i) => void b.output(`${i}`, stream));
    const ir = b.build("streams");
    const all = [...run(ir, 4, 4, 1n), ...run(ir, 4, 4, 2n), ...run(ir, 4, 4, 1n << 32n)];
    expect(new Set(all).size).toBe(all.length);
  });
});

interface Vectors {
  readonly vectors: readonly {
    readonly generator: string;
    readonly rounds: number;
    readonly counter: readonly string[];
    readonly key: readonly string[];
    readonly output: readonly string[];
  }[];
}
const known = (JSON.parse(readFileSync(new URL("./philox-vectors.json", import.meta.url), "utf8")) as Vectors).vectors;

describe("Random123's known answers", () => {
  it.each(known.map((vector) => [vector.counter.join(" "), vector] as const))("%s", (_, { counter, key, output }) => {
    const [c, k] = [counter, key].map((words) => words.map((word) => Number.parseInt(word, 16))) as [
      number[],
      number[],
    ];
    const words = new Uint32Array(4);
    philox4x32(c[0]!, c[1]!, c[2]!, c[3]!, k[0]!, k[1]!, words);
    expect(Array.from(words, (word) => word.toString(16).padStart(8, "0"))).toEqual(output);
  });

  it("come out of the compiled kernel: the words behind its uniforms are the generator's", () => {
    const b = new IrBuilder();
    b.output("u", b.draw("weather", 12345, "uniform"));
    const seed = (0x299f31d0n << 32n) | 0xa4093822n;
    const steps = 7;
    const outputs = run(b.build("one stream"), 12, steps, seed);
    const words = new Uint32Array(4);
    for (let step = 0; step < steps; step++) {
      for (let member = 0; member < 12; member++) {
        philox4x32(Math.floor(member / 4), step, streamHash("weather"), 12345, 0xa4093822, 0x299f31d0, words);
        expect(outputs[step * 12 + member]! * 2 ** 32 - 0.5).toBe(words[member % 4]);
      }
    }
  });

  it("start from the right keys and from the first round of the right counters", () => {
    const keys = keyVectors(0x123456789abcdef0n);
    expect(Array.from(keys.subarray(0, 8))).toEqual([...Array(4).fill(0x9abcdef0), ...Array(4).fill(0x12345678)]);
    expect(keys[8]).toBe((0x9abcdef0 + 0x9e3779b9) >>> 0);
    const constants = firstRoundConstants([{ stream: 0xffffffff, element: 5 }]);
    expect(BigInt(constants[0]!) * (1n << 32n) + BigInt(constants[4]!)).toBe(0xcd9e8d57n * 0xffffffffn);
    expect(constants[8]).toBe(5);
  });
});
