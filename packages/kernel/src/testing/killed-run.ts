import { runIdentity } from "../identity/identity.ts";
import { openBlockStore } from "../node/block-store.ts";
import { runEnsemble } from "../run/ensemble.ts";
import type { EnsembleOptions } from "../run/ensemble-types.ts";
import { attritionRun } from "./attrition-run.ts";

/** The run that the resume test kills again and again: 24 small blocks. */
export const KILLED_RUN = attritionRun(24 * 256, 30);
export const KILLED_OPTIONS: EnsembleOptions = { summarise: true, records: [3, 5000], blockMembers: 256 };

export async function killedRun(directory: string) {
  const identity = await runIdentity({ input: KILLED_RUN, options: KILLED_OPTIONS });
  const store = await openBlockStore(directory, identity);
  return { identity, run: () => runEnsemble(KILLED_RUN, { ...KILLED_OPTIONS, store }) };
}

/** As a child process: says that it starts, and runs. */
const directory = process.argv[2];
if (process.argv[1]?.includes("killed-run") && directory !== undefined) {
  const { run } = await killedRun(directory);
  process.stdout.write("started\n");
  await run();
  process.stdout.write("finished\n");
}
