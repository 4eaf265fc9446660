/** Units, index sets and conditions of one formula, checked as the author wrote it. */
import { freeSets, type Quantity, type Reference, resolvePicks } from "../declare/quantity.ts";
import { type At, errors } from "../errors/catalogue.ts";
import type { Diagnostic } from "../errors/diagnostic.ts";
import { FUNCTIONS } from "../formula/functions.ts";
import type { CallNode, Node, Span } from "../formula/node.ts";
import { nearestName } from "../nearest.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { type Dimension, isPure, over, PURE, power, same, showDimension, times, WEEK } from "../units/dimension.ts";
import { isCondition, literalValue, mappingProblem, reads } from "./terms.ts";

/**
 * The unit of a term. `any`: the literal 0, which may take any unit in + - min max if and comparisons. `unknown`: an
 * error below has been reported already; nothing more is said about what depends on it.
 */
export type Unit = Dimension | "any" | "unknown";

/** What the checker of one formula needs to know of the model around it. */
export interface Surroundings {
  readonly at: At;
  unitOf(quantity: Quantity): Unit;
  /** The unit that a lookup takes. */
  inputUnitOf(quantity: Quantity): Unit;
  isCondition(quantity: Quantity): boolean;
  nameOf(quantity: Quantity): string | undefined;
  /** " In scope with that unit: ..." for a missing factor, or nothing. */
  factorsOf(dimension: Dimension): string;
  report(diagnostic: Diagnostic): void;
}

export function inferUnit(node: Node, sets: readonly IndexSet[], around: Surroundings): Unit {
  return new Inference(around).unit(node, sets);
}

class Inference {
  readonly around: Surroundings;
  constructor(around: Surroundings) {
    this.around = around;
  }

  unit(node: Node, sets: readonly IndexSet[]): Unit {
    switch (node.kind) {
      case "number":
        if (node.weeks) this.report(errors.strayWeeks(this.around.at, node));
        return node.weeks ? "unknown" : node.value === 0 ? "any" : PURE;
      case "clock":
        return WEEK;
      case "reference":
        return this.reference(node.reference, node, sets);
      case "unary": {
        const unit = this.unit(node.operand, sets);
        if (node.operator === "-") return unit;
        this.condition(node.operand, "an input of not");
        return PURE;
      }
      case "binary":
        return this.binary(node, sets);
      case "reduce":
        return this.reduction(node, sets);
      case "call":
        return this.call(node, sets);
    }
  }

  private report(diagnostic: Diagnostic): "unknown" {
    this.around.report(diagnostic);
    return "unknown";
  }

  private condition(node: Node, what: string): void {
    if (!isCondition(node, (quantity) => this.around.isCondition(quantity))) {
      this.report(errors.notCondition(this.around.at, what, node));
    }
  }

  private reference(reference: Reference, span: Span, sets: readonly IndexSet[], asTable = false): Unit {
    const { at, nameOf } = this.around;
    const { quantity } = reference;
    const name = nameOf(quantity);
    if (name === undefined) return this.report(errors.unnamed(at, span, quantity.meaning));
    const setNames = quantity.over.map((set) => set.name);
    const sources = resolvePicks(reference);
    if ("problem" in sources) {
      if (sources.problem === "mapping") {
        const { mapping } = sources;
        return this.report(errors.mappingDoesNotFit(at, span, mapping.name, mapping.to.name, name, setNames));
      }
      if (sources.problem === "set") return this.report(errors.unknownSet(at, span, sources.set, name, setNames));
      const known = sources.set?.elements ?? quantity.over.flatMap((set) => [...set.elements]);
      return this.report(
        errors.unknownElement(at, span, sources.label, name, known, nearestName(sources.label, known)),
      );
    }
    for (const source of sources) {
      const problem = source.from === "mapping" ? mappingProblem(source.mapping) : undefined;
      if (source.from === "mapping" && problem) {
        return this.report(errors.badMapping(at, span, source.mapping.name, problem, source.mapping.to.elements));
      }
    }
    for (const set of freeSets(sources)) {
      if (!sets.includes(set)) {
        this.report(
          errors.setNotDeclared(
            at,
            span,
            set.name,
            name,
            sets.map((known) => known.name),
          ),
        );
        return this.around.unitOf(quantity);
      }
    }
    if (quantity.definition.kind === "lookup" && !asTable) return this.report(errors.tableAsValue(at, span, name));
    return this.around.unitOf(quantity);
  }

  /** interpolate(x, table): x in the table's input unit; gives the table's own. */
  private interpolation(node: CallNode, sets: readonly IndexSet[]): Unit {
    const [input, table] = node.inputs as [Node, Node];
    const unit = this.unit(input, sets);
    if (table.kind !== "reference" || table.reference.quantity.definition.kind !== "lookup") {
      this.unit(table, sets);
      return this.report(errors.notTable(this.around.at, table));
    }
    const { quantity } = table.reference;
    const expected = this.around.inputUnitOf(quantity);
    if (typeof unit !== "string" && typeof expected !== "string" && !same(unit, expected)) {
      const does = `reads ${this.around.nameOf(quantity)} at`;
      const hint = this.around.factorsOf(over(expected, unit));
      const sides = "What is looked up and the table's input";
      this.report(
        errors.mismatch(
          this.around.at,
          does,
          sides,
          [
            [input, unit],
            [table, expected],
          ],
          hint,
        ),
      );
    }
    this.reference(table.reference, table, sets, true);
    return this.around.unitOf(quantity);
  }

