/** The path of one question: claims -> fit -> scenarios -> verdicts -> answer. Pure but for its executor and progress. */
import { compile } from "@logjam/lang";
import type { Answer, ObservedSeries, OutcomeSummary } from "./answer.ts";
import { timeline } from "./calendar.ts";
import { checkNames } from "./check-names.ts";
import type { Claims } from "./claims.ts";
import { probabilityOverTime, runScenario, type ScenarioRun, scenarioIr } from "./ensemble.ts";
import { fitByImportance } from "./fit.ts";
import { canonicalJson, identityOf, rounded, sha256 } from "./identity.ts";
import { leverValues } from "./levers.ts";
import { type Findings, scalarOf } from "./propositions.ts";
import type { Scenario } from "./scenario.ts";
import type { Executor, Progress, PublicRecord, Study } from "./study.ts";
import { judge } from "./verdict.ts";

export interface AskRequest {
  readonly claims: Claims;
  readonly scenarios: readonly Scenario[];
  readonly study: Study;
  readonly record: PublicRecord;
  /** A Monday with data; replaces the claim file's own. */
  readonly asOf: string;
  readonly seed: bigint;
  readonly draws: number;
  readonly members: number;
  readonly leastEffective: number;
  readonly observed: readonly ObservedSeries[];
  readonly sources: Answer["sources"];
  readonly dataDates: Answer["dataDates"];
}

export async function answerClaims(request: AskRequest, execute: Executor, progress: Progress): Promise<Answer> {
  const { claims, scenarios, study, record, seed } = request;
  const file = claims.value;
  const time = timeline(record.start, request.asOf, file.horizonWeeks);
  // All that can be wrong with the files is found before the first run.
  checkNames(claims, study, scenarios, record);
  for (const scenario of scenarios) leverValues(scenario, study.model, time, study.leverGroups);

  const fit = await fitByImportance(study, record, time, request, execute, progress);
  const ir = scenarioIr(study);
  const runs = new Map<string, ScenarioRun>();
  for (const scenario of scenarios)
    runs.set(scenario.id, await runScenario(study, ir, scenario, record, time, fit, seed, execute, progress));
  const findings = { study, record, time, fit, runs };
  const hash = await sha256(canonicalJson(compile(study.model)));
  const outcomes = outcomeSummaries(study);
  return rounded<Answer>({
    format: "logjam-answer/1",
    identity: await identityOf({
      claims: file,
      scenarios: scenarios.map((s) => [s.id, s.value]),
      model: hash,
      priors: study.model.parameters.map(({ name, prior }) => [name, prior.family, prior.given]),
      observations: study.observations,
      record,
      asOf: request.asOf,
      seed: seed.toString(),
      draws: request.draws,
      members: request.members,
      leastEffective: request.leastEffective,
    }),
    question: {
      file: claims.file,
      title: file.title,
      headline: file.headline,
      headlineClaim: file.headlineClaim,
      article: file.article,
    },
    asOf: request.asOf,
    dataDates: request.dataDates,
    horizonWeeks: file.horizonWeeks,
    seed: seed.toString(),
    members: request.members,
    model: { name: study.model.name, meaning: study.model.meaning, hash, equations: equationCount(study) },
    fit: fit.summary,
    scenarios: scenarios.map(({ id, value }) => ({
      id,
      title: value.title,
      meaning: value.meaning,
      hindsight: value.hindsight,
      failedMembers: runs.get(id)!.failed,
    })),
    outcomes,
    verdicts: file.claims.map((claim) => judge(claim, findings)),
    probabilities: probabilities(findings, outcomes),
    fans: [...runs.values()].flatMap((run) => run.fans),
    observed: request.observed,
    sources: request.sources,
  });
}

function outcomeSummaries({ model }: Study): OutcomeSummary[] {
  const seen = new Set<string>();
  return model.outcomes.flatMap((outcome) => {
    const id = outcome.quantity.split(".").at(-1)!;
    if (seen.has(id)) return [];
    seen.add(id);
    const favours = outcome.favours === "ukraine" || outcome.favours === "russia" ? outcome.favours : "neither";
    return [{ id, title: outcome.title, definition: outcome.meaning, favours }];
  });
}

function probabilities({ study, time, fit, runs }: Findings, outcomes: readonly OutcomeSummary[]) {
  return [...runs.values()].flatMap((run) =>
    outcomes.map(({ id }) => {
      const scalar = scalarOf(study.model, id, study.thresholds.stated);
      return probabilityOverTime(run, fit.draws, id, scalar, time.horizonWeeks + 1);
    }),
  );
}

/** Formulas as the author wrote them: one per quantity that has one, and one per rule of change. */
const equationCount = ({ model }: Study): number =>
  model.rules.length + model.quantities.filter(({ value }) => "formula" in value.definition).length;
