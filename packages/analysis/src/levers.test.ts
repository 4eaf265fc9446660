import { indexSet, lever, model } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { addWeeks, isMonday, timeline, weeksBetween } from "./calendar.ts";
import { leverValues } from "./levers.ts";
import { parseScenario } from "./scenario.ts";

const side = indexSet("side", ["ua", "ru"]);
const kind = indexSet("kind", ["guns", "money"]);
const plain = lever({ unit: "1", meaning: "One.", range: [0, 1], default: 0.5, source: "Made up." });
const nested = lever({
  over: [side, kind],
  unit: "1",
  meaning: "Four.",
  range: [0, 2],
  default: 0,
  source: "Made up.",
});
const toy = model("Toy", { policy: { plain, nested } });
const time = timeline("2023-01-02", "2023-02-06", 10);

const values = (levers: string) =>
  leverValues(
    parseScenario("s", "s.yaml", `format: logjam-scenario/1\ntitle: T\nmeaning: M\nlevers:\n${levers}`),
    toy,
    time,
  );

describe("levers over time", () => {
  it("keep their defaults while the record is known, and where a scenario says nothing", () => {
    expect(values("  policy.plain: 1")["policy.plain"]).toEqual([...new Array(5).fill(0.5), ...new Array(11).fill(1)]);
    expect(values("  policy.plain: 1")["policy.nested[ru,money]"]).toEqual(new Array(16).fill(0));
  });
  it("change at weeks and at dates", () => {
    const row = values("  policy.plain: [{ from: 1, value: 0.2 }, { from: 2023-02-21, value: 0.9 }]")["policy.plain"]!;
    expect(row.slice(5, 9)).toEqual([0.5, 0.2, 0.9, 0.9]);
  });
  it("spread down index sets: for all, by element, and over time by element", () => {
    expect(values("  policy.nested: 2")["policy.nested[ua,guns]"]!.at(-1)).toBe(2);
    const some = values("  policy.nested: { ua: 1, ru: { money: [{ from: 3, value: 2 }] } }");
    expect(some["policy.nested[ua,money]"]!.at(-1)).toBe(1);
    expect(some["policy.nested[ru,guns]"]!.at(-1)).toBe(0);
    expect(some["policy.nested[ru,money]"]!.slice(5, 9)).toEqual([0, 0, 0, 2]);
  });
});

describe("calendar", () => {
  it("counts whole weeks across years and leap days", () => {
    expect(addWeeks("2023-12-25", 10)).toBe("2024-03-04");
    expect(weeksBetween("2022-12-05", "2023-11-27")).toBe(51);
    expect(isMonday("2023-11-27")).toBe(true);
    expect(isMonday("2023-11-28")).toBe(false);
  });

  it("take someone's changes over the scenario's own values, from their week on", () => {
    const scenario = parseScenario(
      "s",
      "s.yaml",
      "format: logjam-scenario/1\ntitle: T\nmeaning: M\nlevers:\n  policy.plain: 1\n",
    );
    const changed = leverValues(scenario, toy, time, [], ["other.lever"], {
      "policy.plain": [{ from: 4, value: 0.2 }],
      "policy.nested[ru,guns]": 2,
      "other.lever[x]": 1,
    });
    expect(changed["policy.plain"]).toEqual([
      ...new Array(5).fill(0.5),
      ...new Array(4).fill(1),
      ...new Array(7).fill(0.2),
    ]);
    expect(changed["policy.nested[ru,guns]"]).toEqual([...new Array(5).fill(0), ...new Array(11).fill(2)]);
    expect(changed["policy.nested[ru,money]"]).toEqual(new Array(16).fill(0));
    expect(() => leverValues(scenario, toy, time, [], [], { "policy.plian": 1 })).toThrow(
      /Did you mean 'policy.plain'/,
    );
    expect(() => leverValues(scenario, toy, time, [], [], { "policy.plain": 3 })).toThrow(/outside its range/);
  });
});
