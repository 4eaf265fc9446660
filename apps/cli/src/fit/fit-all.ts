import { mkdir } from "node:fs/promises";
import {
  type Executor,
  fitPosterior,
  type Progress,
  type PublicRecord,
  STANDARD_FIT,
  type Study,
  type Timeline,
  timeline,
} from "@logjam/analysis";
import type { Evidence } from "@logjam/evidence";
import { encodePosterior, type Posterior } from "@logjam/inference";
import { m1Study, m2Study } from "@logjam/model";
import { recordFor } from "../ask/record.ts";
import { writeAllAtomically } from "../files/atomic.ts";
import { keptPosterior, posteriorFile } from "./kept-posterior.ts";

export interface FitOptions {
  readonly dates: readonly string[];
  /** Where `DATE-MODEL.posterior` go. */
  readonly folder: string;
  readonly execute: Executor;
  readonly progress: Progress;
}

export interface FitDone {
  readonly study: Study;
  readonly record: PublicRecord;
  readonly time: Timeline;
  readonly posterior: Posterior;
  /** Read rather than computed: nothing that it follows from has changed. */
  readonly kept: boolean;
}

/** Fits every model at every date; one that is there and still right is left as it is, so that a run resumes. */
export async function fitAll(evidence: Evidence, { dates, folder, execute, progress }: FitOptions): Promise<FitDone[]> {
  const done: FitDone[] = [];
  await mkdir(folder, { recursive: true });
  for (const asOf of dates) {
    const { records } = recordFor(evidence, asOf, 0);
    for (const [study, record] of [
      [m1Study, records.m1],
      [m2Study, records.m2],
    ] as const) {
      const time = timeline(record.start, asOf, 0);
      const kept = await keptPosterior(folder, study, record, time);
      const tell: Progress = (_, part, of) => progress(`${asOf} ${study.model.name}`, part, of);
      const posterior = kept ?? (await fitPosterior(study, record, time, STANDARD_FIT, execute, tell));
      if (kept === undefined)
        await writeAllAtomically({ [posteriorFile(folder, study, asOf)]: encodePosterior(posterior) });
      done.push({ study, record, time, posterior, kept: kept !== undefined });
    }
  }
  return done;
}
