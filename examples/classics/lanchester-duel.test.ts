import { checkModel, renderDiagnostic } from "@logjam/lang";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "./data/lanchester-known-answers.ts";
import { type Duel, lanchesterDuel, simulatedWinShare, table, winProbability } from "./lanchester-duel.ts";
import { runModel } from "./support/run-model.ts";

const duels = known.stochastic_win_prob_A.map(({ A0, B0, a, b, p }) => ({
  duel: { blue: A0, red: B0, blueFire: a, redFire: b } satisfies Duel,
  p,
}));

describe("the duel of two sides, soldier by soldier", () => {
  it("is a sound model", () => expect(checkModel(lanchesterDuel).map(renderDiagnostic)).toEqual([]));

  it.each(duels)("has the known chance of $duel.blue against $duel.red", ({ duel, p }) => {
    expect(winProbability(duel)).toBeCloseTo(p, 12);
  });

  it("gives the two sides' chances a sum of 1, and each more soldier a better chance", () => {
    const size = fc.integer({ min: 1, max: 30 });
    const rate = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(size, size, rate, rate, (blue, red, blueFire, redFire) => {
        const chance = winProbability({ blue, red, blueFire, redFire });
        const enemy = winProbability({ blue: red, red: blue, blueFire: redFire, redFire: blueFire });
        expect(chance + enemy).toBeCloseTo(1, 10);
        expect(winProbability({ blue: blue + 1, red, blueFire, redFire })).toBeGreaterThanOrEqual(chance);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it.each(duels)("is simulated to its sampling error: $duel.blue against $duel.red", ({ duel, p }) => {
    const members = 6000;
    const share = simulatedWinShare(duel, members, 11n);
    // Seven cases at four standard errors: a false alarm in about 1 of 2,000 choices of the seed.
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / members));
  });

  it("loses exactly one soldier per step until one side has none", () => {
    const parameters = { "battle.initialBlue": 5, "battle.initialRed": 4, "battle.advantage": 1 };
    const run = runModel(lanchesterDuel, { steps: 12, members: 40, parameters });
    for (let member = 0; member < 40; member++) {
      const [blue, red] = [run.track("results.blueLeft", member), run.track("results.redLeft", member)];
      for (let step = 1; step < 12; step++) {
        const over = blue[step - 1] === 0 || red[step - 1] === 0;
        expect(blue[step - 1]! + red[step - 1]! - blue[step]! - red[step]!).toBe(over ? 0 : 1);
      }
      expect(Math.min(blue[11]!, red[11]!)).toBe(0);
    }
  });

  it("prints its table", () => expect(table()).toContain("50 against 45"));
});
