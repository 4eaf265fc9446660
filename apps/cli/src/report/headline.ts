import type { Answer, Verdict, VerdictWord } from "@logjam/analysis";
import { countVerdicts, resultText } from "./words.ts";

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

export interface HeadlineAnswer {
  /** Yes, no or neither, and why. */
  readonly lead: string;
  /** The number that weighs most: the first test that fails, or else the first of all; empty where nothing was tested. */
  readonly evidence: string;
  /** How many claims got which verdict. */
  readonly count: string;
}

/** The answer in a few plain sentences. */
export function headlineAnswer(answer: Answer): HeadlineAnswer {
  const verdict = headlineVerdict(answer);
  const count = countVerdicts(answer.verdicts);
  if (!verdict) return { lead: "The file asks no claim.", evidence: "", count };
  const { propositions } = verdict;
  const telling = propositions.find(({ holds }) => holds === "no") ?? propositions[0];
  return {
    lead: `${opening[verdict.verdict]} ${verdict.reason}`,
    evidence: telling ? `Tested: ${telling.sentence} Found: ${resultText(telling)}.` : "",
    count,
  };
}
