import type { Layout } from "../plan/layout.ts";
import { GROUP_OF_DRAWS } from "../plan/plan.ts";
import type { Code } from "../wasm/code.ts";
import { Lanes, type Width } from "./lanes.ts";
import { emitNormals, emitScalarNormals, type WordPair } from "./normal.ts";
import { emitRounds, emitScalarRounds, M0, type Words } from "./philox.ts";

/** How many groups of four draws of each kind there are; normals come first. */
export interface DrawGroups {
  readonly normal: number;
  readonly uniform: number;
}

const QUAD_BYTES = 32; // four members side by side in a row
const CONSTANT_BYTES = 48;

/**
 * The function that fills the noise rows of a tile for one step. Parameters: first quad of members, step.
 * Small loops rather than one long text: the constants of the polynomials stay where they are.
 */
export function emitNoise(code: Code, width: Width, layout: Layout, groups: DrawGroups): void {
  const [quad, step] = [0, 1];
  const [p, constants, out] = [code.local("i32"), code.local("i32"), code.local("i32")];
  const body = width === 2 ? vectorGroup(code, layout, step) : scalarGroup(code, layout, step);
  code.loop(() => {
    body.startQuad(quad);
    code.i32(layout.drawConstants).set(constants).get(p).set(out);
    for (const kind of ["normal", "uniform"] as const) {
      if (groups[kind] === 0) continue;
      const before = kind === "normal" ? 0 : groups.normal;
      const last = layout.drawConstants + (before + groups[kind]) * CONSTANT_BYTES;
      code.loop(() => {
        body.group(kind, constants, out);
        code
          .get(out)
          .i32(GROUP_OF_DRAWS * layout.rowBytes)
          .op("i32.add")
          .set(out);
        code.get(constants).i32(CONSTANT_BYTES).op("i32.add").tee(constants).i32(last).op("i32.lt_u");
      });
    }
    code.get(quad).i32(1).op("i32.add").set(quad);
    code.get(p).i32(QUAD_BYTES).op("i32.add").tee(p).i32(layout.rowBytes).op("i32.lt_u");
  });
}

interface GroupWriter {
  /** The part of the first round that only the quad of members decides. */
  startQuad(quad: number): void;
  /** Four draws for the quad. */
  group(kind: "normal" | "uniform", constants: number, out: number): void;
}

function vectorGroup(code: Code, layout: Layout, step: number): GroupWriter {
  const [stepKey, quadHigh, quadLow] = [code.local("v128"), code.local("v128"), code.local("v128")];
  const words: Words = [code.local("v128"), code.local("v128"), code.local("v128"), code.local("v128")];
  const product = code.local("i64");
  return {
    startQuad(quad) {
      code.get(step).op("i32x4.splat").i32(0).load("v128", layout.keys).op("v128.xor").set(stepKey);
      code.get(quad).op("i64.extend_i32_u").i64(BigInt(M0)).op("i64.mul").tee(product);
      code.op("i32.wrap_i64", "i32x4.splat").set(quadLow);
      code.get(product).i64(32n).op("i64.shr_u", "i32.wrap_i64", "i32x4.splat");
      code
        .i32(0)
        .load("v128", layout.keys + 16)
        .op("v128.xor")
        .set(quadHigh);
    },
    group(kind, constants, out) {
      code.get(constants).load("v128", 0).get(stepKey).op("v128.xor").set(words[0]);
      code.get(constants).load("v128", 16).set(words[1]);
      code.get(constants).load("v128", 32).get(quadHigh).op("v128.xor").set(words[2]);
      code.get(quadLow).set(words[3]);
      emitRounds(code, words, layout.keys);
      const pairs = [
        { radius: words[0], angle: words[1] },
        { radius: words[2], angle: words[3] },
      ];
      const drawn = kind === "normal" ? emitNormals(code, pairs) : emitUniforms(code, pairs);
      drawn.forEach(({ first, second }, i) => {
        // first = one member of two draws, second = the next member of them: turn into two rows of members.
        const offset = layout.noise + 2 * (i % 2) * layout.rowBytes + 16 * Math.floor(i / 2);
        code.get(out).get(first).get(second).shuffle32(0, 1, 4, 5).store("v128", offset);
        code
          .get(out)
          .get(first)
          .get(second)
          .shuffle32(2, 3, 6, 7)
          .store("v128", offset + layout.rowBytes);
        code.release("v128", first, second);
      });
    },
  };
}

