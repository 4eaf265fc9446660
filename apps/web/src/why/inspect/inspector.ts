/** The page's side of the worker that looks into runs: one question at a time answers one promise. */
import type { Setting, World } from "../../contract.ts";
import type { FromInspector, ParameterSpread, RunOf, ToInspector, Trajectory } from "./messages.ts";

type Ask = ToInspector extends infer Each ? (Each extends unknown ? Omit<Each, "id"> : never) : never;
type Answer = Extract<FromInspector, { kind: "trajectories" | "parameters" | "table" }>;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (problem: Error) => void;
  readonly progress: (done: number, of: number) => void;
}

export class Inspector {
  #worker: Worker | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #start: () => Worker;

  constructor(start: () => Worker = startWorker) {
    this.#start = start;
  }

  async trajectories(run: RunOf, quantities: readonly string[], members: number): Promise<readonly Trajectory[]> {
    const answer = await this.#ask({ kind: "trajectories", run, quantities, members });
    return answer.kind === "trajectories" ? answer.found : [];
  }

  async parameters(run: RunOf): Promise<readonly ParameterSpread[]> {
    const answer = await this.#ask({ kind: "parameters", run });
    return answer.kind === "parameters" ? answer.found : [];
  }

  /** The run as Parquet. */
  async table(
    run: RunOf,
    columns: Extract<ToInspector, { kind: "table" }>["columns"],
    members: number,
    progress: (done: number, of: number) => void,
  ): Promise<{ readonly bytes: ArrayBuffer; readonly rows: number }> {
    const answer = await this.#ask({ kind: "table", run, columns, members }, progress);
    if (answer.kind !== "table") throw new Error("inspect/answer: another answer came than was asked for.");
    return answer;
  }

  close(): void {
    this.#fail(new Error("inspect/closed: the view was closed."));
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(question: Ask, progress: Waiting["progress"] = () => {}): Promise<Answer> {
    const worker = this.#running();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      worker.postMessage({ ...question, id });
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<FromInspector>) => {
      const waiting = this.#waiting.get(data.id);
      if (waiting === undefined) return;
      if (data.kind === "progress") return waiting.progress(data.done, data.of);
      this.#waiting.delete(data.id);
      if (data.kind === "problem") waiting.reject(new Error(data.reason));
      else waiting.resolve(data);
    };
    // A worker that died is started anew by the next question.
    worker.onerror = (event) => {
      this.#worker = undefined;
      worker.terminate();
      this.#fail(
        new Error(`inspect/worker: the run broke off (${event.message || "the worker could not be started"}).`),
      );
    };
    this.#worker = worker;
    return worker;
  }

  #fail(problem: Error): void {
    for (const { reject } of this.#waiting.values()) reject(problem);
    this.#waiting.clear();
  }
}

const startWorker = (): Worker => new Worker(new URL("./inspect-worker.ts", import.meta.url), { type: "module" });

/** The run that a setting asks for. Throws where the world has no such date or scenario. */
export function runOf(world: World, setting: Setting, base: string): RunOf {
  const date = world.dates.find((one) => one.date === setting.asOf);
  const scenario = world.scenarios.find(({ id }) => id === setting.scenario);
  if (date === undefined || scenario === undefined)
    throw new Error(`inspect/setting: there is no ${date === undefined ? setting.asOf : setting.scenario} here.`);
  return {
    model: setting.model,
    asOf: setting.asOf,
    record: new URL(date.record, base).href,
    posterior: new URL(date.posterior[setting.model], base).href,
    scenario: { id: scenario.id, value: scenario.value },
    changes: setting.levers,
    horizonWeeks: setting.horizonWeeks,
    seed: setting.seed,
  };
}
