import { describe, expect, it } from "vitest";
import type { Ir, Op } from "../ir/ir.ts";
import type { RunInput } from "../ir/run.ts";
import { drawBlock, streamHash } from "../random.ts";
import { findFailure } from "./failure.ts";
import { interpret, interpretMember } from "./interpret.ts";

/** An IR whose outputs are all its operations. */
function irOf(values: readonly Op[], more: Partial<Ir> = {}): Ir {
  return {
    format: 1,
    name: "hand",
    parameters: [],
    series: [],
    draws: [],
    lags: [],
    initials: [],
    values,
    states: [],
    outputs: values.map((_, value) => ({ name: `y${value}`, unit: "1", value })),
    names: {},
    ...more,
  };
}
function run(ir: Ir, more: Partial<RunInput> = {}) {
  const members = more.members ?? 1;
  const steps = more.steps ?? 1;
  const parameters = new Float64Array(ir.parameters.length * members);
  const series = new Float64Array(ir.series.length * steps);
  const input: RunInput = { ir, members, steps, seed: 7n, parameters, series, ...more };
  const { outputs, final, failed } = interpret(input);
  return {
    input,
    final: [...final],
    failed: [...failed!],
    at: (k: number, step = 0, member = 0) => outputs[(k * steps + step) * members + member]!,
  };
}
const number = (value: number): Op => ({ op: "number", value });

describe("operations", () => {
  const pairs: readonly (readonly [number, number])[] = [
    [2, 3],
    [3, 2],
    [-1, 0.5],
    [0, -0],
    [Number.NaN, 1],
    [1, Number.NaN],
  ];
  it.each(pairs)("on %f and %f follow the contract", (a, b) => {
    const names = ["add", "sub", "mul", "div", "min", "max", "less", "lessEqual", "equal"] as const;
    const { at } = run(irOf([number(a), number(b), ...names.map((op): Op => ({ op, a: 0, b: 1 }))]));
    const expected = [
      a + b,
      a - b,
      a * b,
      a / b,
      b < a ? b : a,
      a < b ? b : a,
      Number(a < b),
      Number(a <= b),
      Number(a === b),
    ];
    expected.forEach((value, k) => {
      expect(at(k + 2)).toBe(value);
    });
  });
  it("min and max keep a NaN on the left and drop one on the right", () => {
    const { at } = run(irOf([number(Number.NaN), number(1), { op: "min", a: 0, b: 1 }, { op: "max", a: 1, b: 0 }]));
    expect([at(2), at(3)]).toEqual([Number.NaN, 1]);
  });
  it("select takes the first for anything but 0, NaN included", () => {
    const select = (c: number): Op => ({ op: "select", c, a: 3, b: 4 });
    const ops = [
      number(0),
      number(-0),
      number(Number.NaN),
      number(5),
      number(6),
      select(0),
      select(1),
      select(2),
      select(3),
    ];
    const { at } = run(irOf(ops));
    expect([at(5), at(6), at(7), at(8)]).toEqual([6, 6, 5, 5]);
  });
});

describe("a run", () => {
  const counter = irOf(
    [{ op: "state", index: 0 }, number(2), { op: "mul", a: 0, b: 1 }, { op: "step" }, { op: "lag", index: 0 }],
    {
      initials: [number(3)],
      states: [{ name: "doubling", unit: "1", initial: 0, next: 2 }],
      lags: [{ of: 0, steps: 2 }],
    },
  );
  it("records before it moves on, and ends after the last move", () => {
    const { at, final } = run(counter, { steps: 4 });
    expect([0, 1, 2, 3].map((step) => at(0, step))).toEqual([3, 6, 12, 24]);
    expect([0, 1, 2, 3].map((step) => at(3, step))).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((step) => at(4, step))).toEqual([3, 3, 3, 6]);
    expect(final).toEqual([48]);
  });
  it("takes initial states from the input where they are given", () => {
    const { at } = run(counter, { steps: 1, members: 3, initial: Float64Array.of(5, 6, 7) });
    expect([0, 1, 2].map((member) => at(0, 0, member))).toEqual([5, 6, 7]);
  });
  it("draws what random.ts says, for any first member", () => {
    const noisy = irOf([{ op: "draw", index: 0 }], { draws: [{ stream: "luck", element: 2, kind: "normal" }] });
    const block = new Float64Array(4);
    for (const firstMember of [0, 3, 6]) {
      const { at } = run(noisy, { members: 7, steps: 3, firstMember, seed: 99n });
      for (let member = 0; member < 7; member++) {
        const identity = firstMember + member;
        drawBlock(99n, Math.floor(identity / 4), 2, streamHash("luck"), 2, "normal", block);
        expect(at(0, 2, member)).toBe(block[identity % 4]);
      }
    }
  });
  it("reads parameters by member and series by step", () => {
    const ir = irOf(
      [
        { op: "parameter", index: 1 },
        { op: "series", index: 0 },
        { op: "add", a: 0, b: 1 },
      ],
      { parameters: ["p", "q"], series: ["x"] },
    );
    const { at } = run(ir, {
      members: 2,
      steps: 2,
      parameters: Float64Array.of(1, 2, 30, 40),
      series: Float64Array.of(0.5, 0.25),
    });
    expect([at(2, 0, 0), at(2, 1, 1)]).toEqual([30.5, 40.25]);
  });
  it.each([
    [
      "parameters",
      { members: 2, parameters: new Float64Array(1) },
      "run/shape: parameters has 1 numbers where [parameter][member] of hand needs 2.",
    ],
    ["members", { members: -1 }, "run/shape: members is -1; it must be a whole number of at least 0."],
    [
      "initial",
      { initial: new Float64Array(3), parameters: new Float64Array(1) },
      "run/shape: initial has 3 numbers where [state][member] of hand needs 0.",
    ],
  ])("refuses an input whose %s do not fit", (_, more, message) => {
    const ir = irOf([number(1)], { parameters: ["p"] });
    const input = {
      ir,
      members: 1,
      steps: 1,
      seed: 0n,
      parameters: new Float64Array(1),
      series: new Float64Array(0),
      ...more,
    };
    expect(() => interpret(input)).toThrow(message);
  });
});

describe("failed members", () => {
  const ir = irOf(
    [
      { op: "state", index: 0 },
      { op: "parameter", index: 0 },
      { op: "sub", a: 0, b: 1 },
      { op: "log", a: 2 },
    ],
    {
      parameters: ["m.drain"],
      initials: [number(3)],
      states: [{ name: "m.left", unit: "1", initial: 0, next: 2 }],
      outputs: [{ name: "m.logLeft", unit: "1", value: 3 }],
      names: { 2: "m.rest" },
    },
  );
  const parameters = Float64Array.of(0.1, 1.4, 0.2);
  const { input, failed, at } = run(ir, { members: 3, steps: 4, parameters });

  it("are flagged, and the others go on", () => {
    expect(failed).toEqual([0, 1, 0]);
    expect(at(0, 3, 2)).toBe(interpretMember(input, 2).outputs[3]);
  });
  it("are explained by the first operation that failed, its step and its inputs", () => {
    expect(findFailure(input, 0)).toBeUndefined();
    const failure = findFailure(input, 1)!;
    expect(failure).toMatchObject({ member: 1, step: 2, operation: "log", value: Number.NaN });
    expect(failure.operands).toEqual([{ name: "m.rest", value: expect.closeTo(-1.2, 12) }]);
  });
});
