import { f, model, normal, output, parameter } from "@logjam/lang";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDraws } from "../draws/draws.ts";
import { crc32 } from "./crc32.ts";
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
  it("planted defect: any bit that flips, in the mark, the header or the numbers, is found", () => {
    for (let at = 0; at < bytes.length; at += at < 800 ? 1 : 13)
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice();
        flipped[at] = flipped[at]! ^ (1 << bit);
        expect(() => decodePosterior(flipped), `byte ${at}, bit ${bit}`).toThrow(/^posterior\/file/);
      }
  });
  it("says what is wrong with a header", () => {
    const withHeader = (change: (text: string) => string) => {
      const length = new DataView(bytes.buffer).getUint32(19, true);
      const text = new TextEncoder().encode(change(new TextDecoder().decode(bytes.subarray(23, 23 + length))));
      const out = new Uint8Array(23 + text.length + 2 * posterior.codes.length);
      out.set(bytes.subarray(0, 19));
      new DataView(out.buffer).setUint32(19, text.length, true);
      out.set(text, 23);
      out.set(bytes.subarray(23 + length), 23 + text.length);
      return () => decodePosterior(out);
    };
    expect(withHeader((text) => text.replace('"runs":4000,', ""))).toThrow(/without runs/);
    expect(withHeader((text) => text.replace('"runs"', '"ruins"'))).toThrow(/without runs/);
    expect(withHeader((text) => text.replace('"runs":', '"more":1,"runs":'))).toThrow(/"more".*no version writes/);
    expect(withHeader((text) => text.replace('"particles":400', '"particles":"400"'))).toThrow(/are none/);
    expect(withHeader((text) => text.replace('"logEvidence":-12.5', '"logEvidence":-11.5'))).toThrow(/checksum/);
    expect(withHeader(() => "null")).toThrow(/without format/);
    expect(withHeader((text) => text.slice(1))).toThrow(/no JSON/);
    // The first files had no checksum.
    expect(withHeader((text) => text.replace(/,"checksum":"[0-9a-f]{8}"/, ""))()).toEqual(posterior);
  });
  it("has the checksum of the standard's example", () => {
    expect(crc32(new TextEncoder().encode("1234"), new TextEncoder().encode("56789"))).toBe(0xcbf43926);
  });
});
