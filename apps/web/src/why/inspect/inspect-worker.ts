/** The worker that looks into runs: it compiles what is asked for, runs it, and sums it up. */
import { fitFrom, type PublicRecord } from "@logjam/analysis";
import { decodePosterior, type Posterior } from "@logjam/inference";
import { m1Study, m2Study } from "@logjam/model";
import type { SiteRecord } from "../../contract.ts";
import { withoutGaps } from "../../engine/gaps.ts";
import { runParquet } from "../../export/run-parquet.ts";
import type { FromInspector, ParameterSpread, RunOf, ToInspector } from "./messages.ts";
import { type Outputs, runOutputs } from "./run-outputs.ts";
import { trajectoriesOf } from "./trajectories.ts";

const STUDIES = { M1: m1Study, M2: m2Study } as const;

/** Files of the run in hand: fetched once for as long as the same are asked for. */
interface Files {
  readonly record: PublicRecord;
  readonly posterior: Posterior;
}
const files = new Map<string, Promise<Files>>();

function filesOf({ model, record, posterior }: RunOf): Promise<Files> {
  const key = `${model} ${record} ${posterior}`;
  let found = files.get(key);
  if (found === undefined) {
    found = Promise.all([fetched(record), fetched(posterior)]).then(async ([recordFile, posteriorFile]) => ({
      record: withoutGaps((await recordFile.json()) as SiteRecord).records[model],
      posterior: decodePosterior(new Uint8Array(await posteriorFile.arrayBuffer()), posterior),
    }));
    // What failed is asked for anew next time.
    found.catch(() => files.delete(key));
    files.clear();
    files.set(key, found);
  }
  return found;
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`inspect/load: ${address} could not be loaded (${answer.status}).`);
  return answer;
}

async function outputsOf(run: RunOf, members: number, outputs: readonly string[], id: number): Promise<Outputs> {
  const study = STUDIES[run.model];
  return runOutputs(
    {
      ...(await filesOf(run)),
      study,
      vocabulary: Object.values(STUDIES),
      asOf: run.asOf,
      horizonWeeks: run.horizonWeeks,
      scenario: run.scenario,
      changes: run.changes,
      seed: BigInt(run.seed),
      members,
      outputs,
    },
    (done, of) => tell({ id, kind: "progress", done, of }),
  );
}

async function parametersOf(run: RunOf): Promise<readonly ParameterSpread[]> {
  const { posterior } = await filesOf(run);
  return fitFrom(STUDIES[run.model], posterior, 1).summary.parameters.map(
    ({ name, prior, posterior: after, contraction }) => ({ name, prior, posterior: after, contraction }),
  );
}

const scope = self as unknown as {
  postMessage: (message: FromInspector, transfer?: Transferable[]) => void;
  onmessage: ((event: MessageEvent<ToInspector>) => void) | null;
};
const tell = (message: FromInspector, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);

scope.onmessage = ({ data }) => {
  answer(data).catch((problem: unknown) =>
    tell({ id: data.id, kind: "problem", reason: problem instanceof Error ? problem.message : String(problem) }),
  );
};

async function answer(asked: ToInspector): Promise<void> {
  const { id, run } = asked;
  if (asked.kind === "parameters") return tell({ id, kind: "parameters", found: await parametersOf(run) });
  if (asked.kind === "trajectories") {
    const outputs = await outputsOf(run, asked.members, asked.quantities, id);
    return tell({ id, kind: "trajectories", found: trajectoriesOf(outputs, run.asOf) });
  }
  const outputs = await outputsOf(
    run,
    asked.members,
    asked.columns.map(({ output }) => output),
    id,
  );
  const about = {
    model: run.model,
    asOf: run.asOf,
    scenario: run.scenario.id,
    changes: JSON.stringify(run.changes),
    seed: run.seed,
    posterior: run.posterior.split("/").at(-1)!,
  };
  const { bytes, rows } = runParquet(outputs, asked.columns, run.asOf, about);
  return tell({ id, kind: "table", bytes, rows }, [bytes]);
}
