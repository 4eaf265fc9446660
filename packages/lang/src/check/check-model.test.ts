import { describe, expect, it } from "vitest";
import type { Quantity } from "../declare/quantity.ts";
import { gunnery } from "../fixtures/gunnery.ts";
import {
  auxiliary,
  balance,
  checkModel,
  constant,
  f,
  flow,
  lognormal,
  type Model,
  model,
  output,
  parameter,
  renderDiagnostic,
  stock,
} from "../index.ts";

describe("an error", () => {
  it("names the place, shows the text with a caret, and says what to do", () => {
    expect(checkModel(gunnery).map(renderDiagnostic).join("\n\n")).toBe(
      `unit/declared: fires.indirectLosses is declared in person/week, but its formula is in round/week.

  packages/lang/src/fixtures/gunnery.ts:25:13
      roundsFired * exposure
      * (1 - exp(-troopDensity / saturationDensity))

  Missing factor: person/round. In scope with that unit: casualtiesPerRound.

unit/not-pure: fires.bareLosses takes exp of a quantity with a unit.

  packages/lang/src/fixtures/gunnery.ts:32:13
      roundsFired * casualtiesPerRound
      * (1 - exp(-troopDensity))
                 ^^^^^^^^^^^^^ person/km

  exp needs a pure number: divide by a reference quantity first. In scope to divide by: troopDensity, saturationDensity.`,
    );
  });
});

describe("the checker", () => {
  it("checks 600 equations in less than 150 ms of processor time", () => {
    const times = Array.from({ length: 5 }, () => {
      const made = large(600);
      const before = process.cpuUsage();
      expect(checkModel(made)).toEqual([]);
      return process.cpuUsage(before).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

/** A model of `size` equations that read each other, with units. */
function large(size: number): Model {
  const source = "Invented.";
  const rate = parameter({ unit: "1/week", meaning: "Rate.", prior: lognormal({ median: 0.1, p95: 0.2 }), source });
  const reference = constant({ unit: "person", meaning: "Reference.", value: 100, source });
  const members: Record<string, unknown> = { rate, reference };
  let last: Quantity = reference;
  for (let k = 0; k < size / 3; k++) {
    const pool = stock({ unit: "person", meaning: "Pool.", initial: last });
    const share = auxiliary({
      unit: "1",
      meaning: "Share.",
      formula: f`1 - exp(-${pool} / max(${reference}, ${last}))`,
    });
    const leaving = flow({
      unit: "person/week",
      meaning: "Leaving.",
      formula: f`${rate} * ${pool} * ${share} ^ 2 * gate(${pool}, ${reference}, ${reference})`,
    });
    Object.assign(members, { [`pool${k}`]: pool, [`share${k}`]: share, [`leaving${k}`]: leaving });
    members[`poolChange${k}`] = balance(pool, f`-${leaving} + ${rate} * ${last}`);
    last = pool;
  }
  return model("large", { m: members, results: { end: output({ unit: "person", meaning: "End.", formula: last }) } });
}
