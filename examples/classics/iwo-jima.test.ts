import { checkModel, evaluate, renderDiagnostic } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { defenderLosses, fitEndPoints, iwoJima, landingsAt, STEPS_PER_DAY, simulate, table } from "./iwo-jima.ts";

const constants = { defenderFire: 0.0544, marineFire: 0.0106 };
const run = simulate(36, [
  { ...constants, initialDefenders: 21500 },
  { ...constants, initialDefenders: 21000 },
]);
const marines = (day: number, member = 0) => run.at("results.marinesAshore", day * STEPS_PER_DAY, member);
const defenders = (day: number, member = 0) => run.at("results.defendersLeft", day * STEPS_PER_DAY, member);

describe("Iwo Jima", () => {
  it("is a sound model", () => expect(checkModel(iwoJima).map(renderDiagnostic)).toEqual([]));

  it.each([
    [6, 66453],
    [20, 56062],
    [30, 52596],
    [36, 51984],
  ])("has the reference strength of the marines on day %i: %i", (day, strength) => {
    expect(Math.round(marines(day))).toBe(strength);
  });

  it("ends with the reference number of defenders, and with none when 500 fewer began", () => {
    expect(Math.round(defenders(36))).toBe(217);
    expect(defenders(36, 1)).toBe(0);
    expect(Math.round(marines(36, 1))).toBe(53079);
  });

  it("lands 73,000 marines in all, and loses no one unaccounted for", () => {
    const landed = Array.from({ length: 36 * STEPS_PER_DAY }, (_, step) => landingsAt(step / STEPS_PER_DAY));
    expect(landed.reduce((sum, rate) => sum + rate, 0) / STEPS_PER_DAY).toBeCloseTo(73000, 6);
    // Engel's own argument: marines lost = A * integral of N, defenders lost = B * integral of M.
    const ashore = run.track("results.marinesAshore").slice(0, -1);
    const left = run.track("results.defendersLeft").slice(0, -1);
    const integral = (track: readonly number[]) => track.reduce((sum, value) => sum + value, 0) / STEPS_PER_DAY;
    expect(73000 - marines(36)).toBeCloseTo(constants.defenderFire * integral(left), 4);
    expect(21500 - defenders(36)).toBeCloseTo(constants.marineFire * integral(ashore), 4);
  });

  it("never takes more defenders than there are", () => {
    expect(evaluate(defenderLosses, { marines: 60000, marineFire: 0.0106, defenders: 0.2 })).toBe(0.2);
  });

  it("recovers the constants from the end points that they lead to", () => {
    const target = { days: 36, initialDefenders: 21500, marines: marines(36), defenders: defenders(36) };
    const fitted = fitEndPoints(target);
    expect(fitted.defenderFire).toBeCloseTo(constants.defenderFire, 9);
    expect(fitted.marineFire).toBeCloseTo(constants.marineFire, 9);
  });

  it("refuses end points that no constants lead to", () => {
    const target = { days: 10, initialDefenders: 21500, marines: 80000, defenders: 22000 };
    expect(() => fitEndPoints(target)).toThrow(RangeError);
  });

  it("does not meet the end points with the pair quoted elsewhere, as the text says", () => {
    const quoted = { defenderFire: 0.0547895, marineFire: 0.0106351, initialDefenders: 21000 };
    const other = simulate(35, [quoted]);
    expect(Math.round(other.at("results.marinesAshore", 35 * STEPS_PER_DAY))).toBe(52980);
    expect(Math.round(other.at("results.defendersLeft", 35 * STEPS_PER_DAY))).toBe(42);
  });

  it("prints its table", () => expect(table()).toContain("51,984"));
});
