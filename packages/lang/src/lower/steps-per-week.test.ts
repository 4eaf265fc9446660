import { describe, expect, it } from "vitest";
import {
  auxiliary,
  balance,
  compile,
  delay,
  f,
  interpret,
  model,
  output,
  parameter,
  stock,
  uniform,
} from "../index.ts";

const rate = parameter({
  unit: "1/week",
  meaning: "Rate.",
  prior: uniform({ low: 0.1, high: 0.3 }),
  source: "Made up.",
});
const lag = parameter({ unit: "week", meaning: "Lag.", prior: uniform({ low: 3, high: 5 }), source: "Made up." });
const level = stock({ unit: "km", meaning: "Decays.", initial: 100 });
const levelChange = balance(level, f`-${rate} * ${level}`);
const decay = auxiliary({ unit: "km/week", meaning: "What decays.", formula: f`${rate} * ${level}` });
const late = delay({ input: decay, mean: lag, order: 3, meaning: "What decays, late." });
const clock = output({ unit: "week", meaning: "Time.", formula: f`time` });
const shown = output({ unit: "km", meaning: "Level.", formula: f`${level}` });
const earlier = output({ unit: "km", meaning: "Four weeks ago.", formula: f`lag(${level}, 4)` });
const total = output({ unit: "km", meaning: "Decayed in four weeks.", formula: f`rollingSum(${decay}, 4)` });
const delayed = output({ unit: "km/week", meaning: "Late.", formula: f`${late}` });
const toy = () =>
  model("Toy", { toy: { rate, lag, level, levelChange, decay, late, clock, shown, earlier, total, delayed } });

/** An output by week, at a rate of 0.2 and a lag of 4, with so many steps a week. */
function byWeek(name: string, stepsPerWeek: number, weeks = 21): number[] {
  const ir = compile(toy(), { stepsPerWeek });
  const steps = weeks * stepsPerWeek;
  const values = new Map([
    ["toy.rate", 0.2],
    ["toy.lag", 4],
  ]);
  const parameters = Float64Array.from(ir.parameters, (p) => values.get(p)!);
  const { outputs } = interpret({ ir, members: 1, steps, seed: 1n, parameters, series: new Float64Array(0) });
  const row = ir.outputs.findIndex((o) => o.name === `toy.${name}`) * steps;
  return Array.from({ length: weeks }, (_, week) => outputs[row + week * stepsPerWeek]!);
}

describe("steps in a week", () => {
  it("leave weeks what they are", () => {
    expect(byWeek("clock", 4)).toEqual(byWeek("clock", 1));
    expect(byWeek("earlier", 8)[10]).toBe(byWeek("shown", 8)[6]);
  });
  it("bring a balance to its differential equation at order 1", () => {
    const error = (n: number) => Math.abs(byWeek("shown", n)[10]! - 100 * Math.exp(-2));
    expect(error(8) / error(16)).toBeCloseTo(2, 1);
    expect(error(64)).toBeLessThan(0.05);
  });
  it("keep what a rolling sum and a delay mean", () => {
    // Over four weeks 100 e^(-0.2 t) falls by 100 e^(-0.2 t) (e^0.8 - 1).
    expect(byWeek("total", 64)[12]!).toBeCloseTo(100 * Math.exp(-2.4) * (Math.exp(0.8) - 1), 0);
    const fine = byWeek("delayed", 32)[20]!;
    expect(Math.abs(byWeek("delayed", 16)[20]! - fine)).toBeLessThan(0.03 * fine);
  });
  it("are powers of two", () => {
    expect(() => compile(toy(), { stepsPerWeek: 3 })).toThrow(/run\/steps-per-week/);
  });
});
