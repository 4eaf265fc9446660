import type { PropositionResult, Quarter, Verdict } from "@logjam/analysis";
import { describe, expect, it } from "vitest";
import { answerFixture } from "./answer-fixture.ts";
import { headlineAnswer } from "./headline.ts";
import { parameterLabel, partLabels } from "./look-up.ts";
import { barText, changeText, countVerdicts, list, resultText, verdictSentence } from "./words.ts";

const answer = answerFixture();
const claim = (id: string): Verdict => answer.verdicts.find((verdict) => verdict.id === id)!;
const proposition = (change: Partial<PropositionResult>): PropositionResult => ({
  ...claim("C4").propositions[0]!,
  ...change,
});

describe("verdicts in words", () => {
  it("counts with the right number", () => {
    expect(countVerdicts([claim("C4")])).toBe("Of 1 claim, 1 is supported.");
    expect(countVerdicts([claim("C4"), claim("C4"), claim("C1")])).toBe(
      "Of 3 claims, 2 are supported and 1 cannot be tested.",
    );
    expect(list(["a", "b", "c"])).toBe("a, b and c");
  });

  it("says whether the model or the record disagrees, and with how much", () => {
    const verdict = { ...claim("C4"), verdict: "contradicted" } as const;
    const no = proposition({ holds: "no" });
    const record = proposition({ holds: "no", kind: "observed" });
    expect(verdictSentence({ ...verdict, propositions: [no] })).toMatch(/^The model.+disagrees with the claim\.$/);
    expect(verdictSentence({ ...verdict, propositions: [no, proposition({ holds: "yes" })] })).toContain(
      "a part of the claim",
    );
    expect(verdictSentence({ ...verdict, propositions: [record] })).toMatch(/^The public record/);
  });

  it("weighs the failed test most in the headline", () => {
    expect(headlineAnswer(answer).evidence).toContain("Under the recipe alone");
    expect(headlineAnswer(answerFixture({ verdicts: [] })).lead).toBe("The file asks no claim.");
  });
});

describe("what would change a verdict", () => {
  const C4 = claim("C4");
  const quarters = (holds: PropositionResult["holds"], lowest: Quarter["holds"], highest: Quarter["holds"]) =>
    changeText({
      ...C4,
      propositions: [proposition({ holds })],
      change: {
        ...C4.change!,
        lowest: { ...C4.change!.lowest, holds: lowest },
        highest: { ...C4.change!.highest, holds: highest },
      },
    });
  it("names the parameter, both quarters with their probabilities, and which of them crosses the bar", () => {
    expect(quarters("no", "no", "no")).toBe(
      "In the quarter of runs where “How far the line moves per unit of advantage” is lowest (at most 31 km²/week) the " +
        "probability is 9\u202f%, in the quarter where it is highest (at least 66 km²/week) 24\u202f%: " +
        "neither crosses the bar of 10\u202f%.",
    );
    expect(quarters("no", "no", "yes")).toContain("the first does not cross, the second crosses the bar");
    expect(quarters("yes", "undecided", "yes")).toContain(
      "the first comes too close to call to, the second does not cross",
    );
    expect(quarters("undecided", "no", "yes")).toContain("the first misses, the second meets the bar");
    expect(quarters("undecided", "undecided", "undecided")).toContain("each stays too close to the bar");
  });
  it("says where no parameter could: the record, one parameter's own posterior, a result that never varies", () => {
    expect(changeText(claim("C7"))).toMatch(/^It turns on the record itself/);
    expect(changeText({ ...claim("C7"), deciding: 1 })).toMatch(/one parameter/);
    const { change: _, ...constant } = C4;
    expect(changeText(constant)).toMatch(/same in every run/);
    expect(changeText(claim("C1"))).toBe("");
  });
});

describe("numbers of each kind", () => {
  it.each([
    [
      { kind: "probability", value: 0.164, low: 0.148, high: 0.181, bar: 0.3333 },
      "16\u202f% (14–19\u202f%)",
      "at least 33.3\u202f%",
    ],
    [
      { kind: "contrast", value: -0.08, low: -0.1, high: -0.06, bar: -0.005 },
      "\u22128\u202fpoints (\u221210 to \u22126\u202fpoints)",
      "at least \u22120.5\u202fpoints",
    ],
    [
      { kind: "observed", value: 0.457, low: 0.457, high: 0.457, bar: 0.75 },
      "0.46\u202ftimes",
      "at least 0.75\u202ftimes",
    ],
  ] as const)("%o", (numbers, result, bar) => {
    expect(resultText(proposition(numbers))).toBe(result);
    expect(barText(proposition(numbers))).toBe(bar);
  });
});

describe("labels", () => {
  it("tell parameters of the two sides apart", () => {
    expect(parameterLabel("fires.stock[ua]", "Rounds in stock.")).toBe("Rounds in stock (Ukraine)");
    expect(parameterLabel("fires.stock", "Rounds in stock.")).toBe("Rounds in stock");
  });

  it("tell parts apart by what differs", () => {
    const [first] = claim("C8").propositions[0]!.parts;
    expect(partLabels(answer, [first!])).toEqual(["Recipe and West together"]);
    expect(partLabels(answer, [first!, { ...first!, outcome: "strategic-defeat" }])).toEqual([
      "Logjam broken for Ukraine",
      "Strategic defeat of Ukraine",
    ]);
    expect(partLabels(answer, [first!, { ...first!, byWeek: 52 }])[1]).toBe("Recipe and West together: 52 weeks");
  });
});
