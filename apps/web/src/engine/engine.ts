/** Runs what the visitor sets: a coarse answer at once, the full one, then claims, then more members while idle. */
import { InputError, timeline } from "@logjam/analysis";
import type { Engine, EngineListener, ModelName, Setting, SiteRecord, Stage, World } from "../contract.ts";
import { assemble } from "./assemble.ts";
import { ClaimsRound } from "./claims-round.ts";
import { Crew, type CrewWorker } from "./crew.ts";
import { notices } from "./notices.ts";
import { baseName, makeBase, makeVariant } from "./prepare-run.ts";
import { BASES_KEPT, BLOCK_MEMBERS, type FromCrew, type OwnedStatistics } from "./protocol.ts";
import { LoadError, type SiteLoader } from "./site-loader.ts";
import type { JudgeWorker } from "./start-workers.ts";

export interface EngineOptions {
  readonly loader: SiteLoader;
  readonly listener: EngineListener;
  readonly startWorker: () => CrewWorker;
  readonly startJudge: () => JudgeWorker;
  /** Workers: as many as there are cores, from 1 to 4. */
  readonly workers: number;
  readonly now: () => number;
}

/** Members of the coarse answer, of the full one, and of those that come in while nothing else is to do. */
export const STAGE_MEMBERS = [128, 1_024, 2_048, 4_096] as const;
const STAGES: readonly Stage[] = ["coarse", "fine", "idle", "idle"];
/** A drag must not keep a coarse answer from ever coming; but one that takes this long is overtaken. */
const PATIENCE = 400;
const MOST_RENEWALS = 4;

interface Current {
  readonly id: number;
  readonly setting: Setting;
  readonly began: number;
  /** When it was handed to the crew; undefined while files are loaded. */
  posted: number | undefined;
  stage: number;
  blocks: number;
  parts: OwnedStatistics[];
}

export function createEngine(options: EngineOptions): Engine {
  return new LiveEngine(options);
}

