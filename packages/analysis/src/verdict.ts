/** From propositions to one word, by stated rules. */
import { rankCorrelation } from "@logjam/inference";
import type { PropositionResult, Verdict, VerdictWord } from "./answer.ts";
import type { Claim } from "./claims.ts";
import { evaluateProposition, type Findings, memberValues, termsOf } from "./propositions.ts";

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
  };
  if (claim.propositions === undefined)
    return { ...about, verdict: "untestable", reason: claim.untestable!, propositions: [], drivers: [] };
  const propositions = claim.propositions.map((p) => evaluateProposition(p, findings));
  const drivers = driversOf(claim, findings);
  const plain = word(propositions);
  const moved = drivers.reduce((sum, d) => sum + d.contraction / drivers.length, 0);
  const priorDriven = drivers.length > 0 && plain !== "undecided" && moved < PRIOR_DRIVEN_BELOW;
  return {
    ...about,
    verdict: priorDriven ? "prior-driven" : plain,
    ...(priorDriven ? { leaning: plain } : {}),
    reason: reasonFor(propositions, plain, priorDriven),
    propositions,
    drivers: drivers.map(({ name, meaning, rankCorrelation, contraction }) => ({
      name,
      meaning,
      rankCorrelation,
      contraction,
    })),
  };
}

function reasonFor(results: readonly PropositionResult[], plain: VerdictWord, priorDriven: boolean): string {
  const failed = results.filter((r) => r.holds === "no").length;
  const open = results.filter((r) => r.holds === "undecided").length;
  const many = results.length === 1 ? "Its one proposition" : `All ${results.length} propositions`;
  const said =
    plain === "supported"
      ? `${many} hold${results.length === 1 ? "s" : ""}, beyond the Monte Carlo error.`
      : plain === "contradicted"
        ? `${failed} of ${results.length} proposition${results.length === 1 ? "" : "s"} fail${failed === 1 ? "s" : ""}, beyond the Monte Carlo error.`
        : `${open} of ${results.length} proposition${results.length === 1 ? "" : "s"} cannot be told from ${open === 1 ? "its" : "their"} bar with these members.`;
  return priorDriven
    ? `${said} But the data hardly moved the parameters that this hangs on (mean contraction below ${PRIOR_DRIVEN_BELOW}), so it says more about our judgement than about the war.`
    : said;
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
  const values = memberValues(findings, termsOf(leading, time.horizonWeeks), study.thresholds.stated);
  return fit.summary.parameters
    .map(({ name, meaning, contraction }, p) => {
      const column = fit.parameters.subarray(p * fit.members, (p + 1) * fit.members);
      return { name, meaning, contraction, rankCorrelation: rankCorrelation(column, values) };
    })
    .sort((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation) || (a.name < b.name ? -1 : 1))
    .slice(0, DRIVERS);
}
