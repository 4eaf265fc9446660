import { compileKernel, runEnsemble, Team } from "@logjam/kernel";
import { compile, interpret, type Model, samplePriors, seriesTable } from "@logjam/lang";

const WEEKS = 156;

export interface FlagshipSpeed {
  readonly equations: number;
  /** Runs of 156 weeks per second: on the interpreter, on the kernel in this thread, and on two workers. */
  readonly interpreter: number;
  readonly oneThread: number;
  readonly twoWorkers: number;
}

/** A flagship model with two outputs recorded nowhere, without a record, from prior draws. */
export async function flagshipSpeed(model: Model, members: number): Promise<FlagshipSpeed> {
  const ir = compile(model, { outputs: ["outcomes.areaHeld", "outcomes.brokenForUkraine"] });
  const known = (name: string) => (name.startsWith("front.initialArea") ? 10_000 : 0);
  const values = Object.fromEntries(model.series.map(({ name }) => [name, known(name)]));
  const series = seriesTable(model, ir, { steps: WEEKS, values });
  const input = (count: number) => ({
    ir,
    members: count,
    steps: WEEKS,
    seed: 1n,
    series,
    parameters: samplePriors(model, { members: count, seed: 1n }),
  });
  const perSecond = async (count: number, run: () => unknown): Promise<number> => {
    let best = 0;
    for (let round = 0; round < 3; round++) {
      const began = performance.now();
      await run();
      best = Math.max(best, (1000 * count) / (performance.now() - began));
    }
    return best;
  };
  const few = input(200);
  const many = input(members);
  const kernel = compileKernel(ir, { shape: "wide" });
  const team = new Team();
  const on = (workers: number) => () =>
    runEnsemble(many, { kernel, team, workers, records: "none", explainFailures: 0 });
  await on(2)();
  const speed = {
    equations: model.rules.length + model.quantities.filter(({ value }) => "formula" in value.definition).length,
    interpreter: await perSecond(200, () => interpret(few)),
    oneThread: await perSecond(members, on(0)),
    twoWorkers: await perSecond(members, on(2)),
  };
  team.close();
  return speed;
}
