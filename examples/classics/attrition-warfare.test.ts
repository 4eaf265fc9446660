import { checkLaws, checkModel, renderDiagnostic } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import {
  atCentralValues,
  attritionWarfare,
  casualtyRatio,
  endTimes,
  gaussian,
  logGaussian,
  table,
} from "./attrition-warfare.ts";
import { runModel } from "./support/run-model.ts";

const war = attritionWarfare(logGaussian);

describe("the reconstruction of Turchin's attrition model", () => {
  it("is a sound model under either belief", () => {
    for (const belief of [logGaussian, gaussian]) {
      expect(checkModel(attritionWarfare(belief)).map(renderDiagnostic)).toEqual([]);
    }
  });

  it("T1: gives 4 to 1 against Ukraine for equal lethality", () => {
    expect(casualtyRatio({ ua: 0.01, ru: 0.01 })).toBeCloseTo(4, 10);
    expect(casualtyRatio({ ua: 0.03, ru: 0.03 })).toBeCloseTo(4, 10);
  });

  it("T2: needs Ukrainian shells 8 to 10 times as deadly for 2 to 2.5 to 1 against Russia", () => {
    expect(casualtyRatio({ ua: 0.08, ru: 0.01 })).toBeCloseTo(1 / 2, 10);
    expect(casualtyRatio({ ua: 0.1, ru: 0.01 })).toBeCloseTo(1 / 2.5, 10);
  });

  it("gives both beliefs the same mean and standard deviation", () => {
    for (const [mean, sd] of [
      [0.02, 0.012],
      [0.25, 0.1],
    ] as const) {
      const prior = logGaussian(mean, sd);
      expect(prior.mean / mean).toBeCloseTo(1, 9);
      expect(prior.sd / sd).toBeCloseTo(1, 9);
      expect(gaussian(mean, sd)).toMatchObject({ mean, sd });
    }
  });

  it("T3: the normal belief is absurd in many members and changes the spread of end times", () => {
    const members = 600;
    const normal = endTimes(gaussian, members, 3n);
    const logNormal = endTimes(logGaussian, members, 3n);
    expect(logNormal.absurd).toBe(0);
    // Two lethalities, two growth rates, two uses, two endurances: 1 - (1 - .0478)^2 (1 - .0228)^2 (1 - .0062)^4 = 15.7 %.
    expect(normal.absurd).toBeGreaterThan(0.157 - 4 * 0.0149);
    expect(normal.absurd).toBeLessThan(0.157 + 4 * 0.0149);
    expect(normal.endless).toBeGreaterThan(3 * logNormal.endless);
    expect(normal.endless).toBeGreaterThan(0.04);
    expect(normal.quantiles[0]).toBeLessThan(0.9 * logNormal.quantiles[0]);
    expect(normal.quantiles[2]).toBeGreaterThan(logNormal.quantiles[2]);
  });

  it("T3: keeps its stated laws under the log-normal belief alone", () => {
    const broken = (belief: typeof gaussian) =>
      checkLaws(attritionWarfare(belief), { draws: 200, seed: 2n, steps: 30 })
        .filter(({ counterexample }) => counterexample)
        .map(({ quantity }) => quantity);
    expect(broken(logGaussian)).toEqual([]);
    expect(new Set(broken(gaussian))).toEqual(new Set(["war.fired", "war.losses"]));
  });

  it("keeps production below its ceiling, and shells and casualties in step", () => {
    const run = runModel(war, {
      steps: 521,
      parameters: atCentralValues({ ua: 0.02, ru: 0.02 }),
      outputs: ["war.production", "war.shells", "war.fired", "war.losses", "war.casualties", "war.army"],
    });
    const production = run.track("war.production[ru]");
    // The logistic curve from 1 to a ceiling of 1.5: P(t) = K / (1 + (K/P0 - 1) exp(-g t)), stepped week by week.
    const logistic = (week: number) => 1.5 / (1 + 0.5 * Math.exp(-0.01 * week));
    for (const week of [0, 52, 260, 520]) expect(production[week]! / 140000 / logistic(week)).toBeCloseTo(1, 2);
    expect(Math.max(...production)).toBeLessThan(1.5 * 140000);
    const sum = (track: readonly number[]) => track.slice(0, -1).reduce((total, value) => total + value, 0);
    const last = (name: string) => run.at(name, 520);
    const made = sum(production) - sum(run.track("war.fired[ru]"));
    expect(last("war.shells[ru]")).toBeCloseTo(140000 / 0.25 + made, 3);
    expect(last("war.casualties[ua]")).toBeCloseTo(sum(run.track("war.losses[ua]")), 3);
    expect(last("war.army[ua]")).toBeCloseTo(700000 + 520 * 5000 - 0.5 * last("war.casualties[ua]"), 3);
  });

  it("swaps its results when the sides swap their lethality, up to their production", () => {
    const usual = casualtyRatio({ ua: 0.03, ru: 0.01 });
    const swapped = casualtyRatio({ ua: 0.01, ru: 0.03 });
    expect(usual * swapped).toBeCloseTo(4 * 4, 8);
  });

  it("prints its tables", () => expect(table()).toContain("8 to 10 times as deadly"));
});
