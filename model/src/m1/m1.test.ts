import {
  checkModel,
  compile,
  f,
  type Ir,
  interpret,
  model,
  output,
  renderDiagnostic,
  samplePriors,
} from "@logjam/lang";
import { beforeAll, describe, expect, it } from "vitest";
import { side } from "../sets.ts";
import { seriesFor } from "../testing/series-for.ts";
import { withoutNoise } from "../testing/without-noise.ts";
import * as coalition from "./coalition/index.ts";
import * as fires from "./fires/index.ts";
import * as front from "./front/index.ts";
import * as history from "./history.ts";
import { m1 } from "./index.ts";
import * as manpower from "./manpower/index.ts";
import * as outcomes from "./outcomes/index.ts";
import * as recipe from "./recipe/index.ts";

const bySide = (unit: string, formula: ReturnType<typeof f>) =>
  output({ over: [side], unit, meaning: "Probe.", formula });
const scalar = (unit: string, formula: ReturnType<typeof f>) => output({ unit, meaning: "Probe.", formula });
/** What the laws speak of, made visible; the model itself is M1, unchanged. */
const probes = {
  force: bySide("person", f`${manpower.force}`),
  training: bySide("person", f`${manpower.trained.content}`),
  healing: bySide("person", f`${manpower.returned.content}`),
  intake: bySide("person/week", f`${manpower.intake}`),
  wounded: bySide("person/week", f`${manpower.wounded}`),
  casualties: bySide("person/week", f`${manpower.casualties}`),
  leakage: bySide("person/week", f`${manpower.leakage}`),
  shells: bySide("round", f`${fires.shells}`),
  made: bySide("round/week", f`${fires.shellsMade}`),
  given: bySide("round/week", f`${coalition.shellsFromAid}`),
  fired: bySide("round/week", f`${fires.roundsFired}`),
  pressure: bySide("1", f`${front.pressure}`),
  obstacles: bySide("1", f`${front.obstacles}`),
  kit: bySide("EUR", f`${coalition.kit}`),
  drones: bySide("drone/week", f`${fires.droneOutput}`),
  commitment: scalar("EUR/week", f`${coalition.commitment}`),
  delivered: scalar("EUR/week", f`${coalition.delivered}`),
  transit: scalar("EUR", f`${coalition.delivered.content}`),
  area: scalar("km^2", f`${front.area}`),
  initiative: scalar("1", f`${front.initiative}`),
  volatility: scalar("1", f`${front.volatility}`),
  expected: scalar("km^2/week", f`${front.expectedChange}`),
  deviation: scalar("km^2/week", f`${front.deviation}`),
  surprise: scalar("1", f`${front.surprise}`),
  change: scalar("km^2/week", f`${front.lineChange}`),
};
const probed = model("M1", { history, front, fires, manpower, recipe, coalition, outcomes, probes });

interface Run {
  readonly at: (name: string, step: number, member?: number) => number;
}

let ir: Ir;
let silent: Ir;
beforeAll(() => {
  ir = compile(probed);
  silent = withoutNoise(ir);
});

interface Setting {
  readonly members?: number;
  readonly steps?: number;
  readonly seed?: bigint;
  /** Whether draws stand at their medians. */
  readonly quiet?: boolean;
  /** Levers and series by name. */
  readonly levers?: Record<string, number | readonly number[]>;
  readonly change?: (name: string, value: number) => number;
}

/** Runs M1 without a record: the equations hold from the first week on. */
function run(setting: Setting = {}): Run {
  const { members = 1, steps = 105, seed = 7n, quiet = false, levers = {}, change = (_, v) => v } = setting;
  const parameters = samplePriors(probed, { members, seed });
  ir.parameters.forEach((name, p) => {
    for (let m = 0; m < members; m++) parameters[p * members + m] = change(name, parameters[p * members + m]!);
  });
  const values = { "history.mud": 0.3, "front.initialArea": 80_000, ...levers };
  const series = seriesFor(probed, ir, steps, values);
  const { outputs } = interpret({ ir: quiet ? silent : ir, members, steps, seed, parameters, series });
  const index = new Map(ir.outputs.map((o, i) => [o.name, i]));
  return { at: (name, step, member = 0) => outputs[(index.get(name)! * steps + step) * members + member]! };
}

const SIDES = ["ua", "ru"] as const;

