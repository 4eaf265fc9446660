/** One law for recorded and simulated weeks: a simulated record that is fed back says what was simulated. */
import type { PublicRecord, Study } from "@logjam/analysis";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile, seriesTable } from "@logjam/lang";
import { m1Study, m2Study } from "@logjam/model";
import { describe, expect, it } from "vitest";
import { knownRun, knownSwitch, padded } from "../../packages/analysis/src/record-score.ts";
import { drawWorlds, studyOf } from "./made-up-world.ts";
import { checkSurprises, student4ShareBelow, surpriseReader } from "./surprises.ts";

const weeks = 104;
const worlds = 12;
const seed = 61n;

/**
 * Memories of the line begin at the first week's change, on record as it was and in simulation as it is expected; donors
 * and negotiators differ by that. Nothing hangs on them here: donors give what is given, and nobody talks.
 */
const IDLE = /^coalition\.(perceivedLoss|rememberedLoss|will|taperShare)|^settlement\./;

it("Student's law with 4 degrees of freedom has the printed quantiles", () => {
  for (const [t, share] of [
    [0, 0.5],
    [0.7407, 0.75],
    [2.1318, 0.95],
    [-4.6041, 0.005],
  ] as const)
    expect(student4ShareBelow(t)).toBeCloseTo(share, 4);
});

