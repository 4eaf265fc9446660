/** A store over the made-up world: settings, undo, results at once. */
import type { Setting, State, Store, World } from "../../../apps/web/src/contract.ts";
import { synthesise, synthesiseClaims, syntheticRecord } from "./synthetic.ts";

export function fakeStore(world: World, first: Setting): Store {
  const listeners = new Set<() => void>();
  let past: readonly Setting[] = [];
  let future: readonly Setting[] = [];
  let file: string | undefined;
  let state: State = stateOf(first);

  function stateOf(setting: Setting): State {
    return {
      world,
      setting,
      record: syntheticRecord(setting.asOf),
      result: synthesise(world, setting),
      stale: false,
      claims: file === undefined ? undefined : synthesiseClaims(world, setting, file),
      progress: undefined,
      notices: [],
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      link: `${location.href.split("#")[0]}#v=1`,
    };
  }
  const show = (setting: Setting) => {
    state = stateOf(setting);
    for (const listener of listeners) listener();
  };
  const change: Store["change"] = (part, options) => {
    if (!options?.live) past = [...past, state.setting];
    future = [];
    show({ ...state.setting, ...part });
  };
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    setLever: (name, value, options) => {
      const { [name]: _, ...rest } = state.setting.levers;
      change({ levers: value === undefined ? rest : { ...rest, [name]: value } }, options);
    },
    look: (view) => show({ ...state.setting, view: { ...state.setting.view, ...view } }),
    undo: () => {
      const before = past.at(-1);
      if (before === undefined) return;
      past = past.slice(0, -1);
      future = [state.setting, ...future];
      show(before);
    },
    redo: () => {
      const [next] = future;
      if (next === undefined) return;
      future = future.slice(1);
      past = [...past, state.setting];
      show(next);
    },
    evaluate: (claims) => {
      if (file === claims?.file) return;
      file = claims?.file;
      show(state.setting);
    },
    dismiss: () => undefined,
  };
}
