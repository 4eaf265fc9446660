import { checkModel, evaluateAll, renderDiagnostic } from "@logjam/lang";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinearBattle, lanchesterLinear, linearLawAt, losses, table } from "./lanchester-linear.ts";
import { runModel } from "./support/run-model.ts";

function simulate(battle: LinearBattle, stepsPerDay: readonly number[], steps: number) {
  return runModel(lanchesterLinear, {
    steps,
    members: stepsPerDay.length,
    parameters: {
      "battle.initialTroops[blue]": battle.blue,
      "battle.initialTroops[red]": battle.red,
      "battle.lethality[blue]": battle.blueLethality,
      "battle.lethality[red]": battle.redLethality,
      "battle.daysPerStep": stepsPerDay.map((perDay) => 1 / perDay),
    },
  });
}

const rate = fc.double({ min: 1e-5, max: 4e-4, noNaN: true });
const size = fc.integer({ min: 50, max: 500 });
const battles = fc.record({ blue: size, red: size, blueLethality: rate, redLethality: rate });

describe("the linear law", () => {
  it("is a sound model", () => expect(checkModel(lanchesterLinear).map(renderDiagnostic)).toEqual([]));

  it("reads the enemy's lethality and numbers, once for both sides", () => {
    const given = { troops: { blue: 100, red: 80 }, lethality: { blue: 0.001, red: 0.002 }, daysPerStep: 1 };
    expect(evaluateAll(losses, given)).toEqual({ blue: 0.002 * 80 * 100, red: 0.001 * 100 * 80 });
  });

  it("keeps b B - r R at any step size", () => {
    fc.assert(
      fc.property(battles, (battle) => {
        const run = simulate(battle, [2], 60);
        const [first] = run.track("results.fightingStrength");
        const scale = battle.blueLethality * battle.blue + battle.redLethality * battle.red;
        for (const kept of run.track("results.fightingStrength")) expect((kept - first!) / scale).toBeCloseTo(0, 12);
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  it("has a closed form that solves the differential equation, starts right and treats the sides alike", () => {
    fc.assert(
      fc.property(battles, fc.double({ min: 0.5, max: 40, noNaN: true }), (battle, t) => {
        const start = linearLawAt(battle, 0);
        expect(start.blue / battle.blue).toBeCloseTo(1, 9);
        const h = 1e-3;
        const [before, now, after] = [t - h, t, t + h].map((moment) => linearLawAt(battle, moment));
        const slope = (after!.blue - before!.blue) / (2 * h);
        const law = -battle.redLethality * now!.blue * now!.red;
        expect(slope / law).toBeCloseTo(1, 4);
        const { blue, red, blueLethality, redLethality } = battle;
        const exchanged = linearLawAt(
          { blue: red, red: blue, blueLethality: redLethality, redLethality: blueLethality },
          t,
        );
        expect(exchanged.red / now!.blue).toBeCloseTo(1, 6);
      }),
      { seed: 4, numRuns: 100 },
    );
    const even = { blue: 100, red: 50, blueLethality: 1e-4, redLethality: 2e-4 };
    expect(linearLawAt(even, 100).blue).toBeCloseTo(100 / (1 + 1e-4 * 100 * 100), 9);
  });

  it("converges to the closed form with order 1 in the step", () => {
    const battle: LinearBattle = { blue: 300, red: 200, blueLethality: 1e-4, redLethality: 2e-4 };
    const stepsPerDay = [4, 8, 16, 32];
    const run = simulate(battle, stepsPerDay, 30 * 32 + 1);
    const exact = linearLawAt(battle, 30);
    const errors = stepsPerDay.map((perDay, member) => run.at("results.left[red]", 30 * perDay, member) - exact.red);
    for (let k = 1; k < errors.length; k++) expect(Math.log2(errors[k - 1]! / errors[k]!)).toBeCloseTo(1, 1);
  });

  it("prints its table", () => expect(table()).toContain("closed form"));
});
