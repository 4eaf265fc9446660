import type { BinaryName, Draw, Ir, Op, UnaryName } from "@logjam/lang";

/** An operation's position in the list under construction. */
export type Value = number;

/** Writes IRs by hand for tests and benchmarks. Numbers stand for themselves; operations are those of the IR. */
export class IrBuilder {
  readonly #values: Op[] = [];
  readonly #initials: Op[] = [];
  readonly #parameters: string[] = [];
  readonly #series: string[] = [];
  readonly #draws: Draw[] = [];
  readonly #states: { name: string; initial: number; next?: number }[] = [];
  readonly #outputs: { name: string; value: number }[] = [];
  readonly #names: Record<number, string> = {};

  #push(op: Op): Value {
    this.#values.push(op);
    return this.#values.length - 1;
  }

  num(value: number): Value {
    return this.#push({ op: "number", value });
  }

  step(): Value {
    return this.#push({ op: "step" });
  }

  parameter(name: string): Value {
    this.#parameters.push(name);
    return this.#push({ op: "parameter", index: this.#parameters.length - 1 });
  }

  series(name: string): Value {
    this.#series.push(name);
    return this.#push({ op: "series", index: this.#series.length - 1 });
  }

  draw(stream: string, element: number, kind: Draw["kind"]): Value {
    this.#draws.push({ stream, element, kind });
    return this.#push({ op: "draw", index: this.#draws.length - 1 });
  }

  /** A state that starts at a number; `next` is set later. */
  state(name: string, initial: number): Value {
    this.#initials.push({ op: "number", value: initial });
    this.#states.push({ name, initial: this.#initials.length - 1 });
    return this.#push({ op: "state", index: this.#states.length - 1 });
  }

  next(state: Value, value: Value): void {
    const op = this.#values[state]!;
    if (op.op !== "state") throw new TypeError("not a state");
    this.#states[op.index]!.next = value;
  }

  output(name: string, value: Value): void {
    this.#outputs.push({ name, value });
  }

  named(name: string, value: Value): Value {
    this.#names[value] = name;
    return value;
  }

  unary(op: UnaryName, a: Value): Value {
    return this.#push({ op, a });
  }

  binary(op: BinaryName, a: Value, b: Value): Value {
    return this.#push({ op, a, b });
  }

  add(...terms: Value[]): Value {
    return terms.reduce((a, b) => this.binary("add", a, b));
  }

  mul(...factors: Value[]): Value {
    return factors.reduce((a, b) => this.binary("mul", a, b));
  }

  sub(a: Value, b: Value): Value {
    return this.binary("sub", a, b);
  }

  div(a: Value, b: Value): Value {
    return this.binary("div", a, b);
  }

  min(a: Value, b: Value): Value {
    return this.binary("min", a, b);
  }

  max(a: Value, b: Value): Value {
    return this.binary("max", a, b);
  }

  select(c: Value, a: Value, b: Value): Value {
    return this.#push({ op: "select", c, a, b });
  }

  /** a / b, or 0 where |b| < 1e-6: Vensim's ZIDZ. */
  zidz(a: Value, b: Value): Value {
    const zero = this.binary("less", this.unary("abs", b), this.num(1e-6));
    return this.select(zero, this.num(0), this.div(a, this.select(zero, this.num(1), b)));
  }

  /** A piecewise-linear table as a sum of clamped segments. */
  lookup(x: Value, points: readonly (readonly [x: number, y: number])[]): Value {
    let sum = this.num(points[0]![1]);
    for (let i = 1; i < points.length; i++) {
      const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!];
      const run = this.min(this.max(this.sub(x, this.num(x0)), this.num(0)), this.num(x1 - x0));
      sum = this.add(sum, this.mul(run, this.num((y1 - y0) / (x1 - x0))));
    }
    return sum;
  }

  build(name: string): Ir {
    return {
      format: 1,
      name,
      parameters: this.#parameters,
      series: this.#series,
      draws: this.#draws,
      lags: [],
      initials: this.#initials,
      values: this.#values,
      states: this.#states.map(({ name: state, initial, next }) => {
        if (next === undefined) throw new TypeError(`state ${state} has no next value`);
        return { name: state, unit: "1", initial, next };
      }),
      outputs: this.#outputs.map((output) => ({ ...output, unit: "1" })),
      names: this.#names,
    };
  }
}
