import {
  checkModel,
  compile,
  type Formula,
  f,
  type Ir,
  interpret,
  model,
  output,
  renderDiagnostic,
  samplePriors,
} from "@logjam/lang";
import { beforeAll, describe, expect, it } from "vitest";
import * as m1Front from "../m1/front/index.ts";
import { m1 } from "../m1/index.ts";
import { m1Study } from "../m1/study.ts";
import { donor, kind, sector, side } from "../sets.ts";
import { seriesFor } from "../testing/series-for.ts";
import { withoutNoise } from "../testing/without-noise.ts";
import * as armour from "./armour/index.ts";
import * as coalition from "./coalition/index.ts";
import * as economy from "./economy/index.ts";
import * as fires from "./fires/index.ts";
import * as front from "./front/index.ts";
import * as history from "./history.ts";
import { m2 } from "./index.ts";
import * as layers from "./layers.ts";
import * as manpower from "./manpower/index.ts";
import * as outcomes from "./outcomes/index.ts";
import * as recipe from "./recipe/index.ts";
import * as settlement from "./settlement/index.ts";
import { m2Study } from "./study.ts";
import * as technology from "./technology/index.ts";

const bySide = (unit: string, formula: Formula) => output({ over: [side], unit, meaning: "Probe.", formula });
const whole = (unit: string, formula: Formula) => output({ unit, meaning: "Probe.", formula });
const probes = {
  persons: bySide(
    "person",
    f`${manpower.frontTotal} + ${manpower.reserve} + ${manpower.trained.content} + ${manpower.returned.content}`,
  ),
  personsIn: bySide("person/week", f`${economy.intake} + ${manpower.woundedWhoReturn}`),
  personsOut: bySide("person/week", f`${manpower.casualtiesTotal} + ${manpower.absence} * ${manpower.frontTotal}`),
  rounds: bySide("round", f`${fires.shells}`),
  roundsNet: bySide(
    "round/week",
    f`${fires.shellsMade} + ${coalition.shellsFromAid} - ${settlement.fighting} * ${fires.roundsFired}`,
  ),
  vehicles: bySide("vehicle", f`${armour.armour} + ${armour.storage}`),
  vehiclesNet: bySide("vehicle/week", f`${armour.newBuild} + ${armour.armourGiven} - ${armour.armourLost}`),
  transit: whole("EUR", f`sum(${coalition.delivered.content} over ${kind})`),
  aidNet: whole("EUR/week", f`sum(${coalition.commitment} over ${donor}) - ${coalition.deliveredTotal}`),
  casualties: bySide("person/week", f`${manpower.casualtiesTotal}`),
  leastFront: bySide("person", f`min(${manpower.front} over ${sector})`),
  leastObstacles: bySide("1", f`min(${front.obstacles} over ${sector})`),
  share: bySide("1", f`sum(${front.share} over ${sector})`),
  funds: bySide("EUR", f`${economy.funds}`),
  quality: bySide("1", f`${manpower.quality}`),
  spells: bySide("1", f`sum(${front.spell} over ${sector})`),
  positional: bySide("km^2/week", f`sum(${front.positionalGain} over ${sector})`),
  area: whole("km^2", f`${front.totalArea}`),
  initiative: whole("1", f`${front.initiative}`),
  drifts: whole("km^2/week", f`sum(${front.localDrift} over ${sector})`),
  largestDrift: whole("km^2/week", f`max(${front.localDrift} over ${sector})`),
  activity: whole("1", f`sum(${front.activity} over ${sector})`),
  beyond: whole("km^2/week", f`sum(${front.beyondShare} over ${sector})`),
  expected: whole("km^2/week", f`sum(${front.expectedChange} over ${sector})`),
  surprise: whole("km^2/week", f`${front.surprise} * ${front.deviation}`),
  change: whole("km^2/week", f`${front.totalChange}`),
  leastArea: whole("km^2", f`min(${front.area} over ${sector})`),
};
const probed = model("M2", {
  history,
  layers,
  front,
  manpower,
  fires,
  armour,
  technology,
  recipe,
  coalition,
  economy,
  settlement,
  outcomes,
  probes,
});

