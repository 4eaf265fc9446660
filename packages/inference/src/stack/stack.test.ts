import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWeeks } from "../backtest/dates.ts";
import { normalDraws, uniformDraws } from "../draws/draws.ts";
import { crpsWeighted } from "../scores/crps-ensemble.ts";
import { errors } from "../scores/errors.ts";
import { systematicAssignment } from "./assignment.ts";
import { ascending, meanDistance, meanSize } from "./distances.ts";
import type { StackFamily } from "./family.ts";
import { learnWeights } from "./learn-weights.ts";
import { minimiseOnSimplex, type Quadratic, valueAt } from "./simplex.ts";
import { knownAt, pairIndex, type StackCell, type StackRecord, stackCells } from "./stack-record.ts";

const numbers = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 });

describe("distances between ensembles", () => {
  it("are those of all pairs", () => {
    fc.assert(
      fc.property(numbers, numbers, (first, second) => {
        const pairs = first.flatMap((x) => second.map((y) => Math.abs(x - y)));
        const expected = pairs.reduce((sum, d) => sum + d, 0) / pairs.length;
        expect(meanDistance(ascending(first, 0), ascending(second, 0))).toBeCloseTo(expected, 9);
      }),
    );
  });
  it("leave failed members out, and do not see a common shift", () => {
    const members = [100_003, Number.NaN, 100_001];
    expect([...ascending(members, 100_000)]).toEqual([1, 3]);
    expect(meanSize(ascending(members, 100_002))).toBe(1);
  });
});

/** A random convex problem: minus the distances of points on a line, as between ensembles, plus costs. */
const problems = fc
  .tuple(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 2, maxLength: 5 }), fc.nat(1000))
  .map(([points, seed]): Quadratic => {
    const costs = uniformDraws(BigInt(seed), points.length)("test/costs", 0);
    return {
      linear: costs.map((u) => 3 * u),
      quadratic: points.map((x) => Float64Array.from(points, (y) => -Math.abs(x - y))),
    };
  });

/** All weight vectors in steps of 1 / parts. */
function* grid(count: number, parts: number): Generator<number[]> {
  if (count === 1) yield [parts];
  else
    for (let first = 0; first <= parts; first++)
      for (const rest of grid(count - 1, parts - first)) yield [first, ...rest];
}

describe("the minimum on the simplex", () => {
  it("is on the simplex, and no point of a grid is lower", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const weights = minimiseOnSimplex(problem);
        expect(weights.every((w) => w >= 0)).toBe(true);
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
        const found = valueAt(problem, weights);
        for (const parts of grid(problem.linear.length, 12))
          expect(found).toBeLessThanOrEqual(
            valueAt(
              problem,
              parts.map((p) => p / 12),
            ) + 1e-9,
          );
      }),
      { numRuns: 50 },
    );
  });
  it("is found exactly where it is known: |w - target|², inside and at a corner", () => {
    const towards = (target: number[]): Quadratic => ({
      linear: Float64Array.from(target, (t) => -2 * t),
      quadratic: target.map((_, k) => Float64Array.from(target, (_, l) => (k === l ? 2 : 0))),
    });
    expect([...minimiseOnSimplex(towards([0.2, 0.5, 0.3]))].map((w) => Number(w.toFixed(9)))).toEqual([0.2, 0.5, 0.3]);
    expect([...minimiseOnSimplex(towards([3, 0, 0]))]).toEqual([1, 0, 0]);
  });
});

const family: StackFamily = { id: "one", shares: { level: 1 } };
const MEMBERS = 60;

/**
 * Records of monthly origins with made-up components: the truth is standard normal at each origin; component k is centred
 * `bias[k]` from the truth's own law and has a spread of `spread[k]`.
 */
function madeUp(origins: number, bias: readonly number[], spread: readonly number[], horizon = 4): StackRecord[] {
  return Array.from({ length: origins }, (_, o) => {
    const origin = addWeeks("2023-01-02", 4 * o);
    const observed = normalDraws(BigInt(o), 1)("test/truth", 0)[0]!;
    const forecasts = bias.map((b, k) => {
      const draws = normalDraws(BigInt(100 + o), MEMBERS)(`test/component-${k}`, 0);
      const levels = new Float64Array(horizon * MEMBERS);
      levels.set(
        draws.map((z) => b + spread[k]! * z),
        (horizon - 1) * MEMBERS,
      );
      return { level: levels };
    });
    const outcome = { target: "level", horizonWeeks: horizon, observed, knownFrom: addWeeks(origin, horizon) };
    return {
      origin,
      components: bias.map((_, k) => `c${k}`),
      cells: stackCells(forecasts, MEMBERS, [outcome]),
      spreads: [],
    };
  });
}
const names = (count: number) => Array.from({ length: count }, (_, k) => `c${k}`);
const learn = (
  records: readonly StackRecord[],
  count: number,
  origin = "2040-01-02",
  components = names(count),
  horizons = [4],
) => learnWeights(records, components, family, origin, horizons);

