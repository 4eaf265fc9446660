import { checkModel, evaluate, renderDiagnostic } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { ardennes } from "./ardennes-data.ts";
import { ardennesLaws, lawsAgainstAConstant, pattern, pooledExponents, table } from "./ardennes-laws.ts";

describe("Lanchester's laws on the Ardennes", () => {
  it("is a sound model", () => expect(checkModel(ardennesLaws).map(renderDiagnostic)).toEqual([]));

  it("raises the enemy's strength to p and the own to q", () => {
    const given = { strength: { blue: 1e6, red: 250000 }, enemyExponent: 2, ownExponent: 3 };
    expect(evaluate(pattern, given, "blue")).toBeCloseTo(0.5 ** 2 * 2 ** 3, 12);
    expect(evaluate(pattern, given, "red")).toBeCloseTo(2 ** 2 * 0.5 ** 3, 12);
  });

  it("does worse than a constant by every law", () => {
    const combat = lawsAgainstAConstant("combat");
    const total = lawsAgainstAConstant("total");
    const close = (found: number, printed: number) => expect(found).toBeCloseTo(printed, 3);
    close(combat.linear, -0.066);
    close(combat.square, -0.111);
    close(combat.logarithmic, -0.02);
    close(combat.Hartley, -0.019);
    close(total.linear, -0.2);
    close(total.square, -0.115);
    close(total.logarithmic, -0.128);
    close(total.Hartley, -0.112);
  });

  it("fits negative exponents", () => {
    const combat = pooledExponents(ardennes("blue", "combat"), ardennes("red", "combat"));
    expect(combat.enemy).toBeCloseTo(-0.491, 3);
    expect(combat.own).toBeCloseTo(-1.037, 3);
    const total = pooledExponents(ardennes("blue", "total"), ardennes("red", "total"));
    expect(total.enemy).toBeCloseTo(-0.596, 3);
    expect(total.own).toBeCloseTo(-0.842, 3);
  });

  it("would have found the exponents, had losses followed a law", () => {
    const [blue, red] = [ardennes("blue", "combat").strength, ardennes("red", "combat").strength];
    const losses = (own: readonly number[], enemy: readonly number[], rate: number) =>
      own.map((men, day) => rate * enemy[day]! ** 0.7 * men ** -0.2);
    const found = pooledExponents(
      { strength: blue, losses: losses(blue, red, 3) },
      { strength: red, losses: losses(red, blue, 5) },
    );
    expect(found.enemy).toBeCloseTo(0.7, 8);
    expect(found.own).toBeCloseTo(-0.2, 8);
  });

  it("prints its table", () => expect(table()).toContain("-0.066"));
});
