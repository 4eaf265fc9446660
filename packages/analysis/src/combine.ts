/** One verdict from several models: agreement carries, contradiction is named. */
import type { Verdict, VerdictWord } from "./answer.ts";
import { thresholdText } from "./rule-text.ts";
import { hangs } from "./verdict.ts";

/** What a verdict says of the claim, whether or not it hangs on the priors. */
const plainWord = ({ verdict, leaning }: Verdict): VerdictWord => leaning ?? verdict;

/** The last word, unless one says supported where another says contradicted. Words come simplest model first. */
function together(words: readonly VerdictWord[]): VerdictWord {
  const disagree = words.includes("supported") && words.includes("contradicted");
  return disagree ? "structure-dependent" : words.at(-1)!;
}

/**
 * The verdict of the fullest model that can test the claim, unless a simpler one that can test it says the opposite
 * (one supports what the other contradicts): then it is structure-dependent. `verdicts` come simplest model first.
 */
export function combine(models: readonly string[], verdicts: readonly Verdict[]): Verdict {
  const byModel = verdicts.map(({ verdict, leaning, drivers }, i) => ({
    model: models[i]!,
    verdict,
    ...(leaning === undefined ? {} : { leaning }),
    ...(drivers.length === 0 ? {} : { drivers }),
  }));
  const able = verdicts
    .map((verdict, i) => ({ verdict, model: models[i]! }))
    .filter((v) => v.verdict.verdict !== "untestable");
  const leading = able.at(-1);
  if (leading === undefined) return { ...verdicts.at(-1)!, byModel };
  const words = able.map(({ verdict }) => plainWord(verdict));
  const word = together(words);
  const shared = { ...sharedThresholds(able.map(({ verdict }) => verdict)), byModel };
  const silent = models.filter((model) => !able.some((v) => v.model === model));
  const said = able.map(({ model, verdict }) => `${model} says ${plainWord(verdict)}`).join(", ");
  const rule = (meaning: string) => [
    ...(able.length > 1 || silent.length > 0
      ? [`The tests are told as ${leading.model} finds them; the models are put together at the end.`]
      : []),
    ...leading.verdict.rule,
    ...(able.length > 1 ? [`${said}: ${meaning}`] : []),
    ...(silent.length > 0 ? [`${silent.join(" and ")} cannot test it.`] : []),
    ...(able.length > 1 && shared.atThresholds && !sameWords(shared.atThresholds, leading.verdict.atThresholds)
      ? [`Both together: ${lowered(thresholdText(word, shared.atThresholds))}`]
      : []),
  ];
  if (word === "structure-dependent") {
    const { leaning: _, ...rest } = leading.verdict;
    return {
      ...rest,
      ...shared,
      verdict: word,
      reason: `The models disagree: ${said}. What follows is ${leading.model}'s. ${leading.verdict.reason}`,
      rule: rule("one supports what the other contradicts, which makes it structure-dependent."),
    };
  }
  const caveats =
    silent.length === 0
      ? leading.verdict.caveats
      : [
          ...leading.verdict.caveats,
          `Only ${able.map((v) => v.model).join(" and ")} can test this; ${silent.join(" and ")} has no part that speaks to it.`,
        ];
  return {
    ...leading.verdict,
    ...shared,
    caveats,
    rule: rule(`none supports what another contradicts, so ${leading.model}'s verdict stands.`),
  };
}

const sameWords = (a: Verdict["atThresholds"], b: Verdict["atThresholds"]): boolean =>
  a?.lower === b?.lower && a?.upper === b?.upper;

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** What all models that can test the claim say together with thresholds a third lower and a third higher. */
function sharedThresholds(verdicts: readonly Verdict[]): Pick<Verdict, "atThresholds" | "hangsOnThreshold"> {
  if (verdicts.every(({ atThresholds }) => atThresholds === undefined)) return { hangsOnThreshold: false };
  const at = (side: "lower" | "upper") =>
    together(verdicts.map((verdict) => verdict.atThresholds?.[side] ?? plainWord(verdict)));
  const atThresholds = { lower: at("lower"), upper: at("upper") };
  return { atThresholds, hangsOnThreshold: hangs(together(verdicts.map(plainWord)), atThresholds) };
}
