import { f, model, normal, output, parameter } from "@logjam/lang";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDraws } from "../draws/draws.ts";
import { codeOf, codesOf, contractions, type Posterior, parametersOf, positionsOf, scoreOf } from "./posterior.ts";
import { decodePosterior, encodePosterior } from "./posterior-file.ts";

const source = "Made up.";
const a = parameter({ unit: "1", meaning: "A.", prior: normal({ mean: 3, sd: 2 }), source });
const b = parameter({ unit: "1", meaning: "B.", prior: normal({ mean: 0, sd: 1 }), source });
const shown = output({ unit: "1", meaning: "Shown.", formula: f`${a} + ${b}` });
const toy = model("Toy", { toy: { a, b, shown } });
const other = model("Other", { toy: { b, a, shown } });

const particles = 400;
const draws = normalDraws(4n, particles);
const positions = [draws("a", 0).map((z) => 1 + 0.5 * z), draws("b", 0)];
const posterior: Posterior = {
  format: "logjam-posterior/1",
  model: "Toy",
  identity: "3f".repeat(32),
  start: "2022-12-05",
  asOf: "2024-01-01",
  seed: "7",
  method: "made up",
  particles,
  runs: 4000,
  distinct: particles,
  powers: [0.1, 1],
  accepted: [0.3, 0.2],
  logEvidence: -12.5,
  parameters: ["toy.a", "toy.b"],
  codes: codesOf(positions),
};

describe("a posterior in sixteen bits", () => {
  it("keeps a normal score to half a step, and what lies beyond its ends at the ends", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 7.999, noNaN: true }), (z) => {
        expect(Math.abs(scoreOf(codeOf(z)) - z)).toBeLessThanOrEqual(0.5 / 4096);
      }),
    );
    expect([codeOf(-20), codeOf(20)]).toEqual([0, 65_535]);
    expect(scoreOf(codeOf(0))).toBe(0);
  });
  it("gives back positions, and parameters through the priors' quantiles", () => {
    const back = positionsOf(posterior);
    for (const [k, values] of positions.entries())
      for (let m = 0; m < particles; m++) expect(back[k]![m]).toBeCloseTo(values[m]!, 3);
    const values = parametersOf(posterior, toy);
    for (let m = 0; m < particles; m++) expect(values[m]).toBeCloseTo(3 + 2 * positions[0]![m]!, 2);
  });
  it("knows what the data taught: three quarters where the spread is halved, nothing where it is the prior's", () => {
    const [taught, idle] = contractions(posterior) as [number, number];
    // A variance of 400 draws has a standard error of 7 %.
    expect(Math.abs(taught - 0.75)).toBeLessThan(0.08);
    expect(Math.abs(idle)).toBeLessThan(0.3);
  });
});

describe("a posterior's file", () => {
  const bytes = encodePosterior(posterior);
  it("is read back as it was, and written the same again", () => {
    const back = decodePosterior(bytes);
    expect(back).toEqual(posterior);
    expect(encodePosterior(back)).toEqual(bytes);
    // A view into a larger buffer, as files are read.
    const padded = new Uint8Array(bytes.length + 10);
    padded.set(bytes, 7);
    expect(decodePosterior(padded.subarray(7, 7 + bytes.length))).toEqual(posterior);
  });
  it("planted defect: cut anywhere, or with bytes too many, it is refused", () => {
    for (let length = 0; length < bytes.length; length += length < 800 ? 1 : 37)
      expect(() => decodePosterior(bytes.subarray(0, length), "cut.posterior"), `${length}`).toThrow(
        /^posterior\/file: cut\.posterior .* logjam fit/,
      );
    expect(() => decodePosterior(bytes.subarray(0, bytes.length - 1))).toThrow(/announces 800/);
    expect(() => decodePosterior(Uint8Array.from([...bytes, 0, 0]))).toThrow(/announces 800/);
  });
  it("planted defect: of another model, it is refused before a number is used", () => {
    expect(() => parametersOf(posterior, other)).toThrow(/posterior\/model.*toy\.a.*toy\.b/s);
    const short = { ...posterior, parameters: ["toy.a"], codes: posterior.codes.subarray(0, particles) };
    expect(() => parametersOf(short, toy)).toThrow(/posterior\/model/);
  });
  it("planted defect: a byte that flipped in the mark, the length or the header's form is refused", () => {
    const flipped = (at: number, bit: number) => {
      const copy = bytes.slice();
      copy[at] = copy[at]! ^ (1 << bit);
      return copy;
    };
    for (let at = 0; at < 23; at++)
      for (const bit of [0, 7]) expect(() => decodePosterior(flipped(at, bit)), `${at}`).toThrow(/posterior\/file/);
    // A quotation mark that is none any more: no JSON.
    expect(() => decodePosterior(flipped(24, 1))).toThrow(/no JSON/);
  });
});
