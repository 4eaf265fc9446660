import { describe, expect, it } from "vitest";
import { answerFixture } from "./answer-fixture.ts";
import { renderTable, wrap } from "./terminal.ts";

const answer = answerFixture();
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours on a terminal are control characters.
const colours = /\u001b\[\d+m/g;

describe("the table", () => {
  it.each([60, 80, 100, 120])("fits %i columns", (width) => {
    const lines = renderTable(answer, { width, colour: false }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.some((line) => /\s$/.test(line))).toBe(false);
  });

  it("has the same text with and without colour", () => {
    const plain = renderTable(answer, { width: 100, colour: false });
    const coloured = renderTable(answer, { width: 100, colour: true });
    expect(plain).not.toMatch(colours);
    expect(coloured).toMatch(colours);
    const bare = (text: string) => text.split("\n").map((line) => line.trimEnd());
    expect(bare(coloured.replace(colours, ""))).toEqual(bare(plain));
  });

  it("names every claim, its verdict, its numbers and each scenario of a contrast", () => {
    const text = renderTable(answer, { width: 120, colour: false });
    for (const { id, verdict, title } of answer.verdicts) {
      expect(text).toMatch(new RegExp(`^${id} .*${verdict}.*${title}`, "m"));
    }
    expect(text).toContain("17\u202f% (15–19\u202f%), asked for at least 10\u202f%");
    expect(text).toContain("+18\u202fpoints (+15 to +21\u202fpoints)");
    expect(text).toMatch(/Recipe and West together +44\u202f% \(42–46\u202f%\)/);
    expect(text).toContain("0.93\u202ftimes, asked for at most 0.75\u202ftimes");
  });

  it("says what it was computed from, and which runs failed", () => {
    const text = renderTable(answer, { width: 80, colour: false }).replaceAll("\n", " ");
    for (const part of ["27 Nov 2023", "4,000 members", "seed 20231127", "Model M1", "3 under as-it-was"]) {
      expect(text).toContain(part);
    }
  });
});

describe("wrapping", () => {
  it("breaks at spaces and cuts what is too long", () => {
    expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrap("abcdefghij kl", 4)).toEqual(["abcd", "efgh", "ij", "kl"]);
    expect(wrap("", 4)).toEqual([]);
  });
});
