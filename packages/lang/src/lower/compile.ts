import { soundEquations } from "../check/check-model.ts";
import type { Equations } from "../check/equation.ts";
import { isRecorded } from "../check/graph.ts";
import type { Quantity } from "../declare/quantity.ts";
import { runErrors } from "../errors/run-errors.ts";
import type { Draw, Ir, Lag, Output, State } from "../ir/ir.ts";
import type { Model } from "../model/model.ts";
import { countOf, elementsAt, entryAt, isNumber, scalarName } from "../sets/elements.ts";
import { type History, lowerHistory } from "./history.ts";
import { initialTarget } from "./initial-values.ts";
import { lowerNode, type Target } from "./lower-node.ts";
import { OpList } from "./op-list.ts";
import { prune } from "./prune.ts";

export interface CompileOptions {
  /**
   * What to record: names of quantities (`front.area`, for all its elements) or of scalars (`front.area[north]`), of
   * any kind. Default: all outputs and outcomes. What these do not need is left out; parameters and series stay.
   */
  readonly outputs?: readonly string[];
  /**
   * Steps in a week, to see what hangs on the length of the step: 1 (default), 2, 4, ... 64. Balances, delays, regimes, time and
   * the functions of the past keep their meaning in weeks; an `assign` and a draw are made once a step, whatever its length,
   * and series give one value a step.
   */
  readonly stepsPerWeek?: number;
}

/** Compiles a sound model into the IR. Throws ModelError with all that is wrong, if anything is. */
export function compile(model: Model, options: CompileOptions = {}): Ir {
  const equations = soundEquations(model);
  const { stepsPerWeek = 1 } = options;
  if (![1, 2, 4, 8, 16, 32, 64].includes(stepsPerWeek)) throw new RangeError(runErrors.stepsPerWeek(stepsPerWeek));
  return new Compilation(model, equations, stepsPerWeek).run(options.outputs);
}

/** Position of each quantity's first scalar in a list of scalars. */
function offsets(model: Model, kinds: readonly string[]): Map<Quantity, number> {
  const starts = new Map<Quantity, number>();
  let next = 0;
  for (const kind of kinds) {
    for (const { value } of model.quantities) {
      if (value.definition.kind !== kind) continue;
      starts.set(value, next);
      next += countOf(value.over);
    }
  }
  return starts;
}

interface PendingState {
  readonly quantity: Quantity;
  readonly flat: number;
  readonly index: number;
}

class Compilation implements Target {
  readonly ops = new OpList();
  readonly model: Model;
  readonly equations: Equations;
  readonly names: Record<number, string> = {};
  readonly states: (State & { readonly order: number })[] = [];
  readonly draws: Draw[] = [];
  readonly lags: Lag[] = [];
  readonly parameterStart: Map<Quantity, number>;
  readonly seriesStart: Map<Quantity, number>;
  readonly initials: Target;
  readonly history: History["lower"];
  readonly stepsPerWeek: number;
  readonly #past: History;
  readonly #scalars = new Map<Quantity, number[]>();
  readonly #pending: PendingState[] = [];
  readonly #order = new Map<Quantity, number>();

