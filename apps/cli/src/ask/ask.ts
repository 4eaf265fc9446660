/** `logjam ask`: read the files, answer, write the answer and the report. */

import { availableParallelism } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import {
  type Answer,
  answerClaims,
  type Executor,
  type Progress,
  type PublicRecord,
  parseClaims,
  STANDARD_FIT,
  type Study,
  type Timeline,
} from "@logjam/analysis";
import { loadEvidence, SOURCES } from "@logjam/evidence";
import { m1Study, m2Study } from "@logjam/model";
import { readTrackRecord } from "../backtest/read-track-record.ts";
import { checkWritable, writeAllAtomically } from "../files/atomic.ts";
import { readText } from "../files/read-text.ts";
import { readScenarios } from "../files/scenarios.ts";
import { keptPosterior, posteriorFolder } from "../fit/kept-posterior.ts";
import { renderReport } from "../report/render-report.ts";
import { kernelExecutor } from "./execute.ts";
import { checkAsOf, recordFor } from "./record.ts";

export const MODELS = ["M1", "M2"] as const;
export type ModelName = (typeof MODELS)[number];

export interface AskOptions {
  readonly claims: string;
  /** Overrides the claim file's date. */
  readonly asOf?: string;
  readonly scenarios: string;
  readonly data: string;
  readonly out: string;
  readonly seed: bigint;
  /** Particles of the posterior. */
  readonly particles: number;
  readonly members: number;
  /** The models to ask, simplest first; both by default. */
  readonly models?: readonly ModelName[];
  readonly cwd: string;
  /** What runs the members; the kernel by default. */
  readonly executor?: Executor;
}

export interface Asked {
  readonly answer: Answer;
  readonly answerFile: string;
  readonly reportFile: string;
}

export async function ask(options: AskOptions, progress: Progress): Promise<Asked> {
  const shown = (path: string) => relative(options.cwd, resolve(options.cwd, path)) || basename(path);
  const claims = parseClaims(shown(options.claims), await readText("claims", resolve(options.cwd, options.claims)));
  const scenarios = await readScenarios(options.scenarios);
  const evidence = loadEvidence(options.data);
  const asOf = options.asOf ?? claims.value.asOf;
  checkAsOf(evidence, asOf, options.asOf === undefined ? claims.locate(["asOf"]) : `--as-of ${options.asOf}`);
  const answerFile = join(options.out, "answer.json");
  const reportFile = join(options.out, "report.html");
  await checkWritable([answerFile, reportFile]);
  const { records, observed, dataDates } = recordFor(evidence, asOf, claims.value.horizonWeeks);
  const request = {
    claims,
    scenarios,
    studies: [
      { study: m1Study, record: records.m1 },
      { study: m2Study, record: records.m2 },
    ].filter(({ study }) => (options.models ?? MODELS).includes(study.model.name as ModelName)),
    vocabulary: [m1Study, m2Study],
    asOf,
    seed: options.seed,
    particles: options.particles,
    members: options.members,
    // A posterior that comes with the data answers for the standard settings alone.
    ...(options.particles === STANDARD_FIT.particles && {
      posterior: (study: Study, record: PublicRecord, time: Timeline) =>
        keptPosterior(posteriorFolder(options.data), study, record, time),
    }),
    observed,
    dataDates,
    sources: Object.entries(SOURCES).map(([id, { title, licence, url }]) => ({
      id,
      title,
      licence: licence.title,
      url,
    })),
  };
  const kernel = kernelExecutor(Math.min(4, availableParallelism()));
  const answer = await answerClaims(request, options.executor ?? kernel.execute, progress).finally(kernel.close);
  await writeAllAtomically({
    [answerFile]: `${JSON.stringify(answer, null, 1)}\n`,
    [reportFile]: renderReport(answer, readTrackRecord(options.data)),
  });
  return { answer, answerFile, reportFile };
}
