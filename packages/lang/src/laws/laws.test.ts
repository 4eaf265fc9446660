import { describe, expect, it } from "vitest";
import { attrition } from "../fixtures/attrition.ts";
import {
  auxiliary,
  balance,
  bounded,
  checkLaws,
  conserved,
  constant,
  delay,
  f,
  fallingIn,
  type Law,
  model,
  nonNegative,
  output,
  parameter,
  renderLawResult,
  risingIn,
  series,
  stock,
  uniform,
} from "../index.ts";

const source = "Invented.";
const request = { draws: 50, seed: 1n, steps: 10 };

/** A small model in which `share` is x / (x + limit), with the laws to check. */
function shareModel(laws: (x: ReturnType<typeof parameter>, limit: ReturnType<typeof parameter>) => readonly Law[]) {
  const x = parameter({ unit: "person", meaning: "X.", prior: uniform({ low: -1, high: 9 }), source });
  const limit = parameter({ unit: "person", meaning: "Limit.", prior: uniform({ low: 2, high: 3 }), source });
  const sum = auxiliary({ unit: "person", meaning: "Sum.", formula: f`${x} + ${limit}` });
  const share = auxiliary({ unit: "1", meaning: "Share.", formula: f`${x} / ${sum}`, laws: laws(x, limit) });
  return model("shares", {
    m: { x, limit, sum, share, shown: output({ unit: "1", meaning: "Shown.", formula: share }) },
  });
}

describe("laws", () => {
  it("hold in the attrition fixture", () => {
    const results = checkLaws(attrition, { ...request, values: { "war.intake": 3000 } });
    expect(results.map(renderLawResult)).toEqual([
      "war.losses is never negative: held in 1000 trials.",
      "war.losses does not fall when war.lethality is raised: held in 1000 trials.",
    ]);
  });
  it("are followed through what stands between", () => {
    const results = checkLaws(
      shareModel((x) => [risingIn(x)]),
      request,
    );
    expect(results[0]!.counterexample).toBeUndefined();
  });
  it("that fail print a counterexample", () => {
    const results = checkLaws(
      shareModel((x, limit) => [nonNegative, bounded(0, 0.7), fallingIn(limit), fallingIn(x)]),
      request,
    );
    expect(results.map(renderLawResult).join("\n\n")).toMatchSnapshot();
    expect(results.map(({ counterexample }) => counterexample !== undefined)).toEqual([true, true, true, true]);
  });
  it("in what the formula does not rest on are refused", () => {
    const other = constant({ unit: "1", meaning: "Other.", value: 1, source });
    const lone = auxiliary({ unit: "1", meaning: "Lone.", formula: f`2 * ${other}`, laws: [risingIn(other)] });
    const stray = auxiliary({ unit: "1", meaning: "Stray.", formula: f`3 * ${other}`, laws: [risingIn(lone)] });
    const shown = output({ unit: "1", meaning: "Shown.", formula: f`${lone} + ${stray}` });
    const made = model("strays", { m: { other, lone, stray, shown } });
    expect(() => checkLaws(made, request)).toThrow(
      "law/unrelated: m.stray states a law in m.lone, on which its formula does not rest.",
    );
  });
});

describe("conserved", () => {
  function army(leak: number) {
    const intake = series({ unit: "person/week", meaning: "Intake.", gap: "hold", source });
    const time = parameter({ unit: "week", meaning: "Training time.", prior: uniform({ low: 4, high: 20 }), source });
    const rate = constant({ unit: "1/week", meaning: "Loss rate.", value: 0.02, source });
    const trained = delay({ input: intake, mean: time, order: 3, meaning: "Trained." });
    const front = stock({ unit: "person", meaning: "At the front.", initial: 1000 });
    const leaked = constant({
      unit: "person/week",
      meaning: "A leak that the law does not know.",
      value: leak,
      source,
    });
    const frontChange = balance(front, f`${trained} - ${rate} * ${front} - ${leaked}`);
    const persons = conserved({
      unit: "person",
      meaning: "Nobody appears or vanishes.",
      total: f`${front} + ${trained.content}`,
      change: f`${intake} - ${rate} * ${front}`,
    });
    const shown = output({ unit: "person", meaning: "Shown.", formula: front });
    return model("army", { m: { intake, time, rate, trained, front, leaked, frontChange, persons, shown } });
  }
  const values = { "m.intake": [50, 80, 0, 10, 0, 90, 100, 5, 60, 70] };

  it("holds where nothing leaks", () => {
    expect(checkLaws(army(0), { ...request, values }).map(renderLawResult)).toEqual([
      "m.persons changes by what comes in less what goes out: held in 450 trials.",
    ]);
  });
  it("finds a leak of a hundredth of a person", () => {
    const [result] = checkLaws(army(0.01), { ...request, values });
    expect(renderLawResult(result!)).toMatch(
      /^law\/broken: m\.persons changes .*, but it goes from .* \(member 0, step 0\)\.\n\s+m\.persons\.change = /,
    );
  });
});