describe("the CRPS of a mixture", () => {
  it("is linear less half the spread in the weights: equal to the weighted ensemble's, exactly", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, c, w) => {
        const weights = [w / 2, w / 2, 1 - w];
        const ensembles = [a, b, c];
        const sorted = ensembles.map((members) => ascending(members, 7));
        let score = 0;
        for (let k = 0; k < 3; k++) {
          score += weights[k]! * meanSize(sorted[k]!);
          for (let l = 0; l < 3; l++) score -= 0.5 * weights[k]! * weights[l]! * meanDistance(sorted[k]!, sorted[l]!);
        }
        const each = ensembles.flatMap((members, k) => members.map(() => weights[k]! / members.length));
        expect(score).toBeCloseTo(crpsWeighted(ensembles.flat(), each, 7, "nrg"), 8);
      }),
    );
  });
  it("is stored by pairs in an order that both directions find", () => {
    const { components, cells } = madeUp(1, [0, 1, 2, 5], [1, 1, 1, 2])[0]!;
    const count = components.length;
    expect(cells[0]!.between).toHaveLength(10);
    const places = Array.from({ length: count }, (_, k) =>
      Array.from({ length: count }, (_, l) => pairIndex(k, l, count)),
    );
    expect(new Set(places.flat()).size).toBe(10);
    // The distance between components 0 and 3 is about 5, between 1 and 2 about that of normals one apart.
    expect(cells[0]!.between[places[3]![0]!]).toBeGreaterThan(4);
    expect(cells[0]!.between[places[1]![2]!]).toBeLessThan(2);
  });
});

describe("weights", () => {
  it("are equal when nothing is known", () => {
    expect([...learn([], 3).weights]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect([...learn(madeUp(9, [0, 4], [1, 1]), 2, "2023-01-02").weights]).toEqual([0.5, 0.5]);
  });
  it("go to the component that is right, and more so the more is known", () => {
    const rights = [1, 3, 10, 60].map((origins) => learn(madeUp(origins, [0, 3], [1, 1]), 2).weights[0]!);
    for (let i = 1; i < rights.length; i++) expect(rights[i]!).toBeGreaterThan(rights[i - 1]!);
    expect(rights[0]).toBeLessThan(0.85);
    expect(rights.at(-1)).toBeGreaterThan(0.97);
  });
  it("a component that always hits, against one that never does", () => {
    const hits = madeUp(20, [0, 0], [0, 1]).map((record) => ({
      ...record,
      cells: record.cells.map((cell) => ({ ...cell, toObserved: [0, 2], between: [0, 2, 1] })),
    }));
    // Loss w 0 + (1 - w) 2 - ½ (4 w (1 - w) + (1 - w)²) = 1.5 (1-w)²: the least is at w = 1, but for the shrinkage.
    expect(learn(hits, 2).weights[0]).toBeGreaterThan(0.94);
    const free = learnWeights(hits, names(2), family, "2040-01-02", [4], { shrinkage: 0 });
    expect(free.weights[0]).toBeCloseTo(1, 12);
  });
  it("pool what is right together: two that are wrong on opposite sides share", () => {
    const { weights } = learn(madeUp(120, [-1, 1, 6], [0.5, 0.5, 0.5]), 3);
    expect(Math.abs(weights[0]! - weights[1]!)).toBeLessThan(0.25);
    expect(weights[2]).toBeLessThan(0.02);
  });
  it("are on the simplex, and follow their components through any order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 5 }),
        fc.nat(200),
        (bias, shift) => {
          const records = madeUp(
            6,
            bias,
            bias.map((b) => 0.5 + Math.abs(b)),
          );
          const { weights } = learn(records, bias.length);
          expect(weights.every((w) => w >= 0)).toBe(true);
          expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
          const order = names(bias.length).map((_, k) => `c${(k + shift) % bias.length}`);
          const turned = learn(records, bias.length, undefined, order).weights;
          order.forEach((name, k) => {
            expect(turned[k]).toBeCloseTo(weights[Number(name.slice(1))]!, 6);
          });
        },
      ),
      { numRuns: 20 },
    );
  });
  it("do not rest on the unit of a target, nor on what other components a record holds", () => {
    const records = madeUp(12, [0, 2, 1], [1, 1, 2]);
    const inMetres = records.map((record) => ({
      ...record,
      cells: record.cells.map((cell) => ({
        ...cell,
        toObserved: cell.toObserved.map((d) => 1e6 * d),
        between: cell.between.map((d) => 1e6 * d),
      })),
    }));
    learn(inMetres, 3).weights.forEach((w, k) => {
      expect(w).toBeCloseTo(learn(records, 3).weights[k]!, 6);
    });
    const two = learn(madeUp(12, [0, 2], [1, 1]), 2).weights;
    const alone = learn(records, 2, undefined, ["c0", "c1"]).weights;
    expect([...alone]).toEqual([...two]);
    expect(learn(records, 2, undefined, ["c0", "unknown"]).origins).toBe(0);
  });
});

