import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { philox4x32, streamHash, uniformOf } from "./random.ts";

/** Random123's known answers for philox4x32-10: DEShawResearch/random123@9545ff6, tests/kat_vectors. */
const VECTORS = [
  {
    counter: "00000000 00000000 00000000 00000000",
    key: "00000000 00000000",
    output: "6627e8d5 e169c58d bc57ac4c 9b00dbd8",
  },
  {
    counter: "ffffffff ffffffff ffffffff ffffffff",
    key: "ffffffff ffffffff",
    output: "408f276d 41c83b0e a20bc7c6 6d5451fd",
  },
  {
    counter: "243f6a88 85a308d3 13198a2e 03707344",
    key: "a4093822 299f31d0",
    output: "d16cfe09 94fdcceb 5001e420 24126ea1",
  },
];
const SEVEN_ROUNDS = [
  {
    counter: "00000000 00000000 00000000 00000000",
    key: "00000000 00000000",
    output: "5f6fb709 0d893f64 4f121f81 4f730a48",
  },
  {
    counter: "ffffffff ffffffff ffffffff ffffffff",
    key: "ffffffff ffffffff",
    output: "5207ddc2 45165e59 4d8ee751 8c52f662",
  },
  {
    counter: "243f6a88 85a308d3 13198a2e 03707344",
    key: "a4093822 299f31d0",
    output: "4dfccaba 190a87f0 c47362ba b6b5242a",
  },
];
const words = (text: string) =>
  text.split(" ").map((word) => Number.parseInt(word, 16)) as [number, number, number, number];

function philox(counter: string, key: string, rounds: number): string {
  const out = new Uint32Array(4);
  const [key0, key1] = words(key);
  philox4x32(...words(counter), key0, key1, out, rounds);
  return [...out].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

describe("Philox4x32", () => {
  it.each(VECTORS)("gives Random123's answer with 10 rounds for $counter", ({ counter, key, output }) => {
    expect(philox(counter, key, 10)).toBe(output);
  });
  it.each(SEVEN_ROUNDS)("gives Random123's answer with 7 rounds for $counter", ({ counter, key, output }) => {
    expect(philox(counter, key, 7)).toBe(output);
  });
  it("gives the known digest over 100,000 blocks", () => {
    const blocks = new Uint32Array(400_000);
    for (let i = 0; i < 100_000; i++) philox4x32(i, 0, 0, 1, 20220224, 3, blocks.subarray(4 * i, 4 * i + 4));
    const digest = createHash("sha256").update(new Uint8Array(blocks.buffer)).digest("hex");
    expect(digest).toBe("330a1f61ea9a7572e599251834abe8d9586639a1265370e63d7f423c91ec9dc0");
  });
});

describe("uniformOf", () => {
  it("follows Random123's u01 rule and never gives 0 or 1", () => {
    expect(uniformOf(0)).toBe(1.1641532182693481e-10);
    expect(uniformOf(0x80000000)).toBe(0.5000000001164153);
    expect(uniformOf(0xffffffff)).toBeLessThan(1);
  });
});

describe("streamHash", () => {
  it("is FNV-1a: the published values for the empty string, a and foobar", () => {
    expect(streamHash("")).toBe(0x811c9dc5);
    expect(streamHash("a")).toBe(0xe40c292c);
    expect(streamHash("foobar")).toBe(0xbf9cf968);
  });
});
