import { describe, expect, it } from "vitest";
import { balance, constant, evaluate, f, indexSet, mapping, output, type Quantity, series, stock } from "../index.ts";
import { model } from "../model/model.ts";

const side = indexSet("side", ["ua", "ru"]);
const sector = indexSet("sector", ["north", "centre", "south"]);
const opponent = mapping("opponent", side, { ua: "ru", ru: "ua" });
const owner = mapping("owner", sector, side, { north: "ua", centre: "ru", south: "ru" });
const data = (over: Quantity["over"] = []) =>
  series({ over, unit: "1", meaning: "Data.", gap: "error", source: "Invented." });
const x = data();
const y = data();
const bySide = data([side]);
const bySector = data([sector]);
const byBoth = data([side, sector]);
const given = {
  x: 2,
  y: 5,
  bySide: { ua: 10, ru: 20 },
  bySector: { north: 1, centre: 2, south: 4 },
  byBoth: { ua: { north: 1, centre: 2, south: 3 }, ru: { north: 10, centre: 20, south: 30 } },
};
model("formulas", { m: { x, y, bySide, bySector, byBoth } });

const value = (formula: ReturnType<typeof f>, over: Quantity["over"] = [], at?: string | Record<string, string>) =>
  evaluate(output({ unit: "1", over, meaning: "Shown.", formula }), given, at);

describe("arithmetic", () => {
  it.each([
    ["1 + 2 * 3", f`1 + 2 * 3`, 7],
    ["(1 + 2) * 3", f`(1 + 2) * 3`, 9],
    ["8 / 4 / 2", f`8 / 4 / 2`, 1],
    ["8 - 4 - 2", f`8 - 4 - 2`, 2],
    ["2 ^ 3 ^ 2 to the right", f`2 ^ 3 ^ 2`, 512],
    ["-2 ^ 2 is -(2 ^ 2)", f`-2 ^ 2`, -4],
    ["2 ^ -2", f`2 ^ -2`, 0.25],
    ["2 * -3", f`2 * -3`, -6],
    ["1 - -1", f`1 - -1`, 2],
    ["1e3 + .5", f`1e3 + .5`, 1000.5],
    ["min, max of many", f`min(3, 1, 2) + max(3, 1, 2)`, 4],
    ["abs and sqrt", f`abs(-9) + sqrt(16)`, 13],
    ["exp and log", f`log(exp(1))`, 1],
    ["a power of a fraction", f`4 ^ 0.5`, 2],
    ["pow", f`pow(4, 1.5)`, 8],
    ["references", f`${x} * ${y} - ${x} / ${y}`, 9.6],
    [
      "lines",
      f`${x}
      + ${y}`,
      7,
    ],
    ["time and its step", f`(time + timeStep) / timeStep`, 1],
  ])("%s", (_, formula, expected) => expect(value(formula)).toBeCloseTo(expected, 12));

  it("softplus is ln(1 + exp(x)), without overflow", () => {
    expect(value(f`softplus(0)`)).toBeCloseTo(Math.LN2, 14);
    expect(value(f`softplus(${y})`)).toBeCloseTo(Math.log1p(Math.exp(5)), 13);
    expect(value(f`softplus(1e6)`)).toBe(1e6);
    expect(value(f`softplus(-1e6)`)).toBeCloseTo(0, 14);
  });
  it("gate is a half at its threshold, and opens over its width", () => {
    expect(value(f`gate(${x}, 2, 0.5)`)).toBe(0.5);
    expect(value(f`gate(${x}, 1, 0.5)`)).toBeCloseTo(1 / (1 + Math.exp(-2)), 14);
  });
});

describe("conditions", () => {
  it.each([
    ["<", f`if(1 < 2, 1, 0)`, 1],
    [">", f`if(1 > 2, 1, 0)`, 0],
    ["<= and >=", f`if(2 <= 2 and 2 >= 2, 1, 0)`, 1],
    ["==", f`if(${x} == 2, 1, 0)`, 1],
    ["not binds tighter than and", f`if(not 1 > 2 and 1 > 2, 1, 0)`, 0],
    ["and binds tighter than or", f`if(1 < 2 or 1 < 2 and 1 > 2, 1, 0)`, 1],
    ["if picks its branch", f`if(${x} > 3, 10, 20)`, 20],
  ])("%s", (_, formula, expected) => expect(value(formula)).toBe(expected));
});

describe("index sets", () => {
  it("align by name, and broadcast", () => {
    expect(value(f`${byBoth} * ${bySide} + ${bySector} + ${x}`, [side, sector], { side: "ru", sector: "south" })).toBe(
      30 * 20 + 4 + 2,
    );
    expect(value(f`${bySide} + ${byBoth}`, [sector, side], { side: "ua", sector: "centre" })).toBe(12);
  });
  it("re-index by mappings, within a set and between sets", () => {
    expect(value(f`${bySide} - ${bySide.of(opponent)}`, [side], "ua")).toBe(-10);
    expect(value(f`${bySide.of(owner)}`, [sector], "north")).toBe(10);
    expect(value(f`${byBoth.of(owner)}`, [sector], "centre")).toBe(20);
  });
  it("pick elements by label, or by set and label", () => {
    expect(value(f`${bySide.at("ru")}`)).toBe(20);
    expect(value(f`${byBoth.at("south").at("ua")}`)).toBe(3);
    expect(value(f`${byBoth.of(opponent).at({ sector: "north" })}`, [side], "ua")).toBe(10);
  });
  it("reduce by sum, mean, min, max, over one set or several, nested or not", () => {
    expect(value(f`sum(${bySide} over ${side})`)).toBe(30);
    expect(value(f`sum(${bySide}, ${side})`)).toBe(30);
    expect(value(f`mean(${bySector} over ${sector})`)).toBeCloseTo(7 / 3, 14);
    expect(value(f`max(${byBoth} over ${side}, ${sector})`)).toBe(30);
    expect(value(f`min(${byBoth} * ${bySector} over ${sector})`, [side], "ru")).toBe(10);
    expect(value(f`sum(max(${byBoth} over ${sector}) over ${side})`)).toBe(33);
    expect(value(f`${bySide} / sum(${bySide} over ${side})`, [side], "ru")).toBeCloseTo(2 / 3, 14);
  });
});

describe("evaluate", () => {
  const rate = constant({ unit: "1/week", meaning: "Rate.", value: 0.5, source: "Invented." });
  const pool = stock({ unit: "person", meaning: "Pool.", initial: 8 });
  const drain = balance(pool, f`-${rate} * ${pool}`);
  model("pool", { m: { rate, pool, drain } });

  it("reads balances, and constants by themselves", () => expect(evaluate(drain, { pool: 8 })).toBe(-4));
  it("takes what is given by full name, or by the quantity", () => {
    expect(evaluate(drain, { "m.pool": 6, "m.rate": 1 })).toBe(-6);
    expect(evaluate(drain, new Map([[pool, 2]]))).toBe(-1);
  });
  it("names what is missing, and what it may have been misspelt as", () => {
    expect(() => evaluate(drain, { poool: 8 })).toThrow(
      "evaluate/missing: needs m.pool, which is not given. Did you misspell it as poool?",
    );
  });
  it("asks for an element", () => {
    const shown = output({ unit: "1", over: [side], meaning: "Shown.", formula: f`2 * ${bySide}` });
    expect(() => evaluate(shown, given)).toThrow(/evaluate\/element: .* is over side/);
    expect(() => evaluate(shown, given, "uk")).toThrow("evaluate/element: side has no element uk. It has ua, ru.");
  });
});
