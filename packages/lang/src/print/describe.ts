/** A sound model as documentation: every equation in words and TeX, what rests on what, and a listing as JSON. */
import { soundEquations } from "../check/check-model.ts";
import type { Equation, Equations, Role } from "../check/equation.ts";
import { readBy } from "../check/graph.ts";
import type { Kind, Quantity } from "../declare/quantity.ts";
import type { NameOf } from "../formula/render.ts";
import { sayLaw } from "../laws/check-laws.ts";
import type { Model } from "../model/model.ts";
import { interval, isPrior, type Prior } from "../priors/prior.ts";
import type { ByElement } from "../sets/elements.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { texOf, texSubject } from "./tex.ts";

export interface PrintedEquation {
  /** `formula` for what is computed, `initial` for a stock's start, `balance` for its rate of change, `assign` for its next value. */
  readonly role: Role;
  /** The author's text on one line, with its left-hand side: `losses[side] = ...`. */
  readonly text: string;
  readonly tex: string;
  /** file:line:column of the author's template. */
  readonly place: string;
  /** Qualified names. */
  readonly reads: readonly string[];
}

export interface PrintedPrior {
  readonly family: string;
  readonly given: Readonly<Record<string, number>>;
  readonly median: number;
  readonly mean: number;
  readonly sd: number;
  readonly interval90: readonly [number, number];
}

/** One quantity, as plain JSON. */
export interface PrintedQuantity {
  readonly name: string;
  readonly subject: string;
  readonly kind: Kind;
  readonly over: readonly string[];
  readonly unit: string;
  readonly meaning: string;
  readonly place: string;
  /** The compound declaration that it is part of. */
  readonly partOf?: string;
  readonly source?: string;
  readonly equations: readonly PrintedEquation[];
  readonly laws: readonly string[];
  /** By element where the declaration is: numbers, priors, points, as the author gave them. */
  readonly value?: unknown;
  readonly prior?: ByElement<PrintedPrior>;
  readonly range?: readonly [number, number];
  readonly stream?: string;
  readonly gap?: string;
  readonly title?: string;
  readonly favours?: string;
}

export interface Description {
  readonly name: string;
  readonly meaning: string;
  readonly units: Readonly<Record<string, string>>;
  readonly indexSets: readonly { readonly name: string; readonly elements: readonly string[] }[];
  readonly quantities: readonly PrintedQuantity[];
  readonly graph: DependencyGraph;
  /** How many declarations there are of each kind. */
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
}

export interface DependencyGraph {
  readonly nodes: readonly {
    readonly name: string;
    readonly kind: Kind;
    readonly subject: string;
    readonly partOf?: string;
  }[];
  /** `to` rests on `from`: within a step (`formula`), in its change (`balance`, `assign`), or at its start (`initial`). */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly role: Role }[];
}

/** Everything there is to print about a sound model; plain data. Throws ModelError for an unsound one. */
export function describe(model: Model): Description {
  const equations = soundEquations(model);
  const sets = new Map<string, IndexSet>();
  const counts: Partial<Record<Kind, number>> = {};
  for (const { value } of model.quantities) {
    for (const set of value.over) sets.set(set.name, set);
    counts[value.definition.kind] = (counts[value.definition.kind] ?? 0) + 1;
  }
  return {
    name: model.name,
    meaning: model.meaning,
    units: model.units,
    indexSets: [...sets.values()].map(({ name, elements }) => ({ name, elements })),
    quantities: model.quantities.map(({ value }) => printQuantity(value, model, equations)),
    graph: dependencyGraph(model, equations),
    counts,
  };
}

const ROLES: readonly Role[] = ["formula", "initial", "balance", "assign"];

function equationsOf(quantity: Quantity, equations: Equations): Equation[] {
  return ROLES.map((role) => equations.of(quantity, role)).filter((equation) => equation !== undefined);
}

/** Who rests on whom, one edge per pair and role. */
export function dependencyGraph(model: Model, equations: Equations = soundEquations(model)): DependencyGraph {
  const name = (quantity: Quantity) => model.nameOf(quantity)!;
  return {
    nodes: model.quantities.map(({ name: own, subject, value, owner }) => ({
      name: own,
      kind: value.definition.kind,
      subject,
      ...(owner ? { partOf: name(owner) } : {}),
    })),
    edges: model.quantities.flatMap(({ value }) =>
      equationsOf(value, equations).flatMap(({ node, role }) =>
        [...readBy(node)].map((read) => ({ from: name(read), to: name(value), role })),
      ),
    ),
  };
}

function printQuantity(quantity: Quantity, model: Model, equations: Equations): PrintedQuantity {
  const { name, subject, owner } = model.memberOf(quantity)!;
  const { definition, unit, meaning, source, place, over, laws } = quantity;
  const nameOf: NameOf = (read) => model.memberOf(read)?.shortName;
  return {
    name,
    subject,
    kind: definition.kind,
    over: over.map((set) => set.name),
    unit,
    meaning,
    place: place.text,
    ...(owner ? { partOf: model.nameOf(owner)! } : {}),
    ...(source === undefined ? {} : { source }),
    equations: equationsOf(quantity, equations).map((equation) => printEquation(equation, model, nameOf)),
    laws: laws.map((law) => sayLaw(law, (read) => model.nameOf(read) ?? "(unnamed)")),
    ...detailsOf(quantity),
  };
}

function detailsOf({ definition }: Quantity): Partial<PrintedQuantity> {
  switch (definition.kind) {
    case "parameter":
      return { prior: printPriors(definition.prior) };
    case "constant":
      return { value: definition.value };
    case "lever":
      return { range: definition.range, value: definition.default };
    case "series":
      return { gap: definition.gap, ...(definition.season ? { value: definition.season.points } : {}) };
    case "lookup":
      return { value: definition.points };
    case "noise":
      return { stream: definition.stream };
    case "outcome":
      return { title: definition.title, ...(definition.favours === undefined ? {} : { favours: definition.favours }) };
    case "stock":
      return typeof definition.initial === "number" ? { value: definition.initial } : {};
    default:
      return {};
  }
}

function printPriors(prior: ByElement<Prior>): ByElement<PrintedPrior> {
  if (!isPrior(prior))
    return Object.fromEntries(Object.entries(prior).map(([label, inner]) => [label, printPriors(inner)]));
  const { family, given, mean, sd } = prior;
  return { family, given, median: prior.quantile(0.5), mean, sd, interval90: interval(prior, 0.9) };
}

const sides: Readonly<Record<Role, (name: string, sets: string) => string>> = {
  formula: (name, sets) => `${name}${sets} =`,
  initial: (name, sets) => `${name}${sets} at the start =`,
  balance: (name, sets) => `change of ${name}${sets} per week =`,
  assign: (name, sets) => `next ${name}${sets} =`,
};

function printEquation({ quantity, role, node, at }: Equation, model: Model, nameOf: NameOf): PrintedEquation {
  const name = model.memberOf(quantity)!.shortName;
  const sets = quantity.over.map((set) => set.name).join(", ");
  const subject = texSubject(name, quantity.over);
  const left = {
    formula: subject,
    initial: `${subject}(0)`,
    balance: `\\frac{\\Delta ${subject}}{\\Delta t}`,
    assign: `${subject}(t + \\Delta t)`,
  }[role];
  return {
    role,
    text: `${sides[role](name, sets ? `[${sets}]` : "")} ${at.text.replace(/\s+/g, " ").trim()}`,
    tex: `${left} = ${texOf(node, nameOf)}`,
    place: at.place,
    reads: [...readBy(node)].map((read) => model.nameOf(read)!),
  };
}
