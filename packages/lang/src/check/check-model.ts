/**
 * The checker: finds everything wrong with a model, as its author wrote it, before anything is transformed.
 * 1 declarations and names; 2 formulas read; 3 units, sets and conditions; 4 changes of stocks; 5 streams;
 * 6 loops and unused quantities (only where all formulas could be read).
 */
import type { Quantity } from "../declare/quantity.ts";
import { errors } from "../errors/catalogue.ts";
import { type Diagnostic, ModelError } from "../errors/diagnostic.ts";
import type { Member, Model } from "../model/model.ts";
import { streamHash } from "../random.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { type Dimension, over, PURE, same, showDimension, WEEK } from "../units/dimension.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { checkDeclaration, placeOf, setProblem } from "./declarations.ts";
import { type Equation, type Equations, readEquations } from "./equation.ts";
import { findCycles, initialEdges, isRecorded, stepEdges, unusedQuantities } from "./graph.ts";
import { inferUnit, type Surroundings, type Unit } from "./infer.ts";
import { isCondition } from "./terms.ts";

/** All that is wrong with a model; empty when it is sound. */
export function checkModel(model: Model): Diagnostic[] {
  return analyse(model).diagnostics;
}

/** The readable equations of a sound model. Throws ModelError otherwise. */
export function soundEquations(model: Model): Equations {
  const { diagnostics, equations } = analyse(model);
  if (diagnostics.length > 0) throw new ModelError(diagnostics);
  return equations;
}

function analyse(model: Model): { diagnostics: Diagnostic[]; equations: Equations } {
  const diagnostics: Diagnostic[] = [
    ...model.quantities.flatMap((member) => checkDeclaration(member, model)),
    ...checkNames(model),
  ];
  const { equations, diagnostics: unread } = readEquations(model);
  diagnostics.push(...unread);
  const units = unitsOf(model);
  const conditions = conditionsOf(equations);
  for (const equation of equations.all) diagnostics.push(...checkEquation(equation, model, units, conditions));
  diagnostics.push(...checkChanges(model), ...checkStreams(model));
  if (unread.length === 0) diagnostics.push(...checkGraph(model, equations));
  return { diagnostics, equations };
}

function unitsOf(model: Model): ReadonlyMap<Quantity, Dimension> {
  const cache = new Map<string, ReturnType<typeof parseUnit>>();
  const units = new Map<Quantity, Dimension>();
  for (const { value } of model.quantities) {
    const result = cache.get(value.unit) ?? parseUnit(value.unit ?? "", model.units);
    cache.set(value.unit, result);
    if ("dimension" in result) units.set(value, result.dimension);
  }
  return units;
}

/** Whether a quantity is 0 or 1 by its form; a stock is, when all that is assigned to it is. */
function conditionsOf(equations: Equations): (quantity: Quantity) => boolean {
  const known = new Map<Quantity, boolean>();
  const ask = (quantity: Quantity): boolean => {
    const answer = known.get(quantity);
    if (answer !== undefined) return answer;
    const equation = equations.of(quantity, quantity.definition.kind === "stock" ? "assign" : "formula");
    known.set(quantity, equation !== undefined); // a ratchet that reads itself is judged by the rest of its formula
    const condition = equation !== undefined && isCondition(equation.node, ask);
    known.set(quantity, condition);
    return condition;
  };
  return ask;
}

function checkEquation(
  equation: Equation,
  model: Model,
  units: ReadonlyMap<Quantity, Dimension>,
  conditions: (quantity: Quantity) => boolean,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { quantity, role, node, at } = equation;
  const around: Surroundings = {
    at,
    unitOf: (read): Unit => units.get(read) ?? "unknown",
    inputUnitOf: (table): Unit => {
      const text = table.definition.kind === "lookup" ? table.definition.input : "";
      const parsed = parseUnit(text ?? "", model.units);
      return "dimension" in parsed ? parsed.dimension : "unknown";
    },
    isCondition: conditions,
    nameOf: (read) => model.memberOf(read)?.shortName,
    factorsOf: (gap) => factorHint(gap, quantity, model, units),
    report: (diagnostic) => found.push(diagnostic),
  };
  const result = inferUnit(node, quantity.over, around);
  const declared = units.get(quantity);
  if (typeof result === "string" || !declared) return found;
  const expected = role === "balance" ? over(declared, WEEK) : declared;
  if (!same(result, expected)) {
    const gap = over(expected, result);
    const hint = `Missing factor: ${showDimension(gap)}.${factorHint(gap, quantity, model, units)}`;
    if (role === "formula") found.push(errors.declaredUnit(at, expected, result, hint));
    else found.push(errors.changeUnit(at, role, expected, result, hint));
  }
  if (quantity.definition.kind === "outcome" && found.length === 0 && !isCondition(node, conditions)) {
    found.push(errors.notCondition(at, "an outcome", node));
  }
  return found;
}

