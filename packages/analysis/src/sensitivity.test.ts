import { uniformDraws } from "@logjam/inference";
import { f, model, output, parameter, uniform } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { timeline } from "./calendar.ts";
import type { Claim, Proposition } from "./claims.ts";
import type { Fit } from "./fit.ts";
import type { Findings } from "./propositions.ts";
import { changeWith, driversOf, rankMembers, sharedParameters } from "./sensitivity.ts";
import type { Study } from "./study.ts";
import { judge } from "./verdict.ts";

/** A made-up study whose answer is known: an event has probability 0.1 + 0.4 x, and nothing else matters. */
const unknown = (meaning: string) =>
  parameter({ unit: "1", meaning, prior: uniform({ low: 0, high: 1 }), source: "Made up." });
const shells = unknown("Shells made abroad.");
const idle = Array.from({ length: 20 }, (_, i) => unknown(`Idle ${i}.`));
const all = output({
  unit: "1",
  meaning: "Uses them.",
  formula: f`${shells} + ${idle[0]!}`,
});
const toy = model("Toy", {
  supply: { shells, all, ...Object.fromEntries(idle.map((one, i) => [`idle${i}`, one])) },
});
const outcome = (name: string) => ({ name: `outcomes.${name}`, quantity: `outcomes.${name}`, elements: [] });
const thresholds = { stated: "stated", lower: "lower", upper: "upper" };
const study = {
  model: { name: "Toy", parameters: toy.parameters, outcomes: [outcome("event")] },
  thresholds,
} as unknown as Study;

const PARTICLES = 2_000;
const MEMBERS = 8_000;
const rows = toy.parameters.length;
const shellsAt = toy.parameters.findIndex(({ name }) => name === "supply.shells");
const draw = uniformDraws(42n, MEMBERS);
/** Particles as a sampler leaves them: every odd one is a copy of its neighbour. */
const fit: Fit = (() => {
  const parameters = new Float64Array(rows * MEMBERS);
  for (let p = 0; p < rows; p++) {
    const values = draw("particles", p);
    for (let m = 0; m < MEMBERS; m++) parameters[p * MEMBERS + m] = values[2 * Math.floor((m % PARTICLES) / 2)]!;
  }
  return {
    parameters,
    members: MEMBERS,
    draws: Int32Array.from({ length: MEMBERS }, (_, m) => m % PARTICLES),
    summary: {
      distinct: PARTICLES / 2,
      parameters: toy.parameters.map(({ name, meaning }) => ({ name, meaning, contraction: 0.5 })),
    } as unknown as Fit["summary"],
  };
})();
const luck = draw("luck", 0);
const event = Float64Array.from(luck, (u, m) => (u < 0.1 + 0.4 * fit.parameters[shellsAt * MEMBERS + m]! ? 1 : 0));
const ranked = rankMembers(study, fit);
const asked = (bar: number) => ({ values: event, kind: "probability", bar, direction: "at-least" }) as const;

describe("what a result hangs on", () => {
  it("finds the one parameter that matters, and tells it from those that do nothing", () => {
    const drivers = driversOf(ranked, event);
    expect(drivers.map(({ clear }) => clear)).toEqual([true, false, false]);
    expect(drivers[0]!.name).toBe("supply.shells");
    // Of a 0/1 result with P = 0.1 + 0.4 x: cov = 0.4 / 12, var x = 1 / 12, var y = 0.3 * 0.7.
    expect(drivers[0]!.rankCorrelation).toBeCloseTo(0.4 / 12 / Math.sqrt(0.21 / 12), 1.5);
  });

  it("takes members that share parameters for one, be they of one particle or of copies", () => {
    const groups = sharedParameters(fit);
    expect(new Set(groups).size).toBe(PARTICLES / 2);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[0]).toBe(groups[PARTICLES]);
    expect(groups[0]).not.toBe(groups[2]);
    // A result that is the same in all members of a group is as sure as a few hundred draws, not as many thousand: chance
    // that passes a naive test (r = 0.045 of 8,000 members lies 4 deviations out) does not pass.
    const common = draw("shared", 0);
    const shared = Float64Array.from(fit.draws, (d) => common[Math.floor(d / 2)]!);
    for (const driver of driversOf(ranked, shared)) expect(driver.clear).toBe(false);
    const naive = driversOf({ ...ranked, groups: Int32Array.from(shared.keys()) }, shared);
    expect(Math.abs(naive[0]!.rankCorrelation) * Math.sqrt(MEMBERS)).toBeGreaterThan(3.7);
    expect(naive[0]!.clear).toBe(true);
  });

  it("names none where the result never varies", () => {
    expect(driversOf(ranked, new Float64Array(MEMBERS))).toEqual([]);
  });
});

