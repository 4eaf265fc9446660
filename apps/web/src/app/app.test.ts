import { describe, expect, it } from "vitest";
import { madeUpWorld } from "../../../../tests/browser/page/made-up-world.ts";
import { synthesise } from "../../../../tests/browser/page/synthetic.ts";
import { differenceRows } from "../compare/difference-rows.ts";
import type { Setting } from "../contract.ts";
import { LOCALES } from "../i18n/message.ts";
import { textsFor } from "../i18n/text.tsx";
import { localeOf } from "../theme/preferences.tsx";
import { recall, remember } from "../theme/remembered.ts";
import { answerNumbers, answerText, leadFor, outcomeOf, shareAt } from "./answer-words.ts";
import { undoKey } from "./undo-buttons.tsx";

const world = madeUpWorld();
const setting: Setting = {
  asOf: "2023-11-27",
  model: "M2",
  scenario: "recipe+west",
  compare: "not-lose",
  levers: {},
  seed: "1",
  horizonWeeks: 104,
  byWeek: 104,
  view: { section: "question", hindsight: false, embed: false },
};
const result = synthesise(world, setting);

describe("the answer", () => {
  it("says who breaks it by when, with intervals, and whether it continues", () => {
    const { ukraine, continues } = answerNumbers(result, 104);
    const en = textsFor("en");
    const text = answerText(result, 104, en);
    expect(text).toContain("By 24 November 2025, Ukraine breaks it in ");
    for (const part of [
      en.percent(ukraine.value),
      en.percentInterval(ukraine.low, ukraine.high),
      en.percent(continues.value),
    ])
      expect(text).toContain(part);
    expect(text.startsWith(en.t(leadFor(ukraine.value)))).toBe(true);
  });

  it("is said in every language without a hole", () => {
    for (const locale of LOCALES) expect(answerText(result, 52, textsFor(locale))).not.toMatch(/[{}]|undefined|NaN/);
  });

  it("has a lead for every probability", () => {
    expect([0, 0.04, 0.1, 0.3, 0.5, 0.7, 0.99, Number.NaN].map(leadFor)).toEqual([
      "page.leadHardly",
      "page.leadHardly",
      "page.leadUnlikely",
      "page.leadPossible",
      "page.leadEven",
      "page.leadLikely",
      "page.leadVeryLikely",
      "page.leadHardly",
    ]);
  });

  it("reads the last week where the one asked for lies beyond, and nothing where there is no curve", () => {
    const curve = outcomeOf(result.main, "brokenForUkraine")!;
    expect(shareAt(curve, 500)).toEqual(shareAt(curve, 104));
    expect(shareAt(undefined, 3).value).toBeNaN();
  });
});

describe("the difference", () => {
  it("has a row for every outcome that either policy has, and says whether chance explains it", () => {
    const rows = differenceRows(result, 104);
    const ukraine = rows.find(({ outcome }) => outcome === "brokenForUkraine")!;
    expect(ukraine.difference.value).toBeCloseTo(ukraine.main.value - ukraine.other.value, 12);
    expect(ukraine.clear).toBe(true);
    expect(rows.find(({ outcome }) => outcome === "ceasefireReached")!.clear).toBe(false);
    expect(differenceRows({ ...result, comparison: undefined }, 104)).toEqual([]);
  });
});

describe("what a visitor chose", () => {
  const memory = () => {
    const held = new Map<string, string>();
    return {
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, value: string) => void held.set(name, value),
    };
  };
  const full = {
    getItem: () => {
      throw new Error("forbidden");
    },
    setItem: () => {
      throw new Error("quota");
    },
  };

  it("is remembered, if it is still on offer", () => {
    const one = memory();
    expect(remember(one, "theme", "dark")).toBe(true);
    expect(recall(one, "theme", ["light", "dark"])).toBe("dark");
    expect(recall(one, "theme", ["light"])).toBeUndefined();
  });

  it("is no error where the browser will not remember", () => {
    expect(remember(full, "theme", "dark")).toBe(false);
    expect(recall(full, "theme", ["dark"])).toBeUndefined();
    expect(remember(undefined, "theme", "dark")).toBe(false);
  });

  it("begins with the first of the browser's languages that there is a catalogue for", () => {
    expect(localeOf(["de-DE", "uk-UA", "en"])).toBe("uk");
    expect(localeOf(["de-DE"])).toBe("en");
    expect(localeOf([])).toBe("en");
  });
});

it("Ctrl+Z undoes, with Shift it redoes, in any keyboard layout", () => {
  const key = (code: string, more = {}) =>
    undoKey({ code, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, ...more });
  expect([
    key("KeyZ"),
    key("KeyZ", { shiftKey: true }),
    key("KeyY"),
    key("KeyZ", { ctrlKey: false }),
    key("KeyZ", { altKey: true }),
  ]).toEqual(["undo", "redo", "redo", undefined, undefined]);
});
