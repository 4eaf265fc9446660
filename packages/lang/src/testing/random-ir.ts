/** Random IRs: every operation, extreme numbers, lags, states that feed back. Shrinks to few operations. */
import fc from "fast-check";
import type { BinaryName, Draw, Ir, Lag, Op, UnaryName } from "../ir/ir.ts";

const UNARY: readonly UnaryName[] = ["neg", "abs", "sqrt", "exp", "log"];
const BINARY: readonly BinaryName[] = ["add", "sub", "mul", "div", "min", "max", "pow", "less", "lessEqual", "equal"];
const LEAVES = ["number", "parameter", "series", "draw", "state", "lag", "step"] as const;

/** One operation before its operands are fitted to its position: `x`, `y`, `z` choose among what is there. */
interface Seed {
  readonly op: Op["op"];
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Numbers as models meet them, and the extremes at which arithmetic differs first. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, -1, 0.5, 2, 1e-3, 1e3) },
  { weight: 1, arbitrary: fc.constantFrom(-0, 1e308, -1e308, 5e-324, 2.3e-308, 709, -708, 1e-16) },
);

const seed = (ops: readonly Op["op"][]): fc.Arbitrary<Seed> =>
  fc.record({ op: fc.constantFrom(...ops), value: anyNumber, x: fc.nat(997), y: fc.nat(997), z: fc.nat(997) });

export interface RandomIrOptions {
  readonly operations?: number;
  readonly states?: number;
}

/** A well-formed IR of up to `operations` operations in a step (40) and up to `states` states (4). */
export function randomIr({ operations = 40, states = 4 }: RandomIrOptions = {}): fc.Arbitrary<Ir> {
  const counts = fc.record({
    parameters: fc.integer({ min: 0, max: 3 }),
    series: fc.integer({ min: 0, max: 2 }),
    states: fc.integer({ min: 0, max: states }),
    draws: fc.array(fc.record({ element: fc.nat(3), uniform: fc.boolean() }), { maxLength: 3 }),
    lags: fc.array(fc.record({ of: fc.nat(997), steps: fc.integer({ min: 1, max: 5 }) }), { maxLength: 3 }),
  });
  const leaves = ["number", "parameter", "series"] as const;
  return fc
    .record({
      counts,
      initials: fc.array(seed([...leaves, ...UNARY, ...BINARY, "select"]), { minLength: 1, maxLength: 8 }),
      values: fc.array(seed([...LEAVES, ...UNARY, ...BINARY, ...BINARY, "select"]), {
        minLength: 1,
        maxLength: operations,
        size: "max",
      }),
      picks: fc.array(fc.nat(997), { minLength: 2 * states + 2, maxLength: 2 * states + 2 }),
      outputs: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ counts: { draws, lags: lagSeeds, ...sizes }, initials, values, picks, outputs }) => {
      const sizesAtStart = { ...sizes, states: 0, draws: 0, lags: 0 };
      const initialOps = initials.map((one, k) => operation(one, k, sizesAtStart, []));
      const lags: Lag[] = [];
      const valueOps = values.map((one, k) =>
        operation(one, k, { ...sizes, draws: draws.length, lags: k > 0 ? 1 : 0 }, lags, lagSeeds),
      );
      const pick = (k: number, from: readonly Op[]) => picks[k % picks.length]! % from.length;
      return {
        format: 1,
        name: "random",
        parameters: Array.from({ length: sizes.parameters }, (_, k) => `p${k}`),
        series: Array.from({ length: sizes.series }, (_, k) => `x${k}`),
        draws: draws.map(
          ({ element, uniform }, k): Draw => ({ stream: `s${k}`, element, kind: uniform ? "uniform" : "normal" }),
        ),
        lags,
        initials: initialOps,
        values: valueOps,
        states: Array.from({ length: sizes.states }, (_, k) => ({
          name: `state${k}`,
          unit: "1",
          initial: pick(2 * k, initialOps),
          next: pick(2 * k + 1, valueOps),
        })),
        outputs: Array.from({ length: outputs }, (_, k) => ({
          name: `y${k}`,
          unit: "1",
          value: Math.max(0, valueOps.length - 1 - k),
        })),
        names: {},
      } satisfies Ir;
    });
}

interface Sizes {
  readonly parameters: number;
  readonly series: number;
  readonly states: number;
  readonly draws: number;
  readonly lags: number;
}

/** Fits a seed to its place: a leaf that has nothing to read, or an operation with no operands yet, becomes a number. */
function operation(
  { op, value, x, y, z }: Seed,
  position: number,
  sizes: Sizes,
  lags: Lag[],
  lagSeeds: readonly Lag[] = [],
): Op {
  const number: Op = { op: "number", value };
  const leaf = (name: "parameter" | "series" | "draw" | "state", size: number): Op =>
    size > 0 ? { op: name, index: x % size } : number;
  switch (op) {
    case "number":
      return number;
    case "step":
      return { op };
    case "parameter":
      return leaf(op, sizes.parameters);
    case "series":
      return leaf(op, sizes.series);
    case "draw":
      return leaf(op, sizes.draws);
    case "state":
      return leaf(op, sizes.states);
    case "lag": {
      const lag = lagSeeds[x % Math.max(1, lagSeeds.length)];
      if (!lag || position === 0) return number;
      return { op, index: lags.push({ of: lag.of % position, steps: lag.steps }) - 1 };
    }
    case "select":
      return position > 0 ? { op, c: x % position, a: y % position, b: z % position } : number;
    default: {
      if (position === 0) return number;
      if (UNARY.includes(op as UnaryName)) return { op: op as UnaryName, a: x % position };
      return { op: op as BinaryName, a: x % position, b: y % position };
    }
  }
}
