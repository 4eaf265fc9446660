/** The posterior that the app shows: the kept one, or where none fits a small fit that is cached. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fitPosterior, type PublicRecord, posteriorIdentity, type Study, type Timeline } from "@logjam/analysis";
import { decodePosterior, encodePosterior, type Posterior } from "@logjam/inference";
import { keptPosterior, posteriorFolder } from "../fit/kept-posterior.ts";
import { kernelExecutor } from "./execute.ts";

export { keptPosterior };

export interface PosteriorPlaces {
  /** Folder of the posteriors that come with the data. */
  readonly kept: string;
  /** May be thrown away. */
  readonly cache: string;
}

export const posteriorPlaces = (home: string): PosteriorPlaces => ({
  kept: posteriorFolder(join(home, "data")),
  cache: join(home, "apps/web/.cache"),
});

/** Where none is kept: enough to look, not to publish. */
const SMALL = { particles: 128, movesPerStage: 1, seed: 20231127n } as const;

export async function posteriorFor(
  study: Study,
  record: PublicRecord,
  time: Timeline,
  places: PosteriorPlaces,
): Promise<Posterior> {
  const kept = await keptPosterior(places.kept, study, record, time);
  if (kept !== undefined) return kept;
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
