/** From propositions to one word, by stated rules. */
import { correlation, ranks } from "@logjam/inference";
import type { PropositionResult, Verdict, VerdictWord } from "./answer.ts";
import type { Claim } from "./claims.ts";
import { evaluateProposition, type Findings, memberValues, termsOf } from "./propositions.ts";
import type { Study } from "./study.ts";

/**
 * Below this mean contraction of the three parameters that matter most, a verdict hangs on the priors. A fifth is what
 * the domain notes expect the data to fall short of for most levers; with some 400 effective draws, the Monte Carlo
 * error of a contraction is about 0.07.
 */
export const PRIOR_DRIVEN_BELOW = 0.2;
const DRIVERS = 3;

/**
 * All propositions hold: supported; any fails: contradicted; otherwise undecided. Where that would be supported or
 * contradicted but the data hardly moved the parameters that it hangs on, the verdict is prior-driven, and says so.
 */
export function word(results: readonly PropositionResult[]): VerdictWord {
  if (results.some((r) => r.holds === "no")) return "contradicted";
  return results.every((r) => r.holds === "yes") ? "supported" : "undecided";
}

export function judge(claim: Claim, findings: Findings): Verdict {
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
  if (claim.propositions === undefined || missing !== undefined)
    return { ...about, verdict: "untestable", reason: claim.untestable ?? missing!, propositions: [], drivers: [] };
  const propositions = claim.propositions.map((p) => evaluateProposition(p, findings));
  const drivers = driversOf(claim, findings);
  const plain = word(propositions);
  const moved = drivers.reduce((sum, d) => sum + d.contraction / drivers.length, 0);
  const priorDriven = drivers.length > 0 && plain !== "undecided" && moved < PRIOR_DRIVEN_BELOW;
  return {
    ...about,
    verdict: priorDriven ? "prior-driven" : plain,
    ...(priorDriven ? { leaning: plain } : {}),
    reason: reasonFor(claim, propositions, plain, priorDriven),
    propositions,
    drivers: drivers.map(({ name, meaning, rankCorrelation, contraction }) => ({
      name,
      meaning,
      rankCorrelation,
      contraction,
    })),
  };
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

/** The parameters whose ranks go most with the claim's value over the members: its first proposition about outcomes. */
function driversOf(claim: Claim, findings: Findings) {
  const { study, fit, time } = findings;
  const named = claim.propositions?.find((p) => p.parameter)?.parameter?.name;
  if (named !== undefined) {
    const index = study.model.parameters.findIndex((p) => p.name === named);
    const { name, meaning, contraction } = fit.summary.parameters[index]!;
    return [{ name, meaning, rankCorrelation: 1, contraction }];
  }
  const leading = claim.propositions?.find((p) => p.probability ?? p.contrast);
  if (leading === undefined) return [];
  const values = ranks(memberValues(findings, termsOf(leading, time.horizonWeeks), study.thresholds.stated));
  return fit.summary.parameters
    .map(({ name, meaning, contraction }, p) => {
      const column = fit.parameters.subarray(p * fit.members, (p + 1) * fit.members);
      return { name, meaning, contraction, rankCorrelation: correlation(ranks(column), values) };
    })
    .sort((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation) || (a.name < b.name ? -1 : 1))
    .slice(0, DRIVERS);
}
