/** One round of judging a claim file: ask the judge what to run, have the crew run it, hand over what was found. */

import type { EngineListener, ModelName, Setting } from "../contract.ts";
import { wholeSums } from "../store/with-lever.ts";
import type { FromJudge, Question, Task } from "./claims/protocol.ts";
import { notices } from "./notices.ts";
import { baseName } from "./prepare-run.ts";
import { BLOCK_MEMBERS, type FlagOrder, type FlagPart } from "./protocol.ts";
import { LoadError, type SiteLoader } from "./site-loader.ts";
import type { JudgeWorker } from "./start-workers.ts";

export interface ClaimsRoundOptions {
  readonly loader: SiteLoader;
  readonly startJudge: () => JudgeWorker;
  readonly listener: EngineListener;
  readonly now: () => number;
  /** Has the crew look for flags; the models' bases must be with it first. */
  readonly order: (
    setting: Setting,
    order: { readonly flags: FlagOrder; readonly models: readonly ModelName[] },
  ) => Promise<void>;
  readonly drop: () => void;
}

export const CLAIM_MEMBERS = 1_024;
const MODELS: readonly ModelName[] = ["M1", "M2"];

interface Round {
  readonly id: number;
  readonly setting: Setting;
  readonly began: number;
  tasks: readonly Task[];
  /** For each task [flag][member]. */
  flags: Uint8Array[];
  missing: number;
  of: number;
}

export class ClaimsRound {
  readonly #options: ClaimsRoundOptions;
  #asked: { readonly file: string; readonly text: string } | undefined;
  #judge: JudgeWorker | undefined;
  #round: Round | undefined;
  /** What the last verdicts are of: nothing is judged twice. */
  #judged: string | undefined;
  #id = 0;

  constructor(options: ClaimsRoundOptions) {
    this.#options = options;
  }

  /** Whether the crew has work of this round. */
  get busy(): boolean {
    return (this.#round?.missing ?? 0) > 0;
  }

  ask(claims: { readonly file: string; readonly text: string } | undefined): void {
    this.stop();
    this.#asked = claims;
    this.#judged = undefined;
  }

  start(setting: Setting): void {
    if (this.#asked === undefined) return;
    const question = this.#keyOf(this.#asked.text, setting);
    if (question === this.#judged) return;
    this.stop();
    const round: Round = {
      id: ++this.#id,
      setting,
      began: this.#options.now(),
      tasks: [],
      flags: [],
      missing: 0,
      of: 0,
    };
    this.#round = round;
    this.#prepare(round, this.#asked).then(
      (prepared) => {
        if (this.#round === round) this.#judgeWorker().postMessage({ question: prepared });
      },
      (problem) => this.#fail(round, problem),
    );
  }

  stop(): void {
    if (this.busy) this.#options.drop();
    this.#round = undefined;
  }

  close(): void {
    this.#round = undefined;
    this.#judge?.terminate();
  }

  take({ id, task, block, flags }: FlagPart): void {
    const round = this.#round;
    if (round === undefined || round.id !== id) return;
    const into = round.flags[task]!;
    for (let f = 0; f * BLOCK_MEMBERS < flags.length; f++)
      into.set(flags.subarray(f * BLOCK_MEMBERS, (f + 1) * BLOCK_MEMBERS), f * CLAIM_MEMBERS + block * BLOCK_MEMBERS);
    round.missing--;
    this.#options.listener.progress("claims", round.of - round.missing, round.of);
    if (round.missing === 0) this.#judgeWorker().postMessage({ found: { id, flags: round.flags } });
  }

  /** All that verdicts hang on. */
  #keyOf(text: string, setting: Setting): string {
    return JSON.stringify([text, setting.asOf, setting.seed, wholeSums(this.#options.loader.world, setting)]);
  }

  async #prepare(round: Round, { file, text }: { readonly file: string; readonly text: string }): Promise<Question> {
    const { loader } = this.#options;
    const { asOf } = round.setting;
    const record = await loader.record(asOf);
    const models = await Promise.all(
      MODELS.map(async (model) => {
        const { series, outputs } = loader.world.models[model];
        return {
          model,
          record: record.records[model],
          posterior: await loader.posterior(asOf, model),
          series,
          outputs,
        };
      }),
    );
    const { scenarios } = loader.world;
    const changes = wholeSums(loader.world, round.setting);
    return { id: round.id, file, text, asOf, members: CLAIM_MEMBERS, changes, scenarios, models };
  }

  #judgeWorker(): JudgeWorker {
    if (this.#judge === undefined) {
      this.#judge = this.#options.startJudge();
      this.#judge.onmessage = ({ data }) => this.#hear(data);
      this.#judge.onerror = (event) => {
        this.#judge = undefined;
        if (this.#round !== undefined) this.#fail(this.#round, event.message || "the worker could not be started");
      };
    }
    return this.#judge;
  }

  #hear(message: FromJudge): void {
    const round = this.#round;
    const { id } = "tasks" in message ? message.tasks : "verdicts" in message ? message.verdicts : message.problem;
    if (round === undefined || round.id !== id) return;
    if ("tasks" in message) this.#run(round, message.tasks.tasks);
    else if ("verdicts" in message) {
      const { file, text } = this.#asked!;
      const { asOf } = round.setting;
      this.#judged = this.#keyOf(text, round.setting);
      this.#round = undefined;
      const milliseconds = this.#options.now() - round.began;
      const { verdicts } = message.verdicts;
      this.#options.listener.claims({ file, asOf, members: CLAIM_MEMBERS, verdicts, milliseconds });
    } else {
      this.#round = undefined;
      const { text, fault } = message.problem;
      this.#options.listener.notice(fault ? notices.fault(text) : notices.claims(text));
    }
  }

  #run(round: Round, tasks: readonly Task[]): void {
    const { asOf, seed } = round.setting;
    round.tasks = tasks;
    round.flags = tasks.map(({ flags }) => new Uint8Array(flags.length * CLAIM_MEMBERS));
    round.of = tasks.length * (CLAIM_MEMBERS / BLOCK_MEMBERS);
    round.missing = round.of;
    if (round.missing === 0) {
      this.#judgeWorker().postMessage({ found: { id: round.id, flags: [] } });
      return;
    }
    const flags: FlagOrder = {
      id: round.id,
      members: CLAIM_MEMBERS,
      tasks: tasks.map(({ model, series, steps, flags }) => ({
        base: baseName(model, asOf, seed),
        series,
        steps,
        flags,
      })),
    };
    const models = tasks.map(({ model }) => model);
    this.#options.order(round.setting, { flags, models }).catch((problem) => this.#fail(round, problem));
  }

  #fail(round: Round, problem: unknown): void {
    if (this.#round !== round) return;
    this.stop();
    this.#options.listener.notice(problem instanceof LoadError ? problem.notice : notices.fault(problem));
  }
}
