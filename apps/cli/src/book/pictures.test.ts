import { textWidth } from "@logjam/figures";
import { lognormal, normal, uniform } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { apart, densityOf } from "./prior-figure.ts";
import { sharesScale } from "./trajectory-figure.ts";
import { summed } from "./typical.ts";
import { compactNumber, nameWords } from "./words.ts";

describe("what a trajectory is summed up to", () => {
  it("takes median and 90 % band across members, every second week", () => {
    const members = 101;
    const values = Float64Array.from({ length: 4 * members }, (_, k) => Math.floor(k / members) * 1000 + (k % members));
    const { kind, low, middle, high } = summed(values, 4, members);
    expect(kind).toBe("band");
    expect([low, middle, high]).toEqual([
      [5, 2005],
      [50, 2050],
      [95, 2095],
    ]);
  });

  it("takes the share of runs where all values are 0 or 1", () =>
    expect(summed(Float64Array.of(0, 0, 0, 1, 1, 0, 0, 0), 2, 4)).toMatchObject({
      kind: "share",
      middle: [0.25],
      low: [],
    }));

  it("counts what is not finite and leaves it out", () => {
    const { notFinite, middle } = summed(Float64Array.of(2, Number.NaN, 2, Number.POSITIVE_INFINITY), 1, 4);
    expect([notFinite, middle]).toEqual([2, [2]]);
  });

  it("puts panels on one scale only where all can be read", () => {
    const panel = (top: number) => ({
      title: "",
      trajectory: { kind: "band" as const, low: [0], middle: [top / 2], high: [top], notFinite: 0 },
    });
    expect(sharesScale([panel(10), panel(50)])).toBe(true);
    expect(sharesScale([panel(10), panel(500)])).toBe(false);
  });
});

describe("the picture of a prior", () => {
  it("draws the normal density", () => {
    for (const [at, density] of densityOf(normal({ mean: 2, sd: 3 }), false).slice(10, -10))
      expect(density).toBeCloseTo(Math.exp(-(((at - 2) / 3) ** 2) / 2) / (3 * Math.sqrt(2 * Math.PI)), 3);
  });

  it("is flat for a uniform prior, and symmetric for a lognormal one on its logarithm", () => {
    const flat = densityOf(uniform({ low: 1, high: 3 }), false);
    for (const [, density] of flat) expect(density).toBeCloseTo(0.5, 9);
    const bell = densityOf(lognormal({ median: 2, p95: 8 }), true).map(([, density]) => density);
    for (const [k, density] of bell.entries()) expect(density).toBeCloseTo(bell[bell.length - 1 - k]!, 6);
  });

  it("sets numbers apart that would touch, inside the picture", () => {
    const placed = apart(
      [100, 101, 102].map((at) => ({ at, words: "1,234" })),
      200,
    );
    const width = textWidth("1,234", 11);
    for (let k = 1; k < 3; k++) expect(placed[k]!.at - placed[k - 1]!.at).toBeGreaterThanOrEqual(width);
    expect(
      apart(
        [198, 199, 200].map((at) => ({ at, words: "1,234" })),
        200,
      )[2]!.at +
        width / 2,
    ).toBeLessThanOrEqual(200);
  });
});

describe("words", () => {
  it("reads names aloud", () => {
    expect(nameWords("returned.stage2")).toBe("returned: stage 2");
    expect(nameWords("brokenForUkraine")).toBe("broken for Ukraine");
    expect(nameWords("gainIn13Weeks")).toBe("gain in 13 weeks");
  });

  it("keeps numbers short", () => {
    expect(compactNumber(1_250_000_000)).toBe("1.25\u202fbn");
    expect(compactNumber(0.00000031)).toBe("3.1e-7");
    expect(compactNumber(-42_000)).toBe("−42,000");
  });
});
