import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { madeUpWorld } from "../../../../tests/browser/page/made-up-world.ts";
import { leverValue } from "../contract.ts";
import { textsFor } from "../i18n/text.tsx";
import { changesOf } from "./changes.ts";
import { controlsOf, leversOf } from "./controls.ts";
import { leverScale } from "./lever-scale.ts";
import { leverTitle, settingInWords, valueInWords } from "./lever-words.ts";
import { choose, chosenOf, commonValue, sameSetting, withLevers } from "./settings.ts";

const world = madeUpWorld();
const en = textsFor("en");
const uk = textsFor("uk");
const lever = (name: string) => world.levers.find((one) => one.name === name)!;
const notLose = { scenario: "not-lose", levers: {} };
const weights = world.sums[0]!.levers.map(lever);
const recipe = world.levers.filter(({ name }) => name.startsWith("recipe.recipe[ua,"));
const all = (value: number) => Object.fromEntries(recipe.map(({ name }) => [name, value]));

describe("controls", () => {
  const controls = controlsOf(world);

  it("have every lever exactly once", () => {
    const names = controls.flatMap(leversOf).map(({ name }) => name);
    expect([...names].sort()).toEqual(world.levers.map(({ name }) => name).sort());
  });

  it("make one choice of the donors' weights, one family of each side's recipe, boxes of the model's layers", () => {
    expect(controls.filter(({ kind }) => kind === "choice").map(leversOf)).toEqual([
      weights.toSorted((a, b) => world.levers.indexOf(a) - world.levers.indexOf(b)),
    ]);
    expect(controls.filter(({ kind }) => kind === "family").map(({ id }) => id)).toEqual([
      "recipe.recipe[ua]",
      "recipe.recipe[ru]",
    ]);
    expect(controls.filter(({ kind }) => kind === "switch").every(({ id }) => id.startsWith("layers."))).toBe(true);
  });
});

describe("a slider's scale", () => {
  it("gives every stop back, keeps order, and reaches both ends", () => {
    for (const one of world.levers) {
      const scale = leverScale(one);
      const values = Array.from({ length: scale.last + 1 }, (_, position) => scale.valueAt(position));
      expect(values[0]).toBe(one.range[0]);
      expect(values.at(-1)).toBe(one.range[1]);
      values.forEach((value, position) => {
        expect(scale.positionOf(value)).toBe(position);
        expect(position === 0 || value > values[position - 1]!).toBe(true);
      });
    }
  });

  it("finds the nearest stop of any value", () => {
    const scale = leverScale(lever("settlement.talks"));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (value) => {
        const nearest = Math.abs(scale.valueAt(scale.positionOf(value)) - value);
        for (let position = 0; position <= scale.last; position++)
          expect(nearest).toBeLessThanOrEqual(Math.abs(scale.valueAt(position) - value));
      }),
    );
  });
});

describe("changes of levers", () => {
  it("leave out what the preset has anyway, and what nothing goes by", () => {
    expect(withLevers(world, notLose, { "settlement.guarantees": 0.1, nonsense: 1 })).toEqual({});
    expect(withLevers(world, { scenario: "recipe", levers: {} }, all(1))).toEqual({});
    expect(withLevers(world, notLose, { "settlement.guarantees": 0.5 })).toEqual({ "settlement.guarantees": 0.5 });
    expect(
      withLevers(
        world,
        { ...notLose, levers: { "settlement.guarantees": 0.5 } },
        { "settlement.guarantees": undefined },
      ),
    ).toEqual({});
  });

  it("take a course with one change at week 0 for the number that it is", () => {
    expect(sameSetting(50, [{ from: 0, value: 50 }])).toBe(true);
    expect(sameSetting(50, [{ from: 1, value: 50 }])).toBe(false);
  });

  it("keep the donors' weights adding up to 1, whatever is chosen over whatever preset", () => {
    for (const scenario of world.scenarios)
      for (const one of weights) {
        const setting = {
          scenario: scenario.id,
          levers: withLevers(world, { scenario: scenario.id, levers: {} }, choose(weights, one.name)),
        };
        expect(weights.reduce((sum, { name }) => sum + leverValue(world, setting, name), 0)).toBe(1);
        expect(chosenOf(world, setting, weights)).toBe(one.name);
      }
  });

  it("know a family's common value, and its mean where members differ", () => {
    expect(commonValue(world, { ...notLose, levers: all(0.5) }, recipe)).toEqual({ value: 0.5, mixed: false });
    const half = { "recipe.recipe[ua,air]": 1 };
    expect(commonValue(world, { ...notLose, levers: half }, recipe)).toEqual({ value: 1 / 8, mixed: true });
  });
});

describe("changes in words", () => {
  const words = (levers: Record<string, number>, texts = en, scenario = "not-lose") =>
    changesOf(world, { scenario, levers }, texts).map(({ title, from, to }) => `${title}: ${from} → ${to}`);

  it("say nothing of a preset as it is", () => expect(words({})).toEqual([]));

  it("say what moved from where to where", () => {
    expect(words({ "settlement.guarantees": 0.5 })).toEqual(["Security guarantees: 10% → 50%"]);
    expect(words({ "settlement.talks": 50 })).toEqual(["Pressure to talk: none → a ceasefire at once"]);
    expect(words({ "layers.breakthroughLayer": 0 })[0]).toMatch(/on → off$/);
  });

  it("tell a family that moved as one as one, and a part of it by its parts", () => {
    expect(words(all(0.6))).toEqual(["Ukraine: All eight elements: 0% → 60%"]);
    expect(words({ "recipe.recipe[ua,reserves]": 1, "recipe.recipe[ua,air]": 0.5 })).toHaveLength(2);
  });

  it("tell a choice of rule as one change, and a mix as a mix", () => {
    expect(words(choose(weights, "coalition.winWeight"))).toEqual(["The rule by which donors give: Not lose → Win"]);
    expect(words({ "coalition.notLoseWeight": 0.5, "coalition.winWeight": 0.5 })[0]).toMatch(
      /→ A mix: 50% Not lose, 50% Win$/,
    );
  });

  it("do it in Ukrainian too", () => {
    expect(words(choose(weights, "coalition.winWeight"), uk)).toEqual([
      "Правило, за яким дають донори: Не програти → Перемогти",
    ]);
    expect(leverTitle(lever("recipe.recipe[ru,air]"), uk)).toBe("Росія: Повітря");
  });

  it("tell courses over time", () => {
    const course = [
      { from: 0, value: 0 },
      { from: 26, value: 1 },
    ];
    expect(settingInWords(lever("recipe.recipe[ua,air]"), course, en)).toBe("0% from week 0, 100% from week 26");
  });

  it("give each lever's default some words in each language", () => {
    for (const one of world.levers)
      for (const texts of [en, uk]) expect(valueInWords(one, one.default, texts)).not.toBe("");
  });
});
