import { checkModel, evaluate, renderDiagnostic } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { fatigueBattle, LAWS, table as oneBattle, vigour } from "./fatigue-battle.ts";
import { type Battle, battlesOf, drawPrior, fight, selectLaw } from "./fatigue-selection.ts";
import { runModel } from "./support/run-model.ts";

const periods = [0, 1, 2, 3].map(battlesOf);

describe("one battle under four laws", () => {
  it("is a sound model", () => expect(checkModel(fatigueBattle).map(renderDiagnostic)).toEqual([]));

  it("tires by the logarithm of e + step, where soldiers tire", () => {
    expect(evaluate(vigour, { time: 10 }, "fatigue")).toBeCloseTo(1 / Math.log(Math.E + 10), 14);
    expect(evaluate(vigour, { time: 10 }, "square")).toBeCloseTo(1, 14);
  });

  it("is what the plain loop computes, in every law, for real battles", () => {
    const battles = periods.flatMap((battles) => battles.slice(0, 25));
    const ratios = battles.map((_, k) => 0.3 + (k % 10) * 0.4);
    const column = (key: keyof Battle) => battles.map((battle) => battle[key]);
    const run = runModel(fatigueBattle, {
      steps: 3000,
      members: battles.length,
      parameters: {
        "battle.redStrength": column("redStrength"),
        "battle.blueStrength": column("blueStrength"),
        "battle.redHistorical": column("redHistorical"),
        "battle.blueHistorical": column("blueHistorical"),
        "battle.powerRatio": ratios,
      },
    });
    battles.forEach((battle, member) => {
      for (const law of LAWS) {
        const [red, blue] = fight(battle, law, ratios[member]!, false);
        expect(run.at(`results.redLost[${law}]`, 2999, member) / red).toBeCloseTo(1, 9);
        expect(run.at(`results.blueLost[${law}]`, 2999, member) / blue).toBeCloseTo(1, 9);
      }
    });
  });

  it("matches a battle counted out by hand", () => {
    // Square law, 1000 against 500, ratio 1: Red loses 50 and Blue 100 in the first step; then 100 x 400/1000 = 40 and 95.
    const battle = { redStrength: 1000, blueStrength: 500, redHistorical: 85, blueHistorical: 400 };
    expect(fight(battle, "square", 1)).toEqual([90, 195]);
    expect(fight({ ...battle, redHistorical: 45 }, "square", 1)).toEqual([50, 100]);
    // Whole men: 100 x 3/1000 of 3 men is cut to 2 left.
    expect(
      fight({ redStrength: 1000, blueStrength: 3, redHistorical: 1, blueHistorical: 1 }, "logarithmic", 1),
    ).toEqual([100, 1]);
  });

  it("prints its table", () => expect(oneBattle()).toContain("fatigue"));
});

describe("the choice among the laws", () => {
  it("reads 1,079 battles", () => expect(periods.map(({ length }) => length)).toEqual([112, 251, 556, 160]));

  it("is deterministic, keeps the nearest, and drops none that full calculation would keep", () => {
    const battles = periods[0]!.slice(0, 30);
    for (const seed of [2n, 3n, 4n]) {
      const few = selectLaw(battles, { seed, draws: 400, keep: 200 });
      expect(selectLaw(battles, { seed, draws: 400, keep: 200 })).toEqual(few);
      const all = selectLaw(battles, { seed, draws: 400, keep: 400 });
      expect(all.kept).toHaveLength(400);
      expect(all.kept.slice(0, 200)).toEqual(few.kept);
    }
  });

  it("draws laws evenly and means over the whole range", () => {
    const draws = Array.from({ length: 4000 }, (_, k) => drawPrior(1n, k));
    for (const law of LAWS) {
      const share = draws.filter((draw) => draw.law === law).length / draws.length;
      expect(Math.abs(share - 0.25)).toBeLessThan(5 * Math.sqrt(0.1875 / draws.length));
    }
    const mean = draws.reduce((sum, { meanRatio }) => sum + meanRatio, 0) / draws.length;
    expect(Math.abs(mean - 2.5)).toBeLessThan((5 * (5 / Math.sqrt(12))) / Math.sqrt(draws.length));
  });

  it("finds a law that made the battles", () => {
    const battles = periods[0]!.map((battle, k) => {
      const [red, blue] = fight(battle, "square", 1.5 + 0.2 * (k % 3));
      return { ...battle, redHistorical: Math.max(1, red), blueHistorical: Math.max(1, blue) };
    });
    const { posterior } = selectLaw(battles, { seed: 1n, draws: 3000, keep: 10 });
    expect(posterior.square).toBeGreaterThan(0.75);
  });

  const found = periods.map((battles, period) =>
    selectLaw(battles, { seed: 1n, ...(period === 3 ? { draws: 12_000, keep: 60 } : { draws: 4000, keep: 20 }) }),
  );

  it("gives fatigue more than 3/4 of the best 0.25 % in all four periods", () => {
    for (const { kept } of found) {
      const nearest = kept.slice(0, kept.length / 2);
      expect(nearest.filter(({ law }) => law === "fatigue").length / nearest.length).toBeGreaterThan(0.75);
    }
  });

  it("gives the shares of the reference runs among the best 0.5 %, to the sampling error", () => {
    [1, 0.99, 1, 0.8].forEach((share, period) => {
      const { posterior, kept } = found[period]!;
      const error = Math.sqrt(Math.max(share * (1 - share), 0.01) / kept.length);
      expect(Math.abs(posterior.fatigue - share)).toBeLessThan(4 * error);
    });
  });

  it("gives the reference power ratios, falling from the first period to the last", () => {
    [2.35, 2.01, 2.08, 1.73].forEach((ratio, period) => {
      expect(Math.abs(found[period]!.powerRatio - ratio)).toBeLessThan(0.2);
    });
    expect(found[3]!.powerRatio).toBeLessThan(found[0]!.powerRatio - 0.3);
  });
});
