import type { PropositionResult, Verdict, VerdictWord } from "@logjam/analysis";
import { formatPercent, formatPercentInterval, formatPoints, formatPointsInterval } from "@logjam/figures";

interface Wording {
  /** One sentence: what the word means. */
  readonly meaning: string;
  /** The colour class of its badge; the word itself always stands beside it. */
  readonly tone: "yes" | "no" | "open" | "out";
  readonly sign: string;
  /** How the word is said of several claims: "2 are supported". */
  readonly plural: string;
  readonly singular: string;
}

/** The fixed vocabulary of verdicts. */
export const verdictWords: Readonly<Record<VerdictWord, Wording>> = {
  supported: {
    meaning: "The model, fitted to the data up to the as-of date, agrees with the claim.",
    tone: "yes",
    sign: "✓",
    singular: "is supported",
    plural: "are supported",
  },
  contradicted: {
    meaning: "The model, fitted to the data up to the as-of date, disagrees with the claim.",
    tone: "no",
    sign: "×",
    singular: "is contradicted",
    plural: "are contradicted",
  },
  "structure-dependent": {
    meaning: "Two versions of the model disagree: the answer hangs on how the war is modelled.",
    tone: "open",
    sign: "≈",
    singular: "depends on the model's structure",
    plural: "depend on the model's structure",
  },
  "prior-driven": {
    meaning: "The data hardly moved the parameters it hangs on: the answer mostly repeats what was assumed.",
    tone: "open",
    sign: "≈",
    singular: "rests on assumptions more than on data",
    plural: "rest on assumptions more than on data",
  },
  undecided: {
    meaning: "The interval of the probability lies on both sides of the bar.",
    tone: "open",
    sign: "≈",
    singular: "is undecided",
    plural: "are undecided",
  },
  untestable: {
    meaning: "The model has no part that speaks to the claim.",
    tone: "out",
    sign: "–",
    singular: "cannot be tested",
    plural: "cannot be tested",
  },
};

export const verdictOrder: readonly VerdictWord[] = [
  "supported",
  "contradicted",
  "structure-dependent",
  "prior-driven",
  "undecided",
  "untestable",
];

/** "Of 10 claims, 2 are supported, 1 is contradicted and 7 cannot be tested." */
export function countVerdicts(verdicts: readonly Verdict[]): string {
  const parts = verdictOrder.flatMap((word) => {
    const count = verdicts.filter(({ verdict }) => verdict === word).length;
    if (count === 0) return [];
    return [`${count} ${count === 1 ? verdictWords[word].singular : verdictWords[word].plural}`];
  });
  return `Of ${verdicts.length} ${verdicts.length === 1 ? "claim" : "claims"}, ${list(parts)}.`;
}

/** "a", "a and b", "a, b and c". */
export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/** The result of a proposition: "34 % (30–38 %)" or "+12 points (+3 to +15 points)". */
export function resultText(result: Pick<PropositionResult, "kind" | "value" | "low" | "high">): string {
  return `${valueText(result.kind, result.value)} (${
    result.kind === "probability"
      ? formatPercentInterval(result.low, result.high)
      : formatPointsInterval(result.low, result.high)
  })`;
}

export function valueText(kind: PropositionResult["kind"], value: number): string {
  return kind === "probability" ? formatPercent(value) : formatPoints(value);
}

/** The bar as a phrase: "at least 50 %". */
export function barText(result: Pick<PropositionResult, "kind" | "bar" | "direction">): string {
  // A bar is exact, unlike an estimate: 0.005 is said as 0.5 %, not as "<1 %".
  const size = Number((result.bar * 100).toFixed(1));
  const unit = result.kind === "probability" ? "%" : "points";
  return `${result.direction === "at-least" ? "at least" : "at most"} ${String(size).replace("-", "\u2212")}\u202f${unit}`;
}

export const holdsText: Readonly<Record<PropositionResult["holds"], string>> = {
  yes: "holds",
  no: "does not hold",
  undecided: "undecided: the interval crosses the bar",
};
