/** The functions of the past, as ordinary states and lags. */
import { literalValue } from "../check/terms.ts";
import { NEVER } from "../formula/functions.ts";
import type { CallNode } from "../formula/node.ts";
import type { Lag } from "../ir/ir.ts";
import type { Elements } from "../sets/elements.ts";
import { lowerNode, type Target } from "./lower-node.ts";

interface Surroundings {
  readonly target: Target;
  readonly initials: Target;
  readonly lags: Lag[];
  /** Adds a state of the language's own; gives its index. */
  state(name: string, unit: string, initial: number): number;
  setNext(state: number, next: number): void;
}

export interface History {
  lower(node: CallNode, elements: Elements): number;
  /** Names the quantity whose formula is being lowered; gives the one before it. */
  enter(owner: string): string;
}

export function lowerHistory(around: Surroundings): History {
  const { target, initials, lags, setNext } = around;
  const { ops } = target;
  let owner = "";
  let count = 0;
  const lagged = new Map<string, number>();
  const remembered = new Map<string, { before: number; now: number }>();

  const lagOf = (of: number, steps: number): number => {
    const key = `${of} ${steps}`;
    const known = lagged.get(key) ?? ops.add({ op: "lag", index: lags.push({ of, steps }) - 1 });
    lagged.set(key, known);
    return known;
  };
  /** A state made once for one function of one operation; what it becomes is also the function's value now. */
  const remember = (what: string, x: number, unit: string, start: number, next: (state: number) => number) => {
    const key = `${what} ${x}`;
    const known = remembered.get(key);
    if (known) return known;
    const index = around.state(`${owner}~${what}${++count}`, unit, initials.ops.number(start));
    const before = ops.add({ op: "state", index });
    const made = { before, now: next(before) };
    setNext(index, made.now);
    remembered.set(key, made);
    return made;
  };

  const ever = (x: number) => remember("ever", x, "1", 0, (before) => ops.binary("max", before, x)).now;

  return {
    enter(name) {
      const before = owner;
      owner = name;
      return before;
    },
    lower(node, elements) {
      const weeks = node.inputs[1] ? literalValue(node.inputs[1])! : 0;
      const steps = weeks * target.stepsPerWeek;
      const x = lowerNode(node.inputs[0]!, elements, target);
      switch (node.name) {
        case "lag":
          return lagOf(x, steps);
        case "rollingSum": {
          if (steps === 1) return x;
          // The sum up to the last step, less what it was steps - 1 steps ago; it begins at 0, as does its lag.
          const total = remember("sum", x, "", 0, (before) => ops.binary("add", before, x));
          const sum = ops.binary("sub", total.now, lagOf(total.before, steps - 1));
          return target.stepsPerWeek === 1 ? sum : ops.binary("mul", sum, ops.number(1 / target.stepsPerWeek));
        }
        case "forWeeks": {
          // The length of the run of steps up to this one in which the condition held.
          const one = ops.number(1);
          const longer = (before: number) => ops.select(x, ops.binary("add", before, one), ops.number(0));
          return ops.binary("lessEqual", ops.number(steps), remember("run", x, "week", 0, longer).now);
        }
        case "ever":
          return ever(x);
        case "everBy": {
          const early = ops.binary("lessEqual", target.time(), ops.number(weeks));
          return ever(ops.binary("min", x, early));
        }
        default: {
          const now = ops.select(x, target.time(), ops.number(NEVER));
          return remember("first", x, "week", NEVER, (before) => ops.binary("min", before, now)).now;
        }
      }
    },
  };
}