describe.each([m1Study, m2Study] as readonly Study[])("$model.name, one law", (plain) => {
  const study = studyOf(plain);
  const { model } = study;
  const made = drawWorlds(study, { worlds, weeks, seed });
  const truth = (world: number) => Float64Array.from(model.parameters, (_, k) => made.truths[k * worlds + world]!);

  /** Runs one world's truth through its own record: states at the end, by name. */
  function follow(record: PublicRecord, world: number): Record<string, number> {
    const ir = compile(model, { outputs: ["front.lineChange", "manpower.claims", "manpower.deaths"] });
    const values = { ...record.always, ...padded(record.known, weeks), ...knownSwitch(weeks, weeks) };
    const column = truth(world);
    const run = runKernel(compileKernel(ir, { final: true }), {
      members: 4,
      steps: weeks,
      seed,
      // The world's own place in the random streams, so that what the record does not show is drawn alike.
      firstMember: world - (world % 4),
      parameters: Float64Array.from({ length: 4 * column.length }, (_, i) => column[Math.floor(i / 4)]!),
      series: seriesTable(model, ir, { steps: weeks, values }),
    });
    return Object.fromEntries(ir.states.map(({ name }, s) => [name, run.final[4 * s + (world % 4)]!]));
  }

  it("a simulated record that is fed back leaves every state where the simulation left it", () => {
    for (const world of [0, 5, 11]) {
      const states = Object.entries(follow(made.records[world]!, world)).filter(([name]) => !IDLE.test(name));
      expect(states.map(([name]) => name)).toEqual(
        expect.arrayContaining(["front.initiative", "front.volatility", "manpower.intensity[ru]"]),
      );
      for (const [name, value] of states) {
        const was = made.final[name]![world]!;
        expect(Math.abs(value - was) / Math.max(1, Math.abs(was)), name).toBeLessThan(1e-9);
      }
    }
  });

  const read = surpriseReader(study, made.time);
  const shares = (defect: (record: PublicRecord) => PublicRecord) => {
    const rows = made.records.map((record, world) => read(defect(record), truth(world)));
    return Object.fromEntries(Object.keys(rows[0]!).map((id) => [id, rows.map((row) => row[id]!)]));
  };
  const unlawful = (defect: (record: PublicRecord) => PublicRecord) =>
    checkSurprises(shares(defect), 0.001).flatMap(({ observation, lawful }) => (lawful ? [] : [observation]));
  const follows = (record: PublicRecord, change: Record<string, readonly number[]>, scored = {}): PublicRecord => ({
    ...record,
    known: { ...record.known, ...change },
    scored: { ...record.scored, ...scored },
  });

  it("at the truth, surprises follow Student's law and are unrelated from week to week (false alarms 1 in 1,000)", () => {
    expect(unlawful((record) => record)).toEqual([]);
  });

  it("planted defect: the sides of claims, or of deaths, are swapped", () => {
    for (const what of ["Claims", "Deaths"] as const) {
      const swapped = unlawful((record) => {
        const of = (side: string) => record.known[`history.observed${what}[${side}]`]!;
        const [ua, ru] = [of("ua"), of("ru")];
        const id = what.toLowerCase();
        const names = { [`history.observed${what}[ru]`]: ua, [`history.observed${what}[ua]`]: ru };
        return follows(record, names, { [id]: ua, [`${id}-ua`]: ru });
      });
      expect(swapped).toEqual(expect.arrayContaining([what.toLowerCase()]));
    }
  });

  it("planted defect: claims are taken for nobody's, so that the fighting does not answer to them", () => {
    const dropped = unlawful((record) => follows(record, { "history.observedClaims[ru]": new Array(weeks).fill(0) }));
    expect(dropped).toContain("claims");
  });

  it("planted defect: claims a month in place of claims a week", () => {
    const month = (row: readonly number[]) => row.map((value) => value * (365.25 / 12 / 7));
    const monthly = unlawful((record) => {
      const claims = month(record.scored["claims"]!);
      return follows(record, { "history.observedClaims[ru]": claims }, { claims });
    });
    expect(monthly).toContain("claims");
  });

  it("planted defect: what is scored is a week late, or a week early", () => {
    for (const id of ["line", "claims", "deaths"])
      for (const by of [1, -1]) {
        const shifted = unlawful((record) => {
          const row = record.scored[id]!;
          return follows(record, {}, { [id]: row.map((_, week) => row[week - by] ?? row[week]!) });
        });
        expect(shifted, `${id} ${by}`).toContain(id);
      }
  });

  it("planted defect: the line counts what Ukraine gained", () => {
    const mirrored = unlawful((record) => {
      const lines = Object.entries(record.known).filter(([name]) => name.startsWith("history.observedChange"));
      const turned = lines.map(([name, row]) => [name, row.map((value) => -value)] as const);
      return follows(record, Object.fromEntries(turned), { line: record.scored["line"]!.map((value) => -value) });
    });
    expect(mirrored).toContain("line");
  });

  it("the record is likelier at the truth than at parameters that were moved", () => {
    // Moves by one prior deviation either way, of parameters that the record speaks of; the mean over 12 worlds.
    const losses = ["claimsDeviation", "deathsDeviation", "intensityLearning", "killedLearning"].map(
      (name) => `manpower.${name}`,
    );
    const moved = ["front.shockDeviation", "front.learning", ...losses].map((name) => {
      const row = model.parameters.findIndex((parameter) => parameter.name === name);
      const { prior } = model.parameters[row]!;
      return { name, row, factor: prior.quantile(0.84) / prior.quantile(0.5) };
    });
    // Members: the truth, then each parameter moved up, then each moved down, then the truth again.
    const members = 2 * moved.length + 4;
    const leads = new Float64Array(members);
    // The compiled model is the same for all worlds.
    const kernel = compileKernel(knownRun(study, made.records[0]!, made.time).ir);
    for (let world = 0; world < worlds; world++) {
      const { steps, series, score } = knownRun(study, made.records[world]!, made.time);
      const column = truth(world);
      const parameters = Float64Array.from(
        { length: members * column.length },
        (_, i) => column[Math.floor(i / members)]!,
      );
      moved.forEach(({ row, factor }, k) => {
        parameters[row * members + 1 + k]! *= factor;
        parameters[row * members + 1 + moved.length + k]! /= factor;
      });
      const run = runKernel(kernel, { members, steps, seed: 5n, parameters, series });
      const logs = score(run.outputs, parameters, members);
      for (let m = 0; m < members; m++) leads[m] = leads[m]! + logs[0]! - logs[m]!;
    }
    for (const [k, { name }] of moved.entries()) {
      expect(leads[1 + k], `${name} up`).toBeGreaterThan(0);
      expect(leads[1 + moved.length + k], `${name} down`).toBeGreaterThan(0);
    }
  });
});
