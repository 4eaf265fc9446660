import { describe, expect, it } from "vitest";
import { normalDraws } from "../draws/draws.ts";
import { autoregression } from "../rivals/autoregression.ts";
import { CENTRED_DRIFTS, DRIFTS, noChange } from "../rivals/drift.ts";
import { localRate } from "../rivals/local-rate.ts";
import { crpsEnsemble } from "../scores/crps-ensemble.ts";
import { errors } from "../scores/errors.ts";
import { checkForecast, checkUsesNoFuture } from "./check-forecast.ts";
import { checkHistory } from "./check-history.ts";
import { addWeeks, monthlyOrigins } from "./dates.ts";
import { type Forecaster, fromRule } from "./forecaster.ts";
import { type BacktestPlan, scoreOrigin } from "./score-origin.ts";
import { fromCsv, toCsv } from "./score-row.ts";
import { summarise } from "./summary.ts";
import type { Histories, History, Target } from "./target.ts";

const area: Target = {
  id: "area-total",
  title: "area",
  unit: "km²",
  resolution: 1,
  range: [20_000, 200_000],
  weeklyChange: [-8000, 8000],
};
const claims: Target = {
  id: "personnel",
  title: "claims",
  unit: "persons",
  resolution: 10,
  range: [0, 5_000_000],
  weeklyChange: [-2000, 30_000],
};

const weeks = 120;
const start = "2022-12-05";
const dates = Array.from({ length: weeks }, (_, i) => addWeeks(start, i));
const levelsFrom = (first: number, drift: number, noise: number, seed: bigint): Float64Array => {
  const shocks = normalDraws(seed, weeks)("test/shocks", 0);
  let level = first;
  return shocks.map((z) => {
    level += drift + noise * z;
    return level;
  });
};
const whole: Histories = {
  "area-total": { dates, levels: levelsFrom(80_000, 40, 30, 1n) },
  personnel: { dates, levels: levelsFrom(100_000, 7000, 400, 2n) },
};
const upTo = (history: History, origin: string, extra = 0): History => {
  const end = history.dates.indexOf(origin) + 1 + extra;
  return { dates: history.dates.slice(0, end), levels: history.levels.slice(0, end) };
};
const knownAt = (origin: string): Histories =>
  Object.fromEntries(Object.entries(whole).map(([id, history]) => [id, upTo(history, origin)]));
const origin = dates[60]!;

describe("dates", () => {
  it("count weeks across months, years and leap days", () => {
    expect(addWeeks("2023-12-25", 1)).toBe("2024-01-01");
    expect(addWeeks("2024-02-26", 1)).toBe("2024-03-04");
    expect(addWeeks("2024-03-04", -1)).toBe("2024-02-26");
  });
  it("origins are the first Mondays of months that leave room", () => {
    const origins = monthlyOrigins(dates, "2023-06-01", 4);
    expect(origins.slice(0, 3)).toEqual(["2023-06-05", "2023-07-03", "2023-08-07"]);
    expect(addWeeks(origins.at(-1)!, 4) <= dates.at(-1)!).toBe(true);
    expect(addWeeks(origins.at(-1)!, 9) > dates.at(-1)!).toBe(true);
    // A record that begins in the middle of a month has no origin in it.
    expect(monthlyOrigins(dates.slice(2), "2022-01-01", 4)[0]).toBe("2023-01-02");
    expect(monthlyOrigins(dates, "2030-01-01", 4)).toEqual([]);
  });
});

