import { checkModel, evaluate, renderDiagnostic } from "@logjam/lang";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "./data/lanchester-known-answers.ts";
import {
  lanchesterSquare,
  redLosses,
  type SquareBattle,
  squareLawAt,
  squareLawEnd,
  table,
} from "./lanchester-square.ts";
import { runModel } from "./support/run-model.ts";

const cases = known.deterministic.map(({ A0, B0, a, b, ...answers }) => ({
  battle: { blue: A0, red: B0, blueFire: a, redFire: b } satisfies SquareBattle,
  ...answers,
}));

function simulate(battles: readonly SquareBattle[], stepsPerDay: readonly number[], steps: number) {
  const column = (key: keyof SquareBattle) => battles.map((battle) => battle[key]);
  return runModel(lanchesterSquare, {
    steps,
    members: battles.length,
    parameters: {
      "battle.initialBlue": column("blue"),
      "battle.initialRed": column("red"),
      "battle.blueFire": column("blueFire"),
      "battle.redFire": column("redFire"),
      "battle.daysPerStep": stepsPerDay.map((perDay) => 1 / perDay),
    },
  });
}

describe("the square law", () => {
  it("is a sound model", () => expect(checkModel(lanchesterSquare).map(renderDiagnostic)).toEqual([]));

  it("loses to the enemy's number, and never more than there are", () => {
    expect(evaluate(redLosses, { blue: 100, red: 80, blueFire: 0.02, daysPerStep: 0.5 })).toBe(100 * 0.02 * 0.5);
    expect(evaluate(redLosses, { blue: 100, red: 0.5, blueFire: 0.02, daysPerStep: 0.5 })).toBe(0.5);
  });

  it.each(cases)("has the printed closed form of $battle.blue against $battle.red", ({ battle, ...printed }) => {
    for (const [t, [blue, red]] of Object.entries(printed.state_at)) {
      const found = squareLawAt(battle, Number(t));
      expect(found.blue / blue! - 1).toBeCloseTo(0, 12);
      expect(found.red / red! - 1).toBeCloseTo(0, 12);
    }
    const end = squareLawEnd(battle);
    expect(end.winner).toBe(printed.end.winner === "A" ? "blue" : "red");
    expect(end.survivors / printed.end.survivors - 1).toBeCloseTo(0, 12);
    expect(end.time / printed.end.time - 1).toBeCloseTo(0, 12);
    const { blue, red, blueFire, redFire } = battle;
    expect((blueFire * blue ** 2 - redFire * red ** 2) / printed.invariant_aA2_minus_bB2 - 1).toBeCloseTo(0, 12);
  });

  it("converges to the closed form with order 1 in the step", () => {
    const stepsPerDay = [8, 16, 32, 64];
    for (const { battle } of cases) {
      const run = simulate(
        stepsPerDay.map(() => battle),
        stepsPerDay,
        20 * 64 + 1,
      );
      const exact = squareLawAt(battle, 20);
      const errors = stepsPerDay.map((perDay, member) => run.at("results.redLeft", 20 * perDay, member) - exact.red);
      for (let k = 1; k < errors.length; k++) {
        const order = Math.log2(errors[k - 1]! / errors[k]!);
        expect(order).toBeGreaterThan(0.97);
        expect(order).toBeLessThan(1.03);
      }
    }
  });

  it("reaches the closed form to seven digits by extrapolating two step sizes", () => {
    for (const { battle, state_at } of cases) {
      const run = simulate([battle, battle], [128, 256], 20 * 256 + 1);
      const at = (member: number, perDay: number) => run.at("results.redLeft", 20 * perDay, member);
      const extrapolated = 2 * at(1, 256) - at(0, 128);
      expect(extrapolated / state_at["20"]![1]! - 1).toBeCloseTo(0, 6);
    }
  });

  it("ends with the printed survivors at the printed time, to the step's error", () => {
    const perDay = 64;
    const run = simulate(
      cases.map(({ battle }) => battle),
      cases.map(() => perDay),
      121 * perDay,
    );
    cases.forEach(({ end }, member) => {
      const [winner, loser] = end.winner === "A" ? ["blueLeft", "redLeft"] : ["redLeft", "blueLeft"];
      const last = run.steps - 1;
      expect(run.at(`results.${loser}`, last, member)).toBe(0);
      expect(run.at("results.blueWins", last, member)).toBe(end.winner === "A" ? 1 : 0);
      expect(run.at(`results.${winner}`, last, member) / end.survivors).toBeCloseTo(1, 2);
      const time = run.track(`results.${loser}`, member).findIndex((left) => left <= 0) / perDay;
      expect(Math.abs(time / end.time - 1)).toBeLessThan(0.01);
    });
  });

  it("shrinks the invariant by exactly 1 - h^2 b r in each step, whatever the battle", () => {
    const rate = fc.double({ min: 0.001, max: 0.03, noNaN: true });
    const size = fc.integer({ min: 500, max: 1500 });
    fc.assert(
      fc.property(size, size, rate, rate, (blue, red, blueFire, redFire) => {
        const run = simulate([{ blue, red, blueFire, redFire }], [4], 21);
        const kept = run.track("results.fightingStrength");
        const scale = blueFire * blue ** 2 + redFire * red ** 2;
        const factor = 1 - blueFire * redFire * (1 / 4) ** 2;
        for (let step = 1; step < kept.length; step++) {
          expect((kept[step]! - kept[step - 1]! * factor) / scale).toBeCloseTo(0, 12);
        }
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it("prints its table", () => {
    expect(table()).toContain("100^2 - 80^2 = 60^2");
    expect(table()).toContain("45.4106");
  });
});
