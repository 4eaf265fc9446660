/** What can be wrong with a declaration before its formula is looked at. */
import { orderIsSound } from "../declare/delay.ts";
import { isPoints, pointsProblem } from "../declare/lookup.ts";
import type { Quantity } from "../declare/quantity.ts";
import { seasonProblem } from "../declare/season.ts";
import { type At, errors } from "../errors/catalogue.ts";
import type { Diagnostic } from "../errors/diagnostic.ts";
import type { Member, Model } from "../model/model.ts";
import { nearestName } from "../nearest.ts";
import { isPrior } from "../priors/prior.ts";
import { countOf, entryAt, isNumber, labelsAt } from "../sets/elements.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { isFormulaSource } from "./equation.ts";

export const placeOf = ({ name, value }: Member<{ readonly place: { readonly text: string } }>): At => ({
  name,
  get place() {
    return value.place.text;
  },
});

export function checkDeclaration(member: Member<Quantity>, model: Model): Diagnostic[] {
  const { value: quantity } = member;
  const { definition } = quantity;
  const at = placeOf(member);
  const found = [...checkFields(at, member), ...checkUnit(at, quantity.unit, model), ...checkSets(at, quantity.over)];
  if (!/^[A-Za-z_][\w.]*$/.test(member.shortName)) found.push(errors.badName(at, member.shortName));
  if (quantity.over.some(setProblem)) return found;
  switch (definition.kind) {
    case "flow": {
      const unit = parseUnit(quantity.unit ?? "", model.units);
      const perWeek = "dimension" in unit && (unit.dimension.get("week") ?? 0) <= -1;
      if ("dimension" in unit && !perWeek) found.push(errors.notPerWeek(at, quantity.unit));
      break;
    }
    case "parameter":
      found.push(...checkEntries(at, quantity, definition.prior, "prior", isPrior));
      for (const prior of entries(quantity, definition.prior, isPrior)) {
        if (prior.problem) found.push(errors.badPrior(at, prior.family, prior.problem));
      }
      break;
    case "constant":
      found.push(...checkNumbers(at, quantity, definition.value, "value"));
      break;
    case "lever":
      found.push(...checkNumbers(at, quantity, definition.default, "default"), ...checkRange(at, quantity));
      break;
    case "series":
      if (definition.season) {
        const problem = seasonProblem(definition.season.points);
        if (problem) found.push(errors.badPoints(at, problem));
      }
      if (!["hold", "linear", "zero", "error"].includes(definition.gap))
        found.push(errors.badGap(at, `${definition.gap}`));
      break;
    case "lookup":
      found.push(
        ...checkEntries(at, quantity, definition.points, "points", isPoints),
        ...checkUnit(at, definition.input, model),
      );
      for (const points of entries(quantity, definition.points, isPoints)) {
        const problem = pointsProblem(points);
        if (problem) found.push(errors.badPoints(at, problem));
      }
      break;
    case "stock":
      if (definition.initial === undefined) {
        found.push(
          errors.missingField(at, "stock", "an initial value", "Add initial: f`...`, or a number in its unit."),
        );
      } else if (!isFormulaSource(definition.initial)) {
        found.push(...checkNumbers(at, quantity, definition.initial, "initial value"));
      }
      break;
    default:
      break;
  }
  return found;
}

function checkFields(at: At, { value: quantity, owner }: Member<Quantity>): Diagnostic[] {
  const { definition, unit, meaning, source, order } = quantity;
  const { kind } = definition;
  const missing = (field: string, next: string) => errors.missingField(at, kind, field, next);
  const found: Diagnostic[] = [];
  if (order !== undefined && !orderIsSound(order)) found.push(errors.badOrder(at, order));
  // A part without a unit has it from its owner, which says so itself.
  if (!unit && (!owner || owner.unit))
    found.push(missing("a unit", 'Add unit: "person/week", say, or "1" for a pure number.'));
  if (!meaning) found.push(missing("a meaning", 'Add meaning: "...", one plain sentence.'));
  const sourced =
    kind === "parameter" || kind === "constant" || kind === "lever" || kind === "series" || kind === "lookup";
  if (sourced && !source) found.push(missing("a source", 'Add source: "...", where the number comes from.'));
  if (definition.kind === "parameter" && !definition.prior) {
    found.push(missing("a prior", "Add prior: lognormal({ median, p95 }), say."));
  }
  if (definition.kind === "noise" && !definition.stream) found.push(missing("a stream", 'Add stream: "...".'));
  if (definition.kind === "lookup" && !definition.input) {
    found.push(missing("an input unit", 'Add input: "km", say, the unit of what is looked up.'));
  }
  if (definition.kind === "lookup" && !definition.points)
    found.push(missing("points", "Add points: [[0, 1], [2, 0.5]]."));
  if ("formula" in definition && !definition.formula) found.push(missing("a formula", "Add formula: f`...`."));
  if (definition.kind === "outcome" && !definition.title) found.push(missing("a title", 'Add title: "...".'));
  return found;
}

