import { standardSetting } from "@logjam/analysis";
import { beforeEach, describe, expect, it } from "vitest";
import type { Engine, EngineListener, EngineResult, LeverInfo, Setting, SiteRecord, World } from "../contract.ts";
import { notices } from "../engine/notices.ts";
import { type AppStore, createStore } from "./store.ts";
import { wholeSums, withLever } from "./with-lever.ts";

const lever = (name: string, standard: number) => ({ name, default: standard, range: [0, 1] }) as unknown as LeverInfo;
const world = {
  dates: [{ date: "2023-11-27" }, { date: "2025-12-29" }],
  levers: [lever("w.a", 1), lever("w.b", 0), lever("w.c", 0), lever("free", 0.5)],
  sums: [{ meaning: "weights", levers: ["w.a", "w.b", "w.c"] }],
  scenarios: [
    { id: "one", levers: {} },
    { id: "two", levers: { "w.a": 0, "w.c": 1 } },
  ],
} as unknown as World;
const setting = standardSetting("2025-12-29", ["one", "two"]);

describe("a lever within a sum", () => {
  const sum = (levers: Record<string, unknown>) =>
    ["w.a", "w.b", "w.c"].reduce((total, name) => total + (levers[name] as number), 0);

  it("leaves the others what it does not take, as they had it", () => {
    const half = withLever(world, setting, "w.b", 0.5);
    expect(half).toEqual({ "w.a": 0.5, "w.b": 0.5, "w.c": 0 });
    expect(sum(withLever(world, { ...setting, levers: half }, "w.c", 0.2))).toBeCloseTo(1, 12);
    expect(withLever(world, setting, "w.a", 0)).toEqual({ "w.a": 0, "w.b": 0.5, "w.c": 0.5 });
  });
  it("is taken back with all of its sum, and leaves other levers alone", () => {
    const changed = { ...setting, levers: { ...withLever(world, setting, "w.b", 1), free: 0 } };
    expect(withLever(world, changed, "w.b", undefined)).toEqual({ free: 0 });
  });
  it("brings its whole sum along, so that it fits over other scenarios", () => {
    expect(wholeSums(world, { scenario: "two", levers: { "w.b": 1, "w.c": 0 } })).toEqual({
      "w.a": 0,
      "w.b": 1,
      "w.c": 0,
    });
    expect(wholeSums(world, { scenario: "two", levers: { free: 1 } })).toEqual({ free: 1 });
  });
});

describe("the store", () => {
  let ran: Setting[];
  let listener: EngineListener;
  let store: AppStore;
  let told: [string, string][];
  let clock: number;
  const engine: Engine = {
    run: (one) => void ran.push(one),
    evaluate: () => undefined,
    cancel: () => undefined,
    close: () => undefined,
  };
  const result = (of: Setting) => ({ setting: of, stage: "fine" }) as unknown as EngineResult;
  beforeEach(() => {
    [ran, told, clock] = [[], [], 0];
    store = createStore({
      world,
      setting,
      notices: [],
      engine: (hears) => {
        listener = hears;
        return engine;
      },
      record: async (asOf) => ({ asOf }) as SiteRecord,
      complain: notices.fault,
      linkOf: ({ scenario }) => `#${scenario}`,
      onSetting: (one, kind) => void told.push([one.scenario, kind]),
      now: () => clock,
    });
  });

  it("runs what it begins with, and again only where the numbers change", () => {
    expect(ran).toEqual([setting]);
    store.change({ byWeek: 10 });
    store.look({ section: "map" });
    expect(ran.length).toBe(1);
    store.setLever("free", 0.7);
    expect(ran.length).toBe(2);
    expect(store.getState().stale).toBe(true);
  });

  it("takes results of what is set, and no others", () => {
    store.setLever("free", 0.7);
    listener.result(result(setting));
    expect(store.getState().result).toBeUndefined();
    listener.result(result(store.getState().setting));
    expect(store.getState().stale).toBe(false);
    // The week that is looked at is none of the numbers' business.
    store.change({ byWeek: 3 });
    expect(store.getState().stale).toBe(false);
  });

  it("goes back and forth, a drag as one step, and stays where it looks", () => {
    store.change({ scenario: "two" });
    store.setLever("free", 0.6);
    store.setLever("free", 0.7, { live: true });
    store.setLever("free", 0.8, { live: true });
    store.look({ section: "charts" });
    store.undo();
    expect(store.getState().setting).toMatchObject({ scenario: "two", levers: {}, view: { section: "charts" } });
    store.undo();
    expect(store.getState()).toMatchObject({ setting: { ...setting, view: { section: "charts" } }, canUndo: false });
    store.undo();
    store.redo();
    store.redo();
    expect(store.getState()).toMatchObject({ setting: { levers: { free: 0.8 } }, canRedo: false, link: "#two" });
    store.undo();
    store.change({ scenario: "one" });
    expect(store.getState().canRedo).toBe(false);
  });

  it("keeps the week within the horizon", () => {
    store.change({ horizonWeeks: 52 });
    expect(store.getState().setting.byWeek).toBe(52);
  });

  it("opens links as a step that can be taken back, with what they complain of", () => {
    const notice = { ...notices.setting("wrong"), code: "link/value" as const };
    store.open({ ...setting, scenario: "two" }, [notice]);
    expect(store.getState()).toMatchObject({ setting: { scenario: "two" }, notices: [notice], canUndo: true });
    store.open(setting, []);
    expect(store.getState().notices).toEqual([]);
    expect(told.at(-1)).toEqual(["one", "change"]);
  });

  it("loads the record of a date, and drops the one before it", async () => {
    await Promise.resolve();
    expect(store.getState().record?.asOf).toBe("2025-12-29");
    store.change({ asOf: "2023-11-27" });
    expect(store.getState().record).toBeUndefined();
    await Promise.resolve();
    expect(store.getState().record?.asOf).toBe("2023-11-27");
  });

  it("tells of progress now and then, and when it is over", () => {
    let drawn = 0;
    store.subscribe(() => {
      drawn++;
    });
    for (let done = 1; done <= 64; done++) {
      clock += 10;
      listener.progress("fine", done, 65);
    }
    expect(drawn).toBeLessThanOrEqual(4);
    listener.progress("fine", 65, 65);
    expect(store.getState().progress).toBeUndefined();
  });

  it("says each thing once", () => {
    store.notify(notices.workerRestarted());
    store.notify(notices.workerRestarted());
    expect(store.getState().notices.length).toBe(1);
    store.dismiss("engine/worker-restarted");
    expect(store.getState().notices).toEqual([]);
  });
});
