import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDraws, student4Draws } from "../draws/draws.ts";
import { quantiles } from "../quantile.ts";
import { errors } from "../scores/errors.ts";
import { autoregression, fitAutoregression } from "./autoregression.ts";
import { CENTRED_DRIFTS, DRIFTS, drifting, noChange } from "./drift.ts";
import { LOCAL_RATE, localRate, localRateState } from "./local-rate.ts";
import { errorsByHorizon, LEAST_ERRORS, pastErrors } from "./past-errors.ts";
import { changesOf } from "./rule.ts";
import { NAIVE_RULES, STRONG_RULES } from "./rules.ts";

const RULES = [...NAIVE_RULES, ...STRONG_RULES];
const seed = 20230605n;

/** Levels from weekly changes, from 80,000 on. */
function levelsOf(changes: ArrayLike<number>): Float64Array {
  const levels = new Float64Array(changes.length + 1).fill(80_000);
  for (let i = 0; i < changes.length; i++) levels[i + 1] = levels[i]! + changes[i]!;
  return levels;
}
const wandering = levelsOf(normalDraws(1n, 80)("test/changes", 0).map((z) => 20 + 30 * z));

describe("every rule", () => {
  it.each(RULES)("$id: deterministic, finite, of the promised shape", (rule) => {
    const request = { history: wandering, horizonWeeks: 9, members: 50, seed };
    const levels = rule.forecast(request);
    expect(levels).toHaveLength(9 * 50);
    expect(levels.every(Number.isFinite)).toBe(true);
    expect(rule.forecast(request)).toEqual(levels);
    expect(rule.forecast({ ...request, seed: seed + 1n })).not.toEqual(levels);
  });
  it.each(RULES)("$id: continues a line that never strays, without doubt", (rule) => {
    const line = levelsOf(new Float64Array(60).fill(7));
    const levels = rule.forecast({ history: line, horizonWeeks: 12, members: 8, seed });
    for (let week = 0; week < 12; week++)
      for (let m = 0; m < 8; m++) {
        // No change sees its own past errors: it has always been 7 a week too low.
        if (rule.id !== "no-change" || week < 60 - LEAST_ERRORS)
          expect(levels[week * 8 + m]).toBeCloseTo(line.at(-1)! + 7 * (week + 1), 6);
      }
  });
  it.each(RULES)("$id: the horizon asked for does not change the weeks before it", (rule) => {
    const short = rule.forecast({ history: wandering, horizonWeeks: 4, members: 20, seed });
    const long = rule.forecast({ history: wandering, horizonWeeks: 30, members: 20, seed });
    expect(long.subarray(0, short.length)).toEqual(short);
  });
  it.each(RULES)("$id: moves with shifts and units", (rule) => {
    const ask = (history: Float64Array) => rule.forecast({ history, horizonWeeks: 6, members: 20, seed });
    const own = ask(wandering);
    const moved = ask(wandering.map((level) => 1000 * (level + 5)));
    own.forEach((level, i) => {
      expect(moved[i]! / 1000 - 5).toBeCloseTo(level, 5);
    });
  });
  it.each(RULES)("$id: mirrored history, mirrored forecasts", (rule) => {
    // Sides swapped: the same rule forecasts the mirror image, in law (medians within Monte Carlo error).
    const ask = (history: Float64Array) => rule.forecast({ history, horizonWeeks: 5, members: 4000, seed });
    const medianOf = (levels: Float64Array) => quantiles(levels.subarray(4 * 4000), [0.25, 0.5, 0.75]);
    const [low, median, high] = medianOf(ask(wandering));
    const [mirroredLow, mirroredMedian, mirroredHigh] = medianOf(ask(wandering.map((level) => -level)));
    expect(Math.abs(median! + mirroredMedian!)).toBeLessThan(12);
    expect(Math.abs(low! + mirroredHigh!)).toBeLessThan(15);
    expect(Math.abs(high! + mirroredLow!)).toBeLessThan(15);
  });
  it.each(RULES)("$id: refuses a history that is too short or broken, and a senseless request", (rule) => {
    const short = wandering.slice(0, rule.leastWeeks - 1);
    const request = { history: short, horizonWeeks: 4, members: 10, seed };
    expect(() => rule.forecast(request)).toThrow(errors.shortHistory(rule.id, short.length, rule.leastWeeks).message);
    const enough = wandering.slice(0, rule.leastWeeks);
    expect(rule.forecast({ ...request, history: enough }).every(Number.isFinite)).toBe(true);
    expect(() => rule.forecast({ ...request, history: enough, members: 0 })).toThrow(/members is 0/);
    expect(() => rule.forecast({ ...request, history: enough, horizonWeeks: 2.5 })).toThrow(/horizonWeeks is 2.5/);
    const broken = wandering.slice();
    broken[3] = Number.NaN;
    expect(() => rule.forecast({ ...request, history: broken })).toThrow(/a level of the history is NaN/);
  });
});

