import type { Equations } from "../check/equation.ts";
import { readBy } from "../check/graph.ts";
import type { Quantity } from "../declare/quantity.ts";
import { execute, LANES } from "../interpret/execute.ts";
import { programOf, withNumbers } from "../interpret/program.ts";
import { historyAtStart } from "../lower/initial-values.ts";
import { lowerNode, type Target } from "../lower/lower-node.ts";
import { OpList } from "../lower/op-list.ts";
import { elementsAt } from "../sets/elements.ts";

/** The numbers at one step of one member. */
export interface Point {
  readonly step: number;
  value(quantity: Quantity, flat: number): number;
}

/** The value of a formula at a point, with one input (all its elements) multiplied by a factor; 0 is raised to 0.1. */
export type Raised = (flat: number, point: Point, factor: number) => number;

/**
 * A quantity's formula as a function of one input. What stands between the two is computed anew; everything else that
 * is read keeps its value. Throws RangeError `law/unrelated` when the formula does not rest on the input.
 */
export function raisedFormula(quantity: Quantity, input: Quantity, equations: Equations): Raised {
  if (quantity === input || !restsOn(quantity, input, equations, new Map())) {
    throw new RangeError(
      `law/unrelated: ${quantity.assembledName} states a law in ${input.assembledName}, on which its formula does not rest. Name a quantity that it reads.`,
    );
  }
  const compiled = new Map<number, ReturnType<typeof compileAt>>();
  return (flat, point, factor) => {
    const formula = compiled.get(flat) ?? compileAt(quantity, flat, input, equations);
    compiled.set(flat, formula);
    return formula(point, factor);
  };
}

function restsOn(quantity: Quantity, input: Quantity, equations: Equations, known: Map<Quantity, boolean>): boolean {
  if (quantity === input) return true;
  const found = known.get(quantity);
  if (found !== undefined) return found;
  known.set(quantity, false);
  const equation = equations.of(quantity, "formula");
  const rests =
    equation !== undefined && [...readBy(equation.node)].some((read) => restsOn(read, input, equations, known));
  known.set(quantity, rests);
  return rests;
}

function compileAt(subject: Quantity, flat: number, input: Quantity, equations: Equations) {
  const ops = new OpList();
  const leaves: { readonly quantity: Quantity; readonly flat: number }[] = [];
  const known = new Map<Quantity, boolean>();
  const leafOf = (quantity: Quantity, at: number): number => {
    const found = leaves.findIndex((leaf) => leaf.quantity === quantity && leaf.flat === at);
    return ops.add({ op: "parameter", index: found >= 0 ? found : leaves.push({ quantity, flat: at }) - 1 });
  };
  const target: Target = {
    ops,
    stepsPerWeek: 1,
    time: () => ops.add({ op: "step" }),
    history: (node, elements) => historyAtStart(node, elements, target),
    quantity(quantity, at) {
      const equation = equations.of(quantity, "formula");
      const between = quantity !== input && equation && restsOn(quantity, input, equations, known);
      return between ? lowerNode(equation.node, elementsAt(quantity.over, at), target) : leafOf(quantity, at);
    },
  };
  const result = lowerNode(equations.of(subject, "formula")!.node, elementsAt(subject.over, flat), target);
  const program = programOf(ops.ops, ({ op }) => op !== "number");
  const values = withNumbers(ops.ops);
  const parameters = new Float64Array(leaves.length * LANES);
  const none = new Float64Array(0);
  return (point: Point, factor: number): number => {
    leaves.forEach((leaf, k) => {
      const value = point.value(leaf.quantity, leaf.flat);
      const raised = value + (value === 0 ? 1 : Math.abs(value)) * (factor - 1);
      parameters[k * LANES] = leaf.quantity === input ? raised : value;
    });
    const nothing = { series: none, seriesFrom: 0, draws: none, drawsFrom: 0, states: none, lags: none };
    execute(program, values, { parameters, ...nothing, lagOf: new Int32Array(0), step: point.step });
    return values[result * LANES]!;
  };
}
