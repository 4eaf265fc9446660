import { claimsSchema } from "@logjam/analysis";
import { describe, expect, it } from "vitest";
import { madeUpWorld } from "../../../../tests/browser/page/made-up-world.ts";
import { synthesiseClaims } from "../../../../tests/browser/page/synthetic.ts";
import { textsFor } from "../i18n/text.tsx";
import { barText, caveatsOf, claimTexts, countVerdicts, reasonOf, resultText } from "./claim-words.ts";
import { checked, type Draft, emptyDraft, KINDS, reduce, yamlOf } from "./own-claim.ts";
import { sentenceFor } from "./own-claim-words.ts";
import { rangeOf } from "./result-strip.tsx";

const world = madeUpWorld();
const en = textsFor("en");
const uk = textsFor("uk");
const about = { asOf: "2023-11-27", horizonWeeks: 104, scenario: "recipe", against: "not-lose" };
const setting = {
  ...about,
  model: "M2",
  levers: {},
  seed: "1",
  byWeek: 52,
  view: { section: "claims", hindsight: false, embed: false },
} as const;

/** A claim that lacks nothing. */
function filled(): Draft {
  const words = {
    title: "A claim: with a colon",
    point: "It means this.",
    author: "A. Reader",
    url: "https://example.org/x",
  };
  const draft = reduce(emptyDraft(about), { type: "set", change: words });
  return reduce(draft, { type: "set-test", id: 1, change: { says: 'It "holds": yes, #1.' } });
}

describe("a claim of one's own", () => {
  it("is not valid before it says anything, and the fault is told with its place", () => {
    const check = checked("x.yaml", yamlOf(emptyDraft(about)));
    expect(check).toMatchObject({ ok: false });
    expect(!check.ok && check.place).toMatch(/^x\.yaml:\d+:\d+$/);
  });

  it("makes a file that the command's schema takes, for each kind of test", () => {
    for (const kind of KINDS) {
      const draft = reduce(filled(), { type: "set-test", id: 1, change: { kind, bar: 0.25 } });
      const check = checked("x.yaml", yamlOf(draft));
      expect(check, kind).toMatchObject({ ok: true });
      if (!check.ok) continue;
      expect(claimsSchema.safeParse(check.value).success).toBe(true);
      const [claim] = check.value.claims;
      expect(claim!.title).toBe("A claim: with a colon");
      expect(claim!.propositions![0]).toMatchObject({ says: 'It "holds": yes, #1.', atLeast: 0.25 });
      expect(claim!.propositions![0]![kind]).toBeDefined();
    }
  });

  it("takes a difference for one policy less the other", () => {
    const draft = reduce(filled(), { type: "set-test", id: 1, change: { kind: "contrast" } });
    const check = checked("x.yaml", yamlOf(draft));
    const contrast = check.ok ? check.value.claims[0]!.propositions![0]!.contrast : undefined;
    expect(contrast!.map(({ weight, scenario }) => [weight, scenario])).toEqual([
      [1, "recipe"],
      [-1, "not-lose"],
    ]);
  });

  it("adds tests, and removes all but the last", () => {
    let draft = reduce(filled(), { type: "add-test" });
    expect(draft.tests.map(({ id }) => id)).toEqual([1, 2]);
    draft = reduce(draft, { type: "remove-test", id: 1 });
    expect(draft.tests.map(({ id }) => id)).toEqual([2]);
    expect(reduce(draft, { type: "remove-test", id: 2 })).toBe(draft);
  });

  it("writes its tests as sentences in both languages", () => {
    for (const texts of [en, uk])
      for (const kind of KINDS) expect(sentenceFor({ ...filled().tests[0]!, kind }, world, texts)).toMatch(/\p{L}/u);
    expect(sentenceFor(filled().tests[0]!, world, en)).toBe(
      "Under “Recipe alone”, “Logjam broken for Ukraine” comes about within 104 weeks with a probability of at least 50%.",
    );
  });
});

describe("verdicts in words", () => {
  const file = world.claims.find(({ id }) => id === "path-to-victory")!;
  const { verdicts } = synthesiseClaims(world, setting, file.file);
  const claim = (id: string) => file.value.claims.find((one) => one.id === id)!;
  const verdict = (id: string) => verdicts.find((one) => one.id === id)!;

  it("are counted, each kind by its name", () => {
    expect(countVerdicts(verdicts, en)).toMatch(/^Of 10: 2 supported, 2 contradicted, /);
  });

  it("use the file's words for what a verdict means, translated where the page is", () => {
    expect(reasonOf(claim("C2"), { ...verdict("C2"), verdict: "supported" }, en)).toBe(claim("C2").means.supported);
    const translated = claimTexts(claim("C2"), uk);
    expect(translated.title).toBe("Німеччина вагається, Британія відводить погляд");
    expect(reasonOf(translated, { ...verdict("C2"), verdict: "supported" }, uk)).toMatch(/^Суми і Німеччини/);
  });

  it("count the tests where the file has no words, say what rests on assumptions, and why nothing was tested", () => {
    const plain = { ...claim("C2"), means: {} };
    expect(reasonOf(plain, { ...verdict("C2"), verdict: "contradicted" }, en)).toMatch(/of 2 tests hold/);
    expect(reasonOf(claim("C8"), { ...verdict("C8"), verdict: "prior-driven", leaning: "supported" }, en)).toMatch(
      /mostly repeats what was assumed/,
    );
    expect(reasonOf(claim("C10"), verdict("C10"), en)).toBe("Opinion about an essay is no quantity of this model.");
    expect(reasonOf(claim("C5"), { ...verdict("C5"), verdict: "structure-dependent" }, en)).toMatch(
      /M1 says: .* M2 says: /,
    );
  });

  it("name the model that is silent", () => {
    const byModel = [
      { model: "M1", verdict: "untestable" as const },
      { model: "M2", verdict: "supported" as const },
    ];
    expect(caveatsOf(claim("C5"), { ...verdict("C5"), byModel }, en).at(-1)).toBe(
      "Only M2 can test this; M1 has no part that speaks to it.",
    );
  });

  it("write results and bars by their kind", () => {
    expect(resultText({ kind: "probability", value: 0.341, low: 0.301, high: 0.379 }, en)).toBe("34% (30–38%)");
    expect(resultText({ kind: "contrast", value: -0.05, low: -0.081, high: -0.02 }, en)).toBe(
      "−5 points (−9 to −2 points)",
    );
    expect(resultText({ kind: "observed", value: 0.4321, low: 0.43, high: 0.43 }, en)).toBe("0.43 times");
    expect(barText({ kind: "contrast", bar: 0.02, direction: "at-least" }, en)).toBe("asks for at least 2 points");
    expect(barText({ kind: "probability", bar: 0.3333, direction: "at-most" }, en)).toBe("asks for at most 33.3%");
  });

  it("keep value, interval and bar within the line they are drawn on", () => {
    for (const { propositions } of verdicts)
      for (const result of propositions) {
        const [from, to] = rangeOf(result);
        for (const at of [result.value, result.low, result.high, result.bar]) expect(at >= from && at <= to).toBe(true);
      }
  });
});
