/** A claim and its verdict in the page's words and language. */
import type { ClaimsFile, PropositionResult, VerdictWord } from "@logjam/analysis";
import type { Verdict, World } from "../contract.ts";
import type { Texts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";

export type Claim = ClaimsFile["claims"][number];

/** The texts of a claim: the file's own, or their translation where there is one of the same shape. */
export function claimTexts(claim: Claim, { locale }: Pick<Texts, "locale">): Claim {
  const translated = worldTexts(locale).claim(claim.id);
  if (translated === undefined || (claim.propositions?.length ?? 0) !== (translated.propositions?.length ?? 0))
    return claim;
  return {
    ...claim,
    title: translated.title,
    point: translated.point,
    place: translated.place,
    means: { ...claim.means, ...translated.means },
    caveats: [...(translated.caveats ?? claim.caveats)],
    ...(claim.propositions === undefined
      ? {}
      : {
          propositions: claim.propositions.map((one, i) => ({
            ...one,
            says: translated.propositions?.[i] ?? one.says,
          })),
        }),
    ...(claim.untestable === undefined ? {} : { untestable: translated.untestable ?? claim.untestable }),
  };
}

/** The sign beside a verdict, so that colour is never alone. */
export const SIGNS: Readonly<Record<VerdictWord, string>> = {
  supported: "✓",
  contradicted: "✕",
  "structure-dependent": "≠",
  "prior-driven": "≈",
  undecided: "?",
  untestable: "–",
};

export const VERDICT_ORDER = [
  "supported",
  "contradicted",
  "structure-dependent",
  "prior-driven",
  "undecided",
  "untestable",
] as const;

/** What a verdict says of the claim, in a sentence or two: the file's own words for it, else how its tests came out. */
export function reasonOf(claim: Claim, verdict: Verdict, texts: Texts): string {
  const { t } = texts;
  if (verdict.verdict === "untestable") return claim.untestable ?? t("claims.meaning.untestable");
  if (verdict.verdict === "structure-dependent")
    return [t("claims.meaning.structure-dependent"), ...verdict.byModel.map((one) => saidBy(one, texts))].join(" ");
  const plain = verdict.leaning ?? verdict.verdict;
  const said = plain in claim.means ? claim.means[plain as keyof Claim["means"]] : undefined;
  const first = said ?? tallyOf(verdict.propositions, texts);
  return verdict.verdict === "prior-driven" ? `${first} ${t("claims.meaning.prior-driven")}` : first;
}

export function saidBy(one: Verdict["byModel"][number], { t }: Texts): string {
  return t("claims.saidBy", { model: one.model, word: t(`claims.verdict.${one.leaning ?? one.verdict}`) });
}

export function tallyOf(results: readonly PropositionResult[], { t }: Texts): string {
  const count = (holds: PropositionResult["holds"]) => results.filter((one) => one.holds === holds).length;
  return t("claims.tally", {
    count: results.length,
    yes: count("yes"),
    no: count("no"),
    undecided: count("undecided"),
  });
}

/** The caveats of a claim, and which model is silent on it. */
export function caveatsOf(claim: Claim, verdict: Verdict | undefined, { t }: Texts): readonly string[] {
  const silent = verdict?.byModel.filter((one) => one.verdict === "untestable").map(({ model }) => model) ?? [];
  const able = verdict?.byModel.filter((one) => one.verdict !== "untestable").map(({ model }) => model) ?? [];
  if (silent.length === 0 || able.length === 0) return claim.caveats;
  return [...claim.caveats, t("claims.silent", { able: able.join(", "), silent: silent.join(", ") })];
}

type Result = Pick<PropositionResult, "kind" | "value" | "low" | "high">;

/** The result of a proposition: "34% (30–38%)", "+12 points (+3 to +15 points)" or "0.43 times". */
export function resultText(
  { kind, value, low, high }: Result,
  { t, percent, percentInterval, points, number }: Texts,
): string {
  if (kind === "observed") return t("claims.times", { value: number(Number(value.toPrecision(2))) });
  if (kind !== "contrast")
    return t("claims.valueInterval", { value: percent(value), interval: percentInterval(low, high) });
  const interval = t("claims.pointsInterval", {
    low: points(Math.floor(low * 100 + 1e-9) / 100),
    high: points(Math.ceil(high * 100 - 1e-9) / 100),
  });
  return t("claims.valueInterval", { value: t("claims.points", { value: points(value) }), interval });
}

/** "asks for at least 33%". A bar is exact, unlike an estimate. */
export function barText(
  { kind, bar, direction }: Pick<PropositionResult, "kind" | "bar" | "direction">,
  texts: Texts,
): string {
  const { t, exactPercent, number } = texts;
  const said =
    kind === "observed"
      ? t("claims.times", { value: number(bar) })
      : kind === "contrast"
        ? t("claims.points", { value: number(Number((bar * 100).toFixed(1))) })
        : exactPercent(bar);
  return t(direction === "at-least" ? "claims.atLeast" : "claims.atMost", { bar: said });
}

/** What a proposition is made of: each probability with its policy. */
export function partsText(result: PropositionResult, world: World, texts: Texts): string {
  const { t, percent, day, locale } = texts;
  const names = worldTexts(locale);
  const parts = result.parts.map((part) => {
    const scenario = world.scenarios.find(({ id }) => id === part.scenario);
    const outcome = world.outcomes.find(({ id }) => id === part.outcome);
    return t("claims.part", {
      outcome: outcome === undefined ? part.outcome : names.outcome(outcome).title,
      scenario: scenario === undefined ? part.scenario : names.scenario(scenario).title,
      date: day(part.date),
      value: percent(part.value),
    });
  });
  return t("claims.parts", { parts: parts.join("; ") });
}

/** "Of 10 claims: 2 supported, 1 contradicted, 7 cannot be tested." */
export function countVerdicts(verdicts: readonly Verdict[], { t }: Texts): string {
  const parts = VERDICT_ORDER.flatMap((word) => {
    const count = verdicts.filter(({ verdict }) => verdict === word).length;
    return count === 0 ? [] : [t("claims.countPart", { count, word: t(`claims.verdict.${word}`) })];
  });
  return t("claims.counting", { count: verdicts.length, parts: parts.join(", ") });
}
