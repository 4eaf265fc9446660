import type { Ir, Lag, Op, RunInput } from "@logjam/lang";
import fc from "fast-check";

/**
 * Random models straight as IR: any operation over anything before it, lags, constants where rounding,
 * signs of zero, saturation and non-finite numbers show. Shrinks to few operations.
 */
const UNARY = ["neg", "abs", "sqrt", "exp", "log"] as const;
const BINARY = ["add", "sub", "mul", "div", "min", "max", "pow", "less", "lessEqual", "equal"] as const;
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  3,
  0.1,
  -0.7,
  50,
  1e-3,
  1e300,
  -1e-300,
  5e-324,
  Number.POSITIVE_INFINITY,
  Number.NaN,
];

const aNumber = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NUMBERS) }, fc.double({ min: -100, max: 100 }));

interface Pick {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly number: number;
}

const pick: fc.Arbitrary<Pick> = fc.record({
  kind: fc.nat(99),
  a: fc.nat(1 << 20),
  b: fc.nat(1 << 20),
  c: fc.nat(1 << 20),
  number: aNumber,
});

/** Turns free choices into an operation that only reads what stands before it. */
function makeOp(
  choice: Pick,
  before: number,
  counts: Record<"parameter" | "series" | "draw" | "state" | "lag", number>,
): Op {
  const { kind, a, b, c } = choice;
  const leaf = (): Op => {
    const kinds = (["parameter", "series", "draw", "state", "lag"] as const).filter((k) => counts[k] > 0);
    if (kind % 5 === 0 || kinds.length === 0) return { op: "number", value: choice.number };
    if (kind % 23 === 1) return { op: "step" };
    const op = kinds[a % kinds.length]!;
    return { op, index: b % counts[op] };
  };
  if (before === 0 || kind < 30) return leaf();
  if (kind < 45) return { op: UNARY[c % UNARY.length]!, a: a % before };
  if (kind < 92) return { op: BINARY[c % BINARY.length]!, a: a % before, b: b % before };
  return { op: "select", c: c % before, a: a % before, b: b % before };
}

export const randomIr: fc.Arbitrary<Ir> = fc
  .record({
    parameters: fc.integer({ min: 0, max: 3 }),
    series: fc.integer({ min: 0, max: 2 }),
    draws: fc.array(
      fc.record({
        stream: fc.constantFrom("weather", "fires", "x"),
        element: fc.nat(3),
        kind: fc.constantFrom("normal" as const, "uniform" as const),
      }),
      { maxLength: 6 },
    ),
    initials: fc.array(pick, { minLength: 1, maxLength: 5 }),
    values: fc.array(pick, { minLength: 1, maxLength: 40 }),
    states: fc.array(fc.record({ initial: fc.nat(1 << 20), next: fc.nat(1 << 20) }), { maxLength: 4 }),
    lags: fc.array(fc.record({ of: fc.nat(1 << 20), steps: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
    outputs: fc.array(fc.nat(1 << 20), { minLength: 1, maxLength: 3 }),
  })
  .map((choice): Ir => {
    const counts = {
      parameter: choice.parameters,
      series: choice.series,
      draw: choice.draws.length,
      state: choice.states.length,
      lag: choice.lags.length,
    };
    const inInitials = { ...counts, draw: 0, state: 0, lag: 0 };
    const initials = choice.initials.map((each, i) =>
      makeOp(each.kind % 23 === 1 ? { ...each, kind: 0 } : each, i, inInitials),
    );
    const values = choice.values.map((each, i) => makeOp(each, i, counts));
    const lags: Lag[] = choice.lags.map((lag) => ({ of: lag.of % values.length, steps: lag.steps }));
    return {
      format: 1,
      name: "random",
      parameters: Array.from({ length: choice.parameters }, (_, i) => `p${i}`),
      series: Array.from({ length: choice.series }, (_, i) => `s${i}`),
      draws: choice.draws,
      lags,
      initials,
      values: withoutForwardLags(values, lags),
      states: choice.states.map((state, i) => ({
        name: `x${i}`,
        unit: "1",
        initial: state.initial % initials.length,
        next: state.next % values.length,
      })),
      outputs: choice.outputs.map((value, i) => ({ name: `o${i}`, unit: "1", value: value % values.length })),
      names: {},
    };
  });

/** The model may only look back at what stands earlier in the order; other lags become the number 7. */
const withoutForwardLags = (values: Op[], lags: readonly Lag[]): Op[] =>
  values.map((op, index) => (op.op === "lag" && lags[op.index]!.of >= index ? { op: "number", value: 7 } : op));

/** A run of a random model: a few members and steps with awkward numbers among the inputs. */
export const randomRun: fc.Arbitrary<RunInput> = randomIr.chain((ir) =>
  fc
    .record({
      members: fc.integer({ min: 1, max: 11 }),
      firstQuad: fc.constantFrom(0, 1, 5, 1e6, 2 ** 30 - 2),
      steps: fc.integer({ min: 1, max: 7 }),
      seed: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      numbers: fc.array(aNumber, { minLength: 16, maxLength: 16 }),
      override: fc.boolean(),
    })
    .map(({ members, firstQuad, steps, seed, numbers, override }) => {
      const fill = (length: number, shift: number): Float64Array =>
        Float64Array.from({ length }, (_, i) => numbers[(i * 7 + shift) % 16]!);
      return {
        ir,
        members,
        firstMember: firstQuad * 4,
        steps,
        seed,
        parameters: fill(ir.parameters.length * members, 0),
        series: fill(ir.series.length * steps, 3),
        ...(override ? { initial: fill(ir.states.length * members, 5) } : {}),
      };
    }),
);
