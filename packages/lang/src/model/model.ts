import { Quantity } from "../declare/quantity.ts";
import { Rule } from "../declare/rule.ts";
import type { Prior } from "../priors/prior.ts";
import { isPrior } from "../priors/prior.ts";
import { countOf, entryAt, isNumber, labelsAt, scalarName } from "../sets/elements.ts";
import { BASE_UNITS, type UnitTable } from "../units/base-units.ts";

/** One named member of a model. Parts of a compound declaration carry their owner. */
export interface Member<Value> {
  /** `fires.lethality`. */
  readonly name: string;
  /** `lethality`: how formulas are shown. */
  readonly shortName: string;
  readonly subject: string;
  readonly value: Value;
  readonly owner?: Quantity;
}

/** One scalar of a quantity, as lists of a model show it. Order within a list is the order of the IR. */
export interface Scalar {
  /** `fires.lethality[ua]`. */
  readonly name: string;
  /** `fires.lethality`. */
  readonly quantity: string;
  readonly elements: readonly string[];
  readonly unit: string;
  readonly meaning: string;
  readonly source?: string;
}
export type ParameterScalar = Scalar & { readonly prior: Prior };
export type LeverScalar = Scalar & { readonly range: readonly [number, number]; readonly default: number };
export type OutcomeScalar = Scalar & { readonly title: string; readonly favours?: string };

export interface ModelOptions {
  readonly meaning?: string;
  /** Further base units, each with a line of meaning. */
  readonly units?: UnitTable;
}

/** A model: a named collection of declarations. Nothing is checked yet (`checkModel`), nothing computed (`compile`). */
export class Model {
  readonly name: string;
  readonly meaning: string;
  readonly units: UnitTable;
  readonly quantities: readonly Member<Quantity>[];
  readonly rules: readonly Member<Rule>[];
  /** Every (member, second name) under which a module exports the same thing again. */
  readonly repeats: readonly { readonly first: string; readonly second: string; readonly value: Quantity | Rule }[];
  readonly #names = new Map<Quantity, Member<Quantity>>();

  constructor(name: string, modules: Readonly<Record<string, object>>, options: ModelOptions = {}) {
    this.name = name;
    this.meaning = options.meaning ?? "";
    this.units = { ...BASE_UNITS, ...options.units };
    const found = membersOf(modules);
    this.quantities = found.quantities;
    this.rules = found.rules;
    this.repeats = found.repeats;
    for (const member of this.quantities) {
      this.#names.set(member.value, member);
      member.value.assembledName ??= member.name;
    }
  }

  memberOf(quantity: Quantity): Member<Quantity> | undefined {
    return this.#names.get(quantity);
  }

  nameOf(quantity: Quantity): string | undefined {
    return this.#names.get(quantity)?.name;
  }

  get parameters(): readonly ParameterScalar[] {
    return this.#scalars("parameter", (quantity, flat) => {
      if (quantity.definition.kind !== "parameter") return undefined;
      const prior = entryAt(quantity.definition.prior, quantity.over, flat, isPrior);
      return prior && { prior };
    });
  }

  get levers(): readonly LeverScalar[] {
    return this.#scalars("lever", (quantity, flat) => {
      if (quantity.definition.kind !== "lever") return undefined;
      const standard = entryAt(quantity.definition.default, quantity.over, flat, isNumber);
      return { range: quantity.definition.range, default: standard ?? Number.NaN };
    });
  }

  get series(): readonly Scalar[] {
    return this.#scalars("series", () => ({}));
  }

  get stocks(): readonly Scalar[] {
    return this.#scalars("stock", () => ({}));
  }

  get outputs(): readonly Scalar[] {
    return this.#scalars("output", () => ({}));
  }

  get outcomes(): readonly OutcomeScalar[] {
    return this.#scalars("outcome", ({ definition }) => {
      if (definition.kind !== "outcome") return undefined;
      const { title, favours } = definition;
      return { title, ...(favours === undefined ? {} : { favours }) };
    });
  }

  #scalars<More extends object>(kind: string, more: (quantity: Quantity, flat: number) => More | undefined) {
    return this.quantities
      .filter(({ value }) => value.definition.kind === kind)
      .flatMap(({ name, value }) =>
        Array.from({ length: countOf(value.over) }, (_, flat) => {
          const extra = more(value, flat);
          const { unit, meaning, source } = value;
          const scalar: Scalar = {
            name: scalarName(name, value.over, flat),
            quantity: name,
            elements: labelsAt(value.over, flat),
            unit,
            meaning,
            ...(source === undefined ? {} : { source }),
          };
          return extra && { ...scalar, ...extra };
        }),
      )
      .filter((scalar) => scalar !== undefined);
  }
}

/** Assembles modules into a model; each quantity is named `<subject>.<export name>`. */
export function model(name: string, modules: Readonly<Record<string, object>>, options: ModelOptions = {}): Model {
  return new Model(name, modules, options);
}

/** A module's exports in the order that the language gives them; bundlers and test runners make namespaces in another. */
function entriesOf(module: object): [string, unknown][] {
  const entries = Object.entries(module);
  const isNamespace = (module as { readonly [Symbol.toStringTag]?: string })[Symbol.toStringTag] === "Module";
  return isNamespace ? entries.sort(([a], [b]) => (a < b ? -1 : 1)) : entries;
}

function membersOf(modules: Readonly<Record<string, object>>) {
  const quantities: Member<Quantity>[] = [];
  const rules: Member<Rule>[] = [];
  const repeats: { first: string; second: string; value: Quantity | Rule }[] = [];
  const seen = new Map<Quantity | Rule, { name: string; isPart: boolean }>();
  const add = (subject: string, shortName: string, value: unknown, owner?: Quantity): void => {
    if (!(value instanceof Quantity) && !(value instanceof Rule)) return;
    const name = `${subject}.${shortName}`;
    const first = seen.get(value);
    if (first !== undefined) {
      // A part, such as a delay's content, may also be exported under a name of its own.
      if (!owner && !first.isPart) repeats.push({ first: first.name, second: name, value });
      return;
    }
    seen.set(value, { name, isPart: owner !== undefined });
    const member = { name, shortName, subject, ...(owner ? { owner } : {}) };
    if (value instanceof Rule) rules.push({ ...member, value });
    else quantities.push({ ...member, value });
    if (value instanceof Quantity) {
      for (const [part, inner] of Object.entries(value.parts))
        add(subject, `${shortName}.${part}`, inner, owner ?? value);
    }
  };
  for (const [subject, module] of Object.entries(modules)) {
    for (const [exported, value] of entriesOf(module)) add(subject, exported, value);
  }
  return { quantities, rules, repeats };
}