function checkUnit(at: At, unit: string, model: Model): Diagnostic[] {
  if (!unit) return [];
  const result = parseUnit(unit, model.units);
  if ("problem" in result) {
    if (result.problem === "syntax") return [errors.unitSyntax(at, unit, result.found)];
    const known = Object.keys(model.units);
    return [errors.unknownUnit(at, unit, result.word, nearestName(result.word, known), known)];
  }
  return [];
}

function checkSets(at: At, over: readonly IndexSet[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  over.forEach((set, k) => {
    if (over.indexOf(set) < k) found.push(errors.repeatedSet(at, set.name));
  });
  return found;
}

/** What is wrong with an index set itself, if anything is. */
export function setProblem({ elements }: IndexSet): string | undefined {
  if (elements.length === 0) return "has no elements";
  const repeated = elements.find((label, k) => elements.indexOf(label) < k);
  return repeated === undefined ? undefined : `has ${repeated} twice`;
}

type IsValue<Value> = (candidate: unknown) => candidate is Value;

function entries<Value>(quantity: Quantity, values: unknown, isValue: IsValue<Value>): Value[] {
  const all = Array.from({ length: countOf(quantity.over) }, (_, flat) =>
    entryAt(values as Value, quantity.over, flat, isValue),
  );
  return [...new Set(all.filter((entry) => entry !== undefined))];
}

function checkEntries<Value>(
  at: At,
  quantity: Quantity,
  values: unknown,
  what: string,
  isValue: IsValue<Value>,
): Diagnostic[] {
  if (values === undefined || values === null) return [];
  const { over } = quantity;
  const stray = strayLabels(values, over, isValue);
  if (stray[0] !== undefined) {
    const known = over.flatMap((set) => [...set.elements]);
    return [errors.strayElement(at, what, stray[0], nearestName(stray[0], known), known)];
  }
  for (let flat = 0; flat < countOf(over); flat++) {
    if (entryAt(values as Value, over, flat, isValue) === undefined) {
      return [errors.missingElement(at, what, labelsAt(over, flat).join(", ") || "it")];
    }
  }
  return [];
}

function strayLabels(values: unknown, over: readonly IndexSet[], isValue: IsValue<unknown>): string[] {
  if (isValue(values) || typeof values !== "object" || values === null) return [];
  const [set, ...rest] = over;
  return Object.entries(values).flatMap(([label, inner]) =>
    set?.elements.includes(label) ? strayLabels(inner, rest, isValue) : [label],
  );
}

function checkNumbers(at: At, quantity: Quantity, values: unknown, what: string): Diagnostic[] {
  const found = checkEntries(at, quantity, values, what, isNumber);
  if (values === undefined)
    found.push(errors.missingField(at, quantity.definition.kind, `a ${what}`, `Add ${what}: a number in its unit.`));
  const infinite = entries(quantity, values, isNumber).find((value) => !Number.isFinite(value));
  if (infinite !== undefined) found.push(errors.badNumber(at, `the ${what}`, infinite));
  return found;
}

function checkRange(at: At, quantity: Quantity): Diagnostic[] {
  if (quantity.definition.kind !== "lever") return [];
  const { range, default: standard } = quantity.definition;
  if (!Array.isArray(range)) return [errors.missingField(at, "lever", "a range", "Add range: [lowest, highest].")];
  const [low, high] = range as [number, number];
  if (!(low < high)) return [errors.badRange(at, low, high)];
  const outside = entries(quantity, standard, isNumber).find((value) => value < low || value > high);
  return outside === undefined ? [] : [errors.outOfRange(at, outside, low, high)];
}