let ir: Ir;
let silent: Ir;
beforeAll(() => {
  ir = compile(probed, {
    outputs: Object.keys(probes)
      .map((name) => `probes.${name}`)
      .concat(outcomeNames()),
  });
  silent = withoutNoise(ir);
});
const outcomeNames = () => [...new Set(m2.outcomes.map((o) => o.quantity))];

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

const AREA: Readonly<Record<string, number>> = {
  north: 0,
  kharkiv: 500,
  luhansk: 25_500,
  "donetsk-north": 300,
  "donetsk-centre": 3_200,
  "donetsk-south": 11_300,
  zaporizhzhia: 19_700,
  kherson: 19_000,
};

/** Runs M2 without a record: the equations hold from the first week on. */
function run(setting: Setting = {}) {
  const { members = 1, steps = 105, seed = 7n, quiet = false, levers = {}, change = (_, v) => v } = setting;
  const parameters = samplePriors(probed, { members, seed });
  ir.parameters.forEach((name, p) => {
    for (let m = 0; m < members; m++) parameters[p * members + m] = change(name, parameters[p * members + m]!);
  });
  const areas = Object.fromEntries(sector.elements.map((s) => [`front.initialArea[${s}]`, AREA[s]!]));
  const series = seriesFor(probed, ir, steps, { ...areas, "history.mud": 0.3, ...levers });
  const { outputs } = interpret({ ir: quiet ? silent : ir, members, steps, seed, parameters, series });
  const index = new Map(ir.outputs.map((o, i) => [o.name, i]));
  return (name: string, step: number, member = 0) => outputs[(index.get(name)! * steps + step) * members + member]!;
}

const SIDES = ["ua", "ru"] as const;

