import { describe, expect, it } from "vitest";
import { askAtOrigin } from "../backtest/ask-at-origin.ts";
import { checkUsesNoFuture } from "../backtest/check-forecast.ts";
import { addWeeks } from "../backtest/dates.ts";
import { type Forecaster, fromRule } from "../backtest/forecaster.ts";
import type { Histories, Target } from "../backtest/target.ts";
import { normalDraws } from "../draws/draws.ts";
import { quantiles } from "../quantile.ts";
import { autoregression } from "../rivals/autoregression.ts";
import { CENTRED_DRIFTS, noChange } from "../rivals/drift.ts";
import { crpsEnsemble } from "../scores/crps-ensemble.ts";
import type { StackFamily } from "./family.ts";
import { remembering } from "./remembering.ts";
import { learnSpreads, SPREADS, scaledWeek, spreadByWeek } from "./spread.ts";
import { learnAt, recordOrigin, type StackOptions, stackForecaster } from "./stack-forecaster.ts";
import type { StackRecord } from "./stack-record.ts";

const amount = { unit: "km²", resolution: 1, range: [0, 1e6], weeklyChange: [-1e4, 1e4] } as const;
const targets: Target[] = ["east", "west", "sum", "lone"].map((id) => ({ ...amount, id, title: id }));
const places: StackFamily = {
  id: "places",
  shares: { sum: 0.5, east: 0.25, west: 0.25 },
  total: { target: "sum", parts: ["east", "west"] },
};
const lone: StackFamily = { id: "lone", shares: { lone: 1 } };

const weeks = 90;
const dates = Array.from({ length: weeks }, (_, i) => addWeeks("2022-12-05", i));
const walk = (name: string, drift: number): Float64Array => {
  let level = 10_000;
  return normalDraws(11n, weeks)(`test/${name}`, 0).map((z) => {
    level += drift + 30 * z;
    return level;
  });
};
const [east, west, single] = [walk("east", 20), walk("west", -10), walk("lone", 50)];
const whole = { east, west, sum: east!.map((level, i) => level + west![i]! + 500), lone: single! };
const histories = (to: number): Histories =>
  Object.fromEntries(
    Object.entries(whole).map(([id, levels]) => [id, { dates: dates.slice(0, to), levels: levels!.slice(0, to) }]),
  );

/** Sums its parts member by member, as a model would. */
const adding: Forecaster = {
  ...fromRule(CENTRED_DRIFTS[0]!, "strong"),
  id: "adding",
  forecasts: (target) => target !== "lone",
  forecast: async (request) => {
    const own = await fromRule(CENTRED_DRIFTS[0]!, "strong").forecast(request);
    return { ...own, sum: own["east"]!.map((level, i) => level + own["west"]![i]! + 500) };
  },
};
const components = [adding, fromRule(noChange, "naive"), fromRule(autoregression, "naive")];
const horizons = [2, 8];
const optionsWith = (records: readonly StackRecord[], change: Partial<StackOptions> = {}): StackOptions => ({
  id: "stack",
  title: "stack",
  version: "1",
  components,
  families: [places, lone],
  horizons,
  records: () => records,
  ...change,
});
const question = (week: number, members = 120) => ({
  origin: dates[week]!,
  known: histories(week + 1),
  targets,
  members,
  seed: 5n,
});

/** Records of every fourth week, each made with what the earlier ones taught. */
async function recordsUpTo(last: number, change: Partial<StackOptions> = {}): Promise<StackRecord[]> {
  const records: StackRecord[] = [];
  for (let week = 40; week <= last; week += 4)
    records.push(await recordOrigin(optionsWith(records, change), question(week), histories(weeks)));
  return records;
}

