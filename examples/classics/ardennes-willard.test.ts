import { describe, expect, it } from "vitest";
import { ardennes, type Period } from "./ardennes-data.ts";
import { table, type WillardFit, willardFit } from "./ardennes-willard.ts";

/** Six significant digits, as printed. */
function expectPrinted(found: WillardFit, alpha: number, beta: number, rSquared: number): void {
  expect(Number(found.alpha.toPrecision(6))).toBe(alpha);
  expect(Number(found.beta.toPrecision(6))).toBe(beta);
  expect(Number(found.rSquared.toPrecision(6))).toBe(rSquared);
}

describe("Willard's form on the Ardennes", () => {
  it.each<[Period, number, number, number]>([
    ["1-32", 0.911344, 0.24617, 0.0142401],
    ["1-10", 1.09638, 0.895519, 0.0670789],
    ["11-32", 0.177591, -2.7628, 0.412511],
  ])("has the printed row for total forces, days %s", (period, alpha, beta, rSquared) => {
    expectPrinted(willardFit({ period, scope: "total" }), alpha, beta, rSquared);
  });

  it("has the printed combat row only with mismatched losses", () => {
    const printed = willardFit({ period: "1-32", scope: "combat", redLosses: "total" });
    expectPrinted(printed, 0.450544, 0.652411, 0.121636);
  });

  it.each<[Period, number, number, number]>([
    ["1-32", 0.779511, 0.5456, 0.0641822],
    ["1-10", 1.01878, 3.36093, 0.606829],
    ["11-32", 0.2686, -2.08696, 0.194279],
  ])("has the corrected combat row, days %s", (period, alpha, beta, rSquared) => {
    expectPrinted(willardFit({ period, scope: "combat" }), alpha, beta, rSquared);
  });

  it("weighs the first day as a pencil does", () => {
    const { strength, losses } = ardennes("blue", "total");
    expect(strength[0]).toBe(630557 + 20 * 2863 + 5 * 6019 + 40 * 2972);
    expect(losses[0]).toBe(3062 + 20 * 12 + 5 * 33 + 40 * 15);
    expect(strength).toHaveLength(32);
  });

  it("prints its table", () => expect(table()).toContain("0.779511"));
});
