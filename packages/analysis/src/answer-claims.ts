/** The path of one question: claims -> fit -> scenarios -> verdicts -> answer. Pure but for its executor and progress. */
import type { Posterior } from "@logjam/inference";
import { irHash } from "@logjam/kernel";
import { compile } from "@logjam/lang";
import type { Answer, Fan, ObservedSeries, OtherModel, OutcomeSummary } from "./answer.ts";
import { type Timeline, timeline } from "./calendar.ts";
import type { Claims } from "./claims.ts";
import { probabilityOverTime, runScenario, type ScenarioRun, scenarioIr } from "./ensemble.ts";
import { fitFrom, fitPosterior, STANDARD_FIT } from "./fit.ts";
import { identityOf, rounded } from "./identity.ts";
import { checkQuestion, chosenScenarios, combineClaims, judgeEach } from "./judge-claims.ts";
import type { LeverSettings } from "./link/setting.ts";
import { type Findings, scalarOf } from "./propositions.ts";
import type { Scenario } from "./scenario.ts";
import type { Executor, Progress, PublicRecord, Study } from "./study.ts";

export interface AskRequest {
  readonly claims: Claims;
  readonly scenarios: readonly Scenario[];
  /** The models that are asked, simplest first, each with the record in the form of its own series. */
  readonly studies: readonly { readonly study: Study; readonly record: PublicRecord }[];
  /** All models whose outcomes, parameters and levers the files may name; default: those that are asked. */
  readonly vocabulary?: readonly Study[];
  /** A Monday with data; replaces the claim file's own. */
  readonly asOf: string;
  readonly seed: bigint;
  /** Particles of the posterior; more members than these share their parameters. */
  readonly particles: number;
  readonly members: number;
  /** A posterior that was made before, such as one from a file; undefined where there is none. Default: fit anew. */
  readonly posterior?: (study: Study, record: PublicRecord, time: Timeline) => Promise<Posterior | undefined>;
  /** Changes of levers that are laid over every scenario. */
  readonly changes?: LeverSettings;
  readonly observed: readonly ObservedSeries[];
  readonly sources: Answer["sources"];
  readonly dataDates: Answer["dataDates"];
}

/** What one model says: everything of an answer that hangs on the model. */
interface Asked extends OtherModel {
  readonly fans: readonly Fan[];
  readonly failed: ReadonlyMap<string, number>;
  readonly outcomes: readonly OutcomeSummary[];
}

/** Asks every model the same. Throws InputError before the first run if a file or a name is at fault. */
export async function answerClaims(request: AskRequest, execute: Executor, progress: Progress): Promise<Answer> {
  const { claims } = request;
  const file = claims.value;
  const vocabulary = request.vocabulary ?? request.studies.map(({ study }) => study);
  const { asOf, changes } = request;
  const studies = checkQuestion(claims, request.studies, vocabulary, request.scenarios, asOf, changes);
  const scenarios = chosenScenarios(claims, request.scenarios);

  const asked: Asked[] = [];
  for (const { study, record } of studies)
    asked.push(await askOne({ ...request, scenarios }, study, record, execute, progress));
  const [leading, others] = [asked.at(-1)!, asked.slice(0, -1)];
  const names = asked.map(({ model }) => model.name);
  return rounded<Answer>({
    format: "logjam-answer/1",
    identity: await identityOf(inputs({ ...request, scenarios }, asked)),
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
    seed: request.seed.toString(),
    members: request.members,
    model: leading.model,
    fit: leading.fit,
    scenarios: scenarios.map(({ id, value }) => ({
      id,
      title: value.title,
      meaning: value.meaning,
      hindsight: value.hindsight,
      failedMembers: asked.reduce((sum, one) => sum + one.failed.get(id)!, 0),
    })),
    outcomes: leading.outcomes,
    verdicts: combineClaims(names, asked),
    otherModels: others.map(({ model, fit, verdicts, probabilities }) => ({ model, fit, verdicts, probabilities })),
    probabilities: leading.probabilities,
    fans: leading.fans,
    observed: request.observed,
    sources: request.sources,
  });
}

const timeOf = (request: AskRequest, record: PublicRecord): Timeline =>
  timeline(record.start, request.asOf, request.claims.value.horizonWeeks);

async function askOne(
  request: AskRequest,
  study: Study,
  record: PublicRecord,
  execute: Executor,
  progress: Progress,
): Promise<Asked> {
  const time = timeOf(request, record);
  const name = study.model.name;
  const tell: Progress = (stage, done, of) => progress(`${name} ${stage}`, done, of);
  const posterior =
    (await request.posterior?.(study, record, time)) ??
    (await fitPosterior(study, record, time, { ...STANDARD_FIT, particles: request.particles }, execute, tell));
  const fit = fitFrom(study, posterior, request.members);
  const ir = scenarioIr(study);
  const runs = new Map<string, ScenarioRun>();
  for (const scenario of request.scenarios)
    runs.set(
      scenario.id,
      await runScenario(study, ir, scenario, record, time, fit, request.seed, execute, tell, request.changes),
    );
  const findings = { study, record, time, fit, runs };
  const outcomes = outcomeSummaries(study);
  return {
    model: {
      name,
      meaning: study.model.meaning,
      hash: await irHash(compile(study.model)),
      equations: equationCount(study),
    },
    fit: fit.summary,
    verdicts: judgeEach(request.claims, findings),
    probabilities: probabilities(findings, outcomes),
    fans: [...runs.values()].flatMap((run) => run.fans),
    failed: new Map([...runs].map(([id, run]) => [id, run.failed])),
    outcomes,
  };
}

/** All that determines an answer. */
const inputs = (request: AskRequest, asked: readonly Asked[]) => ({
  claims: request.claims.value,
  scenarios: request.scenarios.map((s) => [s.id, s.value]),
  models: request.studies.map(({ study, record }, i) => ({
    hash: asked[i]!.model.hash,
    priors: study.model.parameters.map(({ name, prior }) => [name, prior.family, prior.given]),
    observations: study.observations,
    record,
  })),
  asOf: request.asOf,
  seed: request.seed.toString(),
  particles: request.particles,
  members: request.members,
});

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