describe("weights learn from the past alone", () => {
  const records = madeUp(30, [0, 2], [1, 1]);
  const origin = records[12]!.origin;
  it("nothing that became known later changes them", () => {
    // Eight weeks ahead every four weeks: the last two of twelve earlier origins have no outcome yet.
    const far = madeUp(30, [0, 2], [1, 1], 8);
    const learnFar = (from: readonly StackRecord[], at: string) => learn(from, 2, at, names(2), [8]);
    const before = learnFar(far, origin);
    const nonsense = (cell: StackCell): StackCell =>
      cell.knownFrom > origin ? { ...cell, toObserved: [9e9, 0], between: [0, 0, 0] } : cell;
    const changed = far.map((record) => ({ ...record, cells: record.cells.map(nonsense) }));
    expect(learnFar(changed, origin)).toEqual(before);
    expect(before.origins).toBe(11);
    // The guard sees something: four weeks later one of the changed outcomes counts.
    const later = addWeeks(origin, 4);
    expect(learnFar(changed, later).weights).not.toEqual(learnFar(far, later).weights);
  });
  it("planted defect: an outcome that is said to be known before it happened is refused", () => {
    const forged = records.map((record) => ({
      ...record,
      cells: record.cells.map((cell) => ({ ...cell, knownFrom: record.origin })),
    }));
    expect(() => learn(forged, 2, origin)).toThrow(
      errors.knownTooEarly(records[0]!.origin, 4, records[0]!.origin).message,
    );
    expect(() => knownAt(forged, ({ cells }) => cells, origin)).toThrow(/would learn from the future/);
  });
  it("planted defect: a series that is known a week late is not used on the day of its date", () => {
    const late = records.map((record) => ({
      ...record,
      cells: record.cells.map((cell) => ({ ...cell, knownFrom: addWeeks(cell.knownFrom, 1) })),
    }));
    expect(learn(late, 2, origin).origins).toBe(learn(records, 2, origin).origins - 1);
  });
});

describe("systematic assignment", () => {
  it("gives each component its share within one, wherever one looks", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 3000 }),
        (raw, members) => {
          const sum = raw.reduce((total, w) => total + w, 0);
          const weights = raw.map((w) => (sum > 0 ? w / sum : 1 / raw.length));
          const chosen = systematicAssignment(weights, members);
          weights.forEach((w, k) => {
            const count = chosen.filter((c) => c === k).length;
            expect(Math.abs(count - w * members)).toBeLessThan(1 + 1e-6);
          });
        },
      ),
    );
  });
  it("spreads a component over the members, for a component's own members may be ordered", () => {
    const chosen = systematicAssignment([0.3, 0.7], 1000);
    for (let block = 0; block < 10; block++) {
      const first = chosen.subarray(100 * block, 100 * (block + 1)).filter((k) => k === 0).length;
      expect(Math.abs(first - 30)).toBeLessThan(5);
    }
  });
  it("gives nothing to a component without weight", () => {
    expect(systematicAssignment([0, 1, 0], 500).every((k) => k === 1)).toBe(true);
  });
});
