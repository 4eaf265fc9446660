import { checkModel, compile, type Ir, interpret, samplePriors } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { m0 } from "./index.ts";
import { regime, sector } from "./sets.ts";

const ir = compile(m0);
const sectors = sector.elements;

/** A run with the given series; missing ones are 0. */
function run(options: {
  members: number;
  steps: number;
  series: (name: string, step: number) => number;
  parameters?: Float64Array;
  seed?: bigint;
  ir?: Ir;
}) {
  const { members, steps, seed = 1n } = options;
  const used = options.ir ?? ir;
  const series = Float64Array.from({ length: steps * used.series.length }, (_, i) =>
    options.series(used.series[i % used.series.length]!, Math.floor(i / used.series.length)),
  );
  const parameters = options.parameters ?? samplePriors(m0, { members, seed });
  const { outputs, failed } = interpret({ ir: used, members, steps, seed, parameters, series });
  const at = (name: string, step: number, member: number) => {
    const index = used.outputs.findIndex((output) => output.name === name);
    if (index < 0) throw new RangeError(`no output ${name}`);
    return outputs[(index * steps + step) * members + member]!;
  };
  return { at, failed };
}
const areaOf = (name: string) => `outputs.areaBySector[${name}]`;
const held = (name: string) => (name.startsWith("record.initialArea") ? 5000 : 0);

describe("M0", () => {
  it("is sound: units, sets, priors and sources", () => {
    expect(checkModel(m0)).toEqual([]);
  });
  it("follows the record while it is known", () => {
    const changes = [3, -7, 0, 12, 5];
    const { at } = run({
      members: 3,
      steps: 6,
      series: (name, step) =>
        name === "record.known" ? 1 : name === "record.observedChange[kharkiv]" ? (changes[step] ?? 0) : held(name),
    });
    let level = 5000;
    for (let step = 0; step < 6; step++) {
      for (const member of [0, 1, 2]) {
        expect(at(areaOf("kharkiv"), step, member)).toBe(level);
        expect(at(areaOf("kherson"), step, member)).toBe(5000);
      }
      level += changes[step] ?? 0;
    }
  });
  it("expects the drift on average over regimes: shares add up to 1, effects to the drift", () => {
    const members = 20;
    const parameters = samplePriors(m0, { members, seed: 1n });
    const parameterOf = (name: string, member: number) => parameters[ir.parameters.indexOf(name) * members + member]!;
    const { at } = run({
      members,
      steps: 12,
      parameters,
      series: (name) => (name === "record.known" ? 1 : name.startsWith("record.observed") ? 6 : held(name)),
    });
    for (let member = 0; member < members; member++) {
      // All sectors moved alike, so that pooling takes nothing away: the drift is the running mean, worked by hand.
      let mean = 0;
      for (let week = 0; week < 11; week++)
        mean += (6 - mean) / parameterOf("trend.trendMemory", member) - parameterOf("trend.fading", member) * mean;
      for (const place of sectors) {
        const over = (output: string) => regime.elements.map((k) => at(`outputs.${output}[${place},${k}]`, 11, member));
        const shares = over("regimeShare");
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        const expected = over("expectedChange").reduce((sum, change, k) => sum + change * shares[k]!, 0);
        expect(expected).toBeCloseTo(mean, 10);
        expect(over("scale")[0]).toBeLessThan(over("scale")[1]!);
      }
    }
  });
  it("with nothing moving and no noise to speak of, forecasts stay near the line", () => {
    const { at, failed } = run({ members: 200, steps: 27, series: (name) => held(name) });
    expect(failed?.every((flag) => flag === 0)).toBe(true);
    const changes = Array.from({ length: 200 }, (_, m) => at(areaOf("kherson"), 26, m) - 5000).sort((a, b) => a - b);
    expect(Math.abs(changes[100]!)).toBeLessThan(15);
    expect(changes[190]! - changes[10]!).toBeGreaterThan(5);
  });
  it("mirrors: a record with all signs turned gives the opposite expectations", () => {
    const series = (sign: number) => (name: string, step: number) =>
      name === "record.known" ? 1 : name.startsWith("record.observed") ? sign * (2 + (step % 3)) : held(name);
    const [forth, back] = [
      run({ members: 4, steps: 10, series: series(1) }),
      run({ members: 4, steps: 10, series: series(-1) }),
    ];
    for (const place of sectors) {
      const name = `outputs.expectedChange[${place},surge]`;
      expect(forth.at(name, 9, 2)).toBe(-back.at(name, 9, 2));
      expect(forth.at(`outputs.scale[${place},surge]`, 9, 2)).toBe(back.at(`outputs.scale[${place},surge]`, 9, 2));
    }
  });
  it("never holds less than nothing", () => {
    const { at } = run({ members: 200, steps: 60, series: () => 0 });
    for (let m = 0; m < 200; m++)
      for (const place of sectors) expect(at(areaOf(place), 59, m)).toBeGreaterThanOrEqual(0);
  });
  it("spends its time in regimes by their shares", () => {
    const withRegime = compile(m0, { outputs: ["regimes.current", "outputs.regimeShare"] });
    const [members, steps] = [300, 80];
    const { at } = run({ members, steps, series: held, ir: withRegime });
    for (const place of ["kharkiv", "kherson"]) {
      let [found, expected] = [0, 0];
      for (let m = 0; m < members; m++) {
        found += at(`regimes.current[${place}]`, steps - 1, m) === 0 ? 1 / members : 0;
        expected += at(`outputs.regimeShare[${place},stall]`, 0, m) / members;
      }
      // Standard error at most 0.03 over members; the limit is four of them.
      expect(Math.abs(found - expected)).toBeLessThan(0.12);
    }
  });
});
