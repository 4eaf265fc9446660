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

/** The verdict that answers the headline: the claim that the file names; the first one where it names none that is here. */
export function headlineVerdict(answer: Answer): Verdict | undefined {
  return answer.verdicts.find(({ id }) => id === answer.question.headlineClaim) ?? answer.verdicts[0];
}

/** The answer in two or three plain sentences. */
export function headlineAnswer(answer: Answer): { readonly lead: string; readonly count: string } {
  const verdict = headlineVerdict(answer);
  const count = countVerdicts(answer.verdicts);
  return { lead: verdict ? `${opening[verdict.verdict]} ${verdict.reason}` : "The file asks no claim.", count };
}