describe("past errors", () => {
  it("are those of the rule at past origins, in order", () => {
    const history = Float64Array.of(0, 1, 4, 9, 16, 25);
    const errorsOfNoChange = pastErrors(history, 0, 2, (origin) => history[origin]!);
    expect([...errorsOfNoChange]).toEqual([4, 8, 12, 16]);
    expect(pastErrors(history, 3, 4, () => 0)).toHaveLength(0);
  });
  it("stand in for longer horizons by the root of time where the past is too short", () => {
    const history = levelsOf(Float64Array.from({ length: LEAST_ERRORS + 3 }, (_, i) => i % 5));
    const byHorizon = errorsByHorizon(history, 0, 16, (origin) => history[origin]!);
    expect(byHorizon.map((list) => list.length).slice(0, 6)).toEqual([23, 22, 21, 20, 20, 20]);
    expect(byHorizon[15]).toEqual(byHorizon[3]!.map((error) => error * 2));
  });
  it("no change draws nothing but changes that were seen", () => {
    const history = levelsOf(Float64Array.from({ length: 40 }, (_, i) => (i % 3) - 1));
    const seen = new Set(pastErrors(history, 4, 3, (origin) => history[origin]!));
    const third = noChange.forecast({ history, horizonWeeks: 3, members: 60, seed }).subarray(2 * 60);
    for (const level of third) expect(seen.has(level - history.at(-1)!)).toBe(true);
  });
});

describe("drift", () => {
  it("measures the stated weeks: known by hand", () => {
    const changes = [...new Array<number>(40).fill(0), 10, 20, 30, 40];
    const history = levelsOf(changes);
    const middle = (weeks: number) =>
      drifting({ id: "x", title: "x", weeks, signs: "either-sign" }).forecast({
        history,
        horizonWeeks: 1,
        members: 4000,
        seed,
      });
    expect(quantiles(middle(4), [0.5])[0]! - history.at(-1)!).toBeCloseTo(25, 0);
    expect(quantiles(middle(10), [0.5])[0]! - history.at(-1)!).toBeCloseTo(10, 0);
  });
  it("with errors of either sign stays in the middle; as made, it shifts by its own bias", () => {
    // Growth that speeds up: every past drift was too low, so errors as made are all positive.
    const history = levelsOf(Float64Array.from({ length: 70 }, (_, i) => i));
    const ask = (rule: (typeof DRIFTS)[number]) => {
      const levels = rule.forecast({ history, horizonWeeks: 8, members: 2000, seed }).subarray(7 * 2000);
      return quantiles(levels, [0.5])[0]! - history.at(-1)!;
    };
    const point = 8 * ((69 + 68 + 67 + 66) / 4);
    expect(ask(DRIFTS[0]!)).toBeGreaterThan(point + 8 * 2);
    // Half of the members lie above and half below: the median falls within the errors' range about the point.
    const centred = CENTRED_DRIFTS[0]!.forecast({ history, horizonWeeks: 8, members: 2000, seed }).subarray(7 * 2000);
    const above = centred.filter((level) => level - history.at(-1)! > point).length;
    expect(Math.abs(above - 1000)).toBeLessThan(100);
  });
  it("keeps series in step: with one seed a member sees the same dates in every series", () => {
    const other = wandering.map((level) => 3 * level + 1);
    const request = { horizonWeeks: 4, members: 30, seed };
    const first = DRIFTS[0]!.forecast({ ...request, history: wandering });
    const second = DRIFTS[0]!.forecast({ ...request, history: other });
    second.forEach((level, i) => {
      expect(level).toBeCloseTo(3 * first[i]! + 1, 6);
    });
  });
});

