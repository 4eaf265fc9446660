import { describe, expect, it } from "vitest";
import { attrition } from "../fixtures/attrition.ts";
import {
  auxiliary,
  describe as describeModel,
  f,
  indexSet,
  lookup,
  mapping,
  model,
  output,
  type Quantity,
  series,
} from "../index.ts";

const description = describeModel(attrition);

describe("printing", () => {
  it("gives every equation as text and as TeX", () => {
    const lines = description.quantities.flatMap(({ equations }) =>
      equations.flatMap(({ text, tex }) => [text, `    ${tex}`]),
    );
    expect(lines.join("\n")).toMatchSnapshot();
  });
  it("is plain JSON", () => expect(JSON.parse(JSON.stringify(description))).toEqual(description));
  it("lists units, meanings, sources and places", () => {
    const lethality = description.quantities.find(({ name }) => name === "war.lethality")!;
    expect(lethality).toMatchObject({
      kind: "parameter",
      over: ["side"],
      unit: "1/week",
      source: "Invented for the tests.",
    });
    expect(lethality.place).toMatch(/^packages\/lang\/src\/fixtures\/attrition\.ts:\d+:\d+$/);
    expect(lethality.prior).toMatchObject({
      ua: { family: "lognormal", median: 0.01, interval90: [expect.any(Number), expect.closeTo(0.02, 12)] },
    });
    const losses = description.quantities.find(({ name }) => name === "war.losses")!;
    expect(losses.laws).toEqual(["is never negative", "does not fall when war.lethality is raised"]);
    expect(losses.equations[0]!.reads).toEqual(["war.troops", "war.lethality", "war.weather"]);
  });
  it("draws a graph whose edges end at its nodes, and mirror what equations read", () => {
    const { nodes, edges } = description.graph;
    const names = new Set(nodes.map(({ name }) => name));
    expect(edges.every(({ from, to }) => names.has(from) && names.has(to))).toBe(true);
    expect(edges).toContainEqual({ from: "war.losses", to: "war.troops", role: "balance" });
    expect(edges).toContainEqual({ from: "war.initialTroops", to: "war.troops", role: "initial" });
    expect(edges.length).toBe(
      description.quantities.flatMap(({ equations }) => equations.flatMap(({ reads }) => reads)).length,
    );
  });
});

describe("TeX", () => {
  const side = indexSet("side", ["ua", "ru"]);
  const opponent = mapping("opponent", side, { ua: "ru", ru: "ua" });
  const data = (over: Quantity["over"] = []) =>
    series({ over, unit: "1", meaning: "Data.", gap: "error", source: "Invented." });
  const [x, y, troopDensity] = [data(), data(), data([side])];
  const cover = lookup({
    input: "1",
    unit: "1",
    meaning: "Cover.",
    points: [
      [0, 1],
      [1, 0],
    ],
    source: "Invented.",
  });
  const tex = (formula: ReturnType<typeof f>) => {
    const subject = auxiliary({ unit: "1", over: [side], meaning: "Subject.", formula });
    const shown = output({ unit: "1", over: [side], meaning: "Shown.", formula: subject });
    const rest = output({
      unit: "1",
      meaning: "Rest.",
      formula: f`${x} + ${y} + interpolate(${x}, ${cover}) + ${troopDensity.at("ua")}`,
    });
    const made = model("tex", { m: { x, y, troopDensity, cover, subject, shown, rest } });
    const { equations } = describeModel(made).quantities.find(({ name }) => name === "m.subject")!;
    return equations[0]!.tex.replace("\\text{subject}_{\\text{side}} = ", "");
  };
  it.each([
    [f`(${x} + ${y}) * ${x}`, "\\left(\\text{x} + \\text{y}\\right) \\cdot \\text{x}"],
    [f`${x} - (${y} - ${x})`, "\\text{x} - \\left(\\text{y} - \\text{x}\\right)"],
    [f`(${x} + 1) / 2e-7`, "\\frac{\\text{x} + 1}{2 \\times 10^{-7}}"],
    [f`-${x} * ${y}`, "-\\text{x} \\cdot \\text{y}"],
    [f`${x} * -${y}`, "\\text{x} \\cdot \\left(-\\text{y}\\right)"],
    [f`(-${x}) ^ 2`, "{\\left(-\\text{x}\\right)}^{2}"],
    [
      f`${troopDensity.of(opponent)} + ${troopDensity.at("ru")}`,
      "\\text{troop density}_{\\text{opponent}(\\text{side})} + \\text{troop density}_{\\text{ru}}",
    ],
    [f`sum(${troopDensity} over ${side})`, "\\sum_{\\text{side}} \\text{troop density}_{\\text{side}}"],
    [f`exp(sqrt(abs(${x})))`, "\\exp\\left(\\sqrt{\\left|\\text{x}\\right|}\\right)"],
    [f`interpolate(${x}, ${cover})`, "\\text{cover}\\left(\\text{x}\\right)"],
    [
      f`if(${x} > 1 and not ${y} == 2, 1, 0)`,
      "\\begin{cases}1 & \\text{x} > 1 \\land \\lnot \\text{y} = 2\\\\ 0 & \\text{otherwise}\\end{cases}",
    ],
    [f`lag(${x}, 4 week)`, "\\operatorname{lag}\\left(\\text{x}, 4\\,\\text{week}\\right)"],
  ])("%#", (formula, expected) => expect(tex(formula)).toBe(expected));
});