/** " In scope with that unit: a, b." Quantities of the same subject come first. */
function factorHint(gap: Dimension, near: Quantity, model: Model, units: ReadonlyMap<Quantity, Dimension>): string {
  const named = (wanted: Dimension): string[] => {
    if (wanted.size === 0) return [];
    const subject = model.memberOf(near)?.subject;
    const fits = model.quantities.filter(
      ({ value, owner }) =>
        !owner && value !== near && !isRecorded(value) && same(units.get(value) ?? new Map(), wanted),
    );
    const ranked = [
      ...fits.filter((member) => member.subject === subject),
      ...fits.filter((member) => member.subject !== subject),
    ];
    return ranked.slice(0, 4).map(({ shortName }) => shortName);
  };
  const factors = named(gap);
  if (factors.length > 0) return ` In scope with that unit: ${factors.join(", ")}.`;
  const divisors = named(over(PURE, gap));
  if (divisors.length > 0) return ` In scope to divide by: ${divisors.join(", ")}.`;
  if (same(gap, WEEK)) return " Multiply by a time, or by timeStep (1 week).";
  return same(gap, over(PURE, WEEK)) ? " Divide by a time, or by timeStep (1 week)." : "";
}

function checkNames(model: Model): Diagnostic[] {
  const found: Diagnostic[] = model.repeats.map(({ first, second, value }) =>
    errors.twice({ name: first, place: value.place.text }, second),
  );
  const seen = new Map<string, Member<unknown>>();
  for (const member of [...model.quantities, ...model.rules]) {
    const other = seen.get(member.name);
    if (other) found.push(errors.clash(placeOf(member), `another of ${other.subject}`));
    seen.set(member.name, member);
  }
  const sets = new Map<string, { set: IndexSet; name: string }>();
  for (const member of model.quantities) {
    for (const set of member.value.over) {
      const other = sets.get(set.name);
      const problem = other ? undefined : setProblem(set);
      if (problem) found.push(errors.badSet(placeOf(member), set.name, problem));
      if (other && other.set !== set) found.push(errors.twoSets(placeOf(member), set.name, other.name));
      else sets.set(set.name, { set, name: member.name });
    }
  }
  return found;
}

function checkChanges(model: Model): Diagnostic[] {
  const found: Diagnostic[] = [];
  const changed = new Map<Quantity, string>();
  for (const member of model.rules) {
    const { stock } = member.value;
    const name = model.nameOf(stock) ?? "a quantity that no module exports";
    const kind = (stock as Quantity | undefined)?.definition.kind ?? "nothing";
    if (kind !== "stock") found.push(errors.notAStock(placeOf(member), name, kind));
    const first = changed.get(stock);
    if (first) found.push(errors.twoChanges({ name, place: member.value.place.text }, first, member.name));
    changed.set(stock, member.name);
  }
  for (const member of model.quantities) {
    if (member.value.definition.kind === "stock" && !changed.has(member.value))
      found.push(errors.noChange(placeOf(member)));
  }
  return found;
}

function checkStreams(model: Model): Diagnostic[] {
  const found: Diagnostic[] = [];
  const streams = new Map<number, { stream: string; name: string }>();
  for (const member of model.quantities) {
    const { definition } = member.value;
    if (definition.kind !== "noise" || !definition.stream) continue;
    const { stream } = definition;
    if (stream.startsWith("prior/")) found.push(errors.reservedStream(placeOf(member), stream));
    const hash = streamHash(stream);
    const other = streams.get(hash);
    if (other?.stream === stream) found.push(errors.sharedStream(placeOf(member), stream, other.name));
    else if (other) found.push(errors.collidingStream(placeOf(member), stream, other.name, other.stream));
    else streams.set(hash, { stream, name: member.name });
  }
  return found;
}

function checkGraph(model: Model, equations: Equations): Diagnostic[] {
  const name = (quantity: Quantity) => model.nameOf(quantity) ?? "(unnamed)";
  const all = model.quantities.map(({ value }) => value);
  const place = (quantity: Quantity) => ({ name: name(quantity), place: quantity.place.text });
  const loops = findCycles(all, stepEdges(model, equations));
  const found = loops.map((cycle) => errors.loop(place(cycle[0]!), cycle.map(name)));
  if (loops.length > 0) return found;
  const starts = all.filter(({ definition }) => definition.kind === "stock");
  for (const cycle of findCycles(starts, initialEdges(model, equations))) {
    found.push(errors.initialLoop(place(cycle[0]!), cycle.map(name)));
  }
  if (!all.some(isRecorded)) return [...found, errors.noOutputs({ name: `The model ${model.name}`, place: "?" })];
  const unused = unusedQuantities(model, equations);
  return [...found, ...unused.map((quantity) => errors.unused(place(quantity), quantity.definition.kind))];
}
