/** Posteriors that come with the data: `posterior/DATE-MODEL.posterior`, used while nothing that made them has changed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PublicRecord, posteriorIdentity, STANDARD_FIT, type Study, type Timeline } from "@logjam/analysis";
import { decodePosterior, type Posterior } from "@logjam/inference";

export const posteriorFolder = (data: string): string => join(data, "posterior");

export const posteriorFile = (folder: string, study: Study, asOf: string): string =>
  join(folder, `${asOf}-${study.model.name}.posterior`);

/** The posterior that is kept for a question, or undefined: none is there, or the model, the record or the method moved. */
export async function keptPosterior(
  folder: string,
  study: Study,
  record: PublicRecord,
  time: Timeline,
): Promise<Posterior | undefined> {
  const file = posteriorFile(folder, study, time.asOf);
  if (!existsSync(file)) return undefined;
  const posterior = decodePosterior(readFileSync(file), file);
  return posterior.identity === (await posteriorIdentity(study, record, time, STANDARD_FIT)) ? posterior : undefined;
}