  private binary(node: Extract<Node, { kind: "binary" }>, sets: readonly IndexSet[]): Unit {
    const { operator, left, right } = node;
    if (operator === "and" || operator === "or") {
      for (const side of [left, right]) {
        this.unit(side, sets);
        this.condition(side, `an input of ${operator}`);
      }
      return PURE;
    }
    if (operator === "^") return this.power(node, sets);
    const [a, b] = [this.unit(left, sets), this.unit(right, sets)];
    if (operator === "*" || operator === "/") {
      if (a === "unknown" || b === "unknown") return "unknown";
      return times(a === "any" ? PURE : a, b === "any" ? PURE : b, operator === "*" ? 1 : -1);
    }
    const does = operator === "+" ? "adds" : operator === "-" ? "subtracts" : "compares";
    const unit = this.alike(does, `Both sides of '${operator}'`, [
      [left, a],
      [right, b],
    ]);
    return operator === "+" || operator === "-" ? unit : PURE;
  }

  /** The common unit of terms that must share one. */
  private alike(does: string, sides: string, terms: readonly (readonly [Node, Unit])[]): Unit {
    if (terms.some(([, unit]) => unit === "unknown")) return "unknown";
    const known = terms.filter((term): term is readonly [Node, Dimension] => typeof term[1] !== "string");
    const first = known[0];
    if (!first) return "any";
    const other = known.find(([, unit]) => !same(unit, first[1]));
    if (!other) return first[1];
    const gap = over(first[1], other[1]);
    const scope = this.around.factorsOf(gap) || this.around.factorsOf(over(PURE, gap));
    const hint = ` They differ by the factor ${showDimension(gap)}.${scope}`;
    return this.report(errors.mismatch(this.around.at, does, sides, [first, other], hint));
  }

  /** Whether a term is pure (or nothing is known of it); reports it otherwise. */
  private pure(node: Node, unit: Unit, what: string, hint: string): boolean {
    if (typeof unit === "string" || isPure(unit)) return true;
    const scope = this.around.factorsOf(over(PURE, unit));
    this.report(errors.notPure(this.around.at, what, node, unit, hint + scope));
    return false;
  }

  private power(node: Extract<Node, { kind: "binary" }>, sets: readonly IndexSet[]): Unit {
    const base = this.unit(node.left, sets);
    const exponent = literalValue(node.right);
    if (exponent !== undefined && Number.isInteger(exponent)) {
      return typeof base === "string" ? (base === "any" ? PURE : base) : power(base, exponent);
    }
    const right = this.unit(node.right, sets);
    const whole = "Only a whole exponent may stand over a unit: divide by a reference quantity first.";
    const baseIsPure = this.pure(node.left, base, "a power", whole);
    const pureExponent = "An exponent needs a pure number: divide by a reference quantity first.";
    const exponentIsPure = this.pure(node.right, right, "an exponent", pureExponent);
    return base === "unknown" || !baseIsPure || !exponentIsPure ? "unknown" : PURE;
  }

  private reduction(node: Extract<Node, { kind: "reduce" }>, sets: readonly IndexSet[]): Unit {
    const inner = [...sets, ...node.sets.filter((set) => !sets.includes(set))];
    for (const set of node.sets) {
      if (!reads(node.body, set)) this.report(errors.unusedReduction(this.around.at, node, node.how, set.name));
    }
    return this.unit(node.body, inner);
  }

  private call(node: CallNode, sets: readonly IndexSet[]): Unit {
    const { rule } = FUNCTIONS[node.name]!;
    if (rule === "lookup") return this.interpolation(node, sets);
    if (rule === "history") return this.history(node, sets);
    const units = node.inputs.map((input) => this.unit(input, sets));
    const terms = node.inputs.map((input, k) => [input, units[k]!] as const);
    switch (rule) {
      case "pure":
        for (const [input, unit] of terms) {
          this.pure(input, unit, node.name, `${node.name} needs a pure number: divide by a reference quantity first.`);
        }
        return PURE;
      case "same":
        return this.alike(`takes the ${node.name} of`, `The inputs of ${node.name}`, terms);
      case "gate":
        this.alike("gates", "All three inputs of gate", terms);
        return PURE;
      case "choice":
        this.condition(node.inputs[0]!, "the condition of if");
        return this.alike("chooses between", "Both choices of if", terms.slice(1));
      case "root": {
        const unit = units[0]!;
        return typeof unit === "string" ? unit : power(unit, 0.5);
      }
    }
  }

  private history(node: CallNode, sets: readonly IndexSet[]): Unit {
    const [input, weeks] = node.inputs;
    const unit = this.unit(input!, sets);
    if (weeks) {
      const count = literalValue(weeks);
      const least = node.name === "everBy" ? 0 : 1;
      if (count === undefined || !Number.isInteger(count) || count < least) {
        this.report(errors.weeks(this.around.at, node.name, weeks, least));
      }
    }
    if (node.name === "lag") return unit;
    if (node.name === "rollingSum") return unit === "unknown" ? unit : times(unit === "any" ? PURE : unit, WEEK);
    this.condition(input!, `the condition of ${node.name}`);
    return node.name === "firstWeek" ? WEEK : PURE;
  }
}
