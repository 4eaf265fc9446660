import { describe, expect, it } from "vitest";
import type { PropositionResult, Verdict, VerdictWord } from "./answer.ts";
import { combine } from "./combine.ts";
import { holds } from "./propositions.ts";
import { word } from "./verdict.ts";

const verdict = (word: VerdictWord, leaning?: VerdictWord): Verdict => ({
  id: "C",
  title: "T",
  point: "P",
  place: "first",
  verdict: word,
  ...(leaning === undefined ? {} : { leaning }),
  reason: `said ${word}`,
  propositions: [],
  drivers: [],
  hangsOnThreshold: false,
  rule: [],
  caveats: [],
  byModel: [],
});
const models = ["M1", "M2"];

describe("one verdict from two models", () => {
  it.each<[Verdict, Verdict, VerdictWord]>([
    [verdict("supported"), verdict("supported"), "supported"],
    [verdict("supported"), verdict("contradicted"), "structure-dependent"],
    [verdict("prior-driven", "supported"), verdict("prior-driven", "contradicted"), "structure-dependent"],
    [verdict("prior-driven", "supported"), verdict("supported"), "supported"],
    [verdict("undecided"), verdict("contradicted"), "contradicted"],
    [verdict("untestable"), verdict("prior-driven", "supported"), "prior-driven"],
    [verdict("contradicted"), verdict("untestable"), "contradicted"],
    [verdict("untestable"), verdict("untestable"), "untestable"],
  ])("%#", (first, second, expected) => {
    const both = combine(models, [first, second]);
    expect(both.verdict).toBe(expected);
    expect(both.byModel.map((m) => m.model)).toEqual(models);
  });
  it("says which model could not test a claim, and what each said where they disagree", () => {
    expect(combine(models, [verdict("untestable"), verdict("supported")]).caveats.join()).toMatch(
      /Only M2 .* M1 has no part/,
    );
    expect(combine(models, [verdict("supported"), verdict("contradicted")]).reason).toMatch(
      /M1 says supported, M2 says contradicted/,
    );
  });
  it("hangs on the threshold where the models together would say something else at another", () => {
    const at = (lower: VerdictWord, upper: VerdictWord): Verdict => ({
      ...verdict("supported"),
      atThresholds: { lower, upper },
    });
    const firm = combine(models, [at("supported", "supported"), at("supported", "supported")]);
    expect(firm.hangsOnThreshold).toBe(false);
    // The simpler model turns over at the upper threshold: together they would disagree there.
    const turns = combine(models, [at("supported", "contradicted"), at("supported", "supported")]);
    expect(turns.atThresholds).toEqual({ lower: "supported", upper: "structure-dependent" });
    expect([turns.verdict, turns.hangsOnThreshold]).toEqual(["supported", true]);
    expect(turns.rule.join(" ")).toContain("a third higher structure-dependent");
    expect(combine(models, [verdict("untestable"), at("supported", "undecided")]).hangsOnThreshold).toBe(true);
  });
});

describe("bars", () => {
  it("count only where the whole interval lies on one side", () => {
    const estimate = { value: 0.4, low: 0.35, high: 0.45 };
    expect(holds(estimate, 0.3, "at-least")).toBe("yes");
    expect(holds(estimate, 0.5, "at-least")).toBe("no");
    expect(holds(estimate, 0.4, "at-least")).toBe("undecided");
    expect(holds(estimate, 0.5, "at-most")).toBe("yes");
    expect(holds(estimate, 0.3, "at-most")).toBe("no");
    expect(holds(estimate, 0.45, "at-most")).toBe("yes");
  });
  it("make a claim: all hold, one fails, or neither", () => {
    const of = (...words: PropositionResult["holds"][]) => word(words.map((holds) => ({ holds }) as PropositionResult));
    expect(of("yes", "yes")).toBe("supported");
    expect(of("yes", "no", "undecided")).toBe("contradicted");
    expect(of("yes", "undecided")).toBe("undecided");
  });
});