describe("what would change it", () => {
  it("gives the probability in the lowest and the highest quarter: 0.1 + 0.4 / 8 and 0.1 + 0.4 * 7 / 8", () => {
    const { lowest, highest } = changeWith(ranked, "supply.shells", asked(0.5));
    expect(lowest.bound).toBeCloseTo(0.25, 1);
    expect(highest.bound).toBeCloseTo(0.75, 1);
    for (const [quarter, truth] of [
      [lowest, 0.15],
      [highest, 0.45],
    ] as const) {
      expect(quarter.low).toBeLessThan(truth);
      expect(quarter.high).toBeGreaterThan(truth);
      expect(quarter.high - quarter.low).toBeLessThan(0.08);
      expect(quarter.holds).toBe("no");
    }
  });
  it("does not take a difference that no member showed for one that is surely nought", () => {
    const none = { values: new Float64Array(MEMBERS), kind: "contrast", bar: 0.002, direction: "at-least" } as const;
    const { lowest } = changeWith(ranked, "supply.shells", none);
    expect([lowest.value, lowest.holds]).toEqual([0, "undecided"]);
    expect(changeWith(ranked, "supply.shells", { ...none, bar: 0.1 }).lowest.holds).toBe("no");
  });
  it("says where a quarter crosses the bar", () => {
    const { lowest, highest } = changeWith(ranked, "supply.shells", asked(0.35));
    expect([lowest.holds, highest.holds]).toEqual(["no", "yes"]);
  });
});

const findings = (event: Float64Array, lower = event, upper = event): Findings => ({
  study: {
    ...study,
    model: {
      ...study.model,
      outcomes: ["stated", "lower", "upper"].map((element) => ({
        ...outcome("event"),
        name: `outcomes.event[${element}]`,
        elements: [element],
      })),
    } as unknown as Study["model"],
  },
  record: { series: { aid: { title: "Aid", values: [4, 4, 1, 1] } } } as unknown as Findings["record"],
  time: timeline("2023-01-02", "2023-06-05", 52),
  fit,
  runs: new Map([
    [
      "policy",
      {
        scenario: "policy",
        flags: (name: string) =>
          Uint8Array.from(name.includes("lower") ? lower : name.includes("upper") ? upper : event),
      },
    ],
  ]),
});
const claim = (...propositions: Proposition[]): Claim => ({
  id: "C",
  title: "T",
  point: "P",
  place: "first",
  means: {},
  caveats: [],
  propositions,
});
const atLeast = (bar: number): Proposition => ({
  says: `At least ${bar}.`,
  probability: { scenario: "policy", outcome: "event" },
  atLeast: bar,
});
const record: Proposition = {
  says: "Aid has doubled.",
  observed: { series: "aid", weeks: 2, against: { weeks: 2, ending: 2 } },
  atLeast: 2,
};
const often = event.map((_, m) => (luck[m]! < 0.6 ? 1 : 0));
const seldom = event.map((_, m) => (luck[m]! < 0.05 ? 1 : 0));

describe("a verdict", () => {
  it("turns on the failing test that is hardest to mend, else on the one nearest to giving way", () => {
    const failing = judge(claim(atLeast(0.4), atLeast(0.6), atLeast(0.1)), findings(event));
    expect([failing.verdict, failing.deciding]).toEqual(["contradicted", 1]);
    const holding = judge(claim(atLeast(0.05), atLeast(0.2)), findings(event));
    expect([holding.verdict, holding.deciding]).toEqual(["supported", 1]);
    expect(holding.change!.parameter.name).toBe("supply.shells");
    expect([holding.change!.lowest.holds, holding.change!.highest.holds]).toEqual(["no", "yes"]);
  });
  it("turns on the record where the record fails: no parameter could mend that", () => {
    const verdict = judge(claim(atLeast(0.9), record), findings(event));
    expect(verdict.deciding).toBe(1);
    expect(verdict.drivers).toEqual([]);
    expect(verdict.change).toBeUndefined();
    expect(verdict.rule[1]).toBe(
      "Test 2 of 2: found 0.25 times, a fact of the record, asked for at least 2 times: it fails.",
    );
  });
  it("hangs on the threshold where a third more or less gives another word, and keeps its own", () => {
    const same = judge(claim(atLeast(0.2)), findings(event));
    expect([same.hangsOnThreshold, same.atThresholds]).toEqual([false, { lower: "supported", upper: "supported" }]);
    const flips = judge(claim(atLeast(0.2)), findings(event, often, seldom));
    expect([flips.verdict, flips.hangsOnThreshold]).toEqual(["supported", true]);
    expect(flips.atThresholds).toEqual({ lower: "supported", upper: "contradicted" });
    expect(flips.rule.join(" ")).toContain("a third lower it would be supported, a third higher contradicted");
    expect(judge(claim(record), findings(event)).atThresholds).toBeUndefined();
  });
  it("says the rule with its numbers, prior-driven by its deciding test's own parameters", () => {
    const unmoved = {
      ...findings(event),
      fit: {
        ...fit,
        summary: { ...fit.summary, parameters: fit.summary.parameters.map((p) => ({ ...p, contraction: 0.1 })) },
      },
    };
    const verdict = judge(claim(atLeast(0.5)), unmoved);
    expect([verdict.verdict, verdict.leaning]).toEqual(["prior-driven", "contradicted"]);
    expect(verdict.rule[0]).toMatch(
      /^The one test: found 29 % \(95 % interval 27 to 31 %\), asked for at least 50 %: it fails, for the whole interval lies below the bar\.$/,
    );
    expect(verdict.rule.at(-1)).toMatch(
      /removed 10 % of their variance on average; less than 20 % counts as prior-driven/,
    );
  });
});