describe("M1", () => {
  it("is a sound model: units, names, loops, nothing unused", () => {
    expect(checkModel(m1).map(renderDiagnostic)).toEqual([]);
  });

  it("conserves persons: what comes in is at the front, in training, healing, or gone", () => {
    const r = run({ members: 8 });
    for (let m = 0; m < 8; m++)
      for (const s of SIDES)
        for (let t = 0; t < 104; t++) {
          const held = (week: number) =>
            ["force", "training", "healing"].reduce((a, q) => a + r.at(`probes.${q}[${s}]`, week, m), 0);
          const flow = (q: string) => r.at(`probes.${q}[${s}]`, t, m);
          const expected = flow("intake") + flow("wounded") - flow("casualties") - flow("leakage");
          expect(Math.abs(held(t + 1) - held(t) - expected) / held(t)).toBeLessThan(1e-9);
        }
  });

  it("conserves rounds and money", () => {
    const r = run({ members: 8 });
    for (let m = 0; m < 8; m++)
      for (let t = 0; t < 104; t++) {
        for (const s of SIDES) {
          const at = (q: string, week = t) => r.at(`probes.${q}[${s}]`, week, m);
          const change = at("shells", t + 1) - at("shells");
          expect(Math.abs(change - (at("made") + at("given") - at("fired")))).toBeLessThan(
            1e-9 * Math.max(1, at("shells")),
          );
        }
        const money = r.at("probes.transit", t + 1, m) - r.at("probes.transit", t, m);
        const net = r.at("probes.commitment", t, m) - r.at("probes.delivered", t, m);
        expect(Math.abs(money - net)).toBeLessThan(1e-9 * r.at("probes.transit", t, m));
      }
  });

  it("keeps every stock at or above zero and every number finite, over ten years and 300 draws from the priors", () => {
    const members = 300;
    const r = run({
      members,
      steps: 521,
      levers: Object.fromEntries(m1.levers.filter((l) => l.quantity === "recipe.recipe").map((l) => [l.name, 1])),
    });
    for (const name of ir.outputs.map((o) => o.name))
      for (let m = 0; m < members; m++)
        for (const t of [0, 1, 52, 260, 520]) expect(Number.isFinite(r.at(name, t, m)), `${name} ${t} ${m}`).toBe(true);
    for (const q of ["force", "training", "healing", "shells", "obstacles", "kit", "drones"])
      for (const s of SIDES)
        for (let m = 0; m < members; m++)
          for (let t = 0; t < 521; t += 13)
            expect(r.at(`probes.${q}[${s}]`, t, m), `${q}[${s}] ${t} ${m}`).toBeGreaterThanOrEqual(0);
  });

  it("gives no casualties without fire", () => {
    const nothing = /initialShells|domesticShells|initialDrones|initialBombs|ammunitionShare/;
    const r = run({ steps: 60, change: (name, v) => (nothing.test(name) ? 1e-12 * v : v) });
    for (const s of SIDES) expect(r.at(`probes.casualties[${s}]`, 52)).toBeLessThan(1);
  });

  it("lets stocks only fall without aid and production", () => {
    const r = run({
      levers: { "coalition.notLoseWeight": 0 },
      change: (name, v) => (/domesticShells/.test(name) ? 0 : v),
    });
    for (const s of SIDES)
      for (let t = 0; t < 104; t++)
        expect(r.at(`probes.shells[${s}]`, t + 1)).toBeLessThanOrEqual(r.at(`probes.shells[${s}]`, t));
  });

  it("does not move the line between equal sides without noise", () => {
    const prior = new Map<string, number>();
    const equal = (name: string, value: number) => {
      const key = name.replace(/\[(ua|ru)\]/, "[both]");
      if (!prior.has(key)) prior.set(key, value);
      return prior.get(key)!;
    };
    const r = run({ quiet: true, levers: { "coalition.notLoseWeight": 0 }, change: equal });
    for (let t = 0; t < 105; t++) expect(r.at("probes.area", t)).toBe(80_000);
  });

  it("mirrors: with the sides' numbers exchanged, and no aid, the results are exchanged", () => {
    const drawn = samplePriors(probed, { members: 1, seed: 11n });
    const value = new Map(ir.parameters.map((name, p) => [name, drawn[p]!]));
    const other = (name: string) => name.replace(/\[(ua|ru)\]/, (_, s) => (s === "ua" ? "[ru]" : "[ua]"));
    const levers = { "coalition.notLoseWeight": 0 };
    const plain = run({ quiet: true, seed: 11n, levers });
    const mirrored = run({ quiet: true, seed: 11n, levers, change: (name) => value.get(other(name))! });
    for (const q of ["force", "shells", "casualties", "pressure", "obstacles", "drones"])
      for (const t of [0, 26, 104])
        expect(mirrored.at(`probes.${q}[ua]`, t) / plain.at(`probes.${q}[ru]`, t)).toBeCloseTo(1, 9);
    expect(mirrored.at("probes.area", 104) - 80_000).toBeCloseTo(-(plain.at("probes.area", 104) - 80_000), 6);
  });

  const recorded = Array.from({ length: 105 }, (_, week) => 40 * Math.sin(week / 5) - 60 * (week % 7));
  const onRecord = (sign: number) => ({ "history.known": 1, "history.observedChange": recorded.map((x) => sign * x) });

  it("reads a surprise as the record less what was expected, and follows the record", () => {
    const r = run({ members: 8, levers: onRecord(1) });
    for (let m = 0; m < 8; m++)
      for (let t = 0; t < 105; t++) {
        const at = (q: string) => r.at(`probes.${q}`, t, m);
        expect(at("change")).toBe(recorded[t]);
        expect(at("expected") + at("surprise") * at("deviation")).toBeCloseTo(recorded[t]!, 9);
      }
  });

  it("mirrors what it learns: with sides and record exchanged, initiative changes its sign and surprises keep their size", () => {
    const drawn = samplePriors(probed, { members: 1, seed: 13n });
    const value = new Map(ir.parameters.map((name, p) => [name, drawn[p]!]));
    const other = (name: string) => name.replace(/\[(ua|ru)\]/, (_, s) => (s === "ua" ? "[ru]" : "[ua]"));
    const plain = run({ seed: 13n, levers: onRecord(1) });
    const mirrored = run({ seed: 13n, levers: onRecord(-1), change: (name) => value.get(other(name))! });
    let moved = 0;
    for (let t = 0; t < 105; t++) {
      moved = Math.max(moved, Math.abs(plain.at("probes.initiative", t)));
      for (const q of ["initiative", "expected", "surprise"])
        expect(mirrored.at(`probes.${q}`, t)).toBeCloseTo(-plain.at(`probes.${q}`, t), 6);
      expect(mirrored.at("probes.volatility", t)).toBeCloseTo(plain.at("probes.volatility", t), 9);
    }
    expect(moved).toBeGreaterThan(0.1);
  });

  it("learns a smaller and smaller share of a surprise as it grows huge, and never more than a unit of initiative", () => {
    const after = (size: number) => {
      const record = new Array(105).fill(0).with(0, size);
      const r = run({ levers: { "history.known": 1, "history.observedChange": record } });
      return r.at("probes.initiative", 1);
    };
    const [some, large, huge] = [after(80), after(500), after(500_000)];
    expect(some).toBeGreaterThan(0);
    expect(large / 500).toBeLessThan(some / 80);
    expect(huge).toBeLessThan(large);
    for (const size of [-1e6, -100, 100, 1e6]) expect(Math.abs(after(size))).toBeLessThanOrEqual(1);
  });

  it("helps the side that builds the recipe, whichever it is", () => {
    const all = (s: string) =>
      Object.fromEntries(m1.levers.filter((l) => l.name.startsWith(`recipe.recipe[${s},`)).map((l) => [l.name, 1]));
    const members = 60;
    const nothing = run({ members, quiet: true });
    for (const [s, sign] of [
      ["ua", -1],
      ["ru", 1],
    ] as const) {
      const built = run({ members, quiet: true, levers: all(s) });
      for (let m = 0; m < members; m++)
        expect(sign * (built.at("probes.area", 104, m) - nothing.at("probes.area", 104, m))).toBeGreaterThanOrEqual(
          -1e-6,
        );
    }
  });

  it("gives the recipient more when it aims to win than when support tapers", () => {
    const rule = (name: string) => ({ "coalition.notLoseWeight": 0, [`coalition.${name}Weight`]: 1 });
    const [win, taper] = [
      run({ members: 40, quiet: true, levers: rule("win") }),
      run({ members: 40, quiet: true, levers: rule("taper") }),
    ];
    for (let m = 0; m < 40; m++)
      expect(win.at("probes.delivered", 104, m)).toBeGreaterThan(taper.at("probes.delivered", 104, m));
  });
});
