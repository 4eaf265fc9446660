import { describe, expect, it } from "vitest";
import { normalDraws } from "../draws/draws.ts";
import { noChange } from "../rivals/drift.ts";
import { localRate } from "../rivals/local-rate.ts";
import { errors } from "../scores/errors.ts";
import { askAtOrigin, nonNegative } from "./ask-at-origin.ts";
import { checkHistory } from "./check-history.ts";
import { addWeeks, lagWeeks } from "./dates.ts";
import { type Forecaster, fromRule } from "./forecaster.ts";
import { scoreOrigin } from "./score-origin.ts";
import type { History, Target } from "./target.ts";

/** A weekly count that is known a week after it begins, such as deaths. */
const weekly: Target = {
  id: "weekly",
  title: "weekly count",
  unit: "persons a week",
  resolution: 1,
  range: [0, 30_000],
  weeklyChange: [-3000, 3000],
  lagWeeks: [1, 30],
};
const dates = Array.from({ length: 100 }, (_, i) => addWeeks("2022-12-05", i));
const levels = normalDraws(4n, 100)("test/weekly", 0).map((z) => 1000 + 100 * z);
const origin = dates[70]!;
const endingBefore = (weeks: number): History => ({
  dates: dates.slice(0, 71 - weeks),
  levels: levels.slice(0, 71 - weeks),
});

describe("a history that ends before the origin", () => {
  it("may end as early as its target says, and no later or earlier", () => {
    for (const weeks of [1, 2, 30]) expect(() => checkHistory(weekly, endingBefore(weeks), origin)).not.toThrow();
    expect(() => checkHistory(weekly, endingBefore(31), origin)).toThrow(/history\/end/);
  });
  it("planted defect: the week that has only begun is a leaked future row", () => {
    expect(() => checkHistory(weekly, endingBefore(0), origin)).toThrow(
      errors.historyEnd("weekly", dates[69]!, origin).message,
    );
  });
  it("planted defect: weeks dated by their Sunday are caught", () => {
    const { dates: mondays, levels: values } = endingBefore(1);
    const sundays = mondays.map((date) =>
      new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10),
    );
    expect(() => checkHistory(weekly, { dates: sundays, levels: values }, origin)).toThrow(/history\/step/);
    expect(lagWeeks(sundays, origin)).toBeUndefined();
    expect(lagWeeks(mondays, origin)).toBe(1);
  });
  it("rules go on from where it ends, and answer from the origin on", async () => {
    for (const rule of [noChange, localRate()]) {
      const question = { origin, known: { weekly: endingBefore(5) }, targets: [weekly], members: 40, seed: 3n };
      const forecaster = fromRule(rule, "naive");
      const answer = await askAtOrigin(forecaster, { ...question, horizonWeeks: 6 });
      expect(answer["weekly"]).toHaveLength(6 * 40);
      // Asked five weeks earlier for eleven weeks, it says the same of the last six.
      const earlier = await forecaster.forecast({
        origin: dates[65]!,
        histories: { weekly: endingBefore(5).levels },
        horizonWeeks: 11,
        members: 40,
        seed: 3n,
      });
      expect(answer["weekly"]).toEqual(nonNegative(earlier, [weekly])["weekly"]!.subarray(5 * 40));
    }
  });
  it("is told to the forecaster, in weeks, and only where there is one", async () => {
    const told: unknown[] = [];
    const listening: Forecaster = {
      ...fromRule(noChange, "naive"),
      forecast: (request) => {
        told.push(request.lagWeeks);
        return fromRule(noChange, "naive").forecast(request);
      },
    };
    const level: Target = { ...weekly, id: "level", lagWeeks: [0, 0] };
    const known = { weekly: endingBefore(2), level: endingBefore(0) };
    const question = { origin, known, horizonWeeks: 2, members: 10, seed: 1n };
    await askAtOrigin(listening, { ...question, targets: [weekly, level] });
    await askAtOrigin(listening, { ...question, targets: [level] });
    expect(told).toEqual([{ weekly: 2 }, undefined]);
  });
  it("is scored on the date that the horizon means, counted from the origin", async () => {
    const rows = await scoreOrigin(
      {
        targets: [weekly],
        groups: [],
        forecasters: [fromRule(noChange, "naive")],
        horizons: [4],
        members: 50,
        seed: 1n,
      },
      { origin, known: { weekly: endingBefore(3) }, actual: { weekly: { dates, levels } } },
    );
    expect(rows.map((row) => row.observed)).toEqual([levels[74]]);
  });
});

describe("amounts", () => {
  it("are never negative; failed members stay failed; what may be negative is left alone", () => {
    const forecast = { weekly: Float64Array.of(-3, 2, Number.NaN), other: Float64Array.of(-3) };
    const kept = nonNegative(forecast, [weekly, { ...weekly, id: "other", range: [-10, 10] }]);
    expect([...kept["weekly"]!]).toEqual([0, 2, Number.NaN]);
    expect(kept["other"]).toBe(forecast.other);
  });
});
