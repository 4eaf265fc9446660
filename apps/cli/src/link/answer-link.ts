/** What a link of the app shows, computed here: the same posterior, members and random numbers, so the same bits. */
import { availableParallelism } from "node:os";
import {
  addWeeks,
  type Complaint,
  decodeLink,
  fitFrom,
  HORIZON,
  knowing,
  type LinkVocabulary,
  type OutcomeProbability,
  type Progress,
  probabilityOverTime,
  runIdentityOf,
  runScenario,
  type Scenario,
  type Setting,
  type Study,
  scalarOf,
  scenarioIr,
  standardSetting,
  timeline,
} from "@logjam/analysis";
import { type Evidence, loadEvidence } from "@logjam/evidence";
import { irHash } from "@logjam/kernel";
import { compile } from "@logjam/lang";
import { m1Study, m2Study } from "@logjam/model";
import { kernelExecutor } from "../ask/execute.ts";
import { posteriorFor, posteriorPlaces } from "../ask/posterior.ts";
import { recordFor, usableMondays } from "../ask/record.ts";
import { readScenarios } from "../files/scenarios.ts";

const STUDIES: readonly Study[] = [m1Study, m2Study];

export interface LinkQuestion {
  readonly link: string;
  /** The repository's root, for posteriors. */
  readonly home: string;
  readonly data: string;
  readonly scenarios: string;
  readonly members: number;
}

export interface LinkAnswer {
  readonly format: "logjam-link-answer/1";
  readonly setting: Setting;
  /** What could not be read of the link, and what holds instead. */
  readonly complaints: readonly Complaint[];
  /** A short name of data, model and posterior; links hold it. */
  readonly of: string;
  readonly members: number;
  readonly failed: number;
  /** The date of `setting.byWeek`. */
  readonly by: string;
  readonly main: readonly OutcomeProbability[];
  readonly other?: readonly OutcomeProbability[];
}

export async function answerLink(question: LinkQuestion, progress: Progress): Promise<LinkAnswer> {
  const evidence = loadEvidence(question.data);
  const scenarios = await readScenarios(question.scenarios);
  const { setting, complaints } = decodeLink(question.link, vocabulary(evidence, scenarios));
  const { asOf, horizonWeeks, byWeek, compare, model } = setting;
  // As the app ships it: to its longest horizon.
  const { records } = recordFor(evidence, asOf, HORIZON.most);
  const record = model === "M1" ? records.m1 : records.m2;
  const asked = STUDIES.filter((one) => one.model.name === model).map((study) => ({ study, record }));
  const { study } = knowing(STUDIES, asked)[0]!;
  const time = timeline(record.start, asOf, horizonWeeks);
  const posterior = await posteriorFor(study, record, time, posteriorPlaces(question.home));
  const fit = fitFrom(study, posterior, question.members);
  const ir = scenarioIr(study);
  const kernel = kernelExecutor(Math.min(4, availableParallelism()));
  const run = async (id: string, changes: Setting["levers"]) => {
    const scenario = scenarios.find((one) => one.id === id)!;
    const seed = BigInt(setting.seed);
    const found = await runScenario(study, ir, scenario, record, time, fit, seed, kernel.execute, progress, changes);
    const outcomes = [...new Set(study.model.outcomes.map(({ quantity }) => quantity.split(".").at(-1)!))];
    const stated = (outcome: string) => scalarOf(study.model, outcome, study.thresholds.stated);
    const rows = outcomes.map((one) => probabilityOverTime(found, fit.draws, one, stated(one), horizonWeeks + 1));
    return { rows, failed: found.failed };
  };
  try {
    const main = await run(setting.scenario, setting.levers);
    const other = compare === undefined ? undefined : await run(compare, {});
    return {
      format: "logjam-link-answer/1",
      setting,
      complaints,
      of: await runIdentityOf(await irHash(compile(study.model)), posterior.identity, record),
      members: question.members,
      failed: main.failed,
      by: addWeeks(asOf, byWeek),
      main: main.rows,
      ...(other === undefined ? {} : { other: other.rows }),
    };
  } finally {
    kernel.close();
  }
}

/** What a link may name here: any Monday with data, any scenario of the folder, the levers of both models. */
function vocabulary(evidence: Evidence, scenarios: readonly Scenario[]): LinkVocabulary {
  const dates = usableMondays(evidence);
  const levers = new Map(STUDIES.flatMap(({ model }) => model.levers).map((lever) => [lever.name, lever]));
  const ids = scenarios.map(({ id }) => id);
  // What a link's `of` says is compared once the posterior is known.
  return {
    standard: standardSetting(dates.at(-1)!, ids),
    dates,
    scenarios: ids,
    levers: [...levers.values()],
    identity: () => undefined,
  };
}
