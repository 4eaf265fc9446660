/** From propositions to one word, by stated rules. */
import type { Change, Driver, PropositionResult, Verdict, VerdictWord } from "./answer.ts";
import type { Claim, Proposition } from "./claims.ts";
import { decidingOf } from "./deciding.ts";
import { evaluateProposition, type Findings, holds, memberValues, termsOf } from "./propositions.ts";
import { priorText, testsText, thresholdText, wordText } from "./rule-text.ts";
import { changeWith, driversOf, type RankedMembers, rankMembers } from "./sensitivity.ts";
import type { Study } from "./study.ts";

/**
 * Below this mean contraction of the three parameters that matter most, a verdict hangs on the priors. A fifth is what
 * the domain notes expect the data to fall short of for most levers; with some 400 effective draws, the Monte Carlo
 * error of a contraction is about 0.07.
 */
export const PRIOR_DRIVEN_BELOW = 0.2;

/**
 * All propositions hold: supported; any fails: contradicted; otherwise undecided. Where that would be supported or
 * contradicted but the data hardly moved the parameters that it hangs on, the verdict is prior-driven, and says so.
 */
export function word(results: readonly Pick<PropositionResult, "holds">[]): VerdictWord {
  if (results.some((r) => r.holds === "no")) return "contradicted";
  return results.every((r) => r.holds === "yes") ? "supported" : "undecided";
}

/** Judges a claim by one model. `ranked` saves ranking the members anew for every claim. */
export function judge(claim: Claim, findings: Findings, ranked = rankMembers(findings.study, findings.fit)): Verdict {
  const about = {
    id: claim.id,
    title: claim.title,
    point: claim.point,
    place: claim.place,
    ...(claim.quote === undefined ? {} : { quote: claim.quote }),
    caveats: claim.caveats,
    byModel: [],
  };
  const missing = beyond(claim, findings.study);
  if (claim.propositions === undefined || missing !== undefined) {
    const reason = claim.untestable ?? missing!;
    const rule = ["A claim to which a model has nothing to say is untestable."];
    return { ...about, verdict: "untestable", reason, propositions: [], drivers: [], hangsOnThreshold: false, rule };
  }
  const propositions = claim.propositions.map((p) => evaluateProposition(p, findings));
  const plain = word(propositions);
  const deciding = decidingOf(propositions);
  const { drivers, change } = hangsOn(claim.propositions[deciding]!, propositions[deciding]!, findings, ranked);
  const moved = drivers.reduce((sum, d) => sum + d.contraction / drivers.length, 0);
  const priorDriven = drivers.length > 0 && plain !== "undecided" && moved < PRIOR_DRIVEN_BELOW;
  const atThresholds = wordsAtThresholds(propositions);
  return {
    ...about,
    verdict: priorDriven ? "prior-driven" : plain,
    ...(priorDriven ? { leaning: plain } : {}),
    reason: reasonFor(claim, propositions, plain, priorDriven),
    propositions,
    deciding,
    drivers,
    ...(change && { change }),
    ...(atThresholds && { atThresholds }),
    hangsOnThreshold: hangs(plain, atThresholds),
    rule: [
      ...testsText(propositions),
      wordText(plain),
      ...(atThresholds ? [thresholdText(plain, atThresholds)] : []),
      ...(drivers.length > 0 && plain !== "undecided"
        ? [priorText(drivers, moved, PRIOR_DRIVEN_BELOW, priorDriven)]
        : []),
    ],
  };
}

/** A verdict hangs on the threshold where either other threshold would give another word. */
export const hangs = (plain: VerdictWord, at: Verdict["atThresholds"]): boolean =>
  at !== undefined && (at.lower !== plain || at.upper !== plain);

/** The words with all thresholds a third lower and a third higher; tests without a threshold answer as they do. */
function wordsAtThresholds(propositions: readonly PropositionResult[]): Verdict["atThresholds"] {
  if (propositions.every(({ sensitivity }) => sensitivity.length === 0)) return undefined;
  const at = (threshold: "-33 %" | "+33 %") =>
    word(
      propositions.map((one) => {
        const variant = one.sensitivity.find((other) => other.threshold === threshold);
        return { holds: variant === undefined ? one.holds : holds(variant, one.bar, one.direction) };
      }),
    );
  return { lower: at("-33 %"), upper: at("+33 %") };
}

/** Why a model has nothing that speaks to a claim; undefined where it can be tested. */
function beyond(claim: Claim, { model }: Study): string | undefined {
  const known = new Set(model.outcomes.map((o) => o.quantity.split(".").at(-1)));
  const parameters = new Set(model.parameters.map((p) => p.name));
  for (const proposition of claim.propositions ?? []) {
    for (const { outcome } of termsOf(proposition, 1))
      if (!known.has(outcome)) return `${model.name} has no part that speaks to it: it knows no outcome '${outcome}'.`;
    const name = proposition.parameter?.name;
    if (name !== undefined && !parameters.has(name))
      return `${model.name} has no part that speaks to it: it has no parameter '${name}'.`;
  }
  return undefined;
}

/** What the verdict says in the claim's own terms, how its tests came out, and whether it hangs on the priors. */
function reasonFor(
  claim: Claim,
  results: readonly PropositionResult[],
  plain: VerdictWord,
  priorDriven: boolean,
): string {
  const said = plain in claim.means ? claim.means[plain as keyof Claim["means"]] : undefined;
  const tally = said === undefined ? tallyOf(results) : said;
  if (!priorDriven) return tally;
  return `${tally} But the data hardly moved the parameters that this hangs on, so it says more about our assumptions than about the war.`;
}

function tallyOf(results: readonly PropositionResult[]): string {
  const count = (holds: PropositionResult["holds"]) => results.filter((r) => r.holds === holds).length;
  const of = results.length === 1 ? "its one test" : `its ${results.length} tests`;
  const parts = [
    `${count("yes")} of ${of} hold${count("yes") === 1 ? "s" : ""}`,
    ...(count("no") > 0 ? [`${count("no")} fail${count("no") === 1 ? "s" : ""}`] : []),
    ...(count("undecided") > 0 ? [`${count("undecided")} cannot be told from the bar with these members`] : []),
  ];
  return `${parts.join(", ")}.`;
}

/** The parameters that the deciding proposition hangs on, and what it would be where the first of them is low or high. */
function hangsOn(
  proposition: Proposition,
  { bar, direction }: PropositionResult,
  { study, fit, time, runs, record }: Findings,
  ranked: RankedMembers,
): { readonly drivers: readonly Driver[]; readonly change?: Change } {
  const named = proposition.parameter?.name;
  if (named !== undefined) {
    const { name, meaning, contraction } = fit.summary.parameters.find((p) => p.name === named)!;
    return { drivers: [{ name, meaning, rankCorrelation: 1, contraction }] };
  }
  const terms = termsOf(proposition, time.horizonWeeks);
  if (terms.length === 0) return { drivers: [] };
  const values = memberValues({ study, fit, time, runs, record }, terms, study.thresholds.stated);
  const drivers = driversOf(ranked, values);
  const first = drivers[0];
  if (first === undefined) return { drivers };
  const kind = proposition.probability ? "probability" : "contrast";
  return { drivers, change: changeWith(ranked, first.name, { values, kind, bar, direction }) };
}
