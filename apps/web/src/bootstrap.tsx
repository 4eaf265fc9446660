/** Loads the world, makes store and engine, and hands them to the page; what goes wrong before that is told plainly. */
import { App } from "./app/app.tsx";
import type { World } from "./contract.ts";
import { createEngine } from "./engine/engine.ts";
import { notices } from "./engine/notices.ts";
import { type Fetch, LoadError, SiteLoader } from "./engine/site-loader.ts";
import { startCrewWorker, startJudge } from "./engine/start-workers.ts";
import { keepOffline } from "./offline.ts";
import { addressOf, addressWriter, readAddress } from "./store/address.ts";
import { type AppStore, createStore } from "./store/store.ts";

/** The world's address within the site; it is named by its content, so that no page meets another version's. */
declare const __LOGJAM_WORLD__: string;

const fetchPart: Fetch = (address) => fetch(new URL(address, document.baseURI));
const MOST_WORKERS = 4;

async function loadWorld(): Promise<World> {
  const answer = await fetchPart(__LOGJAM_WORLD__);
  if (!answer.ok) throw new LoadError(__LOGJAM_WORLD__, `status ${answer.status}`);
  return (await answer.json()) as World;
}

export async function bootstrap(): Promise<React.ReactNode> {
  const world = await loadWorld();
  const { setting, notices: told } = readAddress(world, location.href);
  const later: { store?: AppStore } = {};
  // The engine may find something to tell while the store is still being made.
  const loader = new SiteLoader(world, fetchPart, (notice) => queueMicrotask(() => later.store?.notify(notice)));
  const workers = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1));
  const store = createStore({
    world,
    setting,
    notices: told,
    engine: (listener) =>
      createEngine({
        loader,
        listener,
        startWorker: startCrewWorker,
        startJudge,
        workers,
        now: () => performance.now(),
      }),
    record: (asOf) => loader.record(asOf),
    complain: (problem) => (problem instanceof LoadError ? problem.notice : notices.fault(problem)),
    linkOf: (one) => addressOf(world, location.href, one),
    onSetting: addressWriter(world),
    now: () => performance.now(),
  });
  later.store = store;
  markStages(store);
  const tidy = () => history.replaceState(null, "", store.getState().link);
  const follow = () => {
    const { setting: next, notices: complaints } = readAddress(world, location.href);
    store.open(next, complaints);
    tidy();
  };
  // A link that was followed is written out in full; a bare address stays as it is.
  if (location.hash.length > 1) tidy();
  addEventListener("hashchange", follow);
  void keepOffline(() => store.notify(notices.storageFull()));
  return <App store={store} />;
}

/** What is shown, as attributes of the page's root: for whoever embeds the page, and for measurements. */
function markStages(store: AppStore): void {
  const root = document.documentElement;
  const mark = () => {
    const { result, stale } = store.getState();
    root.dataset["stage"] = result === undefined ? "loading" : stale ? "stale" : result.stage;
    root.dataset["members"] = String(result?.members ?? 0);
  };
  store.subscribe(mark);
  mark();
}
