/** The posterior of a model as of a date: the committed file, or a small fit that is kept in a cache. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fitPosterior, type PublicRecord, posteriorIdentity, type Study, type Timeline } from "@logjam/analysis";
import { kernelExecutor } from "@logjam/cli/execute";
import { decodePosterior, encodePosterior, type Posterior } from "@logjam/inference";

export interface PosteriorPlaces {
  /** Folder of committed posteriors: `DATE-MODEL.posterior`. */
  readonly committed: string;
  readonly cache: string;
}

export const posteriorName = (study: Study, asOf: string): string => `${asOf}-${study.model.name}.posterior`;

/** What a fit takes where none is committed: enough to try the site, not to publish it. */
const SMALL = { particles: 128, movesPerStage: 1, seed: 20231127n } as const;

/** The bytes of a committed posterior; undefined where there is none, or it is of other parameters than the model's. */
export function committedPosterior(study: Study, asOf: string, { committed }: PosteriorPlaces): Posterior | undefined {
  const file = join(committed, posteriorName(study, asOf));
  if (!existsSync(file)) return undefined;
  const posterior = decodePosterior(readFileSync(file), file);
  const names = study.model.parameters.map(({ name }) => name);
  return names.length === posterior.parameters.length && names.every((name, i) => name === posterior.parameters[i])
    ? posterior
    : undefined;
}

export async function posteriorFor(
  study: Study,
  record: PublicRecord,
  time: Timeline,
  places: PosteriorPlaces,
): Promise<Posterior> {
  const committed = committedPosterior(study, time.asOf, places);
  if (committed !== undefined) return committed;
  const identity = await posteriorIdentity(study, record, time, SMALL);
  const file = join(places.cache, `${identity.slice(0, 16)}.posterior`);
  if (existsSync(file)) return decodePosterior(readFileSync(file), file);
  const kernel = kernelExecutor(2);
  const posterior = await fitPosterior(study, record, time, SMALL, kernel.execute, () => undefined).finally(
    kernel.close,
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, encodePosterior(posterior));
  return posterior;
}