class LiveEngine implements Engine {
  readonly #options: EngineOptions;
  readonly #world: World;
  readonly #crew: Crew;
  readonly #claims: ClaimsRound;
  #id = 0;
  #renewals = 0;
  #wanted: { readonly setting: Setting; readonly began: number } | undefined;
  #current: Current | undefined;
  #overtaking: ReturnType<typeof setTimeout> | undefined;
  #sentModels = new Set<ModelName>();
  #sentBases: string[] = [];
  readonly #records = new Map<string, SiteRecord>();
  #closed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#world = options.loader.world;
    this.#crew = new Crew({
      size: options.workers,
      start: options.startWorker,
      hear: (message) => this.#hear(message),
      renewed: (reason) => this.#renewed(reason),
      now: options.now,
    });
    this.#claims = new ClaimsRound({
      loader: options.loader,
      startJudge: options.startJudge,
      listener: options.listener,
      now: options.now,
      order: async (setting, order) => {
        for (const model of new Set(order.models)) await this.#ready(setting, model);
        this.#crew.send({ flags: order.flags });
        this.#watch();
      },
      drop: () => this.#crew.send({ drop: "flags" }),
    });
  }

  run(setting: Setting): void {
    if (this.#closed) return;
    this.#wanted = { setting, began: this.#options.now() };
    this.#renewals = 0;
    this.#next();
  }

  evaluate(claims: { readonly file: string; readonly text: string } | undefined): void {
    this.#claims.ask(claims);
    const current = this.#current;
    if (current !== undefined && current.stage > 1) this.#claims.start(current.setting);
  }

  cancel(): void {
    this.#id++;
    this.#wanted = undefined;
    this.#current = undefined;
    this.#claims.stop();
    this.#crew.send({ drop: "run" });
    this.#watch();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#overtaking);
    this.#claims.close();
    this.#crew.close();
  }

  /** Starts what is wanted, unless a coarse answer is just about to come. */
  #next(): void {
    clearTimeout(this.#overtaking);
    const { now } = this.#options;
    const posted = this.#current?.stage === 0 ? this.#current.posted : undefined;
    const patience = posted === undefined ? 0 : posted + PATIENCE - now();
    if (patience > 0) this.#overtaking = setTimeout(() => this.#next(), patience);
    else if (this.#wanted !== undefined) {
      const { setting, began } = this.#wanted;
      this.#wanted = undefined;
      this.#start(setting, began);
    }
  }

  /** Starts at once where everything is at hand, so that the crew computes while the page draws the new setting. */
  #start(setting: Setting, began: number): void {
    const current: Current = {
      id: ++this.#id,
      setting,
      began,
      posted: undefined,
      stage: 0,
      blocks: 0,
      parts: [],
    };
    this.#claims.stop();
    this.#current = current;
    const record = this.#records.get(setting.asOf);
    const base = baseName(setting.model, setting.asOf, setting.seed);
    if (record !== undefined && this.#sentModels.has(setting.model) && this.#sentBases.includes(base)) {
      this.#post(current, base, record);
      return;
    }
    this.#ready(setting, setting.model).then(
      () => this.#post(current, base, this.#records.get(setting.asOf)!),
      (problem) => {
        if (current.id === this.#id) this.#fail(problem);
      },
    );
  }

  #post(current: Current, base: string, record: SiteRecord): void {
    if (current.id !== this.#id) return;
    const { id, setting } = current;
    const { model, scenario, levers, compare, horizonWeeks, asOf } = setting;
    const time = timeline(record.records[model].start, asOf, horizonWeeks);
    const variant = (id: string, changes: Setting["levers"]) =>
      makeVariant(this.#world, base, model, id, changes, record, time);
    try {
      const main = variant(scenario, levers);
      const other = compare === undefined ? undefined : variant(compare, {});
      const variants = other === undefined || other.key === main.key ? [main] : [main, other];
      current.posted = this.#options.now();
      const stages = STAGE_MEMBERS;
      this.#crew.send({ run: { id, base, variants, compare: other !== undefined, steps: horizonWeeks + 1, stages } });
      this.#watch();
    } catch (problem) {
      this.#fail(problem);
    }
  }

  /** Makes sure that the crew has a model and a base. */
  async #ready(setting: Setting, model: ModelName): Promise<void> {
    const { loader } = this.#options;
    const [setup, record, posterior] = await Promise.all([
      loader.model(model),
      loader.record(setting.asOf),
      loader.posterior(setting.asOf, model),
    ]);
    this.#records.set(setting.asOf, record);
    if (!this.#sentModels.has(model)) {
      this.#sentModels.add(model);
      this.#crew.send({ model: setup });
    }
    const name = baseName(model, setting.asOf, setting.seed);
    if (!this.#sentBases.includes(name)) {
      this.#sentBases = [...this.#sentBases, name].slice(-BASES_KEPT);
      this.#crew.send({ base: makeBase(this.#world, setting, model, record, posterior) });
    }
  }

  #hear(message: FromCrew): void {
    const current = this.#current;
    if ("statistics" in message) this.#gather(message.statistics);
    else if ("flags" in message) this.#claims.take(message.flags);
    else if ("problem" in message) {
      this.#options.listener.notice(notices.fault(message.problem));
      this.cancel();
    } else if (current !== undefined && message.block.id === current.id) {
      current.blocks++;
      const stage = STAGES[current.stage];
      if (stage !== undefined) this.#tellProgress(current, stage);
    }
    this.#watch();
  }

  #tellProgress(current: Current, stage: Stage): void {
    const members = STAGE_MEMBERS[current.stage]!;
    this.#options.listener.progress(stage, Math.min(members, current.blocks * BLOCK_MEMBERS), members);
  }

  #gather(part: OwnedStatistics): void {
    const current = this.#current;
    if (current === undefined || part.id !== current.id || part.stage !== current.stage) return;
    current.parts.push(part);
    if (current.parts.length < this.#crew.size) return;
    const { setting, parts, began } = current;
    const stage = STAGES[current.stage]!;
    current.parts = [];
    current.stage++;
    const found = assemble(this.#world, setting, parts);
    this.#renewals = 0;
    this.#options.listener.result({ setting, stage, milliseconds: this.#options.now() - began, ...found });
    if (stage === "fine") this.#claims.start(setting);
    if (this.#wanted !== undefined) this.#next();
  }

  /** All workers are new: they know nothing yet. */
  #renewed(reason: string): void {
    this.#sentModels.clear();
    this.#sentBases = [];
    this.#claims.stop();
    if (++this.#renewals > MOST_RENEWALS) {
      this.#options.listener.notice(notices.workerLost(reason));
      this.cancel();
      return;
    }
    this.#options.listener.notice(notices.workerRestarted());
    const again = this.#wanted?.setting ?? this.#current?.setting;
    if (again !== undefined) this.#start(again, this.#options.now());
    this.#wanted = undefined;
  }

  #fail(problem: unknown): void {
    this.#current = undefined;
    const { listener } = this.#options;
    if (problem instanceof LoadError) listener.notice(problem.notice);
    else if (problem instanceof InputError) listener.notice(notices.setting(problem.message));
    else listener.notice(notices.fault(problem));
    this.#watch();
  }

  #watch(): void {
    const current = this.#current;
    const running = current?.posted !== undefined && current.stage < STAGE_MEMBERS.length;
    this.#crew.setBusy(!this.#closed && (running || this.#claims.busy));
  }
}