describe("M2", () => {
  it("is a sound model: units, names, loops, nothing unused", () => {
    expect(checkModel(m2).map(renderDiagnostic)).toEqual([]);
  });

  it("has the interface of M1: every output and outcome of M1 is there, in the same unit", () => {
    const units = (of: typeof m1) => new Map([...of.outputs, ...of.outcomes].map((o) => [o.name, o.unit]));
    const mine = units(m2);
    for (const [name, unit] of units(m1)) expect([name, mine.get(name)]).toEqual([name, unit]);
    expect(m2Study.observations).toEqual(m1Study.observations);
  });

  it("conserves persons, rounds, vehicles and money", () => {
    const members = 6;
    const at = run({ members, steps: 157, levers: { "settlement.talks": 5 } });
    for (let m = 0; m < members; m++)
      for (let t = 0; t < 156; t++) {
        const change = (name: string) => at(`probes.${name}`, t + 1, m) - at(`probes.${name}`, t, m);
        const rate = (name: string) => at(`probes.${name}`, t, m);
        for (const s of SIDES) {
          const persons = change(`persons[${s}]`) - (rate(`personsIn[${s}]`) - rate(`personsOut[${s}]`));
          expect(Math.abs(persons) / rate(`persons[${s}]`)).toBeLessThan(1e-9);
          const rounds = change(`rounds[${s}]`) - rate(`roundsNet[${s}]`);
          expect(Math.abs(rounds)).toBeLessThan(1e-9 * Math.max(1, rate(`rounds[${s}]`)));
          const vehicles = change(`vehicles[${s}]`) - rate(`vehiclesNet[${s}]`);
          expect(Math.abs(vehicles)).toBeLessThan(1e-9 * Math.max(1, rate(`vehicles[${s}]`)));
          expect(rate(`share[${s}]`)).toBeCloseTo(1, 12);
        }
        expect(Math.abs(change("transit") - rate("aidNet"))).toBeLessThan(1e-9 * rate("transit"));
      }
  });

  it("keeps every stock at or above zero, shares within bounds, and every number finite, over ten years of draws", () => {
    const members = 120;
    const levers = Object.fromEntries(m2.levers.filter((l) => l.quantity === "recipe.recipe").map((l) => [l.name, 1]));
    const at = run({ members, steps: 521, levers });
    const stocks = ["persons", "rounds", "vehicles", "leastFront", "leastObstacles", "funds", "quality"];
    for (let m = 0; m < members; m++)
      for (let t = 0; t < 521; t += 20) {
        for (const { name } of ir.outputs) expect(Number.isFinite(at(name, t, m)), `${name} ${t} ${m}`).toBe(true);
        expect(at("probes.leastArea", t, m)).toBeGreaterThanOrEqual(-1e-6);
        for (const s of SIDES) {
          for (const q of stocks)
            expect(at(`probes.${q}[${s}]`, t, m), `${q}[${s}] ${t} ${m}`).toBeGreaterThanOrEqual(0);
          expect(at(`probes.quality[${s}]`, t, m)).toBeLessThanOrEqual(1);
        }
      }
  });

  it("stays finite with every lever at either end", () => {
    for (const end of [0, 1] as const) {
      const levers = Object.fromEntries(m2.levers.map((l) => [l.name, l.range[end]]));
      const at = run({ members: 8, steps: 261, levers });
      for (const { name } of ir.outputs)
        for (let m = 0; m < 8; m++) expect(Number.isFinite(at(name, 260, m)), name).toBe(true);
    }
  });

  it("gives casualties, fires and gains to nobody in a ceasefire, while stocks fill", () => {
    const at = run({
      members: 40,
      levers: { "settlement.talks": 50, "settlement.guarantees": 1, "settlement.monitoring": 1 },
    });
    let peaceful = 0;
    for (let m = 0; m < 40; m++)
      for (let t = 20; t < 104; t++) {
        if (at("outcomes.ceasefireReached", t, m) === 0 || at("outcomes.relapsed", 104, m) === 1) continue;
        peaceful += 1;
        for (const s of SIDES) expect(at(`probes.casualties[${s}]`, t, m)).toBe(0);
        expect(at("probes.area", t + 1, m)).toBe(at("probes.area", t, m));
        expect(at("probes.rounds[ru]", t + 1, m)).toBeGreaterThan(at("probes.rounds[ru]", t, m));
      }
    expect(peaceful).toBeGreaterThan(500);
  });

  it("breaks through a defender without reserves or readiness, and not one that has both", () => {
    const weak = (name: string, value: number) =>
      /initialQuality\[ru\]/.test(name)
        ? 0.05
        : /initialReserveShare\[ru\]|baseIntake\[ru\]/.test(name)
          ? value * 1e-3
          : /breakthroughHazard/.test(name)
            ? 0.5
            : value;
    const strong = (name: string, value: number) =>
      /initialQuality\[ru\]/.test(name)
        ? 0.95
        : /initialReserveShare\[ru\]|holdBack\[ru\]/.test(name)
          ? 0.3
          : /breakthroughHazard/.test(name)
            ? 0.5
            : value;
    const spells = (change: Setting["change"]) => {
      const at = run({ members: 60, steps: 27, ...(change ? { change } : {}) });
      let count = 0;
      for (let m = 0; m < 60; m++) for (let t = 0; t < 26; t++) count += at("probes.spells[ua]", t, m);
      return count;
    };
    expect(spells(weak)).toBeGreaterThan(20);
    expect(spells(strong)).toBe(0);
  });

  it("with even effort and equal ground gives M1's gain of the same forces, whatever the sectors' lengths", () => {
    // One equation, eight sectors: where shares follow length, the sectors' gains add up to the whole front's.
    const layersOff = Object.fromEntries(
      ["effortLayer", "qualityLayer", "edgeLayer", "breakthroughLayer", "settlementLayer"].map((l) => [
        `layers.${l}`,
        0,
      ]),
    );
    const even = (name: string, value: number) => (/front\.ground/.test(name) ? 0 : value);
    const at = run({ quiet: true, members: 30, steps: 2, change: even, levers: layersOff });
    const parameters = samplePriors(probed, { members: 30, seed: 7n });
    const drawn = (name: string, m: number) => parameters[ir.parameters.indexOf(name) * 30 + m]!;
    const simple = compile(m1, { outputs: ["front.gain"] });
    expect(simple.outputs.map((o) => o.name)).toEqual(["front.gain[ua]", "front.gain[ru]"]);
    for (let m = 0; m < 30; m++) {
      const own = new Float64Array(
        simple.parameters.map((name) => (name === "front.frontage" ? 1_050 : drawnOr(name, m))),
      );
      const { outputs } = interpret({
        ir: simple,
        members: 1,
        steps: 1,
        seed: 7n,
        parameters: own,
        series: seriesFor(m1, simple, 1, { "history.mud": 0.3, "front.initialArea": 79_500 }),
      });
      for (const [i, s] of SIDES.entries())
        expect(at(`probes.positional[${s}]`, 0, m) / outputs[i]!, `${s} ${m}`).toBeCloseTo(1, 2);
    }
    function drawnOr(name: string, m: number): number {
      return ir.parameters.includes(name)
        ? drawn(name, m)
        : samplePriors(m1, { members: 1, seed: 7n })[simple.parameters.indexOf(name)]!;
    }
    expect(m1Front.gain).toBeDefined();
  });

  it("mirrors: with the sides' numbers exchanged, and no aid, the results are exchanged", () => {
    const drawn = samplePriors(probed, { members: 1, seed: 11n });
    const value = new Map(ir.parameters.map((name, p) => [name, drawn[p]!]));
    const other = (name: string) => name.replace(/\[(ua|ru)\]/, (_, s) => (s === "ua" ? "[ru]" : "[ua]"));
    const levers = {
      "coalition.notLoseWeight": 0,
      "layers.effortLayer": 0,
      "layers.settlementLayer": 0,
      "layers.moraleLayer": 0,
    };
    const noAid = (name: string, v: number) => (/initialAirDefence|airDefenceAtBest/.test(name) ? 1e-9 * v : v);
    const plain = run({ quiet: true, seed: 11n, levers, change: noAid });
    const mirrored = run({ quiet: true, seed: 11n, levers, change: (name) => noAid(name, value.get(other(name))!) });
    for (const q of ["persons", "rounds", "vehicles", "casualties", "quality", "positional"])
      for (const t of [0, 26, 104])
        expect(mirrored(`probes.${q}[ua]`, t) / plain(`probes.${q}[ru]`, t), `${q} ${t}`).toBeCloseTo(1, 6);
  });

  const recorded = (sign: number) =>
    Object.fromEntries(
      sector.elements.map((name, s) => [
        `history.observedChange[${name}]`,
        Array.from({ length: 105 }, (_, week) => sign * (9 * Math.sin(week / (3 + s)) + s - ((week * (s + 1)) % 5))),
      ]),
    );
  const onRecord = (sign: number) => ({ "history.known": 1, ...recorded(sign) });

  it("shares the front's surprise without remainder: activities add up to 1, local drifts to 0, on record and in simulation", () => {
    const members = 12;
    for (const levers of [onRecord(1), {}]) {
      const at = run({ members, levers });
      let largest = 0;
      for (let m = 0; m < members; m++)
        for (let t = 0; t < 105; t++) {
          const [drift, change] = [at("probes.largestDrift", t, m), at("probes.change", t, m)];
          largest = Math.max(largest, drift);
          expect(at("probes.activity", t, m)).toBeCloseTo(1, 12);
          expect(Math.abs(at("probes.drifts", t, m))).toBeLessThan(1e-9 * (1 + drift));
          expect(Math.abs(at("probes.beyond", t, m))).toBeLessThan(1e-9 * (1 + Math.abs(change)));
          if ("history.known" in levers)
            expect(at("probes.expected", t, m) + at("probes.surprise", t, m)).toBeCloseTo(change, 9);
        }
      expect(largest).toBeGreaterThan(1);
    }
  });

  it("mirrors what it learns: with sides and record exchanged, initiative changes its sign", () => {
    const drawn = samplePriors(probed, { members: 1, seed: 11n });
    const value = new Map(ir.parameters.map((name, p) => [name, drawn[p]!]));
    const other = (name: string) => name.replace(/\[(ua|ru)\]/, (_, s) => (s === "ua" ? "[ru]" : "[ua]"));
    const off = { "layers.effortLayer": 0, "layers.moraleLayer": 0 };
    const noAid = (name: string, v: number) => (/initialAirDefence|airDefenceAtBest/.test(name) ? 1e-9 * v : v);
    const plain = run({ quiet: true, seed: 11n, levers: { ...onRecord(1), ...off }, change: noAid });
    const change = (name: string) => noAid(name, value.get(other(name))!);
    const mirrored = run({ quiet: true, seed: 11n, levers: { ...onRecord(-1), ...off }, change });
    for (const t of [1, 26, 104])
      expect(mirrored("probes.initiative", t) / -plain("probes.initiative", t), `${t}`).toBeCloseTo(1, 6);
  });
});
