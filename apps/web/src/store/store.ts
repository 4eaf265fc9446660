/** One setting, what was found for it, and the way back. Settings and states are never changed in place. */
import type {
  Engine,
  EngineListener,
  EngineResult,
  LeverSetting,
  Notice,
  Setting,
  SiteRecord,
  State,
  Store,
  View,
  World,
} from "../contract.ts";
import { withLever } from "./with-lever.ts";

export interface StoreOptions {
  readonly world: World;
  readonly setting: Setting;
  readonly notices: readonly Notice[];
  readonly engine: (listener: EngineListener) => Engine;
  readonly record: (asOf: string) => Promise<SiteRecord>;
  /** Tells what went wrong while a record was loaded. */
  readonly complain: (problem: unknown) => Notice;
  /** The address of a setting. */
  readonly linkOf: (setting: Setting) => string;
  readonly now: () => number;
  /** Told of every new setting; `page` where the visitor went to another part, and may want to come back. */
  readonly onSetting: (setting: Setting, kind: "page" | "change") => void;
}

/** A store that can also take a setting as a whole, as from a link that was followed. */
export interface AppStore extends Store {
  open(setting: Setting, notices: readonly Notice[]): void;
  notify(notice: Notice): void;
}

/** Steps that can be taken back. */
const HISTORY = 200;

/** Milliseconds between signs of progress. */
const PROGRESS_EVERY = 300;

/** All that the numbers of a result hang on, as one text. */
export const numbersKey = ({ asOf, model, scenario, levers, compare, seed, horizonWeeks }: Setting): string =>
  JSON.stringify([asOf, model, scenario, Object.entries(levers).sort(), compare ?? "", seed, horizonWeeks]);

export function createStore(options: StoreOptions): AppStore {
  const { world, linkOf } = options;
  const listeners = new Set<() => void>();
  let undo: Setting[] = [];
  let redo: Setting[] = [];
  let state: State = {
    world,
    setting: options.setting,
    record: undefined,
    result: undefined,
    stale: true,
    claims: undefined,
    progress: undefined,
    notices: options.notices,
    canUndo: false,
    canRedo: false,
    link: linkOf(options.setting),
  };

  let told = Number.NEGATIVE_INFINITY;
  const put = (change: Partial<State>): void => {
    state = { ...state, ...change, canUndo: undo.length > 0, canRedo: redo.length > 0 };
    for (const listener of listeners) listener();
  };
  const notify = (notice: Notice): void => {
    const others = state.notices.filter(({ code, text }) => code !== notice.code || text !== notice.text);
    put({ notices: [...others, notice] });
  };
  const isCurrent = (result: EngineResult): boolean => numbersKey(result.setting) === numbersKey(state.setting);

  const engine = options.engine({
    result: (result) => {
      if (isCurrent(result)) put({ result, stale: false, progress: undefined });
    },
    claims: (claims) => put({ claims }),
    progress: (stage, done, of) => {
      const progress = done < of ? { stage, done, of } : undefined;
      const now = options.now();
      // Whoever watches is drawn anew each time.
      if (stage === "coarse" || (progress !== undefined && now - told < PROGRESS_EVERY)) return;
      told = now;
      put({ progress });
    },
    notice: notify,
  });

  const load = (asOf: string): void => {
    options.record(asOf).then(
      (record) => {
        if (state.setting.asOf === asOf) put({ record });
      },
      (problem) => notify(options.complain(problem)),
    );
  };

  /** Takes a setting; runs it where the numbers change, and loads the record where the date does. */
  const take = (next: Setting, kind: "page" | "change", more: Partial<State> = {}): void => {
    const before = state.setting;
    const setting = { ...next, byWeek: Math.min(next.byWeek, next.horizonWeeks) };
    const moved = numbersKey(setting) !== numbersKey(before);
    const other = setting.asOf !== before.asOf;
    const found = state.result;
    const stale = found === undefined || numbersKey(found.setting) !== numbersKey(setting);
    // The crew sets out first: it computes while the page is drawn.
    if (moved) engine.run(setting);
    put({ ...more, setting, link: linkOf(setting), stale, ...(other ? { record: undefined } : {}) });
    options.onSetting(setting, kind);
    if (other) load(setting.asOf);
  };
  const step = (setting: Setting, live: boolean): void => {
    if (!live) undo = [...undo, state.setting].slice(-HISTORY);
    redo = [];
    take(setting, "change");
  };
  /** Goes to the last of one list, and puts what is set at the end of the other. Where one looks is not undone. */
  const travel = (from: Setting[], to: Setting[]): void => {
    const target = from.pop();
    if (target === undefined) return;
    to.push(state.setting);
    take({ ...target, view: state.setting.view }, "change");
  };

  load(options.setting.asOf);
  engine.run(options.setting);

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: (change, { live = false } = {}) => step({ ...state.setting, ...change }, live),
    setLever: (name: string, value: LeverSetting | undefined, { live = false } = {}) =>
      step({ ...state.setting, levers: withLever(world, state.setting, name, value) }, live),
    look: (view: Partial<View>) => {
      const { setting } = state;
      const { section = setting.view.section, focus } = view;
      // Going on from one quantity to the next in "why?" is a step that the browser's back button takes back.
      const elsewhere = section !== setting.view.section || (section === "why" && focus !== setting.view.focus);
      take({ ...setting, view: { ...setting.view, ...view } }, elsewhere ? "page" : "change");
    },
    undo: () => travel(undo, redo),
    redo: () => travel(redo, undo),
    evaluate: (claims) => {
      if (claims === undefined || claims.file !== state.claims?.file) put({ claims: undefined });
      put({ notices: state.notices.filter(({ code }) => code !== "claims/error") });
      engine.evaluate(claims);
    },
    dismiss: (code) => put({ notices: state.notices.filter((notice) => notice.code !== code) }),
    open: (setting, notices) => {
      if (numbersKey(setting) !== numbersKey(state.setting)) {
        undo = [...undo, state.setting].slice(-HISTORY);
        redo = [];
      }
      take(setting, "change", {
        notices: [...state.notices.filter(({ code }) => !code.startsWith("link/")), ...notices],
      });
    },
    notify,
  };
}