describe("a stack", () => {
  it("is a forecaster like any other: it passes the guards, and is deterministic", async () => {
    const stack = stackForecaster(optionsWith(await recordsUpTo(68)));
    const asked = { ...question(76), horizonWeeks: 10 };
    const forecast = await askAtOrigin(stack, asked);
    expect(Object.keys(forecast).sort()).toEqual(["east", "lone", "sum", "west"]);
    expect(await askAtOrigin(stack, asked)).toEqual(forecast);
  });
  it("without records and spreads: every member is one whole path of one component, in all targets of a family", async () => {
    const stack = stackForecaster(optionsWith([], { spread: false }));
    const members = 30;
    const request = { ...question(60, members), horizonWeeks: 6 };
    const forecast = await askAtOrigin(stack, request);
    const answers = await Promise.all(components.map((component) => askAtOrigin(component, request)));
    const counts = new Map<number, number>();
    for (let m = 0; m < members; m++) {
      const follows = answers.findIndex((answer) =>
        ["east", "west", "sum"].every((target) =>
          [0, 1, 2, 3, 4, 5].every((w) => answer[target]![w * members + m] === forecast[target]![w * members + m]),
        ),
      );
      expect(follows).toBeGreaterThanOrEqual(0);
      counts.set(follows, (counts.get(follows) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([10, 10, 10]);
  });
  it("leaves out components that do not forecast a family, and families that no one forecasts", async () => {
    const learnt = learnAt(optionsWith([]), dates[60]!);
    expect(learnt.map((each) => each.components.map(({ id }) => id))).toEqual([
      ["adding", "no-change", "ar-1"],
      ["no-change", "ar-1"],
    ]);
    const named = optionsWith([], {
      families: [
        { ...places, of: ["ar-1", "nobody"] },
        { ...lone, of: ["adding"] },
      ],
    });
    expect(learnAt(named, dates[60]!).map((each) => each.components.map(({ id }) => id))).toEqual([["ar-1"], []]);
    expect(stackForecaster(named).forecasts("lone")).toBe(false);
    const alone = stackForecaster(optionsWith([], { components: [adding] }));
    expect(alone.forecasts("lone")).toBe(false);
    expect(alone.forecasts("sum")).toBe(true);
  });
  it("asked for some targets, answers for their families with the same numbers, and asks no one else", async () => {
    const stack = stackForecaster(optionsWith(await recordsUpTo(60)));
    const asked = { ...question(76), horizonWeeks: 6 };
    const all = await askAtOrigin(stack, asked);
    const some = await askAtOrigin(stack, { ...asked, wanted: ["lone"] });
    expect(Object.keys(some)).toEqual(["lone"]);
    expect(some["lone"]).toEqual(all["lone"]);
    const east = await askAtOrigin(stack, { ...asked, wanted: ["east"] });
    expect(east["east"]).toEqual(all["east"]);
  });
  it("of one component is that component", async () => {
    const stack = stackForecaster(optionsWith([], { components: [adding], spread: false }));
    const request = { ...question(60), horizonWeeks: 4 };
    expect(await askAtOrigin(stack, request)).toEqual(await askAtOrigin(adding, request));
  });
  it("does not ask a component that has no weight", async () => {
    let asked = 0;
    const counting: Forecaster = {
      ...components[1]!,
      id: "counting",
      forecast: () => {
        asked += 1;
        return {};
      },
    };
    const cells = ["east", "west", "sum", "lone"].map((target) => ({
      target,
      horizonWeeks: 2,
      knownFrom: dates[42]!,
      toObserved: [10, 1e6],
      between: [10, 1e6, 10],
    }));
    const records = Array.from({ length: 40 }, () => ({
      origin: dates[40]!,
      components: [`ar-1 1`, "counting 1"],
      cells,
      spreads: [],
    }));
    const stack = stackForecaster(
      optionsWith(records, { components: [components[2]!, counting], weights: { shrinkage: 0 } }),
    );
    await askAtOrigin(stack, { ...question(60), horizonWeeks: 2 });
    expect(asked).toBe(0);
  });
});

describe("a stack knows nothing of the future", () => {
  it("its records carry the day from which each outcome was known; later ones change nothing", async () => {
    const honest = await recordsUpTo(84);
    const replaced = honest.map((record) => ({
      ...record,
      cells: record.cells.map((cell) =>
        cell.knownFrom > dates[60]! ? { ...cell, toObserved: cell.toObserved.map((_, k) => 1e6 * (k + 1)) } : cell,
      ),
      spreads: record.spreads.map((cell) =>
        cell.knownFrom > dates[60]! ? { ...cell, crps: cell.crps.map((_, k) => 1e3 * (25 - k)) } : cell,
      ),
    }));
    const requestFrom = () => ({
      origin: dates[60]!,
      histories: Object.fromEntries(Object.entries(histories(61)).map(([id, { levels }]) => [id, levels])),
      horizonWeeks: 8,
      members: 60,
      seed: 5n,
    });
    const from = (records: StackRecord[]) => stackForecaster(optionsWith(records));
    await expect(checkUsesNoFuture((other) => from(other ? replaced : honest), requestFrom)).resolves.toBeUndefined();
    // Planted defect: a stack that looks four weeks ahead into its records.
    const ahead = (records: StackRecord[]): StackRecord[] =>
      records.map((record) => ({
        ...record,
        origin: addWeeks(record.origin, -4),
        cells: record.cells.map((cell) => ({ ...cell, knownFrom: addWeeks(cell.knownFrom, -4) })),
      }));
    await expect(checkUsesNoFuture((other) => from(ahead(other ? replaced : honest)), requestFrom)).rejects.toThrow(
      /forecast\/uses-future/,
    );
  });
  it("a record is the same whatever happened after its outcomes", async () => {
    const [first] = await recordsUpTo(40);
    const changed = Object.fromEntries(
      Object.entries(histories(weeks)).map(([id, { dates: all, levels }]) => [
        id,
        { dates: all, levels: levels.map((level, i) => (i > 48 ? 0 : level)) },
      ]),
    );
    expect(await recordOrigin(optionsWith([]), question(40), changed)).toEqual(first);
  });
});

describe("spreads", () => {
  const level: StackFamily = { id: "one", shares: { level: 1 } };
  /** Pools with a share of the true spread: the truth is standard normal. */
  const issued = (count: number, share: number): StackRecord[] =>
    Array.from({ length: count }, (_, o) => {
      const origin = addWeeks("2023-01-02", 4 * o);
      const truth = normalDraws(BigInt(o), 1)("test/truth", 0)[0]!;
      const pool = normalDraws(BigInt(1000 + o), 200)("test/pool", 0).map((z) => share * z);
      const crps = SPREADS.map((spread) =>
        crpsEnsemble(
          pool.map((x) => spread * x),
          truth,
          "fair",
        ),
      );
      const cell = { target: "level", horizonWeeks: 4, knownFrom: addWeeks(origin, 4), crps };
      return { origin, components: ["c"], cells: [], spreads: [cell] };
    });
  const free = { shrinkage: 0.05, least: 0.5 };
  const learnt = (records: StackRecord[], origin = "2060-01-05") =>
    learnSpreads(records, ["c"], level, origin, [4, 13], free)[0]!;
  it("widen what was too sharp, narrow what was too wide, and leave what was right", () => {
    // Standard error of a spread from 400 normals: 3.5 %; steps are 9 %.
    expect(learnt(issued(400, 0.5))).toBeGreaterThan(1.75);
    expect(learnt(issued(400, 0.5))).toBeLessThan(2.25);
    expect(learnt(issued(400, 2))).toBeLessThan(0.6);
    expect(Math.abs(learnt(issued(400, 1)) - 1)).toBeLessThan(0.1);
  });
  it("are only widened, unless told otherwise: a short record may not have seen what is to come", () => {
    expect(learnSpreads(issued(400, 2), ["c"], level, "2060-01-05", [4])).toEqual([1]);
    expect(learnSpreads(issued(400, 0.5), ["c"], level, "2060-01-05", [4])[0]).toBeGreaterThan(1.6);
  });
  it("shrink to 1: nothing known, nothing changed; little known, less changed", () => {
    expect(learnt([])).toBe(1);
    expect(learnt(issued(30, 0.5), "2023-01-02")).toBe(1);
    const few = learnSpreads(issued(30, 0.4), ["c"], level, "2060-01-05", [4], { ...free, shrinkage: 3 })[0]!;
    expect(few).toBeLessThan(learnt(issued(30, 0.4)));
    expect(few).toBeGreaterThan(1);
  });
  it("a horizon that was never seen takes the factor of the next shorter one", () => {
    const [short, long] = learnSpreads(issued(100, 0.5), ["c"], level, "2060-01-05", [4, 13]);
    expect(short).toBeGreaterThan(1.5);
    expect(long).toBe(short);
  });
  it("between horizons run straight in the logarithm", () => {
    const byWeek = spreadByWeek([4, 8], [1, 4], 10);
    expect([...byWeek].map((x) => Number(x.toFixed(9)))).toEqual([1, 1, 1, 1, 1.414213562, 2, 2.828427125, 4, 4, 4]);
  });
  it("keep medians, and keep a total the sum of its parts", () => {
    const members = 51;
    const draws = normalDraws(3n, members);
    const [first, second] = [draws("test/a", 0), draws("test/b", 0)];
    const pool = { east: first, west: second, sum: first.map((x, m) => x + second[m]! + 500) };
    const wide = scaledWeek(pool, places, 1, members, 2);
    for (const part of ["east", "west"] as const) {
      expect(quantiles(wide[part]!, [0.5])[0]).toBeCloseTo(quantiles(pool[part], [0.5])[0]!, 12);
      const [low, high] = [wide[part]!, pool[part]].map((values) => {
        const [a, b] = quantiles(values, [0.1, 0.9]);
        return b! - a!;
      });
      expect(low! / high!).toBeCloseTo(2, 9);
    }
    wide["sum"]!.forEach((total, m) => {
      expect(total).toBeCloseTo(wide["east"]![m]! + wide["west"]![m]! + 500, 9);
    });
  });
});

describe("a forecaster that remembers", () => {
  const counted = () => {
    let asked = 0;
    const inner: Forecaster = {
      ...components[1]!,
      forecast: (request) => {
        asked += 1;
        return components[1]!.forecast(request);
      },
    };
    return { inner: remembering(inner), asked: () => asked };
  };
  const request = {
    origin: dates[50]!,
    histories: { lone: whole.lone.slice(0, 51) },
    horizonWeeks: 3,
    members: 10,
    seed: 1n,
  };
  it("answers the same question once, and any other anew", async () => {
    const { inner, asked } = counted();
    const first = await inner.forecast(request);
    expect(await inner.forecast({ ...request, histories: { lone: request.histories.lone.slice() } })).toBe(first);
    expect(asked()).toBe(1);
    const touched = request.histories.lone.slice();
    touched[7]! += 1;
    const others = [
      { ...request, seed: 2n },
      { ...request, members: 11 },
      { ...request, horizonWeeks: 4 },
      { ...request, origin: dates[51]! },
      { ...request, lagWeeks: { lone: 1 } },
      { ...request, wanted: ["lone"] },
      { ...request, histories: { lone: touched } },
      { ...request, histories: { ...request.histories, east: whole.east! } },
    ];
    for (const other of others) await inner.forecast(other);
    expect(asked()).toBe(1 + others.length);
  });
  it("is not fooled by a history that its owner changes afterwards", async () => {
    const { inner, asked } = counted();
    const levels = request.histories.lone.slice();
    await inner.forecast({ ...request, histories: { lone: levels } });
    levels[50]! += 5;
    await inner.forecast({ ...request, histories: { lone: levels } });
    expect(asked()).toBe(2);
  });
  it("does not remember a failure", async () => {
    let asked = 0;
    const failing = remembering({
      ...components[1]!,
      forecast: async () => {
        asked += 1;
        throw new Error("no");
      },
    });
    await expect(failing.forecast(request)).rejects.toThrow("no");
    await expect(failing.forecast(request)).rejects.toThrow("no");
    expect(asked).toBe(2);
  });
});