describe("planted defects in what a forecaster is told", () => {
  const good = upTo(whole["area-total"]!, origin);
  const withLevel = (index: number, level: number): History => {
    const levels = good.levels.slice();
    levels[index] = level;
    return { dates: good.dates, levels };
  };
  it("passes what is right", () => {
    expect(() => checkHistory(area, good, origin)).not.toThrow();
    expect(() => checkHistory(claims, upTo(whole["personnel"]!, origin), origin)).not.toThrow();
  });
  it("catches a leaked future row", () => {
    const leaked = upTo(whole["area-total"]!, origin, 1);
    expect(() => checkHistory(area, leaked, origin)).toThrow(
      errors.historyEnd("area-total", origin, dates[61]!).message,
    );
    expect(errors.historyEnd("area-total", origin, dates[61]!).reason).toMatch(/it knows the future/);
  });
  it("catches a history that stops too early", () => {
    const stale = upTo(whole["area-total"]!, origin, -1);
    expect(() => checkHistory(area, stale, origin)).toThrow(
      errors.historyEnd("area-total", origin, dates[59]!).message,
    );
    expect(() => checkHistory(area, { dates: [], levels: new Float64Array(0) }, origin)).toThrow(/history\/end/);
  });
  it("catches dates that are shifted by a day, doubled or missing", () => {
    const shifted = { dates: good.dates.map((date, i) => (i === 7 ? "2023-01-24" : date)), levels: good.levels };
    expect(() => checkHistory(area, shifted, origin)).toThrow(
      errors.historyStep("area-total", dates[6]!, "2023-01-24").message,
    );
    const doubled = { dates: good.dates.map((date, i) => (i === 7 ? good.dates[6]! : date)), levels: good.levels };
    expect(() => checkHistory(area, doubled, origin)).toThrow(/history\/step/);
    const missing = { dates: good.dates.toSpliced(9, 1), levels: good.levels.slice(1) };
    expect(() => checkHistory(area, missing, origin)).toThrow(/history\/step/);
  });
  it("catches lists of unequal length", () => {
    expect(() => checkHistory(area, { dates: good.dates, levels: good.levels.slice(1) }, origin)).toThrow(
      errors.historyLength("area-total", 61, 60).message,
    );
  });
  it("catches wrong units: square metres, thousands of square kilometres, one row in hectares", () => {
    for (const factor of [1e6, 1e-3, 100])
      expect(() =>
        checkHistory(area, { dates: good.dates, levels: good.levels.map((x) => x * factor) }, origin),
      ).toThrow(/history\/range.*unit/s);
    expect(() => checkHistory(area, withLevel(30, good.levels[30]! * 1.2), origin)).toThrow(/history\/jump/);
  });
  it("catches the swapped side: what Ukraine holds, or losses counted down", () => {
    const ukrainian = good.levels.map((held) => 603_628 - 26_847 - held);
    expect(() => checkHistory(area, { dates: good.dates, levels: ukrainian }, origin)).toThrow(/history\/range.*side/s);
    const known = upTo(whole["personnel"]!, origin);
    const down = known.levels.map((level) => 900_000 - level);
    expect(() => checkHistory(claims, { dates: known.dates, levels: down }, origin)).toThrow(/history\/jump/);
  });
  it("catches weekly losses in place of cumulative ones", () => {
    const known = upTo(whole["personnel"]!, origin);
    const weekly = known.levels.map((level, i) => level - (known.levels[i - 1] ?? 0));
    expect(() => checkHistory(claims, { dates: known.dates, levels: weekly }, origin)).toThrow(/history\/jump/);
  });
  it("catches a hole", () => {
    expect(() => checkHistory(area, withLevel(3, Number.NaN), origin)).toThrow(/history\/range/);
  });
});

const request = {
  origin,
  histories: { "area-total": knownAt(origin)["area-total"]!.levels },
  horizonWeeks: 6,
  members: 100,
  seed: 9n,
};
const good = fromRule(DRIFTS[0]!, "naive");
const planted = (change: (levels: Float64Array) => Float64Array): Forecaster => ({
  ...good,
  id: "planted",
  forecast: (asked) =>
    Object.fromEntries(
      Object.entries(good.forecast(asked)).map(([target, levels]) => [target, change(levels as Float64Array)]),
    ),
});

describe("planted defects in what a forecaster says", () => {
  const check = async (forecaster: Forecaster) =>
    checkForecast(forecaster, await forecaster.forecast(request), [area], request);
  it("passes what is right", async () => {
    await expect(check(good)).resolves.toBeUndefined();
  });
  it("catches a week or members too few, and a target left out", async () => {
    await expect(check(planted((levels) => levels.slice(100)))).rejects.toThrow(
      errors.forecastShape("planted", "area-total", 500, 600).message,
    );
    await expect(check({ ...good, id: "planted", forecast: () => ({}) })).rejects.toThrow(/forecast\/shape/);
  });
  it("catches changes in place of levels, wrong units, and the other side", async () => {
    const level = request.histories["area-total"].at(-1)!;
    await expect(check(planted((levels) => levels.map((x) => x - level)))).rejects.toThrow(/forecast\/level/);
    await expect(check(planted((levels) => levels.map((x) => x * 1e6)))).rejects.toThrow(/forecast\/level/);
    await expect(check(planted((levels) => levels.map((x) => 576_781 - x)))).rejects.toThrow(/forecast\/level/);
    await expect(check(planted((levels) => levels.map(() => Number.NaN)))).rejects.toThrow(/forecast\/level/);
  });
});

