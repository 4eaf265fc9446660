/** One verdict from several models: agreement carries, contradiction is named. */
import type { Verdict, VerdictWord } from "./answer.ts";

/** What a verdict says of the claim, whether or not it hangs on the priors. */
const plainWord = ({ verdict, leaning }: Verdict): VerdictWord => leaning ?? verdict;

/**
 * The verdict of the fullest model that can test the claim, unless a simpler one that can test it says the opposite
 * (one supports what the other contradicts): then it is structure-dependent. `verdicts` come simplest model first.
 */
export function combine(models: readonly string[], verdicts: readonly Verdict[]): Verdict {
  const byModel = verdicts.map((verdict, i) => ({
    model: models[i]!,
    verdict: verdict.verdict,
    ...(verdict.leaning === undefined ? {} : { leaning: verdict.leaning }),
  }));
  const able = verdicts
    .map((verdict, i) => ({ verdict, model: models[i]! }))
    .filter((v) => v.verdict.verdict !== "untestable");
  const leading = able.at(-1);
  if (leading === undefined) return { ...verdicts.at(-1)!, byModel };
  const words = new Set(able.map(({ verdict }) => plainWord(verdict)));
  if (words.has("supported") && words.has("contradicted")) {
    const { leaning: _, ...rest } = leading.verdict;
    const said = able.map(({ model, verdict }) => `${model} says ${plainWord(verdict)}`).join(", ");
    return {
      ...rest,
      verdict: "structure-dependent",
      reason: `The models disagree: ${said}. What follows is ${leading.model}'s. ${leading.verdict.reason}`,
      byModel,
    };
  }
  const silent = models.filter((model) => !able.some((v) => v.model === model));
  const caveats =
    silent.length === 0
      ? leading.verdict.caveats
      : [
          ...leading.verdict.caveats,
          `Only ${able.map((v) => v.model).join(" and ")} can test this; ${silent.join(" and ")} has no part that speaks to it.`,
        ];
  return { ...leading.verdict, caveats, byModel };
}
