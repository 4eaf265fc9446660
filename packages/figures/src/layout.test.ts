import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "./place-labels.ts";
import { textWidth, wrapText } from "./text-width.ts";
import { dateTicks, niceTicks } from "./ticks.ts";

describe("ticks", () => {
  it("cover the data with round steps", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 8 }),
        (low, span, count) => {
          const ticks = niceTicks(low, low + span, count);
          const step = ticks[1]! - ticks[0]!;
          expect(ticks[0]!).toBeLessThanOrEqual(low + 1e-6 * step);
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(low + span - 1e-6 * step);
          expect(ticks.length).toBeLessThanOrEqual(count + 3);
        },
      ),
    );
    expect(niceTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("stand at starts of months, and name the year in January", () => {
    const ticks = dateTicks(Date.UTC(2023, 9, 15), Date.UTC(2024, 6, 1), 4);
    expect(ticks.map(({ label }) => label)).toEqual(["2024", "Apr", "Jul"]);
    expect(dateTicks(Date.UTC(2023, 2, 1), Date.UTC(2023, 4, 2), 9).map(({ label }) => label)).toEqual([
      "Mar 2023",
      "Apr",
      "May",
    ]);
  });
});

describe("labels", () => {
  const wishes = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 12 });

  it("stand apart, in their order, inside", () => {
    fc.assert(
      fc.property(wishes, (heights) => {
        const placed = spread(heights, 15, 0, 300);
        const sorted = heights.map((wish, index) => ({ wish, at: placed[index]! })).sort((a, b) => a.at - b.at);
        sorted.forEach(({ wish, at }, index) => {
          expect(at).toBeGreaterThanOrEqual(-1e-6);
          expect(at).toBeLessThanOrEqual(300 + 1e-6);
          const before = sorted[index - 1];
          if (!before) return;
          expect(at - before.at).toBeGreaterThanOrEqual(15 - 1e-6);
          expect(wish).toBeGreaterThanOrEqual(before.wish);
        });
      }),
    );
  });

  it("stay where they want to be when nothing is in the way", () => {
    expect(spread([100, 50, 200], 15, 0, 300)).toEqual([100, 50, 200]);
  });
});

describe("text", () => {
  it("is as wide as the font draws it", () => {
    const font = fileURLToPath(new URL("../fonts/inter-regular.ttf", import.meta.url));
    for (const text of ["Ukrainian territory held by Russia", "111,601 km² (29–38\u202f%)", "W.iiiMMM"]) {
      // The ink begins and ends inside the first and last letters' advance: bars at both ends take that out.
      const ink = (content: string) =>
        new Resvg(
          `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><text x="9" y="40" font-family="Inter" font-size="20">${content}</text></svg>`,
          {
            font: { fontFiles: [font], loadSystemFonts: false },
          },
        ).getBBox()!.width;
      const drawn = ink(`|${text}|`) - ink("||");
      const measured = textWidth(text, 20) / 1.04;
      // Kerning makes the drawn text up to 3 % narrower than its advances, never wider.
      expect(Math.abs(drawn - measured) / measured, text).toBeLessThan(0.03);
    }
  });

  it("wraps within the width and loses no word", () => {
    const sentence = fc.array(fc.stringMatching(/^[a-zA-Z,.]{1,12}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(sentence, (words) => {
        const lines = wrapText(words.join(" "), 140, 12);
        expect(lines.every((line) => textWidth(line, 12) <= 140)).toBe(true);
        expect(lines.join(" ")).toBe(words.join(" "));
      }),
    );
  });

  it("cuts a word that is too long for a line", () => {
    const lines = wrapText("a Donaudampfschifffahrtsgesellschaft", 90, 12);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => textWidth(line, 12) <= 90)).toBe(true);
  });
});