describe("a forecaster that knows the future is caught", () => {
  const requestFrom = (replaced: boolean) => {
    const levels = whole["area-total"]!.levels.map((level, i) => (replaced && i > 60 ? 1e5 : level));
    return { ...request, histories: { "area-total": levels.slice(0, 61) } };
  };
  it("rules pass", async () => {
    for (const rule of [noChange, ...DRIFTS, ...CENTRED_DRIFTS, autoregression, localRate()])
      await expect(checkUsesNoFuture(() => fromRule(rule, "naive"), requestFrom)).resolves.toBeUndefined();
  });
  it("a history that is cut one week late, and a model that holds the whole record, do not", async () => {
    const late = (replaced: boolean) => {
      const levels = whole["area-total"]!.levels.map((level, i) => (replaced && i > 60 ? 1e5 : level));
      return { ...request, histories: { "area-total": levels.slice(0, 62) } };
    };
    await expect(checkUsesNoFuture(() => good, late)).rejects.toThrow(
      errors.usesFuture("drift-4", "area-total", origin).message,
    );
    const peeking = (replaced: boolean): Forecaster => {
      const record = whole["area-total"]!.levels.map((level, i) => (replaced && i > 60 ? 1e5 : level));
      return { ...good, id: "peeking", forecast: () => ({ "area-total": new Float64Array(600).fill(record[70]!) }) };
    };
    await expect(checkUsesNoFuture(peeking, requestFrom)).rejects.toThrow(/forecast\/uses-future/);
  });
});

const plan: BacktestPlan = {
  targets: [area, claims],
  groups: [{ id: "both", targets: ["area-total", "personnel"] }],
  forecasters: [noChange, DRIFTS[0]!, autoregression].map((rule) => fromRule(rule, "naive")),
  horizons: [4, 13, 26],
  members: 200,
  seed: 3n,
};

describe("scoring an origin", () => {
  it("is deterministic, and scores every forecaster, target and horizon that has been reached", async () => {
    const data = { origin, known: knownAt(origin), actual: whole };
    const rows = await scoreOrigin(plan, data);
    expect(rows).toHaveLength(3 * 3 * 3);
    expect(await scoreOrigin(plan, data)).toEqual(rows);
    const late = dates[100]!;
    const lateRows = await scoreOrigin(plan, { origin: late, known: knownAt(late), actual: whole });
    expect(new Set(lateRows.map((row) => row.horizonWeeks))).toEqual(new Set([4, 13]));
  });
  it("scores against the level on the right day: worked by hand", async () => {
    const rows = await scoreOrigin(plan, { origin, known: knownAt(origin), actual: whole });
    const row = rows.find((r) => r.target === "area-total" && r.horizonWeeks === 13 && r.forecaster === "no-change")!;
    expect(row.observed).toBe(whole["area-total"]!.levels[73]);
    expect(row.lower80).toBeLessThan(row.median);
    expect(row.covered80).toBe(row.observed >= row.lower80 && row.observed <= row.upper80 ? 1 : 0);
  });
  it("leaves failed members out and counts the others", async () => {
    const failing = planted((levels) => levels.map((x, i) => (i % 4 === 0 ? Number.NaN : x)));
    const rows = await scoreOrigin(
      { ...plan, forecasters: [failing] },
      { origin, known: knownAt(origin), actual: whole },
    );
    expect(new Set(rows.map((row) => row.members))).toEqual(new Set([150]));
    expect(rows.every((row) => Number.isFinite(row.crps))).toBe(true);
  });
  it("planted defect: truth that is shifted by a few weeks changes the scores for the worse", async () => {
    // A line that moves by 40 a week with little noise: a drift rule is nearly exact, and a shift of 4 weeks is 160.
    const smooth = levelsFrom(80_000, 40, 3, 4n);
    const actual = { ...whole, "area-total": { dates, levels: smooth } };
    const shifted = { ...whole, "area-total": { dates: dates.map((date) => addWeeks(date, 4)), levels: smooth } };
    const known = { ...knownAt(origin), "area-total": upTo(actual["area-total"], origin) };
    const scoreOf = async (truth: Histories) => {
      const rows = await scoreOrigin(plan, { origin, known, actual: truth });
      return rows.find((r) => r.target === "area-total" && r.forecaster === "drift-4" && r.horizonWeeks === 4)!.crps;
    };
    expect(await scoreOf(shifted)).toBeGreaterThan(100);
    expect(await scoreOf(actual)).toBeLessThan(20);
  });
  it("refuses leaked histories before anyone forecasts", async () => {
    const known = { ...knownAt(origin), "area-total": upTo(whole["area-total"]!, origin, 2) };
    await expect(scoreOrigin(plan, { origin, known, actual: whole })).rejects.toThrow(/history\/end/);
  });
  it("writes and reads its rows", async () => {
    const rows = await scoreOrigin(plan, { origin, known: knownAt(origin), actual: whole });
    const text = toCsv(rows);
    const back = fromCsv(text);
    expect(toCsv(back)).toBe(text);
    expect(back.map((row) => row.forecaster)).toEqual(rows.map((row) => row.forecaster));
    expect(back[0]!.crps).toBeCloseTo(rows[0]!.crps, 1);
    expect(() => fromCsv("a,b\n1,2\n")).toThrow(/track-record\/columns/);
  });
});

