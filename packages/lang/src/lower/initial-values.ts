/** Formulas at the start: over numbers, parameters and the first values of series. */
import type { Equations } from "../check/equation.ts";
import { literalValue } from "../check/terms.ts";
import type { Quantity } from "../declare/quantity.ts";
import { NEVER } from "../formula/functions.ts";
import type { CallNode } from "../formula/node.ts";
import { type Elements, elementsAt, entryAt, isNumber } from "../sets/elements.ts";
import { lowerNode, type Target } from "./lower-node.ts";
import { OpList } from "./op-list.ts";

/**
 * A target that lowers to initial values: stocks are their own initial values, time is 0, and a draw stands at its
 * median (0 for a normal, 0.5 for a uniform), since nothing has been drawn yet.
 */
export function initialTarget(
  equations: Equations,
  parameterStart: ReadonlyMap<Quantity, number>,
  seriesStart: ReadonlyMap<Quantity, number>,
  stepsPerWeek = 1,
): Target {
  const ops = new OpList();
  const scalars = new Map<Quantity, number[]>();
  const target: Target = {
    ops,
    stepsPerWeek,
    time: () => ops.number(0),
    quantity(quantity, flat) {
      const known = scalars.get(quantity) ?? [];
      scalars.set(quantity, known);
      known[flat] ??= lower(quantity, flat);
      return known[flat]!;
    },
    history: (node, elements) => historyAtStart(node, elements, target),
  };
  const lower = (quantity: Quantity, flat: number): number => {
    const { definition, over } = quantity;
    const formula = (role: "formula" | "initial") =>
      lowerNode(equations.of(quantity, role)!.node, elementsAt(over, flat), target);
    switch (definition.kind) {
      case "parameter":
        return ops.add({ op: "parameter", index: parameterStart.get(quantity)! + flat });
      case "constant":
        return ops.number(entryAt(definition.value, over, flat, isNumber)!);
      case "lever":
      case "series":
        return ops.add({ op: "series", index: seriesStart.get(quantity)! + flat });
      case "noise":
        return ops.number(definition.start ?? (definition.draw === "normal" ? 0 : 0.5));
      case "stock":
        return equations.of(quantity, "initial")
          ? formula("initial")
          : ops.number(entryAt(definition.initial as number, over, flat, isNumber)!);
      case "lookup":
        throw new Error("a lookup has no value of its own");
      default:
        return formula("formula");
    }
  };
  return target;
}

/** The functions of the past in the very first step. */
export function historyAtStart(node: CallNode, elements: Elements, target: Target): number {
  const { ops } = target;
  const input = lowerNode(node.inputs[0]!, elements, target);
  const weeks = node.inputs[1] ? literalValue(node.inputs[1])! : 0;
  if (node.name === "forWeeks") return weeks * target.stepsPerWeek <= 1 ? input : ops.number(0);
  if (node.name === "rollingSum" && target.stepsPerWeek > 1)
    return ops.binary("mul", input, ops.number(1 / target.stepsPerWeek));
  if (node.name === "firstWeek") return ops.select(input, ops.number(0), ops.number(NEVER));
  return input;
}
