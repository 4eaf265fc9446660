/** Verdicts of a whole claim file from what the models found, and what has to be run to find it. */
import type { Verdict } from "./answer.ts";
import { timeline } from "./calendar.ts";
import { checkNames } from "./check-names.ts";
import type { Claims } from "./claims.ts";
import { combine } from "./combine.ts";
import { leverValues } from "./levers.ts";
import type { LeverSettings } from "./link/setting.ts";
import { type Findings, scalarOf, termsOf } from "./propositions.ts";
import type { Scenario } from "./scenario.ts";
import { rankMembers } from "./sensitivity.ts";
import type { PublicRecord, Study } from "./study.ts";
import { judge } from "./verdict.ts";

export interface Asking {
  readonly study: Study;
  readonly record: PublicRecord;
}

/** One verdict per claim: each model's own, combined. `findings` come simplest model first. */
export const judgeClaims = (claims: Claims, findings: readonly Findings[]): Verdict[] =>
  combineClaims(
    findings.map(({ study }) => study.model.name),
    findings.map((one) => ({ verdicts: judgeEach(claims, one) })),
  );

/** What one model says of every claim. */
export function judgeEach(claims: Claims, findings: Findings): Verdict[] {
  const ranked = rankMembers(findings.study, findings.fit);
  return claims.value.claims.map((claim) => judge(claim, findings, ranked));
}

/** Verdicts by model, simplest first, as one for each claim. */
export const combineClaims = (
  models: readonly string[],
  asked: readonly { readonly verdicts: readonly Verdict[] }[],
): Verdict[] =>
  (asked[0]?.verdicts ?? []).map((_, claim) =>
    combine(
      models,
      asked.map(({ verdicts }) => verdicts[claim]!),
    ),
  );

/**
 * Checks every name of a claim file and every scenario's levers with the changes over them, before anything is run.
 * Returns the studies, each told of the levers that only others have. Throws InputError.
 */
export function checkQuestion(
  claims: Claims,
  asked: readonly Asking[],
  vocabulary: readonly Study[],
  scenarios: readonly Scenario[],
  asOf: string,
  changes: LeverSettings = {},
): Asking[] {
  const studies = knowing(vocabulary, asked);
  checkNames(claims, vocabulary, scenarios, studies[0]!.record);
  for (const { study, record } of studies)
    for (const scenario of chosenScenarios(claims, scenarios)) {
      const time = timeline(record.start, asOf, claims.value.horizonWeeks);
      leverValues(scenario, study.model, time, study.leverGroups, study.otherLevers, changes);
    }
  return studies;
}

/** The scenarios that a file asks for, in its order; all of them if it does not say. A claim's own are always run. */
export function chosenScenarios(claims: Claims, scenarios: readonly Scenario[]): readonly Scenario[] {
  const { scenarios: wanted } = claims.value;
  if (wanted === undefined) return scenarios;
  return find([...wanted, ...namedScenarios(claims)], scenarios);
}

/** The scenarios that the propositions themselves compare: all that verdicts need. */
export const neededScenarios = (claims: Claims, scenarios: readonly Scenario[]): readonly Scenario[] =>
  find(namedScenarios(claims), scenarios);

const find = (ids: readonly string[], scenarios: readonly Scenario[]): Scenario[] =>
  [...new Set(ids)].map((id) => scenarios.find((scenario) => scenario.id === id)!);

const namedScenarios = ({ value: { claims, horizonWeeks } }: Claims): string[] =>
  claims
    .flatMap((claim) => claim.propositions ?? [])
    .flatMap((proposition) => termsOf(proposition, horizonWeeks).map((term) => term.scenario));

/** The flags that a model must give for a claim file's verdicts, at all three thresholds. */
export function neededFlags(
  claims: Claims,
  { model, thresholds }: Study,
): { readonly scenario: string; readonly outcome: string; readonly week: number }[] {
  const { claims: all, horizonWeeks } = claims.value;
  const known = new Set(model.outcomes.map((outcome) => outcome.quantity.split(".").at(-1)));
  const found = new Map<string, { scenario: string; outcome: string; week: number }>();
  for (const proposition of all.flatMap((claim) => claim.propositions ?? []))
    for (const { scenario, outcome, byWeek } of termsOf(proposition, horizonWeeks))
      for (const threshold of known.has(outcome) ? [thresholds.lower, thresholds.stated, thresholds.upper] : []) {
        const scalar = scalarOf(model, outcome, threshold);
        found.set(`${scenario} ${scalar} ${byWeek}`, { scenario, outcome: scalar, week: byWeek });
      }
  return [...found.values()];
}

/** A scenario may set levers that only some of the models have. */
export function knowing(vocabulary: readonly Study[], studies: readonly Asking[]): Asking[] {
  const all = [...new Set(vocabulary.flatMap(({ model }) => model.levers.map((lever) => lever.quantity)))];
  return studies.map(({ study, record }) => {
    const own = new Set(study.model.levers.map((lever) => lever.quantity));
    return { record, study: { ...study, otherLevers: all.filter((name) => !own.has(name)) } };
  });
}
