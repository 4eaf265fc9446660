/** Fetches the site's files as they are needed, each once. */
import { decodePosterior, type Posterior } from "@logjam/inference";
import { readPrebuilt, simdSupported } from "@logjam/kernel";
import type { ModelInfo, ModelName, Notice, SiteRecord, World } from "../contract.ts";
import { withoutGaps } from "./gaps.ts";
import { notices } from "./notices.ts";
import type { ModelSetup, OutputKind, RunnerSetup } from "./protocol.ts";

/** Reads a file of the site by its address relative to the page. */
export type Fetch = (address: string) => Promise<Response>;

export class LoadError extends Error {
  readonly notice: Notice;
  constructor(address: string, reason: string) {
    super(`${address}: ${reason}`);
    this.notice = notices.load(address, reason);
  }
}

export class SiteLoader {
  readonly world: World;
  readonly #fetch: Fetch;
  readonly #notify: (notice: Notice) => void;
  readonly #held = new Map<string, Promise<unknown>>();

  constructor(world: World, fetch: Fetch, notify: (notice: Notice) => void) {
    this.world = world;
    this.#fetch = fetch;
    this.#notify = notify;
  }

  record(asOf: string): Promise<SiteRecord> {
    const { record } = this.#date(asOf);
    return this.#once(record, async () => withoutGaps(await (await this.#get(record)).json()) as SiteRecord);
  }

  posterior(asOf: string, model: ModelName): Promise<Posterior> {
    const address = this.#date(asOf).posterior[model];
    return this.#once(address, async () =>
      decodePosterior(new Uint8Array(await (await this.#get(address)).arrayBuffer()), address),
    );
  }

  /** The fastest way this browser has to run a model. */
  model(name: ModelName): Promise<ModelSetup> {
    return this.#once(`model ${name}`, async () => {
      const info = this.world.models[name];
      return {
        model: name,
        runner: await this.#runner(info),
        outputs: info.outputs.map((output) => kindOf(output, this.world)),
        seriesCount: info.series.length,
      };
    });
  }

  async #runner(info: ModelInfo): Promise<RunnerSetup> {
    if (typeof WebAssembly !== "object") {
      this.#notify(notices.noWasm());
      return this.#interpreter(info);
    }
    const simd = simdSupported();
    if (!simd) this.#notify(notices.noSimd());
    const { wasm, plan } = simd ? info.kernel.simd : info.kernel.scalar;
    const [bytes, description] = await Promise.all([
      this.#get(wasm).then((response) => response.arrayBuffer()),
      this.#get(plan).then((response) => response.text()),
    ]);
    try {
      return { kind: "kernel", host: readPrebuilt(description).host, module: await WebAssembly.compile(bytes) };
    } catch (problem) {
      this.#notify(notices.interpreter(problem instanceof Error ? problem.message : String(problem)));
      return this.#interpreter(info);
    }
  }

  async #interpreter({ ir }: ModelInfo): Promise<RunnerSetup> {
    return { kind: "interpreter", ir: await (await this.#get(ir)).json() };
  }

  #date(asOf: string) {
    return this.world.dates.find(({ date }) => date === asOf)!;
  }

  async #get(address: string): Promise<Response> {
    const response = await this.#fetch(address).catch((problem) => {
      throw new LoadError(address, problem instanceof Error ? problem.message : String(problem));
    });
    if (!response.ok) throw new LoadError(address, `status ${response.status}`);
    return response;
  }

  /** A file that could not be read is asked for again the next time. */
  #once<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#held.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const loading = load();
    this.#held.set(key, loading);
    loading.catch(() => this.#held.delete(key));
    return loading;
  }
}

/** What becomes of an output in the app. */
export function kindOf(output: string, world: Pick<World, "fans">): OutputKind {
  if (output.startsWith("outcomes.areaBySector[")) return "sector";
  return world.fans.some((fan) => fan.output === output) ? "fan" : "flag";
}
