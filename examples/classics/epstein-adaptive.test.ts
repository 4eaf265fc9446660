import { checkModel, evaluate, renderDiagnostic } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { airKills, epsteinAdaptive, prosecutionNext, table, withdrawalNext } from "./epstein-adaptive.ts";
import { runModel } from "./support/run-model.ts";

const run = runModel(epsteinAdaptive, { steps: 200 });
const at = (name: string, day: number) => run.at(`results.${name}`, day - 1);

describe("Epstein's Adaptive Dynamic Model", () => {
  it("is a sound model", () => expect(checkModel(epsteinAdaptive).map(renderDiagnostic)).toEqual([]));

  it.each([
    [2, 315047, 193250],
    [5, 254218, 160680],
    [10, 174684, 116650],
    [20, 82225, 63318],
    [30, 38572, 36455],
  ])("has the reference strengths of day %i: %i and %i", (day, attacker, defender) => {
    expect(Math.round(at("strengthLeft[attacker]", day))).toBe(attacker);
    expect(Math.round(at("strengthLeft[defender]", day))).toBe(defender);
  });

  it.each([
    [5, 1.11],
    [10, 7.79],
    [20, 36.02],
    [30, 75.45],
  ])("has the reference displacement of day %i: %d km", (day, kilometres) => {
    expect(at("groundLost", day)).toBeCloseTo(kilometres, 2);
  });

  it("withdraws at the reference rate on day 5", () => expect(at("withdrawalRate", 5)).toBeCloseTo(0.604, 3));

  it("matches the hand calculation of the first day's air kills", () => {
    // 300 aircraft, of which each flies (1 - 0.95^2.5) / 0.05 - 1 = 1.4069 sorties, half a vehicle each, 39.575 points a vehicle.
    const sorties = (1 - 0.95 ** 2.5) / 0.05 - 1;
    expect(evaluate(airKills, { aircraft: 300 }, "defender")).toBeCloseTo((47490 / 1200) * 300 * 0.5 * sorties, 8);
    // One sortie a day: (1 - 0.95^2) / 0.05 - 1 = 0.95 exactly, the share that survives it.
    expect(evaluate(airKills, { aircraft: 250 }, "attacker")).toBeCloseTo((47490 / 1200) * 250 * 0.25 * 0.95, 8);
  });

  it("neither presses harder nor slackens when the loss is just what the attacker will bear", () => {
    expect(evaluate(prosecutionNext, { prosecution: 0.03, attackerLoss: 0.075 })).toBe(0.03);
    expect(evaluate(prosecutionNext, { prosecution: 0.03, attackerLoss: 0.05 })).toBeGreaterThan(0.03);
    expect(evaluate(prosecutionNext, { prosecution: 0.03, attackerLoss: 0.1 })).toBeLessThan(0.03);
  });

  it("stands while the defender's loss is bearable, and goes at full speed when all would be lost", () => {
    expect(evaluate(withdrawalNext, { withdrawal: 3, defenderLoss: 0.05 })).toBe(0);
    expect(evaluate(withdrawalNext, { withdrawal: 3, defenderLoss: 1 })).toBe(20);
  });

  it("never gives ground back, and never withdraws faster than possible", () => {
    const rates = run.track("results.withdrawalRate");
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...rates)).toBeLessThanOrEqual(20);
    const ground = run.track("results.groundLost");
    expect(ground.every((km, day) => day === 0 || km >= ground[day - 1]!)).toBe(true);
  });

  it("prints its table", () => expect(table()).toContain("75.45"));
});
