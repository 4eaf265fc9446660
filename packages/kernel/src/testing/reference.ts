import { drawBlock, type Ir, numerics, type Op, type RunInput, type RunOutput, streamHash } from "@logjam/lang";

/**
 * The meaning of the IR, written out member by member straight from the comments of `ir.ts`, as a second opinion
 * beside the language's interpreter: slow, and sharing nothing with the kernel.
 */
export function referenceRun(input: RunInput): RunOutput {
  const { ir, members, steps } = input;
  const outputs = new Float64Array(ir.outputs.length * steps * members);
  const final = new Float64Array(ir.states.length * members);
  for (let member = 0; member < members; member++) runMember(input, member, outputs, final);
  return { outputs, final };
}

function runMember(input: RunInput, member: number, outputs: Float64Array, final: Float64Array): void {
  const { ir, members, steps, series } = input;
  const id = (input.firstMember ?? 0) + member;
  const parameter = (index: number): number => input.parameters[index * members + member]!;
  const start: number[] = [];
  for (const op of ir.initials) {
    start.push(
      apply(
        op,
        start,
        (index) => parameter(index),
        (index) => series[index]!,
        0,
      ),
    );
  }
  let states = ir.states.map((state, i) => input.initial?.[i * members + member] ?? start[state.initial]!);
  const history: number[][] = [];
  const block = new Float64Array(4);
  for (let step = 0; step < steps; step++) {
    const drawn = ir.draws.map((draw) => {
      drawBlock(input.seed, Math.floor(id / 4), step, streamHash(draw.stream), draw.element, draw.kind, block);
      return block[id % 4]!;
    });
    const values: number[] = [];
    const evaluate = (index: number): number => {
      const op = ir.values[index]!;
      if (op.op === "draw") return drawn[op.index]!;
      if (op.op === "state") return states[op.index]!;
      if (op.op === "lag") {
        const { of, steps: back } = ir.lags[op.index]!;
        return step === 0 ? (values[of] ?? evaluate(of)) : history[Math.max(step - back, 0)]![of]!;
      }
      for (const operand of operands(op)) values[operand] ??= evaluate(operand);
      return apply(op, values, parameter, (k) => series[step * ir.series.length + k]!, step);
    };
    ir.values.forEach((_, index) => {
      values[index] = evaluate(index);
    });
    history.push(values);
    ir.outputs.forEach((output, i) => {
      outputs[(i * steps + step) * members + member] = values[output.value]!;
    });
    states = ir.states.map((state) => values[state.next]!);
  }
  states.forEach((value, i) => {
    final[i * members + member] = value;
  });
}

function operands(op: Op): number[] {
  if (op.op === "select") return [op.c, op.a, op.b];
  if ("b" in op) return [op.a, op.b];
  return "a" in op ? [op.a] : [];
}

function apply(
  op: Op,
  values: readonly number[],
  parameter: (index: number) => number,
  series: (index: number) => number,
  step: number,
): number {
  const v = (index: number): number => values[index]!;
  switch (op.op) {
    case "number":
      return op.value;
    case "parameter":
      return parameter(op.index);
    case "series":
      return series(op.index);
    case "step":
      return step;
    case "neg":
      return -v(op.a);
    case "abs":
      return Math.abs(v(op.a));
    case "sqrt":
      return Math.sqrt(v(op.a));
    case "exp":
      return numerics.exp(v(op.a));
    case "log":
      return numerics.log(v(op.a));
    case "add":
      return v(op.a) + v(op.b);
    case "sub":
      return v(op.a) - v(op.b);
    case "mul":
      return v(op.a) * v(op.b);
    case "div":
      return v(op.a) / v(op.b);
    case "min":
      return v(op.b) < v(op.a) ? v(op.b) : v(op.a);
    case "max":
      return v(op.a) < v(op.b) ? v(op.b) : v(op.a);
    case "pow":
      return numerics.pow(v(op.a), v(op.b));
    case "less":
      return v(op.a) < v(op.b) ? 1 : 0;
    case "lessEqual":
      return v(op.a) <= v(op.b) ? 1 : 0;
    case "equal":
      return v(op.a) === v(op.b) ? 1 : 0;
    case "select":
      return v(op.c) !== 0 ? v(op.a) : v(op.b);
    default:
      throw new TypeError(`no plain meaning for ${op.op}`);
  }
}

/** The first place where two runs differ in any bit (NaN equals NaN), or undefined. */
export function firstDifference(a: Float64Array, b: Float64Array): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (!Object.is(a[i], b[i])) return i;
  return undefined;
}

/** Outputs of an IR as the kernel names them. */
export const outputNames = (ir: Ir): string[] => ir.outputs.map((output) => output.name);