  constructor(model: Model, equations: Equations, stepsPerWeek: number) {
    this.stepsPerWeek = stepsPerWeek;
    this.model = model;
    this.equations = equations;
    this.parameterStart = offsets(model, ["parameter"]);
    this.seriesStart = offsets(model, ["lever", "series"]);
    model.quantities.forEach(({ value }, k) => {
      this.#order.set(value, k);
    });
    this.initials = initialTarget(equations, this.parameterStart, this.seriesStart, stepsPerWeek);
    this.#past = lowerHistory({
      target: this,
      initials: this.initials,
      lags: this.lags,
      state: (suffix, unit, initial) => this.#hiddenState(suffix, unit, initial),
      setNext: (index, next) => {
        this.states[index] = { ...this.states[index]!, next };
      },
    });
    this.history = this.#past.lower;
  }

  run(wanted: readonly string[] | undefined): Ir {
    const outputs: Output[] = recorded(this.model, wanted).map(({ quantity, name, flat }) => ({
      name,
      unit: quantity.unit,
      value: this.quantity(quantity, flat),
    }));
    for (let next = this.#pending.shift(); next; next = this.#pending.shift()) this.#finishState(next);
    return this.#assemble(outputs);
  }

  time(): number {
    const step = this.ops.add({ op: "step" });
    return this.stepsPerWeek === 1 ? step : this.ops.binary("mul", step, this.ops.number(1 / this.stepsPerWeek));
  }

  quantity(quantity: Quantity, flat: number): number {
    const known = this.#scalars.get(quantity) ?? [];
    this.#scalars.set(quantity, known);
    const found = known[flat];
    if (found !== undefined) return found;
    const index = this.#lower(quantity, flat);
    known[flat] = index;
    const { op } = this.ops.ops[index]!;
    if (!["number", "parameter", "series", "state", "lag"].includes(op))
      this.names[index] ??= this.#nameOf(quantity, flat);
    return index;
  }

  #lower(quantity: Quantity, flat: number): number {
    const { definition, over } = quantity;
    switch (definition.kind) {
      case "parameter":
        return this.ops.add({ op: "parameter", index: this.parameterStart.get(quantity)! + flat });
      case "constant":
        return this.ops.number(entryAt(definition.value, over, flat, isNumber)!);
      case "lever":
      case "series":
        return this.ops.add({ op: "series", index: this.seriesStart.get(quantity)! + flat });
      case "noise": {
        const index = this.draws.push({ stream: definition.stream, element: flat, kind: definition.draw }) - 1;
        return this.ops.add({ op: "draw", index });
      }
      case "stock":
        return this.#stock(quantity, flat);
      case "lookup":
        throw new Error("a lookup has no value of its own");
      default: {
        const owner = this.#past.enter(this.#nameOf(quantity, flat));
        const index = lowerNode(this.equations.of(quantity, "formula")!.node, elementsAt(over, flat), this);
        this.#past.enter(owner);
        return index;
      }
    }
  }

  #nameOf(quantity: Quantity, flat: number): string {
    return scalarName(this.model.nameOf(quantity)!, quantity.over, flat);
  }

  #stock(quantity: Quantity, flat: number): number {
    const index =
      this.states.push({
        name: this.#nameOf(quantity, flat),
        unit: quantity.unit,
        initial: this.initials.quantity(quantity, flat),
        next: -1,
        order: this.#order.get(quantity)!,
      }) - 1;
    this.#pending.push({ quantity, flat, index });
    return this.ops.add({ op: "state", index });
  }

  #hiddenState(name: string, unit: string, initial: number): number {
    return this.states.push({ name, unit, initial, next: -1, order: Number.POSITIVE_INFINITY }) - 1;
  }

  #finishState({ quantity, flat, index }: PendingState): void {
    const elements = elementsAt(quantity.over, flat);
    const name = this.#nameOf(quantity, flat);
    this.#past.enter(name);
    const balance = this.equations.of(quantity, "balance");
    const changed = lowerNode((balance ?? this.equations.of(quantity, "assign"))!.node, elements, this);
    const next = balance
      ? this.ops.binary("add", this.ops.add({ op: "state", index }), this.#overStep(changed))
      : changed;
    this.names[next] ??= `${name} (next)`;
    this.states[index] = { ...this.states[index]!, next };
  }

  /** What a rate per week amounts to in one step. */
  #overStep(rate: number): number {
    return this.stepsPerWeek === 1 ? rate : this.ops.binary("mul", rate, this.ops.number(1 / this.stepsPerWeek));
  }

  /** States in the model's order, the language's own last. */
  #assemble(outputs: readonly Output[]): Ir {
    const order = this.states.map((_, k) => k).sort((a, b) => this.states[a]!.order - this.states[b]!.order || a - b);
    const position = new Map(order.map((old, index) => [old, index]));
    const { model } = this;
    return prune({
      format: 1,
      name: model.name,
      parameters: model.parameters.map(({ name }) => name),
      series: [...model.levers, ...model.series].map(({ name }) => name),
      draws: this.draws,
      lags: this.lags,
      initials: this.initials.ops.ops,
      values: this.ops.ops.map((op) => (op.op === "state" ? { op: "state", index: position.get(op.index)! } : op)),
      states: order.map((old) => {
        const { name, unit, initial, next } = this.states[old]!;
        return { name, unit, initial, next };
      }),
      outputs,
      names: this.names,
    });
  }
}

/** The scalars to record, in the model's order or in the order asked for. Throws on a name that the model lacks. */
function recorded(model: Model, wanted: readonly string[] | undefined) {
  const scalars = model.quantities.flatMap(({ name, value }) =>
    Array.from({ length: countOf(value.over) }, (_, flat) => ({
      quantity: value,
      owner: name,
      name: scalarName(name, value.over, flat),
      flat,
    })),
  );
  if (!wanted) return scalars.filter(({ quantity }) => isRecorded(quantity));
  return wanted.flatMap((name) => {
    const found = scalars.filter((scalar) => scalar.name === name || scalar.owner === name);
    if (found.length > 0) return found;
    const known = [...new Set(scalars.flatMap((scalar) => [scalar.owner, scalar.name]))];
    throw new RangeError(runErrors.unknownOutput(model.name, name, known));
  });
}