describe("summary", () => {
  const familyOf = () => "naive" as const;
  const options = { familyOf, replicates: 200, seed: 1n };
  it("measures skill against the best naive rule on shared origins, with intervals that hold it", async () => {
    const origins = monthlyOrigins(dates, "2023-06-01", 4);
    const rows = (
      await Promise.all(origins.map((date) => scoreOrigin(plan, { origin: date, known: knownAt(date), actual: whole })))
    ).flat();
    const summary = summarise(rows, options);
    const cell = summary.filter((row) => row.target === "area-total" && row.horizonWeeks === 4);
    expect(cell).toHaveLength(3);
    const best = cell.reduce((least, row) => (row.crps < least.crps ? row : least));
    for (const row of cell) {
      expect(row.bestNaive).toBe(best.forecaster);
      expect(row.skill.value).toBeCloseTo(1 - row.crps / best.crps, 12);
      expect(row.skill.low).toBeLessThanOrEqual(row.skill.value);
      expect(row.skill.high).toBeGreaterThanOrEqual(row.skill.value);
      expect(row.origins).toBe(origins.length);
      expect(row.pitCounts.reduce((sum, count) => sum + count, 0)).toBe(origins.length);
      const own = rows.filter(
        (r) => r.target === row.target && r.horizonWeeks === 4 && r.forecaster === row.forecaster,
      );
      expect(row.crps).toBeCloseTo(own.reduce((sum, r) => sum + r.crps, 0) / own.length, 10);
    }
  });
  it("compares only origins at which all spoke", async () => {
    const [first, second] = [dates[60]!, dates[65]!];
    const one = await scoreOrigin(plan, { origin: first, known: knownAt(first), actual: whole });
    const other = await scoreOrigin(plan, { origin: second, known: knownAt(second), actual: whole });
    const summary = summarise([...one, ...other.filter((row) => row.forecaster !== "ar-1")], options);
    expect(new Set(summary.map((row) => row.origins))).toEqual(new Set([1]));
  });
  it("planted defect: an overconfident forecaster is caught by its coverage", async () => {
    const origins = dates.slice(40, 110);
    const sharp: Forecaster = {
      ...fromRule(autoregression, "naive"),
      id: "sharp",
      forecast: async (asked) => {
        const honest = await fromRule(autoregression, "naive").forecast(asked);
        return Object.fromEntries(
          Object.entries(honest).map(([target, levels]) => {
            const count = asked.members;
            return [
              target,
              levels.map((x, i) => {
                const week = Math.floor(i / count) * count;
                const centre = levels.subarray(week, week + count).reduce((sum, y) => sum + y, 0) / count;
                return centre + 0.3 * (x - centre);
              }),
            ];
          }),
        );
      },
    };
    const forecasters = [fromRule(autoregression, "naive"), sharp];
    const rows = (
      await Promise.all(
        origins.map((date) =>
          scoreOrigin({ ...plan, forecasters, horizons: [1] }, { origin: date, known: knownAt(date), actual: whole }),
        ),
      )
    ).flat();
    const summary = summarise(rows, options).filter((row) => row.target === "area-total");
    const [honest, overconfident] = ["ar-1", "sharp"].map((id) => summary.find((row) => row.forecaster === id)!);
    // The data follow the honest forecaster's own law; false alarms 1 in 1,000.
    expect(honest!.coverage80PValue).toBeGreaterThan(0.001);
    expect(overconfident!.coverage80PValue).toBeLessThan(0.001);
    expect(overconfident!.logScore).toBeGreaterThan(honest!.logScore);
    expect(overconfident!.interval80).toBeGreaterThan(honest!.interval80);
  });
});

describe("the harness's CRPS", () => {
  it("is the fair one: it does not charge a forecast for having few members", async () => {
    const scoresOf = async (members: number) => {
      const rows = await Promise.all(
        dates
          .slice(40, 110)
          .map((date) =>
            scoreOrigin(
              { ...plan, members, horizons: [1], forecasters: [fromRule(autoregression, "naive")] },
              { origin: date, known: knownAt(date), actual: whole },
            ),
          ),
      );
      const own = rows.flat().filter((row) => row.target === "area-total");
      return own.reduce((sum, row) => sum + row.crps, 0) / own.length;
    };
    const [few, many] = [await scoresOf(8), await scoresOf(400)];
    // The unfair form would charge spread / m = about 6 % with 8 members; Monte Carlo error over 70 origins is 3 %.
    expect(Math.abs(few / many - 1)).toBeLessThan(0.1);
    expect(crpsEnsemble([0, 1], 0, "fair")).toBe(0);
  });
});
