import type { Answer, Verdict, VerdictWord } from "@logjam/analysis";
import { countVerdicts } from "./words.ts";

const opening: Readonly<Record<VerdictWord, string>> = {
  supported: "Yes, as far as this model and these data reach.",
  contradicted: "No, as far as this model and these data reach.",
  "structure-dependent": "It depends on how the war is modelled.",
  "prior-driven": "The data do not settle it: the answer rests on assumptions.",
  undecided: "The runs do not settle it.",
  untestable: "This model cannot tell.",
};

/**
 * The verdict that speaks to the article's headline: the one whose title or point is the headline itself; else the tested
 * claim that compares the most scenarios, because the headline is a claim about things acting together; else the first.
 */
export function headlineVerdict(answer: Answer): Verdict | undefined {
  const { headline } = answer.question;
  const same = answer.verdicts.find(({ title, point }) => title === headline || point === headline);
  if (same) return same;
  const breadth = (verdict: Verdict) =>
    verdict.propositions
      .filter(({ kind }) => kind === "contrast")
      .reduce((most, { parts }) => Math.max(most, parts.length), 0);
  return answer.verdicts.reduce<Verdict | undefined>(
    (best, verdict) => (best === undefined || breadth(verdict) > breadth(best) ? verdict : best),
    undefined,
  );
}

/** The answer in two or three plain sentences. */
export function headlineAnswer(answer: Answer): { readonly lead: string; readonly count: string } {
  const verdict = headlineVerdict(answer);
  const count = countVerdicts(answer.verdicts);
  return { lead: verdict ? `${opening[verdict.verdict]} ${verdict.reason}` : "The file asks no claim.", count };
}