/** For each pair of word vectors and each half of their lanes: (word + 1/2) 2^-32. */
function emitUniforms(code: Code, pairs: readonly WordPair[]): { first: number; second: number }[] {
  const lanes = new Lanes(code, 2);
  const uniform = (words: number, half: number): number => {
    const to = lanes.local();
    code.get(words);
    if (half === 1) code.get(words).shuffle32(2, 3, 2, 3);
    code.op("f64x2.convert_low_i32x4_u");
    lanes
      .constant(2 ** -32)
      .op("mul")
      .constant(2 ** -33)
      .op("add")
      .set(to);
    return to;
  };
  return pairs.flatMap(({ radius, angle }) =>
    [0, 1].map((half) => ({ first: uniform(radius, half), second: uniform(angle, half) })),
  );
}

function scalarGroup(code: Code, layout: Layout, step: number): GroupWriter {
  const [stepKey, quadHigh, quadLow] = [code.local("i64"), code.local("i64"), code.local("i64")];
  const words: Words = [code.local("i64"), code.local("i64"), code.local("i64"), code.local("i64")];
  const MASK = 0xffffffffn;
  const word = (address: () => void, offset: number): Code => {
    address();
    return code.load("i64", offset).i64(MASK).op("i64.and");
  };
  const zero = (): void => {
    code.i32(0);
  };
  return {
    startQuad(quad) {
      word(zero, layout.keys).get(step).op("i64.extend_i32_u", "i64.xor").set(stepKey);
      code.get(quad).op("i64.extend_i32_u").i64(BigInt(M0)).op("i64.mul").tee(quadHigh);
      code.i64(MASK).op("i64.and").set(quadLow);
      code.get(quadHigh).i64(32n).op("i64.shr_u");
      word(zero, layout.keys + 16)
        .op("i64.xor")
        .set(quadHigh);
    },
    group(kind, constants, out) {
      for (let lane = 0; lane < GROUP_OF_DRAWS; lane++) {
        const address = (): void => {
          code.get(constants);
        };
        word(address, 4 * lane)
          .get(stepKey)
          .op("i64.xor")
          .set(words[0]);
        word(address, 16 + 4 * lane).set(words[1]);
        word(address, 32 + 4 * lane)
          .get(quadHigh)
          .op("i64.xor")
          .set(words[2]);
        code.get(quadLow).set(words[3]);
        emitScalarRounds(code, words, layout.keys);
        for (const pair of [0, 2] as const) {
          const pairWords = { radius: words[pair], angle: words[pair + 1]! };
          const { first, second } =
            kind === "normal" ? emitScalarNormals(code, pairWords) : emitScalarUniforms(code, pairWords);
          const offset = layout.noise + lane * layout.rowBytes + pair * 8;
          code
            .get(out)
            .get(first)
            .store("f64", offset)
            .get(out)
            .get(second)
            .store("f64", offset + 8);
        }
      }
    },
  };
}

function emitScalarUniforms(code: Code, { radius, angle }: WordPair): { first: number; second: number } {
  const [first, second] = [code.local("f64"), code.local("f64")];
  for (const [from, to] of [[radius, first] as const, [angle, second] as const]) {
    code.get(from).op("i32.wrap_i64", "f64.convert_i32_u");
    code
      .f64(2 ** -32)
      .op("f64.mul")
      .f64(2 ** -33)
      .op("f64.add")
      .set(to);
  }
  return { first, second };
}