describe("autoregression", () => {
  it("recovers its parameters from its own simulation", () => {
    // Standard errors with 4,000 weeks: memory 0.0135, mean 1.1; limits are four of them.
    const noise = normalDraws(9n, 4000)("test/ar", 0);
    let change = 20;
    const changes = noise.map((z) => {
      change = 20 + 0.55 * (change - 20) + 30 * z;
      return change;
    });
    const fit = fitAutoregression(changes);
    expect(Math.abs(fit.memory - 0.55)).toBeLessThan(0.054);
    expect(Math.abs(fit.mean - 20)).toBeLessThan(4.4);
    let sum = 0;
    for (const residual of fit.residuals) sum += residual;
    expect(sum).toBeCloseTo(0, 6);
  });
  it("has the variance of the sum of an autoregression", () => {
    const request = { history: wandering, horizonWeeks: 20, members: 4000, seed };
    const last = autoregression.forecast(request).subarray(19 * 4000);
    const { memory, residuals } = fitAutoregression(changesOf(wandering));
    const variance = residuals.reduce((sum, e) => sum + e * e, 0) / residuals.length;
    let expected = 0;
    for (let k = 1; k <= 20; k++) expected += variance * ((1 - memory ** k) / (1 - memory)) ** 2;
    const mean = last.reduce((sum, x) => sum + x, 0) / last.length;
    const found = last.reduce((sum, x) => sum + (x - mean) ** 2, 0) / last.length;
    expect(found / expected).toBeGreaterThan(0.9);
    expect(found / expected).toBeLessThan(1.1);
  });
});

describe("local rate", () => {
  it("weights weeks with a half-life of 8 weeks", () => {
    const settings = { ...LOCAL_RATE, reversionHalfLife: Number.POSITIVE_INFINITY };
    const changes = new Float64Array(60);
    changes[59] = 100;
    const now = localRateState(changes, settings).rate;
    const later = localRateState(Float64Array.of(...changes, ...new Array<number>(8).fill(0)), settings).rate;
    expect(now).toBeCloseTo(100 * (1 - 2 ** (-1 / 8)), 10);
    expect(later / now).toBeCloseTo(0.5, 10);
  });
  it("reverts to the mean: the far weeks drift by the mean of all weeks", () => {
    const history = levelsOf(Float64Array.from({ length: 80 }, (_, i) => (i < 60 ? 0 : 40)));
    const rule = localRate({ ...LOCAL_RATE, reversionHalfLife: 4 });
    const levels = rule.forecast({ history, horizonWeeks: 60, members: 2000, seed });
    const medianAt = (week: number) => quantiles(levels.subarray(week * 2000, (week + 1) * 2000), [0.5])[0]!;
    expect((medianAt(59) - medianAt(39)) / 20).toBeGreaterThan(5);
    expect((medianAt(59) - medianAt(39)) / 20).toBeLessThan(15);
  });
  it("draws surprises of Student's law with 4 degrees of freedom: mean size 1, heavy tails", () => {
    const draws = student4Draws(4n, 40_000)("test/student", 0);
    const mean = draws.reduce((sum, x) => sum + Math.abs(x), 0) / draws.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.03);
    // Beyond 2.776 lie 5 % of the law; standard error 0.11 %.
    const beyond = draws.filter((x) => Math.abs(x) > 2.7764451).length / draws.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.0044);
  });
  it("is wider where recent weeks were wilder", () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 10, noNaN: true }), (factor) => {
        const calm = levelsOf(changesOf(wandering).map((c) => c - 20));
        const wild = levelsOf(changesOf(calm).map((c) => c * factor));
        const width = (history: Float64Array) => {
          const [low, high] = quantiles(
            localRate().forecast({ history, horizonWeeks: 4, members: 200, seed }).subarray(600),
            [0.1, 0.9],
          );
          return high! - low!;
        };
        expect(width(wild) / width(calm)).toBeCloseTo(factor, 6);
      }),
      { numRuns: 10 },
    );
  });
});
