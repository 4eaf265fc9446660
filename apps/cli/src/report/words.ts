import type { Change, PropositionResult, Quarter, Verdict, VerdictWord } from "@logjam/analysis";
import {
  formatNumber,
  formatPercent,
  formatPercentInterval,
  formatPoints,
  formatPointsInterval,
} from "@logjam/figures";
import { parameterLabel } from "./look-up.ts";

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
    meaning: "The answer mostly repeats what was assumed.",
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

type Kind = PropositionResult["kind"];

interface KindWording {
  readonly value: (value: number) => string;
  readonly interval: ((low: number, high: number) => string) | undefined;
  /** A bar is exact, unlike an estimate: 0.005 is said as 0.5 %, not as "<1 %". */
  readonly bar: (bar: number) => string;
}

const exact = (value: number, unit: string): string =>
  `${String(Number(value.toFixed(1))).replace("-", "\u2212")}\u202f${unit}`;

const share: KindWording = {
  value: formatPercent,
  interval: formatPercentInterval,
  bar: (bar) => exact(bar * 100, "%"),
};

/** How the numbers of each kind of proposition are said; a ratio of the record has no interval, because nothing is drawn by lot. */
const kinds: Readonly<Record<Kind, KindWording>> = {
  probability: share,
  parameter: share,
  contrast: { value: formatPoints, interval: formatPointsInterval, bar: (bar) => exact(bar * 100, "points") },
  observed: { value: (value) => times(value), interval: undefined, bar: (bar) => times(bar) },
};

function times(value: number): string {
  return Number.isFinite(value) ? `${formatNumber(Number(value.toPrecision(2)))}\u202ftimes` : "n/a";
}

/** The result of a proposition: "34 % (30–38 %)", "+12 points (+3 to +15 points)" or "0.43 times". */
export function resultText({
  kind,
  value,
  low,
  high,
}: Pick<PropositionResult, "kind" | "value" | "low" | "high">): string {
  const words = kinds[kind];
  return words.interval ? `${words.value(value)} (${words.interval(low, high)})` : words.value(value);
}

/** The bar as a phrase: "at least 50 %". */
export function barText({ kind, bar, direction }: Pick<PropositionResult, "kind" | "bar" | "direction">): string {
  return `${direction === "at-least" ? "at least" : "at most"} ${kinds[kind].bar(bar)}`;
}

/**
 * What a verdict says of its claim, in one sentence. Where only the record was asked, the model has no part in it; where some
 * tests hold and some fail, only a part of the claim is contradicted.
 */
export function verdictSentence({ verdict, propositions }: Verdict): string {
  if (verdict !== "supported" && verdict !== "contradicted") return verdictWords[verdict].meaning;
  const recordOnly = propositions.length > 0 && propositions.every(({ kind }) => kind === "observed");
  const who = recordOnly
    ? "The public record up to the as-of date"
    : "The model, fitted to the data up to the as-of date,";
  if (verdict === "supported") return `${who} agrees with the claim.`;
  const partly = propositions.some(({ holds }) => holds === "yes");
  return `${who} disagrees with ${partly ? "a part of " : ""}the claim.`;
}

/** Where a verdict rests on assumptions: which way they lean. */
export function leaningText({ leaning }: Verdict): string {
  return leaning === undefined ? "" : `Taken at their word, the assumptions would make it ${leaning}.`;
}

/** Where other thresholds would give another word: which. */
export function thresholdText({ hangsOnThreshold, atThresholds }: Verdict): string {
  if (!hangsOnThreshold || atThresholds === undefined) return "";
  return `It hangs on the threshold: with every threshold a third lower it would be ${atThresholds.lower}, a third higher ${atThresholds.upper}.`;
}

/** What would change a verdict: the deciding test where the parameter that matters most is at its lowest and highest. */
export function changeText(verdict: Verdict): string {
  const { change, deciding, propositions } = verdict;
  const proposition = deciding === undefined ? undefined : propositions[deciding];
  if (proposition === undefined) return "";
  if (proposition.kind === "observed") return "It turns on the record itself: no value of a parameter would change it.";
  if (proposition.kind === "parameter")
    return "It turns on what the data say of one parameter: only more data that speak to it would change it.";
  if (change === undefined)
    return "The result is the same in every run: nothing within the range that the fit leaves open would change it.";
  const { kind, bar } = proposition;
  const { name, meaning, unit } = change.parameter;
  const said = kind === "probability" ? "the probability" : "the difference";
  const amount = (value: number) => `${formatNumber(value)}${unit === "1" ? "" : ` ${unit.replace(/^1\//, "per ")}`}`;
  const found = (quarter: Quarter) => (kind === "probability" ? formatPercent : formatPoints)(quarter.value);
  return (
    `In the quarter of runs where “${parameterLabel(name, meaning)}” is lowest (at most ${amount(change.lowest.bound)}) ${said} is ` +
    `${found(change.lowest)}, in the quarter where it is highest (at least ${amount(change.highest.bound)}) ${found(change.highest)}: ` +
    `${crossing(proposition.holds, change)} the bar of ${kinds[kind].bar(bar)}.`
  );
}

/** Which of the two quarters would turn the test over. */
function crossing(holds: PropositionResult["holds"], { lowest, highest }: Change): string {
  const say = (quarter: Quarter): string => {
    if (quarter.holds === "undecided")
      return holds === "undecided" ? "stays too close to" : "comes too close to call to";
    if (holds === "undecided") return quarter.holds === "yes" ? "meets" : "misses";
    return quarter.holds === holds ? "does not cross" : "crosses";
  };
  const [first, second] = [say(lowest), say(highest)];
  if (first !== second) return `the first ${first}, the second ${second}`;
  return first === "does not cross" ? "neither crosses" : `each ${first}`;
}

export const holdsText: Readonly<Record<PropositionResult["holds"], string>> = {
  yes: "It holds.",
  no: "It does not hold.",
  undecided: "It is undecided: the interval crosses the bar.",
};
