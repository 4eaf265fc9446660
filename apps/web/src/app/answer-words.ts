/** The answer in words and numbers, from what the engine found. */
import type { Curve, EngineResult, Findings, OutcomeCurve } from "../contract.ts";
import type { TextKey } from "../i18n/catalogue.ts";
import type { Texts } from "../i18n/text.tsx";

export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A curve at a week; NaN where it does not reach so far. */
export function shareAt(curve: Curve | undefined, week: number): Share {
  const at = (row: readonly number[] | undefined) => row?.[Math.min(week, row.length - 1)] ?? Number.NaN;
  return { value: at(curve?.value), low: at(curve?.low), high: at(curve?.high) };
}

export const outcomeOf = (findings: Findings, id: string): OutcomeCurve | undefined =>
  findings.outcomes.find(({ outcome }) => outcome === id);

/** From what probability on each lead holds. */
const LEADS: readonly (readonly [least: number, key: TextKey])[] = [
  [0.95, "page.leadVeryLikely"],
  [0.6, "page.leadLikely"],
  [0.4, "page.leadEven"],
  [0.2, "page.leadPossible"],
  [0.05, "page.leadUnlikely"],
  [0, "page.leadHardly"],
];

/** The first words of the answer, by the probability that Ukraine breaks the logjam. */
export const leadFor = (probability: number): TextKey =>
  LEADS.find(([least]) => probability >= least)?.[1] ?? "page.leadHardly";

/** What "continues" means: M1 knows no ceasefire that could end it. */
export const endingFor = ({ setting }: Pick<EngineResult, "setting">): TextKey =>
  setting.model === "M1" ? "page.endingM1" : "page.endingM2";

/** The three numbers of the answer at a week, and the differences where two policies are compared. */
export function answerNumbers(result: EngineResult, byWeek: number) {
  const of = (id: string) => shareAt(outcomeOf(result.main, id), byWeek);
  const differences = result.comparison?.difference.outcomes;
  const difference = (id: string) =>
    shareAt(
      differences?.find(({ outcome }) => outcome === id),
      byWeek,
    );
  return {
    ukraine: of("brokenForUkraine"),
    russia: of("brokenForRussia"),
    continues: of("logjamContinues"),
    difference: { ukraine: difference("brokenForUkraine"), russia: difference("brokenForRussia") },
  };
}

/** The answer as plain text, for the live region and for tests. */
export function answerText(result: EngineResult, byWeek: number, { t, percent, percentInterval, day }: Texts): string {
  const { ukraine, russia, continues } = answerNumbers(result, byWeek);
  return t("page.answer", {
    lead: t(leadFor(ukraine.value)),
    date: day(result.dates[byWeek] ?? result.setting.asOf),
    ukraine: percent(ukraine.value),
    ukraineInterval: percentInterval(ukraine.low, ukraine.high),
    russia: percent(russia.value),
    russiaInterval: percentInterval(russia.low, russia.high),
    continues: percent(continues.value),
    ending: t(endingFor(result)),
  });
}
